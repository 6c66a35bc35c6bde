# What the family gets, event by event; every figure is a fact, named by its id.

command-manfaat = Apa gunanya
command-manfaat-also = manfaatnya

benefits-menu = Kalau kena musibah waktu kerja, Bapak/Ibu dirawat dan keluarga tidak sendirian. Mau lihat yang mana?
benefits-after-death = Mohon maaf, ini perlu juga diketahui keluarga. Pilih satu.
benefits-event =
    .accident_treated = 🏥 Dirawat di rumah sakit
    .accident_cannot_work = Belum bisa kerja
    .accident_disabled = Cacat karena kerja
    .reaches_age = Tabungan hari tua
    .stops_working = Berhenti bekerja
    .accident_death = Karena kecelakaan kerja
    .death = Sebab lain
    .death_early = Sebab lain, baru jadi peserta
    .scholarship_accident = Sekolah anak (kecelakaan kerja)
    .scholarship = Sekolah anak (sebab lain)
benefits-family = Kalau peserta meninggal
benefits-family-also = meninggal, kematian, wafat
benefits-proof-button = Buktinya di sini
benefits-list = ⬅️ Manfaat lain
benefits-list-also = manfaat lain, yang lain
benefits-picture = 🖼 Kirim gambarnya
benefits-coming = Gambarnya sedang dibuat.
benefits-enough = Gambarnya sudah dikirim di atas.

benefits-title-accident_treated = Dirawat karena kecelakaan kerja
benefits-title-accident_cannot_work = Belum bisa kerja karena kecelakaan kerja
benefits-title-accident_disabled = Cacat karena kecelakaan kerja
benefits-title-reaches_age = Tabungan hari tua
benefits-title-stops_working = Berhenti bekerja
benefits-title-accident_death = Meninggal karena kecelakaan kerja
benefits-title-death = Meninggal karena sebab lain
benefits-title-death_early = Meninggal karena sebab lain, baru jadi peserta
benefits-title-scholarship_accident = Sekolah anak, sesudah kecelakaan kerja
benefits-title-scholarship = Sekolah anak, sesudah sebab lain

benefits-headline-accident_treated = Dirawat tanpa batas biaya
benefits-headline-accident_cannot_work = { $amount } sebulan
benefits-headline-accident_disabled = Sampai { $amount }
benefits-headline-reaches_age = Iuran tabungan dan hasilnya
benefits-headline-stops_working = Tabungan boleh diambil
benefits-headline-accident_death = { $amount } untuk keluarga
benefits-headline-death = { $jkm-total }, sesudah { $jkm-full_after }
benefits-headline-death_early = { $jkm-funeral } saja
benefits-headline-scholarship_accident = Sampai { $scholarship-total } untuk { $scholarship-children } anak
benefits-headline-scholarship = Sampai { $scholarship-total } untuk { $scholarship-children } anak

