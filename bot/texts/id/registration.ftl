# The registration: one question a message, at most two short sentences.

registration-step = <i>Langkah { $step } dari { $steps }</i>

registration-occupation = Pekerjaan Bapak/Ibu apa?
    .topic = Pekerjaan
    .transport = Ojek / angkutan
    .trader = Pedagang pasar
    .farmer = Petani
    .fisher = Nelayan
    .business = Usaha kecil
    .daily = Buruh harian
    .other = Lainnya
registration-occupation-transport-also = ojek, ojol, tukang ojek, gojek, grab, sopir, supir, angkot, kurir, becak
registration-occupation-trader-also = pedagang, dagang, jualan, jualan di pasar, bakul
registration-occupation-farmer-also = tani, bertani, buruh tani, kebun, sawah
registration-occupation-fisher-also = melaut, perahu, tambak, cari ikan
registration-occupation-business-also = usaha, warung, umkm, toko, bengkel, wiraswasta
registration-occupation-daily-also = harian, kuli, kuli bangunan, serabutan, tukang
registration-occupation-other-also = lain, yang lain, lain lain

registration-employees = Apakah punya karyawan?
    .topic = Karyawan
    .yes = Punya
    .no = Tidak, sendiri saja
registration-work = Pekerjaannya apa? Tulis singkat, misalnya <b>tukang pijat</b>.
    .topic = Pekerjaan
registration-age = Umur Bapak/Ibu sekarang?
    .topic = Umur
    .under18 = Di bawah 18
    .upto39 = 18 - 39
    .upto63 = 40 - 63
    .from64 = 64 ke atas
registration-covered = Apakah sudah jadi peserta BPJS <b>Ketenagakerjaan</b>? Ini bukan BPJS Kesehatan.
    .topic = Sudah peserta
    .yes = Sudah
    .no = Belum
    .unknown = Tidak tahu

registration-gives = Kalau kecelakaan kerja, dirawat sampai sembuh tanpa batas biaya. Kalau tak bisa kerja dulu, ada pengganti penghasilan.
registration-consent =
    Boleh kami catat jawaban, nama, nomor HP, dan desa Bapak/Ibu? Gunanya hanya supaya petugas bisa menghubungi soal perlindungan ini.

    Penanggung jawab: { $controller } ({ $contact }). Bapak/Ibu boleh melihat, membetulkan, atau menghapusnya kapan saja: /data_saya, /hapus_data.
    .topic = Izin
    .volunteers = Boleh, lewat RT/RW
    .office = Boleh, petugas kantor saja
    .no = Tidak dulu
registration-consent-volunteers-also = lewat rt, rt, rw, rt rw, lewat rt/rw
registration-consent-office-also = kantor, petugas kantor, kantor saja
registration-consent-no-also = tidak, jangan, nanti, tidak usah
registration-kept = { $months ->
   *[other] Disimpan paling lama { $months } bulan.
}
registration-kept-open = Disimpan selama diperlukan untuk menghubungi Bapak/Ibu.

registration-name = Kami panggil siapa? Tekan nama di bawah, atau tulis, misalnya <b>Bu Sari</b>.
    .topic = Nama
registration-phone = Nomor HP yang bisa dihubungi? Tekan tombol di bawah, atau tulis, misalnya <b>0812 3456 7890</b>.
    .topic = Nomor HP
    .share = 📱 Bagikan nomor saya
registration-whose = Nomor itu untuk Bapak/Ibu sendiri, atau untuk keluarga?
    .topic = Pendaftaran untuk
    .self = Saya sendiri
    .family = Keluarga saya
registration-whose-self-also = sendiri, diri sendiri, untuk saya, saya
registration-whose-family-also = keluarga, suami, istri, anak, orang tua, bapak saya, ibu saya
registration-village = Tinggal di desa atau kelurahan mana? Tulis namanya, misalnya <b>Pontang</b>, atau pilih di bawah.
    .topic = Desa/kelurahan
registration-pick = Pilih di bawah, atau tulis nama desanya.
registration-neighbourhood = RT berapa, atau kampung apa? Tulis, misalnya <b>RT 3 RW 5</b>.
    .topic = RT/kampung
    .unknown = Tidak tahu
