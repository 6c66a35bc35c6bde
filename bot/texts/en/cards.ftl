# The card of a lead with its phone number, for whoever took it.

cards-card =
    🧾 <b>{ $name }</b> ({ $number })
    Phone: <b>{ $phone }</b>
    { $occupation }, { $place }
    Call: { $calltime }

    Say these two words, so that you are not taken for a fraud: <b>{ $passphrase }</b>
    Do not forward this to a group, do not take money.
cards-ready-text = Hello { $name }, this is about the BPJS Ketenagakerjaan protection you asked about. Our two words: { $passphrase }. When may I explain?
cards-outcome = 📝 Record what came of it
cards-withdrawn-moved = Somebody else looks after this now. Thank you for your help.
cards-withdrawn-erased = This person has withdrawn their data. Please do not contact them any more.
cards-withdrawn-expired = This was kept as long as it may be, so we have deleted it.
cards-gone = A neighbour has withdrawn their data. Please do not contact them any more.
cards-gone-paper = On the printed list, strike out number { $numbers }.