benefits-step-jkk-covers = Berlaku sejak berangkat kerja sampai pulang lagi.
benefits-step-jkk-treatment = Dirawat sesuai kebutuhan medis, tanpa batas biaya.
benefits-step-jkk-transport_land = Ongkos ke rumah sakit lewat darat: paling banyak { $jkk-transport_land }.
benefits-step-jkk-transport_sea = Lewat laut: paling banyak { $jkk-transport_sea }.
benefits-step-jkk-transport_air = Lewat udara: paling banyak { $jkk-transport_air }.
benefits-step-jkk-homecare = Dirawat di rumah: paling banyak { $jkk-homecare }, selama { $jkk-homecare_for }.
benefits-step-jkk-report_within = Laporkan secepatnya. Perusahaan diberi waktu { $jkk-report_within }.
benefits-step-jkk-income_first = Selama { $jkk-income_first_for } pertama: { $amount } sebulan. Jadi { $months } bulan: { $together }.
benefits-step-jkk-income_after = Sesudah { $jkk-income_first_for }: { $jkk-income_after }, yaitu { $amount } sebulan.
benefits-step-jkk-disability_partial = Kehilangan anggota badan: bagian menurut tabel, kali { $jkk-disability_months } bulan penghasilan.
benefits-step-jkk-disability_function = Anggota badan kurang berfungsi: seberapa kurangnya, kali bagian menurut tabel, kali { $jkk-disability_months } bulan penghasilan.
benefits-step-jkk-disability_total = Cacat total tetap: { $times } kali penghasilan { $base } = { $amount }.
benefits-step-jkk-death = Santunan: { $times } kali penghasilan { $base } = { $amount }.
benefits-step-jkk-funeral = Biaya pemakaman: { $jkk-funeral }.
benefits-step-jkk-periodic = Santunan berkala: { $jkk-periodic }, dibayar sekaligus. Belum pasti menambah yang di atas.
benefits-step-jkm-total = Seluruhnya { $jkm-total }, kalau sudah { $jkm-full_after } jadi peserta dan membayar.
benefits-step-jkm-grant = Di dalamnya, santunan kematian: { $jkm-grant }.
benefits-step-jkm-periodic = Di dalamnya, santunan berkala: { $jkm-periodic }, dibayar sekaligus.
benefits-step-jkm-funeral = Di dalamnya, biaya pemakaman: { $jkm-funeral }.
benefits-step-jkm-funeral_only = Biaya pemakaman { $jkm-funeral }. Santunan lain baru ada sesudah { $jkm-full_after } jadi peserta.
benefits-step-scholarship-total = Untuk { $scholarship-children } anak, paling banyak { $scholarship-total } bersama-sama.
benefits-step-scholarship-kindergarten = Taman kanak-kanak: { $scholarship-kindergarten } setahun.
benefits-step-scholarship-primary = Sekolah dasar: { $scholarship-primary } setahun.
benefits-step-scholarship-junior_high = Sekolah menengah pertama: { $scholarship-junior_high } setahun.
benefits-step-scholarship-senior_high = Sekolah menengah atas: { $scholarship-senior_high } setahun.
benefits-step-scholarship-university = Kuliah atau pelatihan: { $scholarship-university } setahun.
benefits-step-jht-savings = Umur { $jht-age }: iuran tabungan ditambah hasil pengembangannya.
benefits-step-jht-part_house = Sesudah { $jht-part_after }, sekali saja: paling banyak { $jht-part_house } untuk rumah.
benefits-step-jht-part_other = Atau paling banyak { $jht-part_other } untuk keperluan lain.
benefits-step-jht-on_stopping_work = Yang bekerja sendiri boleh mengambil tabungannya kalau berhenti bekerja.

benefits-ask = Ada yang belum pasti dalam aturannya. Tanyakan petugas.
benefits-condition-death = Meninggal sebelum { $jkm-full_after }: hanya biaya pemakaman { $jkm-funeral }.
benefits-condition-scholarship = Syaratnya sudah { $scholarship-jkm_after } membayar iuran.
benefits-condition-reaches_age = Hanya untuk yang ikut tabungan hari tua. Kalau peserta tiada, keluarga yang menerimanya.
benefits-condition-stops_working = Hanya untuk yang ikut tabungan hari tua.
benefits-base = Dihitung dari penghasilan { $base } sebulan, menurut iuran yang dibayar.
benefits-lapse = Hak ini hangus kalau tidak diurus { $claims-lapse_after }.
benefits-check = Ragu? Cek di { $phone }.
benefits-card-footer = { $branch }, { $day }. Ini penjelasan, bukan bukti kepesertaan.

benefits-proof =
    <b>Sudah dibayar di Kabupaten Serang</b>

    Dalam setahun: { $regency-claims_paid } untuk { $regency-claims_workers } pekerja dan keluarganya.

    Peserta aktif: { $regency-active_members } pekerja. Itu { $regency-coverage } dari semua pekerja.

    Disampaikan { $day }. Sumber: { $source }.
