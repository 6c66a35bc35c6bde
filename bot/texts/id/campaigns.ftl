# Campaigns: what staff compose, approve and watch. What recipients read is staff's own text, checked by the rules below.

command-siar = Siaran ke banyak orang

# --- fields: what stands in braces ---

campaigns-somebody =
    .name = Bapak/Ibu
    .village = desa setempat
    .occupation = pekerja
campaigns-village = { $kind } { $name }
campaigns-price-discounted = mulai { $price }, sampai { $until }
campaigns-price-normal = mulai { $price } per { $until }
campaigns-grant = { $grant }, kalau sudah { $after } membayar iuran
campaigns-work-grant = mulai { $amount } kalau meninggal karena kerja ({ $times } kali penghasilan { $base })
campaigns-scholarship = { $children ->
   *[other] sampai { $total } untuk { $children } anak, kalau sudah { $after } membayar iuran
}
campaigns-stop = 🔕 Berhenti

# --- why a text is refused: each says what to change ---

campaigns-why-account = Ada deretan angka yang tampak seperti nomor rekening atau HP: <b>{ $what }</b>. Hapus, supaya siaran kita tidak ditiru penipu.
campaigns-why-button-kind = Tombol itu tidak ada: <b>{ $what }</b>. Pilih dari daftar tombol.
campaigns-why-button-label = Tulisan tombol paling banyak { $limit } huruf. Persingkat: <b>{ $what }</b>.
campaigns-why-buttons = Tombol paling banyak { $limit }. Hapus salah satu.
campaigns-why-demand = Jangan meminta kode, sandi, atau uang: <b>{ $what }</b>. Kita berjanji tidak pernah memintanya; yang boleh hanya peringatan, misalnya "kami tak pernah minta kode masuk".
campaigns-why-empty = Isinya masih kosong. Tulis dulu isi siarannya.
campaigns-why-fact = Angka <b>{ $what }</b> tidak berlaku pada hari itu. Hapus, atau tanyakan ke pusat.
campaigns-why-field = Isian <b>{ $what }</b> tidak dikenal. Yang bisa dipakai: { $fields }.
campaigns-why-file-kind = Berkas <b>{ $what }</b> tidak boleh disiarkan. Yang boleh: { $endings }.
campaigns-why-forward = Jangan minta orang menyebarkan pesan: <b>{ $what }</b>. Kabar bohong menyebar dengan cara itu.
campaigns-why-host = Tautan ke <b>{ $what }</b> tidak ada di daftar situs yang boleh. Yang boleh: { $hosts }.
campaigns-why-link-empty = Ada tautan tanpa alamat. Isi alamatnya, atau hapus tautannya.
campaigns-why-link-https = Alamat <b>{ $what }</b> tidak bisa dipakai. Tulis lengkap dan biasa, diawali https://.
campaigns-why-mention = Jangan menyebut akun <b>{ $what }</b>. Orang bisa dibawa ke akun palsu yang mirip.
campaigns-why-name = Nama siaran 1 sampai { $limit } huruf. Coba lagi, misalnya <b>Nelayan Pontang Desember</b>.
campaigns-why-politics = Kata <b>{ $what }</b> berbau politik. Kantor cabang tidak memihak; hapus kata itu.
campaigns-why-program = Jangan kirim atau menyebut berkas aplikasi: <b>{ $what }</b>. Kita berjanji tidak pernah mengirimnya.
campaigns-why-promise = Jangan menjanjikan kepastian: <b>{ $what }</b>. Setiap manfaat ada syaratnya; hapus kata itu.
campaigns-why-shortener = Tautan pendek <b>{ $what }</b> menyembunyikan tujuannya. Tulis alamat lengkapnya.
campaigns-why-sum = Jangan ketik sendiri angka <b>{ $what }</b>: bisa salah atau tidak berlaku lagi. Pakai isian { $instead }, angka dan syaratnya terisi sendiri.
campaigns-why-tag = Telegram tidak mengenal tanda <b>&lt;{ $what }&gt;</b>. Pakai tebal, miring, atau tautan dari menu Telegram.
campaigns-why-too-long = Terlalu panjang: bisa sampai { $what } huruf, paling banyak { $limit }. Persingkat isinya.
campaigns-why-unclosed = Tanda <b>&lt;{ $what }&gt;</b> tidak ditutup dengan urut. Tutup, atau hapus.

