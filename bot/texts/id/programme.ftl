# What the protection gives and costs; every figure comes from bot/programme/facts.toml.

programme-benefits =
    <b>Kecelakaan kerja</b>: dirawat sampai sembuh, tanpa batas biaya. Berlaku sejak berangkat kerja sampai pulang lagi.

    <b>Tak bisa kerja dulu</b>: ada pengganti penghasilan selama masa pemulihan.

    <b>Anak sekolah</b>: beasiswa untuk dua anak, paling banyak { $scholarship } berdua. Pada kematian biasa, syaratnya sudah { $years } membayar iuran.

    <b>Kalau peserta meninggal</b>: keluarga menerima { $grant }, asal sudah { $after } jadi peserta dan membayar. Sebelum itu, hanya biaya pemakaman { $funeral }.

    Syarat lengkapnya: tanya petugas, atau telepon { $phone }.
programme-costs = Iuran paling ringan, untuk kecelakaan kerja dan kematian:
programme-costs-transport = <b>Ojek, sopir, kurir, angkutan</b>
programme-costs-other = <b>Pekerjaan lain</b>
programme-costs-more = Besarnya ikut penghasilan. Untuk usaha yang punya karyawan, tanya petugas atau telepon { $phone }.
programme-quote-discounted = Bulan ini mulai <b>{ $price }</b> sebulan, setengah dari { $normal }. Potongan ini sampai iuran bulan { $until }.
programme-quote-normal = Bulan ini mulai <b>{ $price }</b> sebulan.
programme-quote-ask = Bulan ini mulai <b>{ $price }</b> sebulan. Apakah ada potongan, tanyakan petugas.
