# /bahasa

command-bahasa = Change the language
command-bahasa-also = language

language = Which language would you like to read?
    .name = English
