# Registering somebody without Telegram, and taking such a record over.

command-daftarkan = Daftarkan tetangga yang tidak pakai Telegram

onbehalf-read-out = <i>Bacakan ke orangnya, lalu isi jawabannya.</i>
onbehalf-alike = ⚠️ Nomor HP ini sudah tercatat atas nama lain. Lanjutkan hanya kalau ini orang lain.
onbehalf-recorded =
    Tercatat, nomor <b>{ $number }</b>. Dua katanya: <b>{ $passphrase }</b>. Tolong sampaikan ke orangnya.

    Kalau nanti pakai Telegram, datanya bisa diambil alih lewat { $link }
onbehalf-known = Orang ini sudah tercatat. Terima kasih.
onbehalf-again = ➕ Daftarkan lagi

claims-ask = Data Bapak/Ibu pernah dicatat relawan. Tulis dua kata yang diberikan relawan, misalnya: gajah biru.
claims-wrong = Maaf, dua kata itu belum cocok. Tanyakan lagi ke relawannya.
claims-over = Maaf, tautan ini tidak bisa dipakai. Tekan Bantuan petugas, nanti dibantu.
claims-done = { $name }, data nomor <b>{ $number }</b> sekarang milik Bapak/Ibu sendiri. Lihat di /data_saya, hapus lewat /hapus_data.
claims-correct = ✏️ Perbaiki lewat isian
