# The profile of somebody in the field.

command-cuti = Cuti beberapa hari
command-profil = Jam kerja, pengingat, cuti

profile-welcome = Selamat bergabung, { $name }. Terima kasih mau membantu tetangga.
profile-ask-cover = Bapak/Ibu sendiri sudah terlindungi BPJS Ketenagakerjaan?
profile-cover =
    .yes = Sudah
    .no = Belum
    .unknown = Tidak tahu
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
