# Kata yang bisa untuk petugas, bisa untuk layar.

held-ask-staff = Petugas menulis kepada Bapak/Ibu tadi. Ini untuk siapa?
held-ask-rating = Ini pesan untuk nilai tadi, atau jawaban di layar?
held-staff = 👤 Untuk petugas
held-rating = ⭐ Pesan untuk nilai tadi
held-screen = 📝 Jawaban di layar tadi
