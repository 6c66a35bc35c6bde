# A person's own data.

command-privasi = Bagaimana data saya dijaga
command-data_saya = Lihat semua data saya
command-hapus_data = Hapus data saya
command-hapus_data-also = hapus data saya, hapus semua data, hapus semua data saya, hapus akun, hapus akun saya, hapus data ku, hapuskan data saya, pupus data kuring
command-berhenti = Berhenti dikirimi pesan
command-berhenti-also = berhenti kirim pesan, stop, unsubscribe, stop kirim pesan, jangan kirim pesan lagi, jangan kirimi saya lagi, eureun, mandeg

privacy =
    <b>Data Bapak/Ibu</b>

    <b>Yang kami catat:</b> jawaban di formulir, permintaan bantuan, dan akun Telegram ini. Nama, nomor HP, dan tulisan Bapak/Ibu disimpan terkunci.

    <b>Gunanya:</b> supaya petugas bisa menghubungi soal perlindungan kerja. Pesan lain hanya kalau Bapak/Ibu setuju.

    <b>Lamanya:</b> { $months ->
        [0] selama diperlukan untuk menghubungi Bapak/Ibu.
       *[other] paling lama { $months } bulan, lalu dihapus.
    }

    <b>Penanggung jawab:</b> { $controller } ({ $contact }).

    <b>Hak Bapak/Ibu:</b> melihat, membetulkan, menghapus, dan mencabut izin, kapan saja. Tekan tombol di bawah, atau minta bantuan petugas.
privacy-see = Lihat data saya
privacy-erase = Hapus data saya
privacy-data-intro = <b>Semua yang kami simpan tentang Bapak/Ibu:</b>
privacy-data-account = Akun Telegram ini, sejak { $since } ({ $language }).
privacy-data-registration = Pendaftaran nomor <b>{ $number }</b>:
privacy-data-draft = Isian yang belum dikirim:
privacy-data-consent-registration = Izin dicatat untuk dihubungi: { $answer } ({ $day })
privacy-data-consent-reminders = Izin diingatkan: { $answer } ({ $day })
privacy-data-consent-campaigns = Izin dikirimi kabar program: { $answer } ({ $day })
privacy-data-stopped = Berhenti dikirimi pesan: ya
privacy-data-source = Datang lewat tautan: { $first }, terakhir { $last }
privacy-data-cases = { $count ->
   *[other] Permintaan bantuan: { $count }.
}
privacy-data-case = Nomor { $number }: { $kind }, { $day } ({ $state })
privacy-data-older = { $count ->
   *[other] Ada { $count } pendaftaran yang lebih lama; semuanya ada di berkas.
}
privacy-data-messages = { $count ->
   *[other] Catatan pesan yang kami kirim: { $count }.
}
privacy-data-unread = { $count ->
   *[other] Pesan Bapak/Ibu yang gagal kami baca: { $count }. Dihapus setelah { $days } hari.
}
privacy-data-erased = Data Bapak/Ibu pernah dihapus: { $day }.
privacy-data-role = Terdaftar sebagai petugas layanan ini.
privacy-data-file = Rincian setiap catatan ada di berkas.
privacy-data-rights = Kalau ada yang keliru, tekan <b>Bantuan petugas</b>. Kalau mau dihapus, tekan <b>Hapus data saya</b>.
privacy-file-button = Kirim sebagai berkas
privacy-file-coming = Berkas sedang disiapkan.
privacy-file = Ini semua data Bapak/Ibu yang kami simpan.
privacy-file-name = data-saya.json
privacy-erase-ask = Semua data Bapak/Ibu akan dihapus, termasuk pendaftaran, dan tidak bisa kembali. Lanjutkan?
privacy-erase-yes = Ya, hapus semuanya
privacy-erase-yes-also = ya, iya, y, hapus, lanjut, 👍
privacy-erase-no = Tidak jadi
privacy-erase-no-also = tidak, jangan, batal
privacy-erased = Data Bapak/Ibu sudah dihapus; yang tersisa hanya tanda terkunci bahwa kami pernah menghapusnya. Kalau perlu lagi, tekan /start.
privacy-erase-ask-field = Tugas Bapak/Ibu sebagai relawan juga berhenti. Tetangga yang masih menunggu kami serahkan ke orang lain; data mereka tetap ada.
privacy-erased-field = Tugas Bapak/Ibu sebagai relawan sudah berhenti, dan tetangga yang menunggu sudah diserahkan ke orang lain. Yang pernah Bapak/Ibu catat untuk mereka tetap ada, tanpa nama Bapak/Ibu.
privacy-erased-role = Akses sebagai petugas kantor masih ada; hanya admin yang mencabutnya.
privacy-stopped =
    Baik. Pengingat dan kabar program tidak kami kirim lagi.

    Yang Bapak/Ibu minta sendiri tetap kami balas: pendaftaran dan bantuan petugas. Untuk menghapus pendaftaran: /hapus_data.
privacy-stopped-duty = Kabar untuk tugas petugas tetap datang.
privacy-resume = Boleh kirim pesan lagi
