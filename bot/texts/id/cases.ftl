# Asking a person, and "ada musibah".

command-bantuan = Minta bantuan petugas
command-bantuan-also = minta bantuan
command-musibah = Ada musibah, minta ditolong
command-kasus = Yang menunggu petugas

# What the person reads.
cases-help = Silakan tanya di sini: tulis, kirim suara, atau kirim foto. Nomor permintaan Bapak/Ibu <b>{ $number }</b>.
cases-urgent = Kalau mendesak, telepon { $phone }.
cases-hours = Jam kantor: { $hours }.
cases-when-taken = Petugas sudah memegang permintaan ini dan membalas di sini.
cases-when-today = Dijawab petugas hari ini, sebelum jam { $until }.
cases-when-soon = Dijawab petugas hari ini mulai { $hour }.
cases-when-tomorrow = Dijawab petugas besok mulai { $hour }.
cases-when-day = Dijawab petugas { $day } mulai { $hour }.
cases-when-full = Hari jawabannya belum bisa kami janjikan.
cases-when-unknown = Petugas menjawab pada jam kantor.
cases-when-alone = Belum ada petugas yang bisa kami hubungi. Begitu ada, permintaan ini sampai.
cases-taken = Petugas sudah membaca permintaan nomor { $number }. Jawabannya datang di sini.
cases-continue = Lanjutkan isian
cases-continue-also = lanjut, lanjutkan

cases-misfortune = Kami turut prihatin. Nomor permintaan Bapak/Ibu <b>{ $number }</b>.
cases-misfortune-first = Ada yang luka? Tolong dulu; bawa ke puskesmas atau rumah sakit terdekat.
cases-misfortune-ask = Apa yang terjadi?
cases-urgent-open = Petugas sudah kami beri tahu dan segera membalas di sini. Bisa juga langsung telepon <b>{ $phone }</b>.
cases-urgent-closed = Petugas sudah kami beri tahu. Sekarang di luar jam kantor, jadi balasan mungkin baru datang { $moment }. Jangan menunggu kami: telepon <b>{ $phone }</b>.
cases-urgent-unknown = Petugas sudah kami beri tahu dan membalas di sini. Jangan menunggu kami: telepon <b>{ $phone }</b>.
cases-urgent-alone = Belum ada petugas yang bisa kami hubungi. Jangan menunggu kami: telepon <b>{ $phone }</b> sekarang.
cases-happened =
    .accident = Kecelakaan waktu kerja
    .accident-also = kecelakaan kerja, jatuh, tabrakan, ketabrak, luka
    .death = Ada yang meninggal
    .death-also = meninggal, wafat, meninggal dunia
    .other = Yang lain
    .other-also = lain, lainnya, bukan itu
cases-condolence = Kami turut berduka cita untuk Bapak/Ibu sekeluarga.
cases-first-accident =
    <b>Hari ini</b>
    1. Bawa ke puskesmas atau rumah sakit terdekat. Bilang: kecelakaan waktu kerja.
    2. Telepon <b>{ $phone }</b>, ceritakan kejadiannya.
    3. Catat jamnya, tempatnya, dan siapa yang melihat.

    <b>Besok</b>
    4. Simpan semua kuitansi dan surat dokter.
    5. Kejadiannya di jalan? Minta surat dari polisi.

    Berangkat dan pulang kerja juga dihitung waktu kerja.
cases-first-death =
    <b>Hari ini</b>
    1. Minta surat kematian dari rumah sakit, atau dari desa.
    2. Telepon <b>{ $phone }</b>, sampaikan kabarnya.
    3. Kalau karena kecelakaan waktu kerja, tulis di sini.

    <b>Besok</b>
    4. Simpan KTP dan kartu peserta almarhum.
    5. Siapkan Kartu Keluarga dan KTP ahli waris.

    Urusan surat bisa pelan-pelan. Petugas menemani dari sini.
cases-first-other =
    <b>Hari ini</b>
    1. Tolong dulu yang perlu ditolong.
    2. Ceritakan di sini: apa, kapan, di mana. Boleh tulis, suara, atau foto.

    <b>Besok</b>
    3. Simpan semua surat dan kuitansi yang ada.
    4. Belum jelas juga? Telepon <b>{ $phone }</b>.
cases-documents = <b>Surat yang nanti diminta</b>
cases-document =
    .member_card = Kartu peserta
    .e_ktp = KTP
    .chronology = Cerita kejadian, ditulis
    .doctor_form = Surat dari dokter
    .receipts = Kuitansi
    .police_report_if_traffic = Surat polisi, kalau di jalan
    .ktp_member_and_heir = KTP almarhum dan ahli waris
    .death_certificate = Surat kematian
    .family_card = Kartu Keluarga
    .heir_letter = Surat ahli waris
    .marriage_book = Buku nikah
    .heir_bank_account = Rekening ahli waris
