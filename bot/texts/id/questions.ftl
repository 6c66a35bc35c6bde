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
