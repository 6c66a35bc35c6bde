# Following leads up: the list, the card, and what came of a contact.

command-kembalikan = Kembalikan tugas
command-tugas = Tugas saya

followups-list = Yang perlu dikerjakan, paling mendesak di atas. 🔴 terlambat, 🆕 baru, 🟢 terjadwal.
followups-none = Tidak ada tugas. Terima kasih sudah membantu tetangga.
followups-back = ⬅️ Semua tugas
followups-card =
    🧾 <b>{ $name }</b> ({ $number })
    { $occupation }, { $place }
    Hubungi: { $calltime }
    Status: <b>{ $state }</b>
followups-next = Berikutnya: <b>{ $duty }</b>, { $at }.
followups-phone = 📞 Tampilkan nomor
followups-coming = Nomornya segera dikirim.
followups-return = Kembalikan
followups-stale = Data ini sudah berubah. Silakan lihat lagi.
followups-recorded = Tercatat. Terima kasih.
followups-taken = { $count } diterima.
followups-handed-on = Terima kasih. Kami cari orang lain.
followups-why = Kenapa belum bisa membantu <b>{ $name }</b>?
followups-ask-when = Janji bertemu <b>{ $name }</b> kapan?
followups-ask-reason = Kenapa <b>{ $name }</b> tidak berminat?
followups-state =
    .new = belum diterima
    .accepted = diterima
    .appointed = janji bertemu
    .interested = tertarik
    .unaffordable = mau, belum sanggup bayar
    .ready = siap daftar
    .registered = sudah terdaftar
    .paid = iuran pertama dicatat
    .confirmed = terlindungi
    .declined = tidak berminat
    .covered = sudah peserta
    .wrong = data salah
    .unreached = tidak tersambung
    .merged = digabung
followups-duty =
    .accept = jawab Terima
    .call = hubungi
    .meet = bertemu
    .check-back = tanya lagi
    .find-sponsor = carikan bantuan iuran
    .register = daftarkan resmi
    .help-pay = bantu iuran pertama
    .confirm = tunggu jawaban pekerja
followups-outcome =
    .appointment = 📅 Janji bertemu
    .interested = 🙂 Tertarik
    .ready = ✍️ Siap daftar
    .no-answer = 📵 Tidak tersambung
    .unaffordable = 💛 Mau, belum sanggup
    .registered = 🪪 Sudah terdaftar
    .paid = 💚 Sudah bayar pertama
    .declined = Tidak berminat
    .covered = Sudah peserta
    .wrong = Data salah
followups-cannot =
    .busy = Sedang sibuk
    .away = Sedang di luar kota
    .unknown = Bukan warga sini
    .other = Alasan lain
followups-when =
    .today = Hari ini, sore
    .tomorrow = Besok pagi
    .saturday = Sabtu
followups-reason =
    .cost = Iurannya berat
    .not-needed = Merasa tidak perlu
    .distrust = Takut penipuan
    .family = Keluarga tidak setuju
    .other = Alasan lain
followups-appointment = ⏰ Sebentar lagi janji dengan <b>{ $name }</b> ({ $occupation }, { $place }): { $at }.
