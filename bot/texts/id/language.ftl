# /bahasa

command-bahasa = Ganti bahasa
command-bahasa-also = ganti bahasa, bahasa inggris, inggris, english, in english, english please, speak english, language

language = Bapak/Ibu mau pakai bahasa apa?
    .name = Bahasa Indonesia
language-hint = 🌐 English? Tap /bahasa
