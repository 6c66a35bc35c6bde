# Group nights.

command-kumpul = Group night

gatherings-where = Where do you meet? Choose, or write the place, for example: rt 03 rw 05 desa pontang.
gatherings-type-where = Where do you meet? Write the place, for example: rt 03 rw 05 desa pontang.
gatherings-which = Which one?
gatherings-not-yours = That place is not yours. Choose another, or ask the coordinator to open it.
gatherings-card =
    👥 <b>{ $label }</b>
    Registered so far: <b>{ $count }</b>, by you: { $typed }.

    Whoever has Telegram scans the code. For the others press Register somebody.
gatherings-register = ➕ Register somebody
gatherings-qr-again = 🔳 Send the code again
gatherings-end = 🏁 Done, send the list
gatherings-coming = The code is on its way.
gatherings-qr =
    👥 <b>{ $label }</b>
    Scan this code with the phone's camera, or open { $link }
gatherings-count =
    👥 { $label }
    Registered so far: <b>{ $count }</b> (by you: { $typed }). { $at }.
gatherings-open = Open
gatherings-ended = Thank you. Registered tonight: <b>{ $count }</b>. The list is on its way.
gatherings-office-only = Whoever chose the office alone is not on it.
gatherings-title = Group night
gatherings-sheet = { $label }, registered: { $count }. This file is for you alone, do not forward it.
gatherings-office = office
gatherings-how =
    .typed = by the host
    .scanned = by themselves
gatherings-column =
    .number = Number
    .name = Name
    .phone = Phone
    .occupation = Work
    .place = Place
    .calltime = Call
    .who = Who calls
    .how = How
