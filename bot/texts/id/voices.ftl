# Screens read aloud, and recording them.

voices-hear =
    .id = 🔊 Bahasa Indonesia
    .jv-serang = 🔊 Jawa Serang
    .su-banten = 🔊 Sunda Banten
    .en = 🔊 English
voices-record = 🎙 Rekam suara
voices-which = Mau dibacakan dalam bahasa apa?
voices-send = Kirim pesan suaranya sekarang, untuk { $language }. Bacakan isi layar tadi.
voices-kept = Terima kasih. Suaranya dipasang setelah didengar orang kedua.
voices-in =
    .id = Bahasa Indonesia
    .jv-serang = Jawa Serang
    .su-banten = Sunda Banten
    .en = English
voices-waiting = 🕓 Rekaman baru: { $language }
voices-notice = Ada rekaman baru, { $language }: { $page }
voices-listen = 🎧 Dengarkan
voices-judge =
    Rekaman { $language }: <b>{ $page }</b>

    Apa isinya sama dengan tulisannya?
voices-changed-since = Tulisannya sudah berubah. Halaman itu perlu direkam lagi.
voices-decided = Rekaman itu sudah diputuskan.
voices-approved = Rekaman { $language } sudah dipasang: { $page }
voices-rejected = Rekaman { $language } belum cocok dengan tulisannya: { $page }. Mohon direkam lagi.
voices-outdated = Ada isi yang berubah. Rekaman ini tidak diputar lagi, dan perlu direkam ulang:
voices-outdated-page = • { $page } ({ $language })
voices-back = ⬅️ Batal
voices-back-also = batal, kembali
