# /fakta, and the words behind the text ids in bot/programme/facts.toml.

command-fakta = Fakta: lihat dan usulkan perubahan

facts-groups = Angka dan keterangan yang disampaikan layanan ini. Pilih kelompoknya.
facts-group = <b>{ $group }</b>. Pilih satu.
facts-back = ⬅️ Kembali
facts-back-also = kembali
facts-waiting = 🕓 { $name }
facts-fact = <b>{ $name }</b>
facts-line =
    <b>{ $value }</b>
    Berlaku { $start } sampai { $end }
    Sumber: { $source } ({ $grade })
facts-source =
    .pages = menurut tulisan di internet, dibaca { $day }
    .article = artikel resmi nomor { $number }
    .promise = janji layanan ini sendiri
    .rule = aturan layanan ini sendiri
    .employers = aturan untuk perusahaan
    .guardian = wali menyetujui untuk anak
    .bases = dasar yang sama
    .opening = pembukaan program
    .city = mengutip pemerintah kota
    .quoting = mengutip
    .and = dan
facts-open-end = seterusnya
facts-by-file = Yang ini diubah lewat berkas cabang, dengan nama <code>{ $id }</code>.
facts-change = ✏️ Usulkan perubahan
facts-ask-value = <b>{ $name }</b> sekarang { $value }. Nilai barunya berapa?
facts-ask-list = <b>{ $name }</b> sekarang: { $value }. Tulis daftar barunya, dipisah koma.
facts-why-list = Maaf, daftarnya belum terbaca atau terlalu panjang. Tulis namanya saja, dipisah koma.
facts-why-value = Maaf, nilai itu tidak cocok. Tulis angkanya saja.
facts-ask-source = Sumbernya apa? Tulis peraturan atau suratnya.
facts-why-source = Maaf, sumbernya perlu yang tertulis. Tulis nomor peraturannya, nomor dan tanggal suratnya, atau tautan resminya.
facts-ask-day = Berlaku mulai kapan? Pilih, atau tulis seperti <b>31 Januari 2027</b>.
facts-why-day = Maaf, tanggalnya belum terbaca. Tulis misalnya <b>31 Januari 2027</b>.
facts-ask-until = <b>{ $names }</b> berlaku sampai kapan? Pilih hari terakhirnya, atau tulis seperti <b>30 Juni 2027</b>.
facts-why-until = Maaf, hari terakhirnya perlu sesudah { $start }. Tulis misalnya <b>30 Juni 2027</b>.
facts-until = { $value }, sampai { $end }
facts-compared =
    <b>{ $name }</b>
    Sekarang: { $old } ({ $oldsource })
    Usulan: <b>{ $new }</b>
facts-from = Mulai { $start }. Sumber: { $source }
facts-rows-follow = { $rows ->
   *[other] Tabel iuran ikut dihitung ulang, { $rows } baris:
}
facts-row = Baris { $number }, semua iuran: { $old } menjadi <b>{ $new }</b>
facts-more = ➕ Ubah yang lain sekalian
facts-ask-more = Apa lagi yang berubah bersamanya?
facts-table = { $rows ->
   *[other] Tabel { $rows } baris
}
facts-now-and-then =
    <b>{ $name }</b>
    Sekarang: { $old }; mulai { $start }: <b>{ $new }</b>
facts-then-and-now =
    <b>{ $name }</b>
    Sekarang: <b>{ $new }</b>, mulai { $start }. Sebelumnya: { $old }
facts-by = Sumber: { $source }
facts-decided-approved = Usulan Bapak/Ibu disetujui: { $names }.
facts-decided-rejected = Usulan Bapak/Ibu ditolak: { $names }.
facts-second = Berlaku setelah disetujui orang kedua.
facts-send = ✅ Ajukan
facts-refused = Belum bisa diajukan, karena angkanya tidak cocok: { $names }. Ubah yang lain sekalian, atau periksa lagi.
facts-state-proposed = Diajukan { $at }, menunggu persetujuan.
facts-state-approved = Disetujui. Diajukan { $at }.
facts-state-returned = Dikembalikan untuk diperbaiki. Diajukan { $at }.
facts-state-rejected = Ditolak. Diajukan { $at }.
facts-approve = ✅ Setujui
facts-reject = ❌ Tolak
facts-stale = Sudah diputuskan, atau usulan Bapak/Ibu sendiri.
facts-notice = Ada usulan perubahan: { $names }.
facts-open = Buka

facts-about =
    .claims = Klaim
    .contact = Telepon
    .contributions = Iuran
    .discount = Potongan iuran
    .eligibility = Siapa yang bisa ikut
    .facilities = Fasilitas kota
    .jht = Tabungan hari tua
    .jkk = Kecelakaan kerja
    .jkm = Kematian
    .occupations = Pekerjaan
    .privacy = Data pribadi
    .programmes = Program
    .regency = Angka kabupaten
    .registration = Pendaftaran
    .safety = Keamanan
    .scholarship = Beasiswa anak

