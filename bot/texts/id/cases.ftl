# Asking a person, and "ada musibah".

command-bantuan = Minta bantuan petugas
command-musibah = Ada kecelakaan atau yang meninggal
command-kasus = Yang menunggu petugas

cases-help = Petugas sudah kami beri tahu; nomor permintaan Bapak/Ibu <b>{ $number }</b>. Kalau mendesak, telepon { $phone }.
cases-hours = Jam kantor: { $hours }.
cases-misfortune =
    Kami turut prihatin. Petugas sudah kami beri tahu, nomor <b>{ $number }</b>.

    1. Tolong dulu yang luka; bawa ke puskesmas atau rumah sakit terdekat.
    2. Telepon <b>{ $phone }</b> secepatnya, hari ini juga kalau bisa.
    3. Simpan KTP, kartu peserta, kuitansi, dan foto kejadian.
    4. Kecelakaan di jalan: minta surat dari polisi.
    5. Kalau ada yang meninggal: minta surat kematian, simpan Kartu Keluarga.

    Jangan bayar siapa pun yang mengaku bisa mengurus.
cases-continue = Lanjutkan isian
cases-continue-also = lanjut, lanjutkan

cases-kind =
    .misfortune = 🚨 Musibah
    .help = Minta bantuan
    .voice = Pesan suara
    .age = Umur (wali / 64+)
    .failures = Kesulitan mengisi
cases-state =
    .open = terbuka
    .closed = selesai
cases-notice = <b>{ $kind }</b>: { $name } menunggu petugas (nomor { $number }).
cases-open = Buka
cases-list = Yang menunggu petugas, paling lama di atas:
cases-none = Tidak ada yang menunggu petugas.
cases-back = ⬅️ Daftar
cases-close = ✅ Selesai
cases-gone = Permintaan ini sudah tidak ada (mungkin dihapus pemiliknya).
cases-stale = Sudah diubah orang lain. Ini keadaan terakhirnya.
cases-card =
    <b>{ $kind }</b>, nomor { $number }
    Nama: <b>{ $name }</b>
    Masuk: { $at }
    Keadaan: { $state }
cases-closed = Permintaan nomor { $number } sudah ditandai selesai oleh petugas. Masih ada yang kurang? Ketuk di bawah.
cases-again = Masih butuh bantuan