cases-item = • { $text }
cases-report-ask = Laporkan secepatnya; batas waktu pekerja mandiri tanyakan petugas atau { $phone }.
cases-report-within = Laporkan paling lambat { $within } sejak kejadian.
cases-lapse = Setelah { $within }, hak ini hangus.
cases-careful = Jangan bayar siapa pun yang mengaku bisa mengurus.

cases-closed = Permintaan nomor { $number } sudah selesai. Seberapa puas Bapak/Ibu? Ketuk bintangnya, 5 paling puas.
cases-again = Masih butuh bantuan
cases-thanks = Terima kasih atas nilainya. Mau tambah pesan? Tulis saja di sini.
cases-rated-already = Nilainya sudah kami catat. Terima kasih.
cases-words = ✍️ Tambah pesan
cases-words-ask = Tulis satu kalimat: apa yang sudah baik, apa yang kurang?
cases-words-thanks = Terima kasih, pesannya sudah kami catat.

# What staff read.
cases-kind =
    .misfortune = 🚨 Musibah
    .help = Minta bantuan
    .voice = Pesan suara
    .age = Umur (wali / lanjut usia)
    .failures = Kesulitan mengisi
cases-state =
    .open = terbuka
    .closed = selesai
cases-notice =
    <b>{ $kind }</b> (nomor { $number })
    { $name }, { $area }
cases-no-area = daerah belum diketahui
cases-somebody = Petugas
cases-is-free = Belum ada yang memegang.
cases-is-yours = ✅ Bapak/Ibu yang memegang. Jawab dengan membalas pesan ini, atau tekan tombol.
cases-is-taken = Dipegang <b>{ $name }</b>.
cases-is-closed = ✅ Selesai.
cases-claim = 🙋 Ambil
cases-take-over = Ambil alih
cases-open = Buka
cases-handed = ↪️ <b>{ $name }</b> mengalihkan ini kepada Bapak/Ibu.
cases-nudge = ⏰ Menunggu jawaban sejak { $moment }.
cases-gone = Permintaan ini tidak ada lagi di sini.
cases-stale = Sudah diubah orang lain. Ini keadaan terakhirnya.
cases-taken-already = Sudah dipegang { $name }.
cases-list = Yang menunggu petugas, paling lama di atas:
cases-none = Tidak ada yang menunggu petugas.
cases-counts = { $promised ->
   *[other] 30 hari terakhir: { $kept } dari { $promised } janji ditepati.
}
cases-stars = { $rated ->
   *[other] Nilai dari warga: { $stars } dari 5 ({ $rated } penilai).
}
cases-card =
    <b>{ $kind }</b>, nomor { $number }
    Nama: <b>{ $name }</b>
    Daerah: { $area }
    Masuk: { $at }
cases-promised = Dijanjikan dijawab mulai { $moment }.
cases-rated = Nilai: { $stars } ({ $words })
cases-by-staff = Petugas
cases-line = { $by }: { $text }
cases-back = ⬅️ Daftar
cases-close = ✅ Selesai
cases-hand-over = ↪️ Alihkan
cases-put-back = ↩️ Kembalikan
cases-ready = 📋 Jawaban siap
cases-hand-over-to = Alihkan kepada siapa? Yang dipilih langsung diberi tahu.
cases-hand-over-nobody = Belum ada petugas lain yang bertugas.
cases-back-to-card = ⬅️ Kembali
cases-voice-where = Untuk menjawab dengan suara, balas pesan warganya. Atau buka dari /kasus lalu tekan Jawab.
cases-opinions = Nilai terakhir dari warga. Yang untuk Bapak/Ibu sendiri tidak ada di sini.
cases-opinions-none = Belum ada nilai dari warga.
cases-opinions-open = ⭐ Nilai dari warga
cases-opinion = { $stars } nomor { $number } ({ $officer }): { $words }
cases-typing = ✍️ Yang Bapak/Ibu tulis di sini langsung terkirim ke <b>{ $name }</b>.
cases-typed-nowhere = Tulisan tadi belum terkirim ke siapa pun. Untuk menjawab warga, balas pesannya, atau buka dari /kasus lalu tulis di kartunya.
cases-is-own = Ini permintaan Bapak/Ibu sendiri. Petugas lain yang menjawab.
cases-late = Maaf, permintaan nomor { $number } belum dijawab pada hari yang kami janjikan.
cases-unclaimed = { $count ->
   *[other] Ada { $count } permintaan warga yang belum dipegang. Semuanya ada di /kasus.
}
cases-is-withdrawn = ↩️ Dibatalkan warga: salah tekan.
cases-mistake = ↩️ Salah tekan
cases-mistake-also = salah tekan, salah pencet, kepencet, tidak jadi, batal
cases-mistake-late = Petugas sudah memegang permintaan ini. Kalau salah tekan, tulis saja di sini.
cases-undo = ↩️ Buka lagi
cases-undone = Maaf, permintaan nomor { $number } ternyata belum selesai. Petugas melanjutkannya di sini.
