# Registering somebody without Telegram, and taking such a record over.

command-daftarkan = Daftarkan tetangga yang tidak pakai Telegram

onbehalf-read-out = <i>Bacakan ke orangnya, lalu isi jawabannya.</i>
onbehalf-summary = Bacakan sekali lagi ke orangnya. Kalau sudah betul, tekan <b>Kirim</b>.
onbehalf-name = Namanya siapa? Tulis seperti panggilannya, misalnya <b>Bu Sari</b>.
onbehalf-phone = Nomor HP yang bisa dihubungi? Tulis, misalnya <b>0812 3456 7890</b>.
onbehalf-village = Tinggal di desa atau kelurahan mana?
onbehalf-consent =
    <b>Boleh saya catatkan?</b>

    Yang dicatat: jawaban tadi, nama, nomor HP, dan tempat tinggal Bapak/Ibu, dan bahwa saya yang mencatatnya. Gunanya hanya supaya petugas bisa menghubungi soal perlindungan ini.

    { $months ->
        [0] Disimpan selama diperlukan untuk menghubungi Bapak/Ibu.
       *[other] Disimpan paling lama { $months } bulan, lalu dihapus.
    } Kalau pilih RT/RW, relawan di sana juga melihatnya.

    Penanggung jawab: { $controller } ({ $contact }). Bapak/Ibu boleh melihat, membetulkan, menghapus, dan mencabut izin, kapan saja: lewat petugas kantor, atau sendiri dengan tautan dan dua kata dari saya.
onbehalf-out-declined = Baik, tidak ada yang dicatat. Sampaikan terima kasih; kalau berubah pikiran, bisa kapan saja.
onbehalf-out-covered = Bagus, orangnya tidak perlu didaftarkan lagi. Untuk cek iuran atau klaim, beliau bisa telepon { $phone }.
onbehalf-out-young = Di bawah { $eligibility-adult_from } tahun perlu didampingi orang tua atau wali. Petugas sudah kami kabari, dan akan menghubungi Bapak/Ibu soal tetangga ini.
onbehalf-out-old = Untuk umur { $eligibility-hand_over_from } tahun ke atas, petugas yang menjelaskan. Petugas sudah kami kabari, dan akan menghubungi Bapak/Ibu soal tetangga ini.
onbehalf-handed-over = Tetangga dari relawan { $name } mau didaftarkan, umurnya { $age }. Tolong hubungi lewat relawannya.
onbehalf-alike-person = ⚠️ Orang ini sudah tercatat, nama dan nomornya sama. Tidak perlu dikirim lagi.
onbehalf-alike-phone-and-name = ⚠️ Nomor HP ini sudah tercatat dengan nama yang mirip. Tanyakan dulu: sudah pernah didaftarkan?
onbehalf-alike-phone = ⚠️ Nomor HP ini sudah tercatat atas nama lain. Lanjutkan hanya kalau ini orang lain.
onbehalf-alike-name = ⚠️ Di desa ini sudah tercatat nama yang mirip, dengan nomor lain. Tanyakan dulu: sudah pernah didaftarkan?
onbehalf-theirs = Yang tercatat: <b>{ $name }</b>, nomor <b>{ $number }</b>.
onbehalf-recorded =
    Tercatat, nomor <b>{ $number }</b>. Dua katanya: <b>{ $passphrase }</b>. Tolong sampaikan ke orangnya.

    Kalau nanti pakai Telegram, datanya bisa diambil alih lewat { $link }
onbehalf-known = Orang ini sudah tercatat. Terima kasih.
onbehalf-again = ➕ Daftarkan lagi

claims-ask = Data Bapak/Ibu pernah dicatat relawan. Tulis dua kata yang diberikan relawan, misalnya: gajah biru.
claims-wrong = Maaf, dua kata itu belum cocok. Tanyakan lagi ke relawannya.
claims-over = Maaf, tautan ini tidak bisa dipakai. Tekan Bantuan petugas, nanti dibantu.
claims-done = { $name }, data nomor <b>{ $number }</b> sekarang milik Bapak/Ibu sendiri. Lihat di /data_saya, hapus lewat /hapus_data.
claims-consent = Izinnya dulu dibacakan relawan: nama, nomor HP, dan tempat tinggal dicatat supaya petugas bisa menghubungi soal perlindungan ini. Setuju itu tetap berlaku?
claims-agree = 👍 Setuju
claims-correct = ✏️ Perbaiki lewat isian
