# The card of a lead with its phone number, for whoever took it.

cards-card =
    🧾 <b>{ $name }</b> ({ $number })
    HP: <b>{ $phone }</b>
    { $occupation }, { $place }
    Hubungi: { $calltime }

    Sebut dua kata ini supaya tidak dikira penipu: <b>{ $passphrase }</b>
    Jangan diteruskan ke grup, jangan terima uang.
cards-ready-text = Permisi { $name }, ini soal perlindungan BPJS Ketenagakerjaan yang Bapak/Ibu tanyakan. Dua kata kita: { $passphrase }. Kapan enaknya saya jelaskan?
cards-outcome = 📝 Catat hasilnya
cards-withdrawn-moved = Data ini sudah ditangani orang lain. Terima kasih sudah membantu.
cards-withdrawn-erased = Orang ini sudah menarik datanya. Mohon jangan dihubungi lagi.
cards-withdrawn-expired = Data ini sudah lewat masa simpannya, jadi kami hapus.
cards-gone = Satu tetangga menarik datanya. Mohon jangan dihubungi lagi.
cards-gone-paper = Di daftar cetak, coret nomor { $numbers }.
