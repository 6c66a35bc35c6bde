# Registering somebody without Telegram, and taking such a record over.

command-daftarkan = Register a neighbour without Telegram

onbehalf-read-out = <i>Read this out, then type the answer.</i>
onbehalf-alike = ⚠️ This phone is recorded for somebody else. Go on only if this is somebody else.
onbehalf-recorded =
    Recorded, number <b>{ $number }</b>. The two words: <b>{ $passphrase }</b>. Please tell them to the person.

    With Telegram, later, the record can be taken over at { $link }
onbehalf-known = This person is recorded already. Thank you.
onbehalf-again = ➕ Register another

claims-ask = A volunteer has recorded your data. Type the two words the volunteer gave you, for example: gajah biru.
claims-wrong = Sorry, these are not the two words. Please ask the volunteer again.
claims-over = Sorry, this link cannot be used. Tap Ask a person, somebody will help.
claims-done = { $name }, record <b>{ $number }</b> is your own now. See it with /data_saya, erase it with /hapus_data.
claims-correct = ✏️ Put it right
