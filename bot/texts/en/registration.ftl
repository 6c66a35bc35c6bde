# The registration: one question a message, at most two short sentences.

command-daftar = Register interest
command-daftar-also = register, sign up

registration-step = <i>Step { $step } of { $steps }</i>

registration-known = Number <b>{ $number }</b> is on record. Fill it in again for family, or if something has changed; /status tells how it stands.
registration-occupation = What is your work?
    .topic = Work
    .transport = Driver or ojek
    .trader = Market trader
    .farmer = Farmer
    .fisher = Fisher
    .business = Small business
    .daily = Day labourer
    .other = Something else
    .other-also = other, another, something else
registration-employees = Do you have employees?
    .topic = Employees
    .yes = Yes, I do
    .no = No, just me
    .no-also = just me, me, alone, by myself
registration-work = What is your work? Write a few words, such as <b>barber</b>.
    .topic = Kind of work
registration-age = How old are you now?
    .topic = Age
    .under18 = Under { $eligibility-adult_from }
    .upto39 = { $eligibility-adult_from } - 39
    .upto63 = 40 - { $last }
    .from64 = { $eligibility-hand_over_from } or over
registration-covered = Are you a member of BPJS <b>Ketenagakerjaan</b> already? This is not BPJS Kesehatan.
    .topic = Already a member
    .yes = Yes, already
    .no = Not yet
    .unknown = I don't know

registration-gives = After an accident at work: treatment as medically needed, with no limit on the cost. While you cannot work because of it, you receive pay in place of your income.
registration-consent-which = All right. Through the volunteers, or the branch alone? Please tap one of the buttons.
registration-consent =
    <b>May we record this?</b>

    We record your answers here, your name, phone number, where you live, and this Telegram account. It is only so that our staff can contact you about this protection.

    { $months ->
        [0] It is kept as long as we need to contact you.
        [one] It is kept one month at most, then erased.
       *[other] It is kept { $months } months at most, then erased.
    } If you choose RT/RW, the neighbourhood's volunteers see it too.

    Responsible: { $controller } ({ $contact }). You may see it, correct it, erase it, and take back your consent at any time: /data_saya, /hapus_data.
    .topic = Consent
    .volunteers = Yes, through my RT/RW
    .volunteers-also = rt, rw, rt rw, volunteers, through rt/rw
    .office = Yes, office staff only
    .office-also = office, staff, office only
    .no = Not now
    .no-also = no, not now, later, don't

registration-name = What may we call you? Tap the name below, or write it, such as <b>Bu Sari</b>.
    .topic = Name
registration-phone = Which mobile number can we reach you at? Tap the button below, or write it, such as <b>0812 3456 7890</b>.
    .topic = Mobile number
    .share = 📱 Share my number
registration-whose = Is this registration for yourself, or for somebody in your family?
    .topic = Registration for
    .self = Myself
    .self-also = me, for me, for myself, self
    .family = My family
    .family-also = family, husband, wife, child, parents, my father, my mother
registration-theirs = This is about the one in your family who is registered, is that right?
    .topic = About your family
    .yes = ✅ That's right
    .anew = ✏️ Change
    .anew-also = change, no, wrong, that is me, it is about me, ask again
registration-family-occupation = What work does the one you register do?
registration-family-employees = Does the one you register have employees?
registration-family-work = What work does the one you register do? Write a few words, such as <b>barber</b>.
registration-family-age = How old is the one you register now?
registration-family-covered = Is the one you register a member of BPJS <b>Ketenagakerjaan</b> already? This is not BPJS Kesehatan.
registration-family-name = What is the name of the one you register? Write it, such as <b>Bu Sari</b>.
registration-family-village = Which village does the one you register live in? Write its name, such as <b>Pontang</b>, or choose below.
registration-village = Which village do you live in? Write its name, such as <b>Pontang</b>, or choose below.
    .topic = Village
registration-pick = Choose below, or write the name of the village.
registration-neighbourhood = Which RT, or which kampung? Write it, such as <b>RT 3 RW 5</b>.
    .topic = RT or kampung
    .unknown = I don't know
    .unknown-also = don't know, no idea, forgot, tidak tahu
