# Whether an officer is on duty.

command-piket = Sedang bertugas atau libur

duty-on = Bapak/Ibu sedang bertugas. Permintaan baru dikirim ke sini.
duty-off = Bapak/Ibu libur sampai { $until }. Permintaan baru tidak dikirim ke sini, kecuali musibah.
duty-open =
    { $count ->
       *[other] Masih { $count } permintaan di tangan Bapak/Ibu. Alihkan atau kembalikan lewat /kasus.
    }
duty-leave =
    .today = Libur hari ini
    .three = Libur sampai 3 hari
    .week = Libur sampai 7 hari
duty-back = Bertugas lagi
