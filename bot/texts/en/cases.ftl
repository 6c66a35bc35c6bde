# Asking a person, and "something has happened".

command-bantuan = Ask a person for help
command-musibah = An accident or a death
command-kasus = Who is waiting for staff

cases-help = Our staff have been told; your request is number <b>{ $number }</b>. If it is urgent, call { $phone }.
cases-hours = Office hours: { $hours }.
cases-help-alone = Your request is number <b>{ $number }</b>, but we cannot reach any of our staff yet. Please call { $phone }.
cases-misfortune =
    We are so sorry. Our staff have been told, number <b>{ $number }</b>.

    1. Help whoever is hurt first; take them to the nearest clinic or hospital.
    2. Call <b>{ $phone }</b> as soon as you can, today if possible.
    3. Keep the identity card, the member's card, receipts, and photos of what happened.
    4. An accident on the road: ask the police for a letter.
    5. If somebody died: ask for a death certificate, and keep the family card.

    Pay nobody who says they can arrange it for you.
cases-misfortune-alone =
    We are so sorry. Your number is <b>{ $number }</b>, but we cannot reach any of our staff yet. Call <b>{ $phone }</b> now.

    1. Help whoever is hurt first; take them to the nearest clinic or hospital.
    2. Call <b>{ $phone }</b> as soon as you can, today if possible.
    3. Keep the identity card, the member's card, receipts, and photos of what happened.
    4. An accident on the road: ask the police for a letter.
    5. If somebody died: ask for a death certificate, and keep the family card.

    Pay nobody who says they can arrange it for you.
cases-promise-today = You will have an answer today, before { $until }.
cases-promise-tomorrow = You will have an answer tomorrow, from { $since }.
cases-promise-day = You will have an answer on { $day }, from { $since }.
cases-happened-accident = 🤕 Somebody is hurt
cases-happened-death = 🕊 Somebody died
cases-continue = Go on with the form
cases-continue-also = go on, continue, lanjut

cases-kind =
    .misfortune = 🚨 Accident or death
    .help = Asks for help
    .voice = Voice message
    .age = Age (guardian / 64+)
    .failures = Trouble with the form
cases-state =
    .open = open
    .taken = another officer has it
    .mine = yours
    .closed = done
cases-notice = <b>{ $kind }</b>: { $name } is waiting for one of us (number { $number }).
cases-said = 💬 { $text }
cases-line = { $who } { $text }
cases-take = 🙋 I will answer
cases-put-back = ↩️ Let another officer have it
cases-taken = { $by } has number { $number } now.
cases-taker = { $by } of BPJS Ketenagakerjaan Serang answers you. Just write here.
cases-waits = ⏳ No answer yet since { $since }.
cases-too-late = Another officer has it already.
cases-duty-off = 🔕 I am off duty
cases-duty-on = 🔔 I am on duty
cases-kept = Promises kept this month: { $kept } of { $promised }.
cases-rated = People rated us { $average } ⭐ ({ $rated } people).
cases-open = Open
cases-list = Waiting for one of us, the longest first:
cases-none = Nobody is waiting.
cases-back = ⬅️ List
cases-close = ✅ Done
cases-gone = This request is gone (its owner may have erased it).
cases-stale = Somebody else has changed it. This is how it stands now.
cases-card =
    <b>{ $kind }</b>, number { $number }
    Name: <b>{ $name }</b>
    Came in: { $at }
    State: { $state }
cases-closed = Our officer says that request { $number } is done. How were you served? Tap the stars.
cases-thanks = Thank you for telling us.
cases-rated-already = We have noted that already.
cases-again = I still need help
