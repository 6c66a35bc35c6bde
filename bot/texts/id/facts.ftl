# /fakta, and the words behind the text ids in bot/programme/facts.toml.

command-fakta = Fakta: lihat dan usulkan perubahan

facts-groups = Fakta yang disampaikan layanan ini. Pilih kelompoknya.
facts-group = Fakta kelompok <b>{ $group }</b>.
facts-back = ⬅️ Kembali
facts-back-also = kembali
facts-waiting = 🕓 { $id }
facts-fact = <b>{ $id }</b>
facts-line =
    <b>{ $value }</b> ({ $unit })
    { $start } sampai { $end }, tingkat { $grade }
    Sumber: { $source }
facts-open-end = seterusnya
facts-by-file = Fakta ini diubah lewat berkas cabang, karena layar perlu kata-katanya.
facts-change = ✏️ Usulkan perubahan
facts-ask-value = Nilai baru untuk <code>{ $id }</code>? Sekarang { $value } ({ $unit }).
facts-why-value = Maaf, nilai itu tidak cocok. Tulis angkanya saja.
facts-ask-source = Nilai baru: <b>{ $value }</b>. Sumbernya apa? Tulis peraturan atau suratnya.
facts-why-source = Maaf, sumbernya perlu jelas, misalnya nomor peraturan.
facts-ask-day = Berlaku mulai kapan? Pilih, atau tulis seperti <code>2027-01-31</code>.
facts-why-day = Maaf, tanggalnya belum terbaca. Tulis tahun-bulan-tanggal.
facts-compared =
    <code>{ $id }</code> ({ $unit })

    Sekarang: <b>{ $old }</b>
    Sumber: { $oldsource }

    Usulan: <b>{ $new }</b>, mulai { $start }
    Sumber: { $source }
facts-second = Berlaku setelah disetujui orang kedua.
facts-send = ✅ Ajukan
facts-refused = Usulan ini tidak bisa diajukan: { $why }
facts-state-proposed = Diajukan { $at }, menunggu persetujuan.
facts-state-approved = Disetujui. Diajukan { $at }.
facts-state-rejected = Ditolak. Diajukan { $at }.
facts-approve = ✅ Setujui
facts-reject = ❌ Tolak
facts-stale = Sudah diputuskan, atau usulan Bapak/Ibu sendiri.
facts-notice = Ada usulan perubahan fakta <code>{ $id }</code>.
facts-open = Buka

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
