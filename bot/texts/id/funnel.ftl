# The funnel.

command-laporan = Laporan perjalanan minat

funnel-week =
    📊 <b>{ $span }</b>
    Membuka bot: { $started }
    Daftar minat: { $interested }
    Dihubungi: { $contacted }
    Siap daftar: { $ready }
    Terdaftar: { $registered }
    Bayar pertama: { $paid }
funnel-month =
    <b>{ $span }</b>
    { $started } membuka → { $interested } minat → { $contacted } dihubungi → { $ready } siap → { $registered } terdaftar → 💚 { $paid }
funnel-goal = Target bayar pertama sebulan: { $paid } dari { $goal }.
funnel-more = 📊 Rincian
funnel-by-source = Per sumber
funnel-by-area = Per kecamatan
funnel-by-group = Per kelompok
funnel-head-source = <b>Per sumber</b> (membuka → minat → dihubungi → siap → terdaftar → 💚 bayar)
funnel-head-area = <b>Per kecamatan</b> (minat → dihubungi → siap → terdaftar → 💚 bayar)
funnel-head-group = <b>Per kelompok</b> (minat → dihubungi → siap → terdaftar → 💚 bayar)
funnel-line = <b>{ $name }</b>: { $interested } → { $contacted } → { $ready } → { $registered } → 💚 { $paid }
funnel-line-started = <b>{ $name }</b>: { $started } → { $interested } → { $contacted } → { $ready } → { $registered } → 💚 { $paid }
funnel-last-week = 7 hari terakhir
funnel-last-month = 30 hari terakhir
funnel-dates = { $first } sampai { $last }
funnel-span = <b>{ $span }</b>
funnel-counted =
    Tiap langkah dihitung pada hari terjadinya, kapan pun orangnya mendaftar. { $waiting ->
        [0] Bayar pertama dihitung setelah pekerjanya menjawab Ya.
       *[other] Bayar pertama dihitung setelah pekerjanya menjawab Ya; { $waiting } masih ditanya.
    }
funnel-nothing = Belum ada pada hari-hari itu.
funnel-directly = tanpa tautan
