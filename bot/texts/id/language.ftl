# /bahasa

command-bahasa = Ganti bahasa
command-bahasa-also = ganti bahasa

language = Bapak/Ibu mau pakai bahasa apa?
    .name = Bahasa Indonesia
language-open = Ganti bahasa
language-open-also = bahasa, bahasa inggris, inggris, english, in english, english please, speak english, language
language-hint = 🌐 English? Tap /bahasa
