# The digest of somebody in the field.

digests-greeting =
    .morning = Selamat pagi
    .noon = Selamat siang
    .afternoon = Selamat sore
    .evening = Selamat malam
digests-digest = { $greeting }, { $name }. Ada { $waiting } tetangga menunggu: { $parts }. Mulai dari satu saja dulu.
digests-parts =
    .overdue = { $count } terlambat
    .appointed = { $count } janji sampai besok
    .new = { $count } baru
    .others = { $count } terjadwal
digests-protected = Terima kasih, { $count } tetangga sudah terlindungi lewat bantuan Bapak/Ibu.
digests-one = ▶️ Mulai satu
digests-all = Lihat semua
digests-tomorrow = Besok saja
digests-leave = 🌴 Cuti
digests-rest = Baik, besok saja. Selamat istirahat.
