# /bahasa

command-bahasa = Change the language
command-bahasa-also = language

language = Which language would you like to read?
    .name = English
language-open = Change the language
language-open-also = language, english, in english, indonesian, bahasa, bahasa indonesia, indonesia
language-hint = 🌐 English? Tap /bahasa
