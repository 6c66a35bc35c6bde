# Words between a person and the branch about a case, and answers that are kept ready.

replies-answer = Your answer to <b>{ $name }</b>: write, or send a voice note, photo or file. It goes at once.
replies-button = ✍️ Answer
replies-from-staff = 👤 <b>Staff answer:</b>
replies-said = { $text }
replies-write = ✍️ Write back
replies-ask = Please write back, or send a voice note or a photo. Do not send a PIN, password or login code.
replies-from-person = 💬 <b>{ $name }</b> (number { $number }):
replies-passed-on = We have passed it on to staff.
replies-noted = We have kept your message for staff.
replies-reopened = Request { $number } is open again.
replies-welcome = You are welcome. If you need us again, just write here.
replies-sent = ✅ Sent to { $name }.
replies-too-long = Too long for one message. Please split it.
replies-closed = This request is done, so it was not sent.
replies-keep = 💾 Keep this answer
replies-kept = Kept. You find it in Ready answers.
replies-kept-full = There is no more room. Drop one in Ready answers first.
replies-ready = Choose an answer. You can read it before it goes.
replies-preview = <b>This goes to { $name }:</b>
replies-send = 📤 Send
replies-drop = 🗑 Drop this one

replies-canned-price = The lowest price this month: ojek, drivers and couriers { $transport }, other work { $other } a month. It follows the income.
    .title = Price this month
replies-canned-grant = When a member dies the family gets { $grant }, after { $after } of membership and payment. Before that, { $funeral } for the funeral.
    .title = Death grant
replies-canned-lapse = Protection ends after more than { $after } in a row without payment. Pay again and it runs again.
    .title = Paying late
replies-canned-accident = Papers asked for after an accident at work: { $documents }. The right is lost after { $within }.
    .title = Papers: accident at work
replies-canned-death = Papers asked for when a member dies: { $documents }. The right is lost after { $within }.
    .title = Papers: death of a member
replies-canned-genuine = We never ask for a login code, PIN, password or a transfer to a person. In doubt? Call { $phone }.
    .title = How to know us
replies-canned-call = To make it clearer, may we call you? If so, write your number and a good hour.
    .title = May we call you?
