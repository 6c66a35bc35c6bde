# Questions that staff gave an answer that was written already.

sayings-choose = 🔗 Jawabannya sudah ada
sayings-open = 🔗 Yang sudah diberi jawaban
sayings-too-short = Terlalu pendek: bisa berarti banyak hal.
sayings-which =
    “{ $text }”

    Jawaban mana yang cocok? Pilih, atau tulis satu kata untuk mencari.
sayings-which-none =
    “{ $text }”

    Belum ketemu. Tulis kata lain untuk mencari jawabannya.
sayings-check = Siapa pun yang bertanya “{ $text }” akan langsung dijawab begini:
sayings-attach = ✅ Pakai jawaban ini
sayings-attached = Mulai sekarang dijawab begitu.
sayings-list = Pertanyaan yang sudah diberi jawaban, terbaru di atas:
sayings-list-empty = Belum ada pertanyaan yang diberi jawaban.
sayings-card =
    “{ $text }”

    Dijawab dengan: <b>{ $answer }</b>
    Sejak { $day }.
sayings-detach = 🗑 Jangan dijawab begitu
