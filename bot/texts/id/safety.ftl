# Reporting an impostor, and warnings after something secret was pasted.

command-lapor = Laporkan penipu yang mengaku dari kami

safety-report = 🚩 Laporkan penipu
safety-report-also = lapor, laporkan, penipu, penipuan
safety-genuine = ✅ Apakah layanan ini asli
safety-ask =
    Ada yang mengaku dari kami? Tulis nomornya atau akunnya, dan apa yang diminta.

    Boleh juga kirim gambar layarnya. Petugas langsung kami beri tahu; kalau mendesak, telepon { $phone }.
safety-ask-words =
    Gambarnya sudah masuk. Sekarang tulis nomornya atau akunnya, dan apa yang diminta.

    Boleh juga tambah gambar. Kalau mendesak, telepon { $phone }.
safety-full = Cukup { $count } gambar. Gambar tadi tidak ikut dikirim; ceritakan isinya saja.
safety-send = ✅ Kirim gambarnya saja
safety-send-also = kirim, kirim saja, itu saja, sudah, cukup
safety-hidden = Angka rahasia di laporan tadi kami tutup, dan pesannya kami hapus dari sini. Jangan beri kode itu ke siapa pun, juga ke kami.
safety-ask-alone =
    Ada yang mengaku dari kami? Belum ada petugas yang bisa kami hubungi dari sini.

    Laporkan langsung lewat telepon { $phone }. Jangan kirim uang atau kode.
safety-nobody = Maaf, laporan tadi belum sampai ke petugas dan tidak kami simpan. Laporkan langsung lewat telepon { $phone }.
safety-refused = Maaf, laporan tadi tidak kami teruskan: sejam ini sudah beberapa laporan dari sini. Ceritakan yang ini lewat telepon { $phone }.
safety-reported = 🚩 <b>Laporan penipuan</b> dari { $name }: { $text }
safety-picture = 🚩 <b>Gambar laporan</b> dari { $name }
safety-wordless = hanya gambar

safety-warn-code =
    Pesan tadi seperti kode rahasia, jadi kami hapus dan tidak kami simpan. Jangan beri kode ke siapa pun, juga ke kami.

    Ada yang memintanya? Tekan /lapor, atau telepon { $phone }.

    Kalau itu bukan kode, tulis dengan kata.
safety-warn-pin =
    Pesan tadi berisi PIN atau sandi, jadi kami hapus dan tidak kami simpan. Segera ganti PIN atau sandinya.

    Ada yang memintanya? Tekan /lapor, atau telepon { $phone }.
safety-warn-card =
    Pesan tadi berisi nomor kartu, jadi kami hapus dan tidak kami simpan. Kami tidak pernah memintanya.

    Ada yang memintanya? Tekan /lapor, atau telepon { $phone }.

safety-nik = Nomor KTP (NIK) tidak perlu ditulis di sini. Angkanya sudah kami tutup, tidak kami simpan.
