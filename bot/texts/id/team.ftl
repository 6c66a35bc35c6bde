# Those who work in the field and in the branch.

team-role =
    .volunteer = Relawan RT/RW
    .coordinator = Koordinator
    .closer = Agen Perisai
    .officer = Petugas kantor
    .approver = Petugas penyetuju
    .admin = Admin
team-nameless = Relawan
team-pledge =
    Janji kita bersama:
    🔒 Nomor dan nama tetangga tidak diteruskan ke siapa pun.
    💰 Tidak pernah menerima uang, sekecil apa pun.
    🙏 Datang dengan sopan, berhenti kalau diminta.

command-tim = Tim relawan
team-list = Tim: terbuka · terlambat · dihubungi dalam 3 hari/diberi · 💚 bayar pertama. 🔴 di bawah target, ⭐ koordinator, 🪪 agen Perisai.
team-none = Belum ada relawan di wilayah ini.
team-member =
    <b>{ $name }</b>, { $role }
    Terbuka: { $open }, terlambat: { $overdue }
    { $paid ->
       *[other] 30 hari terakhir: { $given } diberi, { $intime } dihubungi dalam 3 hari, { $paid } bayar pertama
    }
team-phone = HP: <b>{ $phone }</b>
team-move-all = 🔁 Pindahkan semua tugasnya
team-end = ⛔ Nonaktifkan
team-end-yes = ⛔ Ya, nonaktifkan
team-back = ⬅️ Tim
team-moved = { $count } tugas dipindahkan.
team-sure = Nonaktifkan <b>{ $name }</b>? Aksesnya hilang sekarang juga, tugasnya dipindahkan.
team-move-to = 🔁 Semua ke satu orang
team-paper = 🖨 Cetak daftarnya
team-sheet = 📄 Daftarnya sebagai tabel
team-enter = 📝 Catatkan hasilnya
team-act = 📄 Tanpa Telegram: saya yang catatkan
team-acting = Baik. Tugas untuk { $name } sekarang lewat Bapak/Ibu.
