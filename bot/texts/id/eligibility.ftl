# Who may join, and who is covered in another way.

command-syarat = Siapa yang bisa ikut

eligibility-ask = Bapak/Ibu bekerja sebagai apa? Pilih yang paling cocok.
eligibility-situation =
    .own = Kerja sendiri atau harian
    .owner = Usaha, punya karyawan
    .employee = Karyawan bergaji
    .construction = Proyek bangunan
    .asn = Pegawai negeri
    .military = TNI atau Polri
    .honorer = Honorer
    .abroad = Kerja di luar negeri
    .covered = Sudah jadi peserta
    .paid_for = Dibayari pemerintah daerah
    .unsure = Tidak tahu sudah peserta atau belum
    .young = Umur masih muda
    .old = Umur sudah tua
    .foreigner = Warga negara asing
    .many_jobs = Pekerjaannya banyak
eligibility-back = ⬅️ Pilihan lain
eligibility-back-also = kembali, pilihan lain

eligibility-informal = Bapak/Ibu bisa ikut, asal umurnya { $eligibility-adult_from } sampai di bawah { $eligibility-under } tahun.
eligibility-state = Pegawai negeri sudah dilindungi lewat { $eligibility-asn_covered_by }. Tanyakan ke bagian kepegawaian di kantor.
eligibility-military = TNI dan Polri sudah dilindungi lewat { $eligibility-tni_polri_covered_by }. Tanyakan ke kesatuannya.
eligibility-wage-earner = Karyawan didaftarkan oleh perusahaannya. Kalau belum, tanya perusahaan atau telepon { $phone }.
eligibility-construction = Pekerja proyek didaftarkan oleh pemborongnya. Tanya mandor, atau telepon { $phone }.
eligibility-migrant = Untuk kerja di luar negeri ada jalur tersendiri. Tempat mengurusnya tanyakan petugas, atau telepon { $phone }.
eligibility-honorer = Untuk honorer, petugas yang tahu caranya. Tekan <b>Bantuan petugas</b>, atau telepon { $phone }.
eligibility-self = Bagus, tidak perlu mendaftar lagi. Untuk cek iurannya, telepon { $phone }.
eligibility-regency = Bagus, iurannya sudah dibayari. Simpan kartunya, dan cek di { $phone }.
eligibility-cover-unsure = Dicek dulu, supaya tidak bayar dua kali. Tekan <b>Bantuan petugas</b>, atau telepon { $phone }.
eligibility-child = Di bawah { $eligibility-adult_from } tahun perlu izin orang tua atau wali. Tekan <b>Bantuan petugas</b>.
eligibility-near-limit = Waktu mendaftar, umurnya di bawah { $eligibility-under } tahun. Mulai umur { $eligibility-hand_over_from }, tekan <b>Bantuan petugas</b>.
eligibility-foreigner = Untuk warga negara asing, petugas yang menjelaskan. Tekan <b>Bantuan petugas</b>.
eligibility-too-many-jobs = Paling banyak { $eligibility-jobs } pekerjaan. Kalau lebih, tekan <b>Bantuan petugas</b>.
