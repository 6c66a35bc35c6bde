# /kalimat: the words of screens and of written answers, changed in the chat.

command-kalimat = Kalimat: cari dan usulkan perubahan

sentences-open = 📝 Kalimat layar dan jawaban
sentences-facts = 🔢 Angka dan keterangan
sentences-topics = Kalimat mana yang mau diubah? Pilih kelompoknya, atau tulis satu kata yang ada di dalamnya.
sentences-topic =
    .stories = Cerita menurut pekerjaan
    .guides = Cara daftar, bayar, telat
    .claims = Cara klaim
    .benefits = Manfaat: menu dan bukti
    .steps = Manfaat: isi daftarnya
    .eligibility = Siapa yang bisa ikut
    .misfortune = Kalau kena musibah
    .others = Layar lain
    .answers-costs = Jawaban: iuran dan bayar
    .answers-benefits = Jawaban: manfaat
    .answers-claims = Jawaban: klaim
    .answers-joining = Jawaban: syarat dan daftar
    .answers-programme = Jawaban: program
    .answers-service = Jawaban: layanan ini
sentences-list = <b>{ $topic }</b>. Pilih kalimatnya, atau tulis satu kata untuk mencari.
sentences-found = Yang memuat <b>{ $query }</b>. Pilih satu, atau tulis kata lain.
sentences-found-none = Belum ada yang memuat <b>{ $query }</b>. Coba tulis kata lain.

sentences-now = <b>Sekarang tertulis</b> ({ $language }):
sentences-shipped = Ini kata-kata bawaan.
sentences-from-chat = Ini dari usulan yang disetujui, berlaku sejak { $start }.
sentences-outdated = Kata bawaannya sudah ditulis baru, jadi usulan yang dulu tidak dipakai lagi.
sentences-voice = Rekaman suaranya tidak diputar lagi setelah itu: { $languages }. Nanti perlu direkam ulang.
sentences-change = ✏️ Usulkan kata lain
sentences-history = 🕓 Yang pernah diusulkan
sentences-withdraw = ↩️ Kembali ke kata bawaan
sentences-withdrawn = Sudah kembali ke kata bawaan.
sentences-past = <b>Yang pernah diusulkan</b> ({ $language }):
sentences-line =
    { $day }, { $by }: { $state }, mulai { $start }
    <i>{ $text }</i>
sentences-line-withdrawn = { $day }, { $by }: kembali ke kata bawaan
sentences-first =
    Kata bawaan:
    { $text }
sentences-state =
    .proposed = menunggu persetujuan
    .approved = disetujui { $by }
    .returned = dikembalikan { $by }
    .rejected = ditolak { $by }

sentences-ask = Salin yang di bawah ini, ubah, lalu kirim ({ $language }):
sentences-copy = <code>{ $text }</code>
sentences-places = Yang di dalam kurung terisi sendiri. Jangan dihapus, boleh dipindah.
sentences-about = <b>Usulan kata lain</b> ({ $language })
sentences-compared =
    <b>Sekarang</b>
    { $old }

    <b>Usulan</b>
    { $new }
sentences-from = Berlaku mulai { $start }. Bahasa lain tidak ikut berubah.
sentences-rewrite = ✏️ Tulis lagi
sentences-other-day = 📅 Mulai hari lain
sentences-return = ↩️ Kembalikan
sentences-why-return = Apa yang perlu diperbaiki?
sentences-reason =
    .meaning = Isinya belum benar
    .unclear = Belum jelas
    .long = Terlalu panjang
    .tone = Kurang ramah
sentences-notice = Ada usulan kata lain: <b>{ $name }</b>.
sentences-decided-approved = Usulan Bapak/Ibu disetujui: <b>{ $name }</b>.
sentences-decided-returned = Usulan Bapak/Ibu dikembalikan untuk diperbaiki: <b>{ $name }</b>.
sentences-decided-rejected = Usulan Bapak/Ibu ditolak: <b>{ $name }</b>.

sentences-refused = Belum bisa diajukan. Ini yang perlu diperbaiki:
sentences-why-alone = <b>{ $what }</b> harus satu paragraf dengan syaratnya. Tanpa syaratnya, orang bisa salah paham.
sentences-why-empty = Isinya masih kosong. Tulis dulu kalimatnya.
sentences-why-figure = Angka <b>{ $what }</b> jangan ditulis sendiri. Angka hanya lewat isian dalam kurung, supaya selalu benar.
sentences-why-formatted = Tanda <b>&lt;{ $what }&gt;</b> tidak dipakai di sini. Tulis biasa saja.
sentences-why-hard = Masih berat dibaca. Pakai kata dan kalimat yang lebih pendek.
sentences-why-lost = Isian <b>{ $what }</b> hilang. Tulis lagi persis begitu.
sentences-why-room = Terlalu panjang: { $what } huruf, paling banyak { $limit }.
sentences-why-same = Kata-katanya masih sama seperti sekarang.
sentences-why-sentences = Paling banyak { $limit } kalimat sebagian. Bagi dua yang ini: <b>{ $what }</b>
sentences-why-unexplained = Singkatan <b>{ $what }</b> belum tentu dipahami. Tulis lengkap.
sentences-why-unknown = Isian <b>{ $what }</b> tidak ada di kalimat ini. Yang ada: { $places }.
sentences-why-words = Paling banyak { $limit } kata sekalimat. Pendekkan yang ini: <b>{ $what }</b>

sentences-place =
    .amount = Jumlahnya
    .together = Jumlah beberapa bulan
    .months = Banyaknya bulan
    .day = Hari kabarnya
    .source = Sumber kabarnya
    .daily = Contoh sehari
    .monthly = Contoh sebulan
    .price-transport = Iuran ojek, sopir, kurir
    .price-other = Iuran pekerjaan lain
    .price-other-with-jht = Iuran dengan tabungan
    .price-normal = Iuran tanpa potongan
    .per-day-other = Iuran sehari
    .discount-until-transport = Akhir potongan ojek, sopir, kurir
    .discount-until-other = Akhir potongan pekerjaan lain
    .example-base = Penghasilan terendah, untuk contoh
    .example-death-times = Kali penghasilan, kalau meninggal
    .example-death = Contoh santunan meninggal
    .example-disability-times = Kali penghasilan, kalau cacat total
    .example-disability = Contoh santunan cacat total
    .told-on-regency = Hari kabar kabupaten
