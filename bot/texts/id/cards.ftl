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
cards-withdrawn = Data ini sudah ditangani orang lain. Terima kasih sudah membantu.
