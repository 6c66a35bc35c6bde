# The registration: one question a message, at most two short sentences.

command-daftar = Daftar minat
command-daftar-also = mau daftar, saya mau daftar

registration-step = <i>Langkah { $step } dari { $steps }</i>

registration-known = Nomor <b>{ $number }</b> sudah tercatat. Isi lagi untuk keluarga, atau kalau ada yang berubah; kabarnya di /status.
registration-occupation = Pekerjaan Bapak/Ibu apa?
    .topic = Pekerjaan
    .transport = Ojek / angkutan
    .trader = Pedagang pasar
    .farmer = Petani
    .fisher = Nelayan
    .business = Usaha kecil
    .daily = Buruh harian
    .other = Lainnya
    .other-also = lain, yang lain, lain lain
registration-employees = Apakah punya karyawan?
    .topic = Karyawan
    .yes = Punya
    .no = Tidak, sendiri saja
    .no-also = sendiri, sendirian, sendiri saja, tidak punya, tidak ada
registration-work = Pekerjaannya apa? Tulis singkat, misalnya <b>tukang cukur</b>.
    .topic = Jenis pekerjaan
registration-age = Berapa umur Bapak/Ibu sekarang?
    .topic = Umur
    .under18 = Di bawah { $eligibility-adult_from }
    .upto39 = { $eligibility-adult_from } - 39
    .upto63 = 40 - { $last }
    .from64 = { $eligibility-hand_over_from } ke atas
registration-covered = Apakah sudah jadi peserta BPJS <b>Ketenagakerjaan</b>? Ini bukan BPJS Kesehatan.
    .topic = Sudah peserta
    .yes = Sudah
    .no = Belum
    .unknown = Tidak tahu

registration-gives = Kalau kecelakaan kerja, dirawat sesuai kebutuhan medis, tanpa batas biaya. Selama belum bisa kerja karenanya, ada pengganti penghasilan.
registration-consent-which = Baik. Lewat RT/RW, atau petugas kantor saja? Silakan pilih salah satu tombol.
registration-consent =
    <b>Boleh kami catat?</b>

    Yang dicatat: jawaban di sini, nama, nomor HP, tempat tinggal, dan akun Telegram ini. Gunanya hanya supaya petugas bisa menghubungi soal perlindungan ini.

    { $months ->
        [0] Disimpan selama diperlukan untuk menghubungi Bapak/Ibu.
       *[other] Disimpan paling lama { $months } bulan, lalu dihapus.
    } Kalau pilih RT/RW, relawan di sana juga melihatnya.

    Penanggung jawab: { $controller } ({ $contact }). Bapak/Ibu boleh melihat, membetulkan, menghapus, dan mencabut izin, kapan saja: /data_saya, /hapus_data.
    .topic = Izin
    .volunteers = Boleh, lewat RT/RW
    .volunteers-also = lewat rt, rt, rw, rt rw, lewat rt/rw
    .office = Boleh, petugas kantor saja
    .office-also = kantor, petugas kantor, kantor saja
    .no = Tidak dulu
    .no-also = tidak, jangan, nanti, tidak usah

registration-name = Bapak/Ibu kami panggil siapa? Tekan nama di bawah, atau tulis, misalnya <b>Bu Sari</b>.
    .topic = Nama
registration-phone = Nomor HP yang bisa dihubungi? Tekan tombol di bawah, atau tulis, misalnya <b>0812 3456 7890</b>.
    .topic = Nomor HP
    .share = 📱 Bagikan nomor saya
registration-whose = Pendaftaran ini untuk Bapak/Ibu sendiri, atau untuk keluarga?
    .topic = Pendaftaran untuk
    .self = Saya sendiri
    .self-also = sendiri, diri sendiri, untuk saya, saya
    .family = Keluarga saya
    .family-also = keluarga, suami, istri, anak, orang tua, bapak saya, ibu saya
registration-theirs = Ini tentang keluarga yang didaftarkan, betul?
    .topic = Tentang keluarga
    .yes = ✅ Betul
    .anew = ✏️ Ubah
    .anew-also = ubah, ganti, bukan, tidak, salah, itu saya, itu tentang saya, tanya lagi
registration-family-occupation = Yang didaftarkan kerja apa?
registration-family-employees = Apakah yang didaftarkan punya karyawan?
registration-family-work = Yang didaftarkan kerja apa? Tulis singkat, misalnya <b>tukang cukur</b>.
registration-family-age = Berapa umur yang didaftarkan sekarang?
registration-family-covered = Apakah yang didaftarkan sudah jadi peserta BPJS <b>Ketenagakerjaan</b>? Ini bukan BPJS Kesehatan.
registration-family-name = Siapa nama yang didaftarkan? Tulis, misalnya <b>Bu Sari</b>.
registration-family-village = Yang didaftarkan tinggal di desa atau kelurahan mana? Tulis namanya, misalnya <b>Pontang</b>, atau pilih di bawah.
registration-village = Tinggal di desa atau kelurahan mana? Tulis namanya, misalnya <b>Pontang</b>, atau pilih di bawah.
    .topic = Desa/kelurahan
registration-pick = Pilih di bawah, atau tulis nama desanya.
registration-neighbourhood = RT berapa, atau kampung apa? Tulis, misalnya <b>RT 3 RW 5</b>.
    .topic = RT/kampung
    .unknown = Tidak tahu
    .unknown-also = tidak tahu, gak tau, lupa, tidak hafal
