# The profile of somebody in the field.

command-cuti = Cuti beberapa hari
command-profil = Jam kerja, pengingat, cuti

profile-welcome = Selamat bergabung, { $name }. Terima kasih mau membantu tetangga.
profile-ask-cover = Bapak/Ibu sendiri sudah terlindungi BPJS Ketenagakerjaan?
profile-cover =
    .yes = Sudah
    .no = Belum
    .unknown = Tidak tahu
profile-later = Nanti saja
profile-later-also = nanti, nanti saja, lewati
profile-uncovered = Bapak/Ibu juga berhak terlindungi. Mau sekalian daftar minat?
profile-card =
    <b>{ $name }</b>, { $role }
    Wilayah: { $where }
    Jam: { $hours }
    Pengingat harian: { $digest }
    { $leave }
    Tugas terbuka: { $open } dari { $capacity }
profile-present = Siap menerima tugas.
profile-away = Cuti sampai { $until }.
profile-type-it = Mau jam lain? Tulis saja: <b>06.30-20.00</b> untuk jam kerja, <b>18.45</b> untuk pengingat.
profile-ask-leave = { $name }, cuti sampai kapan? Pilih, atau tulis tanggalnya, misalnya <b>12 Desember</b>.
profile-why-time = Maaf, jamnya belum terbaca. Tulis seperti <b>18.45</b>, <b>jam 7 malam</b> atau <b>06.30-20.00</b>.
profile-why-day = Maaf, tanggalnya belum terbaca, atau sudah lewat. Tulis seperti <b>12 Desember</b> atau <b>12/12</b>.
profile-leave-set = 🌴 Selamat beristirahat. Cuti tersimpan sampai <b>{ $until }</b>.
profile-saved = Tersimpan.
profile-hours =
    .day = 08-17
    .long = 08-20
    .evening = 16-21
profile-days =
    .all = Setiap hari
    .weekdays = Senin-Jumat
    .weekend = Sabtu-Minggu
profile-leave =
    .week = 🌴 Cuti 7 hari
    .month = 🌴 Cuti 30 hari
profile-back = 👋 Saya kembali
