# Those who have just joined by an invitation.

newcomers-joined = <b>{ $name }</b> sudah bergabung sebagai { $role }, { $where }, lewat undangan Bapak/Ibu. Bukan orangnya? Ketuk di bawah.
newcomers-wrong = ⛔ Bukan orangnya
newcomers-ended = Sudah dihentikan. Aksesnya hilang sekarang juga; silakan buat undangan baru.
newcomers-ask-phone = Boleh minta nomor HP Bapak/Ibu? Hanya untuk petugas kantor, tidak dibagikan ke warga.
newcomers-share = 📱 Kirim nomor saya
newcomers-skip = ⏭ Lewati
newcomers-skip-also = lewati, nanti saja, nanti, tidak usah, jangan
newcomers-not-own = Itu nomor orang lain. Yang kami perlukan nomor Bapak/Ibu sendiri; boleh juga dilewati.
newcomers-why-phone = Maaf, nomornya belum terbaca. Tulis seperti <b>0812-3456-7890</b>, atau lewati saja.
