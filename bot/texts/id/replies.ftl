# Words between a person and the branch about a case, and answers that are kept ready.

replies-answer = Jawaban untuk <b>{ $name }</b>: tulis, atau kirim suara, foto, berkas. Langsung terkirim.
replies-button = ✍️ Jawab
replies-from-staff = 👤 <b>Petugas menjawab:</b>
replies-said = { $text }
replies-write = ✍️ Balas
replies-ask = Silakan tulis balasannya, atau kirim suara atau foto. Jangan kirim PIN, sandi, atau kode masuk.
replies-from-person = 💬 <b>{ $name }</b> (nomor { $number }):
replies-passed-on = Sudah kami teruskan ke petugas.
replies-noted = Pesan Bapak/Ibu sudah kami catat untuk petugas.
replies-reopened = Permintaan nomor { $number } kami buka lagi.
replies-welcome = Sama-sama. Kalau perlu lagi, tulis saja di sini.
replies-sent = ✅ Terkirim ke { $name }.
replies-too-long = Terlalu panjang untuk satu pesan. Tolong dibagi dua.
replies-closed = Permintaan ini sudah selesai, jadi tidak terkirim.
replies-keep = 💾 Simpan jawaban ini
replies-kept = Tersimpan. Ada di Jawaban siap.
replies-kept-full = Simpanan penuh. Hapus satu dulu di Jawaban siap.
replies-ready = Pilih jawaban. Isinya bisa dibaca dulu sebelum dikirim.
replies-preview = <b>Akan dikirim ke { $name }:</b>
replies-send = 📤 Kirim
replies-drop = 🗑 Hapus simpanan ini

replies-canned-price = Iuran paling ringan bulan ini: ojek, sopir, dan kurir { $transport }, pekerjaan lain { $other } sebulan. Besarnya ikut penghasilan.
    .title = Iuran bulan ini
replies-canned-grant = Kalau peserta meninggal, keluarga menerima { $grant }, asal sudah { $after } jadi peserta dan membayar. Sebelum itu, biaya pemakaman { $funeral }.
    .title = Santunan kematian
replies-canned-lapse = Perlindungan berhenti kalau lebih dari { $after } berturut-turut tidak membayar. Bayar lagi, perlindungan berjalan lagi.
    .title = Kalau telat bayar
replies-canned-accident = Surat yang diminta setelah kecelakaan waktu kerja: { $documents }. Hak ini hangus setelah { $within }.
    .title = Surat kecelakaan kerja
replies-canned-death = Surat yang diminta kalau peserta meninggal: { $documents }. Hak ini hangus setelah { $within }.
    .title = Surat kematian peserta
replies-canned-genuine = Kami tidak pernah minta kode masuk, PIN, sandi, atau transfer ke orang. Ragu? Telepon { $phone }.
    .title = Cara tahu ini asli
replies-canned-call = Supaya lebih jelas, boleh kami telepon? Kalau boleh, tulis nomornya dan jam yang enak.
    .title = Boleh kami telepon?
