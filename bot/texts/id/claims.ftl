# How to claim, by what happened.

claims-list = Klaim untuk apa? Pilih satu.

explainers-accident-1 =
    Siapkan ini dulu:
    { $claims-jkk_documents }
explainers-accident-2 =
    Bawa ke kantor cabang, atau tanya dulu di { $phone }. Lapor secepatnya; batas waktunya tanyakan petugas.
explainers-death-1 =
    Kami turut berduka. Keluarga perlu menyiapkan:
    { $claims-jkm_documents }
explainers-death-2 =
    Bawa ke kantor cabang, atau tanya dulu di { $phone }. Jangan bayar siapa pun yang mengaku bisa mengurus.
explainers-savings-1 =
    Tabungan hari tua diurus lewat:
    { $claims-jht_channels }
explainers-savings-2 = Jangan bayar perantara. Kalau ragu, cek di { $phone }.
