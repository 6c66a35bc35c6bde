# Lists on paper, for volunteers without Telegram.

papers-title = Tugas { $name }, { $day }
papers-warning = Untuk satu orang saja. Jangan difoto, jangan diteruskan, jangan terima uang. Kembalikan ke koordinator.
papers-sent = Daftar tugas <b>{ $name }</b>, untuk dicetak. Pengambilan ini dicatat.
papers-coming = Daftarnya segera dikirim.
papers-none = Tidak ada tugas terbuka.
papers-enter = Hasil siapa yang mau dicatat untuk <b>{ $name }</b>?
papers-none-open = <b>{ $name }</b> tidak punya tugas terbuka.
papers-column =
    .number = Nomor
    .name = Nama
    .phone = HP
    .occupation = Pekerjaan
    .place = Tempat
    .calltime = Hubungi
    .passphrase = Dua kata
    .duty = Tugas
    .outcome = Hasil
