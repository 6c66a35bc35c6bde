# What staff see of leads.

command-leads = Registered interest

leads-notice = New interest { $number }: <b>{ $name }</b>, { $occupation }, { $place }. Call: { $calltime }.
leads-complaint = ⚠️ <b>Complaint</b> { $number }: { $days ->
    [0] not called
    [one] not called for a day
   *[other] not called for { $days } days
}. <b>{ $name }</b>, { $occupation }, { $place }. Please call today; best { $calltime }.
leads-open = Open
leads-digest = { $count ->
    [one] <b>One</b> new registration came in since the last message.
   *[other] <b>{ $count }</b> new registrations came in since the last message.
}
leads-list = ⬅️ All registrations
leads-page = { $count ->
    [one] <b>One</b> registration:
   *[other] <b>{ $count }</b> registrations, the newest first:
}
leads-none = Nobody has registered yet.
leads-gone = This registration is gone (its owner may have erased it).
leads-card =
    🧾 <b>{ $number }</b>
    Name: <b>{ $name }</b>
    Phone: <b>{ $phone }</b>
    Occupation: { $occupation }
    Place: { $place }
    Call: { $calltime }
    Already a member: { $covered }
    Consent: { $routing }
    Came in: { $at }
    Source: { $source }
leads-check = ⚠️ Does not know about being a member: please check first.
leads-family = The phone belongs to the relative who registered this person.
leads-whatsapp = WhatsApp
leads-telegram = Telegram
leads-branch-one = { $days ->
    [0] { $number } · { $occupation } · today
    [one] { $number } · { $occupation } · one day
   *[other] { $number } · { $occupation } · { $days } days
}
leads-branch = { $count ->
    [one] <b>One</b> registration waits for the branch.
   *[other] <b>{ $count }</b> registrations wait for the branch.
}