facts-grade =
    .h = bunyi peraturan
    .m-high = beberapa sumber, satu di antaranya resmi
    .m = beberapa sumber sama
    .m-low = sumbernya sedikit
    .l = sumbernya lemah

facts-unit =
    .months = { $value ->
       *[other] { $value } bulan
    }
    .rupiah-a-month = { $value } sebulan
    .rupiah-a-year = { $value } setahun
    .rupiah-at-most = paling banyak { $value }
    .rupiah-at-most-together = paling banyak { $value } untuk semua
    .rupiah-paid-at-once = { $value }, dibayar sekaligus
    .rupiah-that-year = { $value } di tahun itu
    .percent-of-the-row-s-base = { $value } dari dasar golongan
    .percent-of-jkk-and-jkm = { $value } dari kedua iuran
    .percent-of-the-savings-at-most = paling banyak { $value } dari tabungan
    .percent-of-80-x-the-monthly-income = { $value } dari 80 kali penghasilan sebulan
    .percent-of-the-reported-income = { $value } dari penghasilan yang dilaporkan
    .percent-of-workers = { $value } dari pekerja
    .years-old = { $value ->
       *[other] { $value } tahun
    }
    .years-old-at-registration = { $value ->
       *[other] di bawah { $value } tahun
    }
    .jobs-at-most = { $value ->
       *[other] paling banyak { $value } pekerjaan
    }
    .times-the-monthly-income = { $value ->
       *[other] { $value } kali penghasilan sebulan
    }
    .workers = { $value ->
       *[other] { $value } orang
    }
    .workers-who-were-paid-claims-that-year = { $value ->
       *[other] { $value } orang di tahun itu
    }
    .vulnerable-workers-paid-for-by-the-regency = { $value ->
       *[other] { $value } orang
    }
    .children-at-most = { $value ->
       *[other] paling banyak { $value } anak
    }

facts-name =
    .claims-jht-channels = Tempat mencairkan tabungan hari tua
    .claims-jkk-documents = Surat untuk klaim kecelakaan kerja
    .claims-jkm-documents = Surat untuk klaim kematian
    .claims-lapse-after = Batas waktu klaim
    .contact-call-centre = Nomor telepon layanan
    .contributions-channels = Tempat membayar iuran
    .contributions-jht-rate = Tarif iuran tabungan hari tua
    .contributions-jkk-rate = Tarif iuran kecelakaan kerja
    .contributions-jkm-flat = Iuran kematian
    .contributions-late-fine = Denda terlambat bayar
    .contributions-payment-number = Nomor untuk membayar
    .contributions-protection-ends-after = Menunggak sampai perlindungan berhenti
    .contributions-rows = Tabel iuran
    .discount-applies-to = Iuran yang dipotong
    .discount-not-when-paid-by = Yang tidak dapat potongan
    .discount-other = Potongan untuk pekerjaan lain
    .discount-transport = Potongan untuk ojek, sopir, kurir
    .eligibility-adult-from = Umur boleh mendaftar sendiri
    .eligibility-asn-covered-by = Yang melindungi pegawai negeri
    .eligibility-hand-over-from = Umur yang ditangani petugas
    .eligibility-jobs = Banyak pekerjaan yang didaftarkan
    .eligibility-not-for = Yang tidak bisa ikut
    .eligibility-other-segments = Yang ikut lewat jalur lain
    .eligibility-tni-polri-covered-by = Yang melindungi tentara dan polisi
    .eligibility-under = Batas umur mendaftar
    .facilities-serang-city = Fasilitas Kota Serang
    .jht-age = Umur mencairkan tabungan hari tua
    .jht-also-on = Sebab lain mencairkan tabungan
    .jht-on-stopping-work = Berhenti bekerja
    .jht-part-after = Lama ikut sebelum ambil sebagian
    .jht-part-house = Bagian untuk rumah
    .jht-part-other = Bagian untuk keperluan lain
    .jht-savings = Isi tabungan hari tua
    .jkk-covers = Jangkauan perlindungan kecelakaan kerja
    .jkk-death = Santunan meninggal waktu bekerja
    .jkk-death-months = Pengali santunan meninggal
    .jkk-disability-function = Cacat fungsi
    .jkk-disability-months = Pengali santunan cacat
    .jkk-disability-partial = Cacat sebagian
    .jkk-disability-total = Santunan cacat total
    .jkk-funeral = Biaya pemakaman, kecelakaan kerja
    .jkk-homecare = Perawatan di rumah
    .jkk-homecare-for = Lama perawatan di rumah
    .jkk-income-after = Pengganti penghasilan, selanjutnya
    .jkk-income-first = Pengganti penghasilan, awal
    .jkk-income-first-for = Lama pengganti penghasilan awal
    .jkk-periodic = Santunan berkala, kecelakaan kerja
    .jkk-periodic-month = Santunan berkala sebulan
    .jkk-periodic-months = Lama santunan berkala
    .jkk-report-within = Batas melapor kecelakaan
    .jkk-transport-air = Biaya angkut lewat udara
    .jkk-transport-land = Biaya angkut lewat darat
    .jkk-transport-sea = Biaya angkut lewat laut
    .jkk-treatment = Pengobatan
    .jkm-full-after = Lama ikut sampai santunan penuh
    .jkm-funeral = Biaya pemakaman
    .jkm-grant = Santunan kematian
    .jkm-periodic = Santunan berkala
    .jkm-total = Jumlah santunan kematian
    .occupations-transport = Pekerjaan angkutan
    .privacy-respond-within = Batas menjawab permintaan data
    .programmes-addition = Program tambahan
    .programmes-all = Semua program
    .programmes-pair = Program wajib
    .programmes-wage-earners-only = Program untuk karyawan saja
    .regency-active-members = Peserta aktif di kabupaten
    .regency-claims-paid = Klaim yang dibayar
    .regency-claims-workers = Pekerja yang menerima klaim
    .regency-coverage = Bagian pekerja yang terlindungi
    .regency-not-covered = Pekerja yang belum terlindungi
    .regency-paid-for = Pekerja yang dibayari kabupaten
    .registration-channels = Tempat mendaftar resmi
    .registration-needs = Syarat mendaftar
    .registration-website = Alamat situs pendaftaran
    .safety-never-asks = Yang tidak pernah kami minta
    .safety-never-sends = Yang tidak pernah kami kirim
    .scholarship-children = Banyak anak yang dapat beasiswa
    .scholarship-jkm-after = Lama ikut sampai dapat beasiswa
    .scholarship-junior-high = Beasiswa sekolah menengah pertama
    .scholarship-kindergarten = Beasiswa taman kanak-kanak
    .scholarship-primary = Beasiswa sekolah dasar
    .scholarship-senior-high = Beasiswa sekolah menengah atas
    .scholarship-total = Jumlah beasiswa
    .scholarship-university = Beasiswa kuliah atau pelatihan

