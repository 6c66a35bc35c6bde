# Screens read aloud, and recording them.

voices-hear =
    .id = 🔊 Bahasa Indonesia
    .jv-serang = 🔊 Jawa Serang
    .su-banten = 🔊 Sunda Banten
    .en = 🔊 English
voices-record = 🎙 Record it
voices-which = In which language will you read it?
voices-send = Send the voice note now, for { $language }. Read out what the screen said.
voices-kept = The recording is attached.
voices-back = ⬅️ Cancel
voices-back-also = cancel, back
