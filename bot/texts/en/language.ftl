# /bahasa

command-bahasa = Change the language

language = Which language would you like to read?
    .name = English
