# The price this month in one line, on receipts and screens.

programme-quote-discounted = Bulan ini mulai <b>{ $price }</b> sebulan, biasanya { $normal }. Potongan ini sampai iuran bulan { $until }.
programme-quote-normal = Bulan ini mulai <b>{ $price }</b> sebulan.
programme-quote-ask = Bulan ini mulai <b>{ $price }</b> sebulan. Apakah ada potongan, tanyakan petugas.
