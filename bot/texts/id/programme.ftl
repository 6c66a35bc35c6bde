# What the protection gives and costs; every figure comes from bot/programme/facts.toml.

command-manfaat = Apa gunanya

programme-benefits =
    <b>Kecelakaan kerja</b>: dirawat sesuai kebutuhan medis, tanpa batas biaya. Berlaku sejak berangkat kerja sampai pulang lagi.

    <b>Belum bisa kerja karenanya</b>: ada pengganti penghasilan.

    <b>Kalau peserta meninggal</b>: keluarga menerima { $grant }, asal sudah { $after } jadi peserta dan membayar. Sebelum itu, hanya biaya pemakaman { $funeral }. Kalau meninggalnya karena kecelakaan kerja, hitungannya lain.

    <b>Anak sekolah</b>: beasiswa untuk dua anak dari peserta yang meninggal, paling banyak { $scholarship } berdua. Kalau bukan karena kecelakaan kerja, syaratnya sudah { $years } membayar iuran.

    Syarat lengkapnya: tanya petugas, atau telepon { $phone }.
programme-quote-discounted = Bulan ini mulai <b>{ $price }</b> sebulan, setengah dari { $normal }. Potongan ini sampai iuran bulan { $until }.
programme-quote-normal = Bulan ini mulai <b>{ $price }</b> sebulan.
programme-quote-ask = Bulan ini mulai <b>{ $price }</b> sebulan. Apakah ada potongan, tanyakan petugas.