facts-word =
    .nik = NIK, nomor di KTP
    .phone = Nomor HP
    .email = Alamat email
    .bni = BNI
    .livin_mandiri = Livin' Mandiri
    .bsi = BSI
    .bca = BCA
    .btn = BTN
    .brimo = BRImo
    .brilink = BRILink
    .bank_bjb = Bank BJB
    .linkaja = LinkAja
    .shopeepay = ShopeePay
    .dana = Dana
    .ovo = OVO
    .gopay = GoPay
    .qris = QRIS
    .alfamart = Alfamart
    .dan_dan = Dan+Dan
    .grab = Grab
    .gojek = Gojek
    .website_bpu = Situs resmi
    .jmo = Aplikasi resmi di HP (JMO)
    .branch = Kantor cabang
    .perisai_agent = Agen resmi (Perisai)
    .partners = Mitra resmi
    .lapak_asik = Layanan online resmi (Lapak Asik)
    .member_card = Kartu peserta
    .e_ktp = KTP
    .chronology = Cerita kejadian, ditulis
    .doctor_form = Formulir dari dokter
    .receipts = Kuitansi
    .police_report_if_traffic = Surat polisi, kalau di jalan raya
    .ktp_member_and_heir = KTP peserta dan ahli waris
    .death_certificate = Surat kematian
    .family_card = Kartu Keluarga
    .heir_letter = Surat ahli waris
    .marriage_book = Buku nikah
    .heir_bank_account = Rekening ahli waris
    .otp = Kode OTP
    .login_code = Kode masuk
    .pin = PIN
    .password = Sandi
    .cvv = Angka di belakang kartu ATM
    .transfer_to_person = Transfer ke orang
    .apk = berkas APK
    .taspen = PT Taspen
    .asabri = PT Asabri
    .kiosk_lease = sewa kios pasar
    .kir_test = uji kendaraan
    .route_permit = izin trayek
    .fertiliser_aid = bantuan pupuk
    .asn = pegawai negeri (ASN)
    .tni = tentara (TNI)
    .polri = polisi (Polri)
    .bpu_may_withdraw = boleh dicairkan
    .by_medical_need_no_ceiling = sesuai kebutuhan medis, tanpa batas
    .construction = pekerja proyek bangunan
    .wage_earner = karyawan bergaji
    .migrant = pekerja migran
    .contributions_plus_yield = iuran dan hasil pengembangannya
    .courier = kurir
    .driver = sopir
    .ojek_online = ojek online
    .ojek_pangkalan = ojek pangkalan
    .death = meninggal
    .total_disability = cacat total
    .home_to_home = dari keluar rumah sampai pulang kerja
    .jht = tabungan hari tua
    .jkk = kecelakaan kerja
    .jkm = kematian
    .jp = pensiun
    .jkp = kehilangan pekerjaan
    .loss_times_table_percent = persen hilangnya fungsi, kali tabel
    .table_percent = persen menurut tabel
    .regional_budget = dibayari daerah
    .state_budget = dibayari negara
