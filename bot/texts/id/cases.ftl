# Asking a person, and "ada musibah".

command-bantuan = Minta bantuan petugas
command-musibah = Ada kecelakaan atau yang meninggal
command-kasus = Yang menunggu petugas

cases-help = Petugas sudah kami beri tahu; nomor permintaan Bapak/Ibu <b>{ $number }</b>. Kalau mendesak, telepon { $phone }.
cases-hours = Jam kantor: { $hours }.
cases-help-alone = Nomor permintaan Bapak/Ibu <b>{ $number }</b>, tetapi belum ada petugas yang bisa dihubungi. Telepon { $phone }, ya.
cases-misfortune =
    Kami turut prihatin. Petugas sudah kami beri tahu, nomor <b>{ $number }</b>.

    1. Tolong dulu yang luka; bawa ke puskesmas atau rumah sakit terdekat.
    2. Telepon <b>{ $phone }</b> secepatnya, hari ini juga kalau bisa.
    3. Simpan KTP, kartu peserta, kuitansi, dan foto kejadian.
    4. Kecelakaan di jalan: minta surat dari polisi.
    5. Kalau ada yang meninggal: minta surat kematian, simpan Kartu Keluarga.

    Jangan bayar siapa pun yang mengaku bisa mengurus.
cases-misfortune-alone =
    Kami turut prihatin. Nomor Bapak/Ibu <b>{ $number }</b>, tetapi belum ada petugas yang bisa dihubungi. Telepon <b>{ $phone }</b> sekarang.

    1. Tolong dulu yang luka; bawa ke puskesmas atau rumah sakit terdekat.
    2. Telepon <b>{ $phone }</b> secepatnya, hari ini juga kalau bisa.
    3. Simpan KTP, kartu peserta, kuitansi, dan foto kejadian.
    4. Kecelakaan di jalan: minta surat dari polisi.
    5. Kalau ada yang meninggal: minta surat kematian, simpan Kartu Keluarga.

    Jangan bayar siapa pun yang mengaku bisa mengurus.
cases-promise-today = Dijawab hari ini, sebelum pukul { $until }.
cases-promise-tomorrow = Dijawab besok mulai pukul { $since }.
cases-promise-day = Dijawab { $day } mulai pukul { $since }.
cases-happened-accident = 🤕 Ada yang luka
cases-happened-death = 🕊 Ada yang meninggal
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
    .taken = dipegang petugas lain
    .mine = Bapak/Ibu yang pegang
    .closed = selesai
cases-notice = <b>{ $kind }</b>: { $name } menunggu petugas (nomor { $number }).
cases-said = 💬 { $text }
cases-line = { $who } { $text }
cases-take = 🙋 Saya yang jawab
cases-put-back = ↩️ Kembalikan ke petugas lain
cases-taken = Nomor { $number } sudah dipegang { $by }.
cases-taker = { $by } dari kantor BPJS Ketenagakerjaan Serang yang menjawab Bapak/Ibu. Tulis saja di sini.
cases-waits = ⏳ Belum dijawab sejak { $since }.
cases-too-late = Sudah dipegang petugas lain.
cases-duty-off = 🔕 Saya tidak jaga
cases-duty-on = 🔔 Saya jaga
cases-kept = Janji ditepati bulan ini: { $kept } dari { $promised }.
cases-rated = Nilai dari warga: { $average } ⭐ ({ $rated } orang).
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
cases-closed = Permintaan nomor { $number } sudah selesai menurut petugas. Bagaimana pelayanannya? Ketuk bintangnya.
cases-thanks = Terima kasih atas nilainya.
cases-rated-already = Nilainya sudah kami catat.
cases-again = Masih butuh bantuan
