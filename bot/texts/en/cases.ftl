# Asking a person, and "something has happened".

command-bantuan = Ask a person for help
command-bantuan-also = help
command-musibah = Something has happened, we need help
command-kasus = Who is waiting for staff

# What the person reads.
cases-help = Please ask here: write, send a voice note, or send a photo. Your request is number <b>{ $number }</b>.
cases-urgent = If it is urgent, call { $phone }.
cases-hours = Office hours: { $hours }.
cases-when-taken = Somebody from staff has your request and answers here.
cases-when-today = Staff answer today, before { $until }.
cases-when-soon = Staff answer today from { $hour }.
cases-when-tomorrow = Staff answer tomorrow from { $hour }.
cases-when-day = Staff answer on { $day } from { $hour }.
cases-when-full = We cannot promise a day yet.
cases-when-unknown = Staff answer in office hours.
cases-when-alone = There is nobody we can reach yet. As soon as there is, your request gets there.
cases-taken = Somebody from staff has read request { $number }. The answer comes here.
cases-continue = Go on with the form
cases-continue-also = continue, go on

cases-misfortune = We are sorry. Your request is number <b>{ $number }</b>.
cases-misfortune-first = Is anybody hurt? Help them first; go to the nearest clinic or hospital.
cases-misfortune-ask = What has happened?
cases-urgent-open = Staff have been told and answer here soon. You can also call <b>{ $phone }</b> right away.
cases-urgent-closed = Staff have been told. The office is closed now, so an answer may only come on { $moment }. Do not wait for us: call <b>{ $phone }</b>.
cases-urgent-unknown = Staff have been told and answer here. Do not wait for us: call <b>{ $phone }</b>.
cases-urgent-alone = There is nobody we can reach yet. Do not wait for us: call <b>{ $phone }</b> now.
cases-happened =
    .accident = An accident at work
    .accident-also = work accident, fell, crash, injured
    .death = Somebody died
    .death-also = died, death, passed away
    .other = Something else
    .other-also = other, else, none of these
cases-condolence = We are very sorry for your family's loss.
cases-first-accident =
    <b>Today</b>
    1. Go to the nearest clinic or hospital. Say: an accident at work.
    2. Call <b>{ $phone }</b> and tell them.
    3. Note when and where it was, and who saw it.

    <b>Tomorrow</b>
    4. Keep every receipt and the doctor's papers.
    5. Was it on the road? Ask the police for a report.

    The way to work and home counts as work, too.
cases-first-death =
    <b>Today</b>
    1. Ask the hospital or the village for the death certificate.
    2. Call <b>{ $phone }</b> and tell them.
    3. If it was an accident at work, write it here.

    <b>Tomorrow</b>
    4. Keep the identity card and the member card of the one who died.
    5. Prepare the family card and the heir's identity card.

    The papers can wait a little. Staff help you from here.
cases-first-other =
    <b>Today</b>
    1. First help whoever needs help.
    2. Tell us here: what, when, where. Write, speak, or send a photo.

    <b>Tomorrow</b>
    3. Keep every paper and receipt there is.
    4. Still not clear? Call <b>{ $phone }</b>.
cases-documents = <b>Papers that will be asked for</b>
cases-document =
    .member_card = Member card
    .e_ktp = Identity card
    .chronology = What happened, in writing
    .doctor_form = The doctor's form
    .receipts = Receipts
    .police_report_if_traffic = Police report, if on the road
    .ktp_member_and_heir = Identity cards: deceased and heir
    .death_certificate = Death certificate
    .family_card = Family card
    .heir_letter = Letter of heirs
    .marriage_book = Marriage book
    .heir_bank_account = The heir's bank account
cases-item = • { $text }
cases-report-ask = Report it soon; if you work for yourself, ask our staff or { $phone } by when.
cases-report-within = Report it within { $within } of what happened.
cases-lapse = After { $within } the right is lost.
cases-careful = Pay nobody who says they can arrange it.

cases-closed = Request { $number } is done. How content are you? Tap the stars, 5 is best.
cases-again = I still need help
cases-thanks = Thank you for the rating. Want to add a word? Just write it here.
cases-rated-already = We have your rating. Thank you.
cases-words = ✍️ Add a few words
cases-words-ask = Write one sentence: what was good, what was not?
cases-words-thanks = Thank you, we have noted it.

# What staff read.
cases-kind =
    .misfortune = 🚨 Misfortune
    .help = Asks for help
    .voice = Voice note
    .age = Age (guardian / elderly)
    .failures = Trouble with the form
cases-state =
    .open = open
    .closed = done
cases-notice =
    <b>{ $kind }</b> (number { $number })
    { $name }, { $area }
cases-no-area = area not known
cases-somebody = Staff
cases-is-free = Nobody has it yet.
cases-is-yours = ✅ It is yours. Answer by replying to this message, or tap a button.
cases-is-taken = <b>{ $name }</b> has it.
cases-is-closed = ✅ Done.
cases-claim = 🙋 Take it
cases-take-over = Take it over
cases-open = Open
cases-handed = ↪️ <b>{ $name }</b> hands this over to you.
cases-nudge = ⏰ Waiting for an answer since { $moment }.
cases-gone = This request is no longer here.
cases-stale = Somebody else changed it. This is how it stands.
cases-taken-already = { $name } has it already.
cases-list = Waiting for staff, the longest first:
cases-none = Nobody is waiting for staff.
cases-counts = { $promised ->
    [one] Last 30 days: { $kept } of { $promised } promise kept.
   *[other] Last 30 days: { $kept } of { $promised } promises kept.
}
cases-stars = { $rated ->
    [one] Rated by people: { $stars } of 5 ({ $rated } rating).
   *[other] Rated by people: { $stars } of 5 ({ $rated } ratings).
}
cases-card =
    <b>{ $kind }</b>, number { $number }
    Name: <b>{ $name }</b>
    Area: { $area }
    Came in: { $at }
cases-promised = Promised to be answered from { $moment }.
cases-rated = Rating: { $stars } ({ $words })
cases-by-staff = Staff
cases-line = { $by }: { $text }
cases-back = ⬅️ List
cases-close = ✅ Done
cases-hand-over = ↪️ Hand over
cases-put-back = ↩️ Put back
cases-ready = 📋 Ready answers
cases-hand-over-to = Hand over to whom? They are told at once.
cases-hand-over-nobody = No other officer is on duty yet.
cases-back-to-card = ⬅️ Back
cases-voice-where = To answer by voice, reply to the person's message. Or open it from /kasus and tap Answer.
cases-opinions = The latest ratings. Those of your own answers are not here.
cases-opinions-none = No ratings yet.
cases-opinions-open = ⭐ What people thought
cases-opinion = { $stars } number { $number } ({ $officer }): { $words }
cases-typing = ✍️ What you write here goes straight to <b>{ $name }</b>.
cases-typed-nowhere = That was not sent to anybody. To answer a person, reply to their message, or open it from /kasus and write on its card.
cases-is-own = This is your own request. A colleague answers it.
cases-late = We are sorry: request { $number } was not answered on the day we promised.
cases-unclaimed = { $count ->
    [one] { $count } request is nobody's yet. It is in /kasus.
   *[other] { $count } requests are nobody's yet. All are in /kasus.
}
cases-is-withdrawn = ↩️ Taken back: pressed by mistake.
cases-mistake = ↩️ Pressed by mistake
cases-mistake-also = mistake, by mistake, cancel, never mind
cases-mistake-late = An officer has this request already. If it was a mistake, just write so here.
cases-undo = ↩️ Open it again
cases-undone = Sorry, request { $number } is not done yet. Our officer goes on with it here.
