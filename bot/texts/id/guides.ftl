# Guides: how to join, to pay, to claim, what lapses, and how to know what is genuine.

guides-list = Mau tahu yang mana? Pilih satu.
guides-stories = 📖 Cerita menurut pekerjaan
guides-eligibility = Siapa yang bisa ikut
guides-claims = Cara mengurus klaim
guides-facilities = Fasilitas kota
guides-back = ⬅️ Daftar

explainers-join-1 =
    Daftar resminya bisa lewat:
    { $registration-channels }
explainers-join-2 =
    Yang perlu disiapkan:
    { $registration-needs }
explainers-join-3 = Daftar minat di sini belum berarti jadi peserta. Daftar resminya lewat tempat tadi.
explainers-join-4 = Alamat resminya { $registration-website }. Kalau ragu, cek di { $phone }.

explainers-pay-1 = Nomor bayarnya { $contributions-payment_number }. Tidak perlu menghafal nomor lain.
explainers-pay-2 =
    Bisa bayar lewat:
    { $contributions-channels }
explainers-pay-3 = Jangan bayar ke rekening orang. Yang resmi langsung lewat tempat bayar tadi.
explainers-pay-4 = Ragu soal bayarnya? Cek dulu di { $phone }.

explainers-lapse-1 = Lupa bayar? Denda telat: { $contributions-late_fine }.
explainers-lapse-2 = Perlindungan berhenti kalau lebih dari { $contributions-protection_ends_after } berturut-turut belum bayar. Bayar lagi dengan NIK, perlindungan jalan lagi.
explainers-lapse-3 = Hak klaim hangus kalau { $claims-lapse_after } tidak diurus. Jadi, urus secepatnya.
explainers-lapse-4 = Mau klaim waktu menunggak? Tanyakan petugas, atau cek di { $phone }.

explainers-genuine-1 =
    Kami tidak pernah meminta:
    { $safety-never_asks }
explainers-genuine-2 =
    Kami tidak pernah mengirim { $safety-never_sends }. Kami juga tidak pernah menelepon minta uang.
explainers-genuine-3 = Mau memastikan? Telepon { $phone }, atau datang ke kantor cabang.
explainers-genuine-4 = Ada yang mengaku dari kami? Laporkan di bawah, atau telepon { $phone }.
