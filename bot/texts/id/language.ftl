# /bahasa

command-bahasa = Ganti bahasa
command-bahasa-also = ganti bahasa

language = Bapak/Ibu mau pakai bahasa apa?
    .name = Bahasa Indonesia
