# The command menu: what each command does, in a few words.

commands =
    .start = Mulai dari awal
    .daftar = Daftar minat
    .status = Lihat pendaftaran saya
    .manfaat = Apa gunanya
    .iuran = Berapa iurannya
    .bantuan = Minta bantuan petugas
    .musibah = Ada kecelakaan atau yang meninggal
    .kasus = Yang menunggu petugas
    .privasi = Bagaimana data saya dijaga
    .data_saya = Lihat semua data saya
    .hapus_data = Hapus data saya
    .berhenti = Berhenti dikirimi pesan
    .bahasa = Ganti bahasa
    .leads = Minat yang tercatat
    .poster = Poster dan kode QR