# --- the list and the card ---

campaigns-list = Siaran terakhir. Pilih satu, atau buat yang baru.
campaigns-none = Belum ada siaran. Buat yang pertama?
campaigns-new = ➕ Siaran baru
campaigns-new-also = baru, buat, siaran baru
campaigns-rules-open = 📜 Aturan isi
campaigns-back = ⬅️ Daftar siaran
campaigns-state =
    .draft = disusun
    .submitted = menunggu persetujuan
    .approved = disetujui, belum mulai
    .scheduled = dijadwalkan
    .running = sedang berjalan
    .paused = dijeda
    .cancelled = dibatalkan
    .finished = selesai
    .refused = ditolak
campaigns-card =
    <b>{ $name }</b> · nomor { $number }
    Keadaan: { $state }
    Dibuat oleh: { $maker }
campaigns-draft-card =
    Isi: { $texts }
    Tombol: { $buttons }
    Penerima: { $segment }
campaigns-nothing = belum ada
campaigns-note = Catatan penyetuju: { $note }
campaigns-stale = Siaran ini sudah berubah. Ini yang terbaru.

# --- composing ---

campaigns-name-ask = Apa nama siarannya? Hanya petugas yang melihat nama ini, misalnya <b>Nelayan Pontang Desember</b>.
campaigns-edit-text = ✍️ Isi: { $language }{ $mark }
campaigns-edit-buttons = 🔘 Tombol ({ $count })
campaigns-edit-segment = 👥 Penerima
campaigns-text-ask = Kirim isi siaran (<b>{ $language }</b>): tulisan, atau foto, dokumen, atau suara dengan keterangannya.
campaigns-text-now = Isi sekarang { $length } dari { $limit } huruf, dihitung dengan isian terpanjang.
campaigns-text-fields = Bisa memakai isian: { $fields }. Isian angka sudah memuat kata “mulai”, tanggal, dan syaratnya: lihat di pratinjau.
campaigns-file = Berkas untuk siaran “{ $name }”.
campaigns-text-drop-file = 📎 Lepas berkas
campaigns-text-drop = 🗑 Hapus bahasa ini
campaigns-refused-lead = Belum bisa disimpan:
campaigns-buttons-ask = Tekan untuk memasang atau melepas; paling banyak { $limit }. Untuk tautan, tulis dua baris: tulisan tombol, lalu alamatnya.
campaigns-buttons-always = Tombol berhenti selalu ada di bawah.
campaigns-preview-only = Ini pratinjau: tombolnya belum bekerja.
campaigns-test-ask = Kirim contoh ke siapa?
campaigns-test-staff = { $role } ···{ $tail }
campaigns-test-named = { $name } · { $role }
campaigns-test-former = Mantan petugas
campaigns-test-coming = Contoh sedang dikirim
campaigns-test-mark = 🧪 Contoh siaran { $number } (nama belum diketahui)
campaigns-nobody-decides = ⚠️ Belum ada orang lain yang boleh menyetujui. Minta admin menunjuk penyetuju yang tidak ikut menulis.
campaigns-too-late = Siaran ini sudah berubah, jadi tulisan tadi tidak disimpan. Ini yang terbaru.
campaigns-not-passed-on-withdrawn = Siaran ini sudah ditarik kembali oleh pembuatnya. Catatan Bapak/Ibu tidak diteruskan.
campaigns-not-passed-on-changed = Siaran ini sudah berubah sebelum catatan Bapak/Ibu sampai. Catatannya tidak diteruskan.
campaigns-submitted = Sudah diajukan. Orang lain yang menyetujui, lalu kami beri tahu.
campaigns-discard-sure = Buang siaran <b>{ $name }</b>? Isinya tidak bisa kembali.
campaigns-discard-yes = Ya, buang

