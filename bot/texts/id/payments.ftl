# Reminders of contributions, for workers who agreed to them.

payments-monthly = { $name }, sebentar lagi waktunya bayar iuran bulan ini. Bayar pakai nomor KTP di tempat bayar resmi. Ragu? Telepon { $phone }.
payments-lapsing = { $name }, kami belum tahu apakah iuran bulan lalu sudah dibayar. Lebih dari { $after } berturut-turut belum bayar, perlindungan berhenti. Cek di { $phone }.
payments-discount-ends = Potongan iuran berlaku sampai { $until }.
payments-paid = ✅ Sudah bayar
payments-stop = 🔕 Jangan ingatkan lagi
payments-stopped = Baik, pengingat iuran kami hentikan.
