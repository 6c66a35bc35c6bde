# /status

command-status = Lihat pendaftaran saya

status-intro = Ini yang sudah Bapak/Ibu daftarkan:
status-none = Belum ada pendaftaran dari Bapak/Ibu.
status-line = 🧾 Nomor <b>{ $number }</b> atas nama <b>{ $name }</b>, { $day }: tercatat, petugas akan menghubungi.
status-told = 🧾 Nomor <b>{ $number }</b> atas nama <b>{ $name }</b>, { $day }:
status-is-paid = Petugas mencatat iuran pertama sudah dibayar. Kalau belum, tekan <b>Bantuan petugas</b>.
status-is-confirmed = Sudah terdaftar resmi, dan iuran pertama sudah dibayar.
status-is-unreached = Kami sudah coba menghubungi tiga kali, belum tersambung. Kalau masih berminat, tekan <b>Bantuan petugas</b>.
status-is-closed = Pendaftaran ini sudah kami tutup. Kalau berminat lagi, tekan <b>Bantuan petugas</b>.
status-not-contacted = Belum dihubungi
status-not-contacted-also = belum, belum ada yang hubungi, belum ada yang menghubungi, belum ditelepon, belum dihubungi juga
status-not-contacted-of = Belum dihubungi: { $name }
status-draft = Ada isian yang belum selesai. Tekan <b>Lanjutkan</b> untuk meneruskan.
status-continue = Lanjutkan
status-continue-also = lanjut, lanjutkan, ya, iya, y, ok, oke, 👍
