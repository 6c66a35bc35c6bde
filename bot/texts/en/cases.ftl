# Asking a person, and "something has happened".

command-bantuan = Ask a person for help
command-musibah = An accident or a death
command-kasus = Who is waiting for staff

cases-help = Our staff have been told; your request is number <b>{ $number }</b>. If it is urgent, call { $phone }.
cases-hours = Office hours: { $hours }.
cases-misfortune =
    We are so sorry. Our staff have been told, number <b>{ $number }</b>.

    1. Help whoever is hurt first; take them to the nearest clinic or hospital.
    2. Call <b>{ $phone }</b> as soon as you can, today if possible.
    3. Keep the identity card, the member's card, receipts, and photos of what happened.
    4. An accident on the road: ask the police for a letter.
    5. If somebody died: ask for a death certificate, and keep the family card.

    Pay nobody who says they can arrange it for you.
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
    .closed = done
cases-notice = <b>{ $kind }</b>: { $name } is waiting for one of us (number { $number }).
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
cases-closed = Our officer has marked request { $number } as done. Is anything missing? Tap below.
cases-again = I still need help
