# Deputies of those who approve.

command-wakil = Wakil penyetuju

deputies-none = Belum ada yang mewakili Bapak/Ibu menyetujui undangan.
deputies-some = Sudah ada rekan yang mewakili Bapak/Ibu menyetujui undangan.
deputies-link = Kirim tautan ini ke satu rekan petugas; berlaku sampai besok: { $link }
deputies-end = Cabut wakil
deputies-ended = Wakilnya dicabut.
deputies-over = Maaf, tautan ini tidak bisa dipakai. Silakan minta yang baru.
deputies-ask = Bapak/Ibu diminta mewakili rekan menyetujui undangan petugas. Undangan rekan itu sendiri tidak bisa disetujui wakilnya.
deputies-agree = 🤝 Bersedia
deputies-done = Baik. Permintaan persetujuan sekarang juga dikirim ke Bapak/Ibu.
deputies-named = Rekan Bapak/Ibu sudah bersedia menjadi wakil. Mencabutnya lewat /wakil.