# --- the rules staff can read ---

campaigns-rules-card =
    <b>Situs yang boleh ditaut</b>
    { $hosts }

    <b>Penyingkat tautan, selalu ditolak</b>
    { $shorteners }

    <b>Kata politik, selalu ditolak</b>
    { $words }

    <b>Tidak pernah kita minta; hanya boleh diperingatkan</b>
    { $secrets }, atau uang lewat { $payees }

    <b>Janji pasti, selalu ditolak</b>
    { $promises }

    <b>Angka rupiah jangan diketik di dekat kata ini; pakai isian</b>
    { $sums }

    <b>Berkas yang boleh</b>
    { $documents }

    Ditolak juga: nomor rekening atau HP, berkas aplikasi, ajakan menyebarkan pesan, dan akun lain.

# --- recipients: criteria that hold together ---

campaigns-segment =
    <b>Siapa penerimanya?</b> Pilih satu atau beberapa syarat; semuanya harus cocok.

    { $rule }
campaigns-segment-name = Untuk menyimpan syarat ini, tulis namanya.
campaigns-segment-kept = Disimpan dengan nama <b>{ $name }</b>.
campaigns-segment-taken = Nama <b>{ $name }</b> sudah dipakai. Tulis nama lain.
campaigns-segment-saved = 📁 Yang tersimpan
campaigns-segment-clear = 🧹 Kosongkan
campaigns-segments = Pilih syarat yang tersimpan. Siaran ini memakai salinannya.
campaigns-segments-none = Belum ada syarat yang disimpan.
campaigns-rule-everybody = Semua orang
campaigns-rule-line = { $what }: { $values }
campaigns-rule-more = { " " }dan { $count } lagi
campaigns-no-lead = belum daftar minat
campaigns-unnamed = (tanpa nama)
campaigns-by =
    .occupations = Pekerjaan
    .areas = Wilayah
    .groups = Kelompok
    .states = Tahap
    .languages = Bahasa
    .sources = Asal
    .seen = Terakhir terlihat
    .notin = Bukan penerima
campaigns-days-within = dalam { $days } hari ini
campaigns-days-silent = diam lebih dari { $days } hari
campaigns-pick = <b>{ $what }</b>: pilih satu atau beberapa. Tekan lagi untuk melepas.
campaigns-pick-none = <b>{ $what }</b>: belum ada yang bisa dipilih.
campaigns-pick-area = <b>{ $what }</b>: pilih di bawah, atau tulis nama kecamatan atau desanya.
campaigns-pick-which = Yang mana maksudnya?
campaigns-pick-done = ✅ Selesai
campaigns-audience = { $found ->
   *[other] <b>{ $audience } orang</b> dari { $found }; tidak dikirim: { $reasons }.
}
campaigns-audience-all = { $found ->
   *[other] <b>{ $audience } orang</b> dari { $found }.
}
campaigns-left-no-consent = { $count } tanpa izin
campaigns-left-opted-out = { $count } berhenti
campaigns-left-unreachable = { $count } tak terjangkau
campaigns-left-capped = { $count } baru dikirimi
campaigns-left-erased = { $count } minta dihapus
campaigns-sample =
    Contohnya:
    { $people }

# --- approving ---

campaigns-times =
    Mulai: { $start } ({ $planned })
    Lamanya: { $hours } jam { $minutes } menit, selesai { $end }
campaigns-times-in-waves =
    Mulai: { $start } ({ $planned })
    Lamanya: paling cepat { $hours } jam { $minutes } menit, selesai paling cepat { $end }
