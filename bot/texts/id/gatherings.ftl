# Group nights.

command-kumpul = Malam kumpul warga

gatherings-where = Kumpul di mana? Pilih, atau tulis tempatnya, misalnya: rt 03 rw 05 desa pontang.
gatherings-type-where = Kumpul di mana? Tulis tempatnya, misalnya: rt 03 rw 05 desa pontang.
gatherings-which = Yang mana?
gatherings-not-yours = Tempat itu bukan wilayah Bapak/Ibu. Pilih yang lain, atau minta koordinator membukanya.
gatherings-card =
    👥 <b>{ $label }</b>
    Sudah terdaftar: <b>{ $count }</b>, dicatatkan di sini: { $typed }.

    Yang punya Telegram silakan pindai kodenya. Yang tidak, tekan Daftarkan orang.
gatherings-register = ➕ Daftarkan orang
gatherings-qr-again = 🔳 Kirim kodenya lagi
gatherings-end = 🏁 Selesai, kirim daftarnya
gatherings-coming = Kodenya segera dikirim.
gatherings-qr =
    👥 <b>{ $label }</b>
    Pindai kode ini dengan kamera HP, atau buka { $link }
gatherings-count =
    👥 { $label }
    Sudah terdaftar: <b>{ $count }</b> (dicatatkan: { $typed }). Pukul { $at }.
gatherings-open = Buka
gatherings-ended = Terima kasih, <b>{ $count }</b> tetangga terdaftar malam ini. Daftarnya segera dikirim.
gatherings-office-only = Yang memilih petugas kantor saja tidak ada di daftar.
gatherings-title = Malam kumpul
gatherings-sheet = { $label }: { $count } orang. Berkas ini untuk Bapak/Ibu saja, jangan diteruskan.
gatherings-office = kantor
gatherings-how =
    .typed = dicatatkan
    .scanned = daftar sendiri
gatherings-column =
    .number = Nomor
    .name = Nama
    .phone = HP
    .occupation = Pekerjaan
    .place = Tempat
    .calltime = Hubungi
    .who = Yang menghubungi
    .how = Caranya
