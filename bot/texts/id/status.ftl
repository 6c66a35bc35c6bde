# /status

command-status = Lihat pendaftaran saya

status-intro = Ini yang sudah Bapak/Ibu daftarkan:
status-none = Belum ada pendaftaran dari Bapak/Ibu.
status-line = 🧾 Nomor <b>{ $number }</b> atas nama <b>{ $name }</b>, { $day }: tercatat, petugas akan menghubungi.
status-draft = Ada isian yang belum selesai. Tekan <b>Lanjutkan</b> untuk meneruskan.
status-continue = Lanjutkan
status-continue-also = lanjut, lanjutkan, ya, iya, y, ok, oke, 👍
