# What a volunteer is asked when a lead is given to them.

offers-offer =
    { $volunteer }, ada tetangga di { $place } yang ingin tahu perlindungan kerja.
    <b>{ $name }</b>, { $occupation }. Enaknya dihubungi { $calltime }. Bisa bantu?

    Nomornya muncul setelah Terima. Jangan diteruskan ke grup, jangan terima uang.
offers-moved = { $volunteer }, <b>{ $name }</b> ({ $occupation }, { $place }) sekarang menunggu Bapak/Ibu. Enaknya dihubungi { $calltime }.
offers-continue =
    { $volunteer }, tetangga ini butuh pendamping baru: <b>{ $name }</b>, { $occupation }, { $place }. Bisa lanjutkan dari <b>{ $stage }</b>?

    Nomornya muncul setelah Terima. Jangan diteruskan ke grup, jangan terima uang.
offers-appointed = Sudah ada janji bertemu: <b>{ $at }</b>.
offers-take = ✅ Terima
offers-cannot = Tidak bisa
offers-take-all = ✅ Terima semua ({ $count })
offers-complained = ⚠️ { $days ->
    [0] Beliau bilang belum dihubungi
   *[other] Beliau bilang sudah { $days } hari belum dihubungi
}. Mohon dihubungi hari ini.
offers-available =
    { $volunteer }, ada tetangga yang { $days ->
        [0] mendaftar hari ini dan belum ada pendampingnya
       *[other] sudah { $days } hari menunggu
    }: <b>{ $name }</b>, { $occupation }, { $place }.
    Enaknya dihubungi { $calltime }. Bisa ambil alih?
offers-take-over = 🙋 Saya ambil
