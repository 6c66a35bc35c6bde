# What staff see of leads.

command-leads = Minat yang tercatat

leads-notice = Minat baru { $number }: <b>{ $name }</b>, { $occupation }, { $place }. Hubungi: { $calltime }.
leads-complaint = ⚠️ <b>Keluhan</b> { $number }: { $days ->
    [0] belum dihubungi
   *[other] { $days } hari belum dihubungi
}. <b>{ $name }</b>, { $occupation }, { $place }. Mohon dihubungi hari ini; enaknya { $calltime }.
leads-open = Buka
leads-digest = { $count ->
   *[other] <b>{ $count }</b> minat baru masuk sejak pesan terakhir.
}
leads-list = ⬅️ Semua minat
leads-page = { $count ->
   *[other] <b>{ $count }</b> minat tercatat, terbaru di atas:
}
leads-none = Belum ada minat yang tercatat.
leads-gone = Data ini sudah tidak ada (mungkin dihapus pemiliknya).
leads-card =
    🧾 <b>{ $number }</b>
    Nama: <b>{ $name }</b>
    HP: <b>{ $phone }</b>
    Pekerjaan: { $occupation }
    Tempat: { $place }
    Hubungi: { $calltime }
    Sudah peserta: { $covered }
    Izin: { $routing }
    Masuk: { $at }
    Sumber: { $source }
leads-check = ⚠️ Tidak tahu apakah sudah peserta: mohon dicek dulu.
leads-family = Nomor ini milik keluarga yang mendaftarkan.
leads-whatsapp = WhatsApp
leads-telegram = Telegram
leads-branch-one = { $days ->
    [0] { $number } · { $occupation } · hari ini
   *[other] { $number } · { $occupation } · { $days } hari
}
leads-branch = { $count ->
   *[other] <b>{ $count }</b> minat menunggu kantor.
}
