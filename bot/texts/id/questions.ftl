# Typed questions: what stands around the written answers, which are in questions/*.toml.

command-pertanyaan = Pertanyaan yang belum ada jawabannya

questions-answer = { $text }
questions-unsettled = Untuk memastikan, tanya petugas dulu, ya.
questions-ask-staff = Maaf, jawaban ini sedang berubah. Supaya tidak salah, tanyakan ke petugas.
questions-not-that = Bukan itu
questions-not-that-also = bukan itu, bukan, bukan itu maksudnya, salah, dudu, sanes, lain eta
questions-unsure = Kami belum yakin. Maksudnya yang mana?
questions-others = Maaf. Mungkin yang ini?
questions-none = Maaf, jawabannya belum ada di sini. Petugas bisa membantu.
questions-person = 👤 Tanya petugas
questions-person-also = tanya petugas, petugas, bantuan petugas, bantuan

questions-elsewhere-health = Itu urusan BPJS Kesehatan, kantor yang lain. Di sini BPJS Ketenagakerjaan, untuk perlindungan kerja.
questions-elsewhere-money = Kami tidak meminjamkan uang dan tidak mengurus utang. Hati-hati, jangan beri data ke yang menawarkan pinjaman.
questions-elsewhere-aid = Bantuan itu bukan urusan kami. Coba tanyakan ke kantor desa atau kelurahan.
questions-elsewhere-papers = Urusan itu bukan di sini. Coba tanyakan ke kantor desa atau kelurahan.
questions-elsewhere-own = Data Bapak/Ibu sendiri hanya bisa diperiksa petugas. Tekan <b>Bantuan petugas</b> di bawah.
questions-elsewhere-plain = Maaf, itu di luar urusan kami. Di sini kami bantu soal perlindungan kerja.

questions-list = Yang ditanyakan dan belum ada jawabannya, paling sering di atas:
questions-list-empty = Semua pertanyaan sudah ada jawabannya.
questions-back = ⬅️ Daftar pertanyaan
questions-gone = Pertanyaan ini sudah tidak ada.
questions-settle = ✅ Sudah diurus
questions-card =
    “{ $text }”

    { $count ->
       *[other] Ditanyakan { $count } kali, terakhir { $at }.
    }
questions-card-refused = Sudah ditunjukkan “{ $shown }”, tetapi bukan itu.
