# /bahasa

language = Bahasa apa yang enak dibaca?
    .name = Bahasa Indonesia