registration-neighbourhood-unknown-also = tidak tahu, gak tau, lupa, tidak hafal
registration-calltime = Enaknya dihubungi kapan?
    .topic = Waktu dihubungi
    .morning = Pagi
    .noon = Habis Zuhur
    .afternoon = Habis Asar
    .evening = Habis Magrib
registration-calltime-morning-also = pagi, pagi hari, subuh
registration-calltime-noon-also = siang, zuhur, dzuhur, duhur
registration-calltime-afternoon-also = sore, asar, ashar
registration-calltime-evening-also = malam, magrib, maghrib, isya

registration-right = <b>{ $answer }</b>, betul?
registration-which = Yang mana? Pilih satu.
registration-yes = ✅ Betul
registration-no = Bukan
registration-none = Bukan semuanya

registration-line = { $topic }: <b>{ $answer }</b>
registration-summary = Sudah lengkap. Mohon dibaca; tekan ✏️ untuk mengubah yang keliru.
registration-change = ✏️ { $topic }
registration-send = ✅ Kirim
registration-send-also = kirim, ya, iya, y, betul, benar, sudah, sudah benar, ok, oke, 👍

registration-sent = Terima kasih. Minat Bapak/Ibu sudah tercatat, dan tanda terimanya kami kirim di bawah ini.
registration-after = Lanjut
registration-after-also = lanjut, ya, iya, y, ok, oke, 👍

registration-receipt = 🧾 <b>Tanda terima nomor { $number }</b>
registration-next-volunteers = Selanjutnya: relawan RT/RW atau petugas akan menghubungi Bapak/Ibu pada waktu yang dipilih.
registration-next-office = Selanjutnya: petugas kantor akan menghubungi Bapak/Ibu pada waktu yang dipilih.
registration-not-membership = Ini tanda minat, <b>bukan bukti kepesertaan</b>. Perlindungan baru berlaku setelah resmi terdaftar dan membayar iuran.

registration-out-young = Di bawah 18 tahun perlu didampingi orang tua atau wali. Petugas kami akan membalas di sini; bisa juga telepon { $phone }.
registration-out-old = Untuk umur 64 tahun ke atas, petugas yang akan menjelaskan. Petugas kami akan membalas di sini; bisa juga telepon { $phone }.
registration-out-covered = Bagus, berarti Bapak/Ibu sudah terlindungi dan tidak perlu daftar lagi. Untuk cek atau klaim, telepon { $phone } atau buka aplikasi JMO.
registration-out-declined = Baik, tidak ada yang kami simpan. Kalau berubah pikiran, tekan Daftar minat. Ragu? Telepon { $phone }.

registration-why-long = Maaf, tulisannya terlalu panjang. Cukup beberapa kata.
registration-why-name = Maaf, itu belum terbaca sebagai nama. Contoh: <b>Bu Sari</b>.
registration-why-work = Maaf, belum terbaca. Contoh: <b>tukang pijat</b>.
registration-why-village = Maaf, desa itu belum ketemu di wilayah kami. Contoh: <b>Pontang</b>; atau pilih di bawah.
registration-why-neighbourhood = Maaf, belum terbaca. Contoh: <b>RT 3 RW 5</b>, atau <b>Kampung Baru</b>.
registration-why-contact = Itu bukan nomor Bapak/Ibu sendiri. Tekan <b>Bagikan nomor saya</b>, atau tulis nomornya.
registration-why-phone-not-a-number = Maaf, itu belum terbaca sebagai nomor HP. Contoh: <b>0812 3456 7890</b>.
registration-why-phone-too-short = Nomornya kurang panjang. Contoh: <b>0812 3456 7890</b>.
registration-why-phone-too-long = Nomornya kelebihan angka. Contoh: <b>0812 3456 7890</b>.
registration-why-phone-not-mobile = Itu bukan nomor HP. Nomor HP mulai dengan 08, misalnya <b>0812 3456 7890</b>.
registration-why-phone-foreign = Kami hanya bisa menghubungi nomor Indonesia. Contoh: <b>0812 3456 7890</b>.