registration-calltime = Enaknya dihubungi kapan?
    .topic = Waktu dihubungi
    .morning = Pagi
    .morning-also = pagi, pagi hari, subuh, kapan aja, kapan saja, kapanpun, kapan pun, kapan aja boleh, kapan saja boleh, kapan aja bisa, kapan saja bisa, terserah, terserah saja, bebas, bebas saja, jam berapa saja, jam berapa aja, sembarang, sembarang waktu, semua bisa, bisa semua, saban waktu, iraha wae, kapan bae
    .noon = Habis Zuhur
    .noon-also = siang, zuhur, dzuhur, duhur
    .afternoon = Habis Asar
    .afternoon-also = sore, asar, ashar
    .evening = Habis Magrib
    .evening-also = malam, magrib, maghrib, isya

registration-right = <b>{ $answer }</b>, betul?
registration-which = Yang mana? Pilih satu.
registration-yes = ✅ Betul
registration-no = Bukan
registration-none = Bukan semuanya

registration-line = { $topic }: <b>{ $answer }</b>
registration-summary = Mohon dibaca dulu. Kalau sudah betul, tekan <b>Kirim</b>.
registration-summary-family = Ini data keluarga Bapak/Ibu yang didaftarkan. Kalau sudah betul, tekan <b>Kirim</b>.
registration-summary-change = Tekan yang mau diubah. Kalau sudah betul, tekan <b>Kirim</b>.
registration-edit = ✏️ Ubah jawaban
registration-edit-also = ubah, ganti, salah, ada yang salah, bukan, tidak, belum
registration-change = ✏️ { $topic }
registration-send = ✅ Kirim
registration-send-also = kirim, ya, iya, y, betul, benar, sudah, sudah benar, ok, oke, 👍

registration-sent = Terima kasih. Minat Bapak/Ibu sudah tercatat, dan tanda terimanya kami kirim di bawah ini.
registration-after = Lanjut
registration-after-also = lanjut, ya, iya, y, ok, oke, 👍

registration-receipt = 🧾 <b>Tanda terima nomor { $number }</b>
registration-next-volunteers = Selanjutnya: relawan RT/RW atau petugas akan menghubungi Bapak/Ibu. Yang minta kode masuk atau transfer pribadi, itu bukan kami.
registration-next-office = Selanjutnya: petugas kantor akan menghubungi Bapak/Ibu. Yang minta kode masuk atau transfer pribadi, itu bukan kami.
registration-not-membership = Ini tanda minat, <b>bukan bukti kepesertaan</b>. Perlindungan baru berlaku setelah resmi terdaftar dan membayar iuran.

registration-lapse-unconsented = Jawaban yang dulu sudah kami hapus, karena { $hours } jam lewat tanpa izin. Kita mulai lagi dari awal, ya.
registration-lapse-abandoned = Jawaban yang dulu sudah kami hapus, karena { $days } hari tidak dilanjutkan. Kita mulai lagi dari awal, ya.
registration-sure = Kalau <b>{ $answer }</b>, pendaftaran ini kami hentikan dan jawabannya kami hapus. Betul begitu?
registration-sure-yes = Ya, benar
registration-sure-yes-also = ya, iya, y, betul, benar, 👍
registration-sure-back = ⬅️ Kembali
registration-sure-back-also = tidak, bukan, kembali, tidak jadi, batal

registration-out-young = Di bawah { $eligibility-adult_from } tahun perlu didampingi orang tua atau wali. Petugas membantu di sini; bisa juga telepon { $phone }.
registration-out-old = Untuk umur { $eligibility-hand_over_from } tahun ke atas, petugas yang menjelaskan di sini. Bisa juga telepon { $phone }.
registration-out-covered = Bagus, Bapak/Ibu tidak perlu mendaftar lagi. Untuk cek iuran atau klaim, telepon { $phone }.
registration-out-declined = Baik, jawaban tadi sudah kami hapus. Kalau berubah pikiran, tekan Daftar minat; kalau ragu, telepon { $phone }.
registration-out-own = Untuk nama dan nomor HP ini, kami perlu izin dari orangnya sendiri. Mohon beliau mendaftar dari HP-nya, atau telepon { $phone }.

registration-why-long = Maaf, tulisannya terlalu panjang. Cukup beberapa kata.
registration-why-name = Maaf, itu belum terbaca sebagai nama. Contoh: <b>Bu Sari</b>.
registration-why-work = Maaf, belum terbaca. Contoh: <b>tukang cukur</b>.
registration-why-village = Maaf, desa itu belum ketemu di wilayah kami. Contoh: <b>Pontang</b>; atau pilih di bawah.
registration-why-neighbourhood = Maaf, belum terbaca. Contoh: <b>RT 3 RW 5</b>, atau <b>Kampung Baru</b>.
registration-why-contact = Itu bukan nomor Bapak/Ibu sendiri. Tekan <b>Bagikan nomor saya</b>, atau tulis nomornya.
registration-why-phone-none = Tidak apa-apa. Tulis nomor keluarga atau tetangga yang boleh kami hubungi; kalau tidak ada, tekan <b>Bantuan petugas</b>.
registration-why-phone-not-a-number = Maaf, itu belum terbaca sebagai nomor HP. Contoh: <b>0812 3456 7890</b>.
registration-why-phone-too-short = Nomornya kurang panjang. Contoh: <b>0812 3456 7890</b>.
registration-why-phone-too-long = Nomornya kelebihan angka. Contoh: <b>0812 3456 7890</b>.
registration-why-phone-not-mobile = Itu bukan nomor HP. Nomor HP mulai dengan 08, misalnya <b>0812 3456 7890</b>.
registration-why-phone-foreign = Kami hanya bisa menghubungi nomor Indonesia. Contoh: <b>0812 3456 7890</b>.
