# /bahasa

command-bahasa = Ganti bahasa

language = Bapak/Ibu mau pakai bahasa apa?
    .name = Bahasa Indonesia
