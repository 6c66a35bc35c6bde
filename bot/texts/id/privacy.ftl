# A person's own data.

privacy =
    <b>Data Bapak/Ibu</b>

    Kami hanya mencatat jawaban di formulir, untuk menghubungi soal perlindungan kerja. Nama, nomor HP, dan tulisan Bapak/Ibu disimpan terkunci.

    Penanggung jawab: { $controller } ({ $contact }). Bapak/Ibu berhak melihat, membetulkan, menghapus, dan berhenti kapan saja.
privacy-see = Lihat data saya
privacy-erase = Hapus data saya
privacy-data-intro = <b>Semua yang kami simpan tentang Bapak/Ibu:</b>
privacy-data-account = Akun Telegram ini, sejak { $since }.
privacy-data-registration = Pendaftaran nomor <b>{ $number }</b>:
privacy-data-draft = Isian yang belum dikirim:
privacy-data-cases = { $count ->
   *[other] Permintaan bantuan: { $count }.
}
privacy-data-rights = Ada yang keliru? Tekan Bantuan petugas. Mau dihapus? Tekan Hapus data saya.
privacy-file-button = Kirim sebagai berkas
privacy-file-coming = Berkas sedang disiapkan.
privacy-file = Ini semua data Bapak/Ibu yang kami simpan.
privacy-file-name = data-saya.json
privacy-erase-ask = Semua data Bapak/Ibu akan dihapus, termasuk pendaftaran, dan tidak bisa kembali. Lanjutkan?
privacy-erase-yes = Ya, hapus semuanya
privacy-erase-no = Tidak jadi
privacy-erased = Semua data Bapak/Ibu sudah dihapus. Kalau suatu hari perlu lagi, tekan /start.
privacy-stopped = Baik, kami tidak akan mengirim pesan lagi. Bapak/Ibu tetap bisa bertanya di sini kapan saja.
privacy-resume = Boleh kirim pesan lagi
