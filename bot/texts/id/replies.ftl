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
