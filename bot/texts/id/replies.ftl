# Words between a person and the branch about a case.

replies-answer = Tulis jawaban untuk <b>{ $name }</b>. Langsung terkirim begitu ditulis.
replies-button = ✍️ Jawab
replies-from-staff =
    👤 <b>Petugas menjawab:</b>

    { $text }
replies-write = ✍️ Balas
replies-ask = Silakan tulis balasannya. Jangan tulis PIN, sandi, atau kode masuk.
replies-from-person =
    💬 <b>{ $name }</b> (nomor { $number }):

    { $text }
replies-passed-on = Sudah kami teruskan ke petugas.
replies-too-late = Belum terkirim: sudah dipegang petugas lain, atau sudah selesai.

# Answers that are one tap.

canned-title =
    .reading = Sedang kami baca
    .documents = Minta foto surat
    .office = Datang ke kantor
    .call = Telepon pusat
    .register = Cara daftar
    .thanks = Terima kasih
canned-reading = Pesannya sedang kami baca. Mohon tunggu sebentar, ya.
canned-documents = Tolong kirim foto suratnya di sini. Tutup dulu angka kartu bank; PIN dan kode masuk jangan dikirim.
canned-office = Silakan datang ke kantor, bawa KTP. Jam kantor: { $hours }.
canned-call = Silakan telepon { $phone }. Petugas di sana bisa melihat data kepesertaan.
canned-register = Untuk ikut, tekan Daftar minat di menu utama. Nanti petugas atau relawan menghubungi Bapak/Ibu.
canned-thanks = Terima kasih sudah bertanya. Semoga Bapak/Ibu sehat dan selamat bekerja.
