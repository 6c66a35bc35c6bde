# Spreadsheets for those who complete official registrations.

command-siapdaftar = Berkas yang siap daftar

exports-title = Siap daftar
exports-ready = { $count ->
   *[other] <b>{ $count }</b> orang siap daftar. Berkas ini untuk Bapak/Ibu saja, jangan diteruskan.
}
exports-coming = Berkasnya segera dikirim. Pengambilan ini dicatat.
exports-none = Belum ada yang siap daftar.
exports-column =
    .number = Nomor
    .name = Nama
    .phone = HP
    .occupation = Pekerjaan
    .place = Tempat
    .calltime = Hubungi
    .idcard = KTP
    .email = Email
    .since = Siap sejak
