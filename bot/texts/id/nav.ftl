# What stands on many screens, and what is said when an answer does not fit.

nav-back = ⬅️ Kembali
nav-back-also = kembali, balik, sebelumnya
nav-going-back = ⬅️ Kembali
nav-going-back-also = batal, batalkan, dibatalkan, batalin, tidak jadi, gajadi, gakjadi, tidak usah, kembali, balik, balik lagi, kembali lagi, mundur, sebelumnya, urung, teu jadi, teu cios, ora sida, ora sido, ora dadi, cancel
nav-pause = Berhenti dulu
nav-pause-also = berhenti dulu, menu, menu utama, nanti, nanti saja, besok saja, stop dulu
nav-help = Bantuan petugas
nav-help-also = bantuan, petugas, tanya petugas, bantu
nav-home = Menu utama
nav-home-also = menu, menu utama, awal
nav-before = ◀️ Sebelumnya
nav-after = Berikutnya ▶️

nav-stale = Tombol itu sudah lama. Ini yang terbaru.
nav-not-allowed = Maaf, itu tidak bisa dibuka dari sini.
nav-unknown-command = Maaf, perintah itu tidak ada. Silakan lanjut di bawah.
nav-not-understood = Maaf, kami belum paham. Silakan tekan salah satu tombol di bawah.
nav-long = Maaf, tulisannya terlalu panjang untuk kami baca. Tekan tombol di bawah, atau minta bantuan petugas.
nav-stuck = Kalau bingung, tekan <b>Bantuan petugas</b>. Nanti orang kantor yang membantu.
nav-contact = Terima kasih, tetapi di langkah ini kami tidak perlu nomor. Silakan lanjut di bawah.
nav-voice = Suara Bapak/Ibu sudah kami simpan untuk petugas.
nav-file = Terima kasih. Foto dan berkas tidak perlu dikirim ke sini, jadi tidak kami simpan. Silakan lanjut di bawah.
nav-location = Terima kasih. Peta tidak bisa kami baca; cukup tulis nama desanya. Silakan lanjut di bawah.
nav-sticker = 🙂 Silakan lanjut di bawah.
nav-other = Maaf, kiriman itu tidak bisa kami baca. Silakan tekan salah satu tombol di bawah.
nav-apology = Maaf, ada gangguan di pihak kami. Jawaban sebelumnya tidak hilang; silakan coba lagi.
nav-keyboard-off = Baik, kami lanjutkan.
nav-keyboard-away = Tombol nomor HP kami tutup.
