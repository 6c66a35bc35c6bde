# The funnel.

command-laporan = Laporan perjalanan minat

funnel-week =
    📊 <b>7 hari terakhir</b>
    Membuka bot: { $started }
    Daftar minat: { $interested }
    Dihubungi: { $contacted }
    Siap daftar: { $ready }
    Terdaftar: { $registered }
    Bayar pertama: { $paid }
funnel-month =
    <b>30 hari terakhir</b>
    { $started } membuka → { $interested } minat → { $contacted } dihubungi → { $ready } siap → { $registered } terdaftar → 💚 { $paid }
funnel-goal = Target bayar pertama sebulan: { $paid } dari { $goal }.
funnel-more = 📊 Rincian
funnel-by-source = Per sumber
funnel-by-area = Per kecamatan
funnel-by-group = Per kelompok
funnel-line = <b>{ $name }</b>: { $started } → { $interested } → { $contacted } → { $ready } → { $registered } → 💚 { $paid }
funnel-nothing = Belum ada dalam 30 hari terakhir.
funnel-directly = tanpa tautan
