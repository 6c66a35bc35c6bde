# Stories by occupation, one idea a page; every figure is a fact, named by its id.

stories-list = Ceritanya pendek, tiga ketukan saja. Mau cerita siapa?

explainers-ojek-1 = Pak Ujang narik ojek dari pagi. Suatu hari, motornya tergelincir.
explainers-ojek-2 = Kakinya patah. Rumah sakit merawatnya sesuai kebutuhan medis, tanpa batas biaya.
explainers-ojek-3 = Pak Ujang belum bisa narik. Selama { $jkk-income_first_for }, penghasilannya diganti { $jkk-income_first }.
explainers-ojek-4 = Berangkat dari rumah sampai pulang lagi, Pak Ujang tetap dilindungi. Bapak/Ibu juga bisa.

explainers-trader-1 = Bu Sari jualan sayur di pasar. Subuh tadi ia jatuh di jalan ke pasar.
explainers-trader-2 = Jatuh di jalan ke tempat kerja juga ditanggung. Bu Sari dirawat tanpa batas biaya.
explainers-trader-3 = Lapaknya tutup dulu. Penggantian penghasilan membantu dapurnya tetap ngebul.
explainers-trader-4 = Bu Sari juga menabung untuk hari tua. Tabungannya bisa diambil umur { $jht-age }.

explainers-farmer-1 = Pak Dadang menggarap sawah. Cangkulnya mengenai kaki, lukanya dalam.
explainers-farmer-2 = Ia dirawat di rumah sakit. Ongkos lewat darat diganti, paling banyak { $jkk-transport_land }.
explainers-farmer-3 = Obat dan perawatannya ditanggung sesuai kebutuhan medis. Sawahnya tidak perlu dijual.
explainers-farmer-4 = Musim panen berikutnya, Pak Dadang sudah di sawah lagi. Tenang, karena terlindung.

explainers-fisher-1 = Pak Tarjo melaut malam-malam. Ombak besar, ia terpeleset di perahu.
explainers-fisher-2 = Lengannya cedera, lalu dirawat. Ongkos lewat laut diganti, paling banyak { $jkk-transport_sea }.
explainers-fisher-3 = Kalau masih perlu dirawat di rumah, dibantu paling banyak { $jkk-homecare }. Paling lama { $jkk-homecare_for }.
explainers-fisher-4 = Anak Pak Tarjo tetap sekolah, dapurnya tetap jalan. Bapak/Ibu juga bisa terlindung.

explainers-business-1 = Bu Imas buka warung makan. Minyak panas tumpah ke tangannya.
explainers-business-2 = Luka bakarnya dirawat sesuai kebutuhan medis. Biayanya tidak keluar dari uang warung.
explainers-business-3 = Warung libur sebentar. Penghasilan diganti { $jkk-income_first } selama { $jkk-income_first_for }.
explainers-business-4 = Bu Imas tidak perlu berutang untuk berobat. Warungnya buka lagi.

explainers-labourer-1 = Pak Karim buruh harian. Waktu mengangkat kayu, punggungnya cedera.
explainers-labourer-2 = Ia dirawat sesuai kebutuhan medis. Tidak ada batas biaya.
explainers-labourer-3 = Upah harian berhenti, tetapi penghasilannya diganti. Anak-anak tetap makan.
explainers-labourer-4 = Kalau suatu hari musibahnya lebih berat, keluarga tidak ditinggal sendirian. Itu gunanya.
