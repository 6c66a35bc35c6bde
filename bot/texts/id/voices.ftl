# Screens read aloud, and recording them.

voices-hear =
    .id = 🔊 Bahasa Indonesia
    .jv-serang = 🔊 Jawa Serang
    .su-banten = 🔊 Sunda Banten
    .en = 🔊 English
voices-record = 🎙 Rekam suara
voices-which = Mau dibacakan dalam bahasa apa?
voices-send = Kirim pesan suaranya sekarang, untuk { $language }. Bacakan isi layar tadi.
voices-kept = Suaranya sudah dipasang.
voices-back = ⬅️ Batal
voices-back-also = batal, kembali
