# /bahasa

language = Which language would you like to read?
    .name = English
