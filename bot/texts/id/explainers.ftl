# What stands on every page of stories and guides.

command-cerita = Cerita menurut pekerjaan
command-info = Syarat, cara bayar, cara klaim
command-cek_asli = Apakah layanan ini asli

explainers-next = Lanjut ▶️
explainers-next-also = lanjut, terus, ya, iya, y, ok, oke, 👍
explainers-back = ⬅️ Daftar
explainers-back-also = kembali, daftar lain

explainers-title =
    .ojek = 🛵 Pak Ujang, tukang ojek
    .trader = 🥬 Bu Sari, pedagang pasar
    .farmer = 🌾 Pak Dadang, petani
    .fisher = 🐟 Pak Tarjo, nelayan
    .business = 🍜 Bu Imas, warung kecil
    .labourer = 🧱 Pak Karim, buruh harian
    .join = Cara daftar resmi
    .pay = Cara bayar iuran
    .lapse = Kalau telat bayar
    .genuine = ✅ Apakah layanan ini asli
    .accident = Kecelakaan kerja
    .death = Peserta meninggal
    .savings = Tabungan hari tua
