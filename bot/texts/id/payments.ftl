# Reminders of contributions, for workers who agreed to them.

payments-monthly = { $name }, sebentar lagi waktunya bayar iuran bulan ini. Cara bayar: pakai nomor KTP di kanal resmi; ragu, telepon 175.
payments-lapsing = { $name }, kami belum tahu iuran bulan lalu sudah dibayar. Lewat { $after } berturut-turut tidak bayar, perlindungan berhenti. Cek di 175.
payments-discount-ends = Potongan iuran berlaku sampai { $until }.
payments-paid = ✅ Sudah bayar
payments-stop = 🔕 Jangan ingatkan lagi
payments-stopped = Baik, pengingat iuran kami hentikan.
