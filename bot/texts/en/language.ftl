# /bahasa

command-bahasa = Change the language
command-bahasa-also = change the language, language, english, in english, indonesian, bahasa indonesia, indonesia

language = Which language would you like to read?
    .name = English
language-hint = 🌐 English? Tap /bahasa