campaigns-cost = { $count ->
   *[other] Biaya paling banyak { $stars } Telegram Stars untuk { $count } orang.
}
campaigns-planned = sesuai jadwal
campaigns-at-once = kalau dimulai sekarang
campaigns-expected = { $high ->
   *[other] { $low }-{ $high } orang, dari siaran lalu
}
campaigns-expected-unknown = belum bisa dikira
campaigns-field =
    Perkiraan peminat: { $answers }
    Relawan sanggup menerima: { $slots }
    Desa tanpa relawan: { $villages }
campaigns-field-strained = { $wave ->
   *[other] ⚠️ Peminat bisa lebih banyak daripada yang sanggup dijawab relawan. Dikirim bertahap, { $wave } orang sekali kirim.
}
campaigns-approved = Disetujui
campaigns-reason-return = Apa yang perlu diperbaiki? Tulis singkat; pembuatnya membaca ini.
campaigns-reason-refuse = Mengapa ditolak? Tulis singkat; pembuatnya membaca ini.
campaigns-news-submitted = ⏳ Siaran <b>{ $name }</b> ({ $number }) menunggu persetujuan Bapak/Ibu.
campaigns-news-approved = ✅ Siaran <b>{ $name }</b> ({ $number }) disetujui. Tinggal dimulai atau dijadwalkan.
campaigns-news-draft = ↩️ Siaran <b>{ $name }</b> ({ $number }) dikembalikan untuk diperbaiki.
campaigns-news-refused = 🚫 Siaran <b>{ $name }</b> ({ $number }) ditolak.
campaigns-news-paused = ⏸ Siaran <b>{ $name }</b> ({ $number }) berhenti sendiri.
campaigns-news-finished = 🏁 Siaran <b>{ $name }</b> ({ $number }) selesai.
campaigns-open = Buka

# --- doing: what stands on the card ---

campaigns-do =
    .wave = 🌊 Kirim berikutnya
    .preview = 👁 Pratinjau
    .test = 🧪 Uji kirim
    .submit = 📤 Ajukan
    .discard = 🗑 Buang
    .approve = ✅ Setujui
    .return = ↩️ Kembalikan
    .refuse = 🚫 Tolak
    .withdraw = ↩️ Tarik kembali
    .start = ▶️ Mulai sekarang
    .schedule = 🗓 Jadwalkan
    .cancel = ✖️ Batalkan
    .pause = ⏸ Jeda
    .resume = ▶️ Lanjutkan
    .watch = 📡 Pantau
    .ledger = 📒 Catatan kirim
    .results = 📊 Hasil
    .retry = 🔁 Ulangi yang gagal
    .unknown = ❔ Tidak pasti
    .copy = 📄 Salin

# --- when ---

campaigns-when-day = Hari apa mulainya? Pilih, atau tulis seperti <b>25/11 09.30</b>. Waktu { $zone }.
campaigns-when-hour = Jam berapa? Pilih, atau tulis seperti <b>25/11 09.30</b>. Waktu { $zone }.
campaigns-when-typed = Kami belum paham. Tulis hari dan jam, misalnya <b>25/11 09.30</b>.
campaigns-when-past = Waktu itu sudah lewat atau terlalu jauh. Pilih waktu dalam setahun ini.
campaigns-scheduled = Dijadwalkan
campaigns-begins-later = Dijadwalkan. Pesan hanya keluar pukul { $begins }-{ $ends }, jadi yang pertama { $start }.

# --- progress ---

campaigns-live = 📡 <b>{ $name }</b>: { $state }
campaigns-live-soon = Sebentar, angkanya sedang dihitung.
campaigns-watching = Pantauan dikirim
campaigns-progress =
    { $bar } { $percent } persen
    { $total ->
       *[other] { $done } dari { $total } orang
    }
campaigns-counts =
    ✅ { $sent } terkirim · ❌ { $failed } gagal
    🚫 { $unreachable } tak terjangkau · ❔ { $unknown } tidak pasti
    ✖️ { $cancelled } dilewati · ⏳ { $waiting } menunggu