registration-calltime = When would you like to be called?
    .topic = When to call
    .morning = Morning
    .morning-also = in the morning, early, pagi, any time, anytime, whenever, no matter, kapan aja, kapan saja, terserah, bebas
    .noon = After Zuhur (noon)
    .noon-also = noon, zuhur, midday, after lunch
    .afternoon = After Asar (afternoon)
    .afternoon-also = afternoon, asar, sore
    .evening = After Magrib (evening)
    .evening-also = evening, magrib, night, malam

registration-right = <b>{ $answer }</b>, is that right?
registration-which = Which one? Please choose.
registration-yes = ✅ That's right
registration-no = No
registration-none = None of these

registration-line = { $topic }: <b>{ $answer }</b>
registration-summary = Please read it through. If all is right, tap <b>Send</b>.
registration-summary-family = This is about the one in your family whom you register. If all is right, tap <b>Send</b>.
registration-summary-change = Tap what you want to change. If all is right, tap <b>Send</b>.
registration-edit = ✏️ Change an answer
registration-edit-also = change, edit, wrong, no
registration-change = ✏️ { $topic }
registration-send = ✅ Send
registration-send-also = send, yes, y, right, correct, ok, okay, ya, iya, 👍

registration-sent = Thank you. Your interest is recorded, and your receipt follows below.
registration-after = Go on
registration-after-also = go on, next, yes, y, ok, okay, ya, 👍

registration-receipt = 🧾 <b>Receipt number { $number }</b>
registration-next-volunteers = Next: a neighbourhood volunteer or our staff will contact you. Whoever asks for a login code or a personal transfer is not one of us.
registration-next-office = Next: our office staff will contact you. Whoever asks for a login code or a personal transfer is not one of us.
registration-not-membership = This shows your interest; it is <b>no proof of membership</b>. Protection begins only once you are officially registered and have paid.

registration-lapse-unconsented = We have deleted your earlier answers, because { $hours } hours went by without your consent. Let us begin again.
registration-lapse-abandoned = We have deleted your earlier answers, because nothing was added to them for { $days } days. Let us begin again.
registration-sure = If it is <b>{ $answer }</b>, this registration ends here and its answers are deleted. Is that right?
registration-sure-yes = Yes, it is
registration-sure-yes-also = yes, y, right, 👍
registration-sure-back = ⬅️ Back
registration-sure-back-also = no, back, cancel

registration-out-young = Under { $eligibility-adult_from }, a parent or guardian must be with you. Our staff help you here; you can also call { $phone }.
registration-out-old = From the age of { $eligibility-hand_over_from } our staff explain it here. You can also call { $phone }.
registration-out-covered = Good, you need not register again. To check contributions or make a claim, call { $phone }.
registration-out-declined = All right, your answers just now are erased. If you change your mind, tap Register interest; if in doubt, call { $phone }.
registration-out-own = For this name and phone number, we need to hear from the person. Please let them register on their own phone, or call { $phone }.

registration-why-long = Sorry, that is too long. A few words are enough.
registration-why-name = Sorry, we could not read that as a name. An example: <b>Bu Sari</b>.
registration-why-work = Sorry, we could not read that. An example: <b>barber</b>.
registration-why-village = Sorry, we found no such village in our area. An example: <b>Pontang</b>; or choose below.
registration-why-neighbourhood = Sorry, we could not read that. An example: <b>RT 3 RW 5</b>, or <b>Kampung Baru</b>.
registration-why-contact = That is not your own number. Tap <b>Share my number</b>, or write the number.
registration-why-phone-none = That is all right. Write the number of a relative or neighbour whom we may call; if there is none, tap <b>Ask a person</b>.
registration-why-phone-not-a-number = Sorry, we could not read that as a mobile number. An example: <b>0812 3456 7890</b>.
registration-why-phone-too-short = The number is too short. An example: <b>0812 3456 7890</b>.
registration-why-phone-too-long = The number is too long. An example: <b>0812 3456 7890</b>.
registration-why-phone-not-mobile = That is no mobile number. Mobile numbers begin with 08, such as <b>0812 3456 7890</b>.
registration-why-phone-foreign = We can only call Indonesian numbers. An example: <b>0812 3456 7890</b>.
