# Following leads up: the list, the card, and what came of a contact.

command-kembalikan = Hand a task back
command-tugas = My tasks

followups-list = What is to be done, the most pressing first. 🔴 overdue, 🆕 new, 🟢 planned.
followups-none = Nothing to do. Thank you for helping your neighbours.
followups-back = ⬅️ All tasks
followups-card =
    🧾 <b>{ $name }</b> ({ $number })
    { $occupation }, { $place }
    Call: { $calltime }
    Status: <b>{ $state }</b>
followups-next = Next: <b>{ $duty }</b>, { $at }.
followups-phone = 📞 Show the number
followups-coming = The number is on its way.
followups-return = Hand back
followups-stale = This has changed. Please look again.
followups-recorded = Recorded. Thank you.
followups-taken = { $count } accepted.
followups-handed-on = Thank you. We will find somebody else.
followups-why = Why can you not help <b>{ $name }</b>?
followups-ask-when = When do you meet <b>{ $name }</b>?
followups-ask-reason = Why is <b>{ $name }</b> not interested?
followups-state =
    .new = not accepted yet
    .accepted = accepted
    .appointed = appointment
    .interested = interested
    .unaffordable = wants to, cannot pay yet
    .ready = ready to register
    .registered = registered
    .paid = first payment noted
    .confirmed = protected
    .declined = not interested
    .covered = covered already
    .wrong = wrong data
    .unreached = not reached
    .merged = merged
followups-duty =
    .accept = accept or not
    .call = call
    .meet = meet
    .check-back = ask again
    .find-sponsor = find a sponsor
    .register = register officially
    .help-pay = help with the first payment
    .confirm = wait for the worker's answer
followups-outcome =
    .appointment = 📅 Appointment
    .interested = 🙂 Interested
    .ready = ✍️ Ready to register
    .no-answer = 📵 No answer
    .unaffordable = 💛 Cannot pay yet
    .registered = 🪪 Registered
    .paid = 💚 First payment made
    .declined = Not interested
    .covered = Covered already
    .wrong = Wrong data
followups-cannot =
    .busy = Busy now
    .away = Out of town
    .unknown = Not from here
    .other = Another reason
followups-when =
    .today = This afternoon
    .tomorrow = Tomorrow morning
    .saturday = Saturday
followups-reason =
    .cost = Too expensive
    .not-needed = Sees no need
    .distrust = Afraid of fraud
    .family = The family is against it
    .other = Another reason
followups-appointment = ⏰ Soon you meet <b>{ $name }</b> ({ $occupation }, { $place }): { $at }.