campaigns-pace = { $rate ->
   *[other] { $rate } pesan per detik, kira-kira { $hours } jam { $minutes } menit lagi.
}
campaigns-canary = { $count ->
   *[other] { $count } orang pertama sudah dikirimi. Kami tunggu hasilnya sebelum lanjut.
}
campaigns-wave = { $count ->
   *[other] { $count } orang sudah dikirimi. Yang berikutnya menunggu relawan sanggup menjawab.
}
campaigns-many-unreachable = ⚠️ Banyak yang tak terjangkau: { $percent } persen. Mungkin daftarnya sudah lama.
campaigns-wave-released = Gelombang berikutnya dikirim
campaigns-resting = Belum ada yang dikirim saat ini. Di luar jam kirim, kami menunggu pagi.
campaigns-paused = Dijeda: { $reason }
campaigns-paused-by-staff = oleh petugas
campaigns-finished = Selesai { $at }.
campaigns-sure-cancel = Batalkan siaran ini? { $count } orang yang masih menunggu tidak akan menerimanya.
campaigns-sure-retry = Kirim lagi ke { $count } orang yang gagal? Yang sudah menerima tidak dikirimi lagi.
campaigns-sure-unknown = { $count } orang mungkin sudah menerima, mungkin belum. Kirim ulang dengan tanda kiriman ulang?
campaigns-sure-yes =
    .cancel = Ya, batalkan
    .retry = Ya, kirim lagi
    .unknown = Ya, kirim ulang

# --- afterwards ---

campaigns-ledger = <b>{ $name }</b> · { $filter }
campaigns-ledger-none = Tidak ada.
campaigns-ledger-file = { $count ->
   *[other] Catatan kirim <b>{ $name }</b>: { $count } baris. Jangan diteruskan.
}
campaigns-first-page = ⏮ Awal
campaigns-resent = kiriman ulang
campaigns-export-coming = Berkas sedang dikirim
campaigns-export =
    .xlsx = 📗 Excel
    .csv = 📄 Teks tabel
campaigns-filter =
    .all = Semua
    .sent = Terkirim
    .failed = Gagal
    .unreachable = Tak terjangkau
    .unknown = Tidak pasti
    .waiting = Menunggu
    .cancelled = Dilewati
campaigns-message =
    .queued = menunggu
    .sending = sedang dikirim
    .sent = terkirim
    .errored = dicoba lagi
    .failed = gagal
    .unreachable = tak terjangkau
    .unknown = tidak pasti
    .cancelled = dilewati
campaigns-column =
    .name = nama
    .village = desa
    .state = keadaan
    .at = waktu
    .reason = sebab
    .attempts = percobaan
campaigns-results = 📊 Hasil <b>{ $name }</b>
campaigns-came =
    Terkirim: { $sent }
    Daftar minat: { $registered }
    Pembayaran pertama: { $paid }
    Berhenti: { $stops }
    Melapor penipuan: { $reports }
campaigns-tapped = Menekan { $label }: { $count }

campaigns-cannot-own = Yang ikut menulis atau mengajukan tidak boleh menyetujui. Orang lain yang memutuskan.
campaigns-cannot-gone = Salah satu penulisnya sudah menghapus datanya, jadi tidak bisa disetujui. Tolak, lalu minta petugas menyalinnya.
campaigns-cannot-nobody = Belum ada satu pun penerima yang bisa dikirimi. Lihat sebabnya di Penerima.
campaigns-cannot-no-text = Isi bahasa Indonesia belum ada
campaigns-cannot-nothing-to-retry = Tidak ada yang perlu diulang
campaigns-cannot-past = Waktu itu sudah lewat
campaigns-cannot-too-far = Waktu itu lebih dari setahun lagi
campaigns-stopped =
    .words = isinya ditolak Telegram
    .trouble = terlalu banyak yang gagal
    .stops = banyak orang minta berhenti
    .reports = ada penerima yang melapor penipuan
    .budget = anggaran Stars sudah habis
