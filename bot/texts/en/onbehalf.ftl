# Registering somebody without Telegram, and taking such a record over.

command-daftarkan = Register a neighbour without Telegram

onbehalf-read-out = <i>Read this out, then type the answer.</i>
onbehalf-summary = Read it out once more. If it is right, tap <b>Send</b>.
onbehalf-name = What is their name? Write what people call them, such as <b>Bu Sari</b>.
onbehalf-phone = Which mobile number can they be reached at? Write it, such as <b>0812 3456 7890</b>.
onbehalf-village = Which village do you live in?
onbehalf-consent =
    <b>May I record this?</b>

    What is recorded: these answers, your name, phone number and home, and that I wrote it down. It is only so that our staff can contact you about this protection.

    { $months ->
        [0] It is kept as long as we need to contact you.
        [one] It is kept one month at most, then erased.
       *[other] It is kept { $months } months at most, then erased.
    } If you choose RT/RW, the neighbourhood's volunteers see it too.

    Responsible: { $controller } ({ $contact }). You may see it, correct it, erase it, and take back your consent at any time. Ask our office, or use the link and the two words that I give you.
onbehalf-out-declined = Right, nothing was recorded. Say thank you; they may change their mind at any time.
onbehalf-out-covered = Good, there is no need to register them again. To check contributions or claim, they can call { $phone }.
onbehalf-out-young = Under { $eligibility-adult_from }, a parent or guardian must be with them. Our staff know, and will contact you about this neighbour.
onbehalf-out-old = From the age of { $eligibility-hand_over_from } our staff explain it. They know, and will contact you about this neighbour.
onbehalf-handed-over = A neighbour, aged { $age }, is to be registered by the volunteer { $name }. Please get in touch through the volunteer.
onbehalf-alike-person = ⚠️ This person is recorded already, with the same name and phone. There is no need to send it again.
onbehalf-alike-phone-and-name = ⚠️ This phone is recorded with a name much like it. Ask first: have they been registered before?
onbehalf-alike-phone = ⚠️ This phone is recorded for somebody else. Go on only if this is somebody else.
onbehalf-alike-name = ⚠️ A name much like it is recorded in this village, with another phone. Ask first: have they been registered before?
onbehalf-theirs = On record: <b>{ $name }</b>, number <b>{ $number }</b>.
onbehalf-recorded =
    Recorded, number <b>{ $number }</b>. The two words: <b>{ $passphrase }</b>. Please tell them to the person.

    With Telegram, later, the record can be taken over at { $link }
onbehalf-known = This person is recorded already. Thank you.
onbehalf-again = ➕ Register another

claims-ask = A volunteer has recorded your data. Type the two words the volunteer gave you, for example: gajah biru.
claims-wrong = Sorry, these are not the two words. Please ask the volunteer again.
claims-over = Sorry, this link cannot be used. Tap Ask a person, somebody will help.
claims-done = { $name }, record <b>{ $number }</b> is your own now. See it with /data_saya, erase it with /hapus_data.
claims-consent = A volunteer read the consent out to you: name, phone number and home are kept so that staff can call you about this protection. Do you agree that it stays so?
claims-agree = 👍 I agree
claims-correct = ✏️ Put it right
