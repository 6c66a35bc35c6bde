# The greeting and the home screen. Two short messages: who we are, what we never ask for.

command-start = Mulai dari awal

start-description = Layanan otomatis { $branch }. Tanya perlindungan kerja, lihat iurannya, daftar minat. Kami tak pernah minta kode masuk, PIN, atau transfer pribadi; ragu, telepon { $phone }. Tekan MULAI.
start-description-short = Layanan otomatis { $branch }: perlindungan kerja dijelaskan dan minat dicatat.

start-greeting = Halo Bapak/Ibu, ini layanan otomatis <b>{ $branch }</b>. Kami bantu jelaskan perlindungan kerja dan catat minat.

home-greeting = Kami tak pernah minta OTP, kode masuk, PIN, sandi, angka kartu ATM, atau transfer pribadi. Kami tak pernah kirim APK; ragu, telepon { $phone }.
home-menu = Mau mulai dari mana? Kalau ragu, telepon { $phone }.
home-paused =
    Baik, istirahat dulu. Jawaban Bapak/Ibu kami simpan sementara; untuk lanjut, tekan <b>Daftar minat</b>.

    Ada pertanyaan? Telepon { $phone }.
home-thanks =
    Terima kasih, sudah kami catat. Untuk berhenti menerima pesan, tekan /berhenti.

    Ada pertanyaan? Telepon { $phone }.
home-withdrawn = Baik, permintaan tadi kami batalkan. Mau mulai dari mana? Kalau ragu, telepon { $phone }.
home-written = Sudah kami teruskan ke petugas. Kalau ada lagi, telepon { $phone }.

home-benefits = Apa gunanya
home-benefits-also = manfaat, gunanya apa, untuk apa, apa manfaatnya
home-costs = Berapa iurannya
home-costs-also = iuran, bayar berapa, berapa, harga, biaya
home-register = Daftar minat
home-register-also = daftar, mau daftar, saya mau daftar, ikut, daftar lagi, register, i want to register, want to register, sign up, join
home-info = Info lain
home-info-also = info, info lain, syarat, cara bayar, klaim, cara klaim, cerita
home-misfortune = 🚨 Ada musibah
home-misfortune-also = musibah, kecelakaan, meninggal, celaka
home-help = Bantuan petugas
home-help-also = bantuan, petugas, tanya petugas, bantu
