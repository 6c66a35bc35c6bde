# Campaigns: what staff compose, approve and watch. What recipients read is staff's own text, checked by the rules below.

command-siar = Broadcast to many people

# --- fields: what stands in braces ---

campaigns-somebody =
    .name = Sir/Madam
    .village = your village
    .occupation = worker
campaigns-village = { $kind } { $name }
campaigns-price-discounted = from { $price }, until { $until }
campaigns-price-normal = from { $price } as of { $until }
campaigns-grant = { $grant }, once contributions were paid for { $after }
campaigns-work-grant = from { $amount } for a death at work ({ $times } × an income of { $base })
campaigns-scholarship = { $children ->
    [one] up to { $total } for one child, once contributions were paid for { $after }
   *[other] up to { $total } for { $children } children, once contributions were paid for { $after }
}
campaigns-stop = 🔕 Stop

# --- why a text is refused: each says what to change ---

campaigns-why-account = Some digits look like an account or phone number: <b>{ $what }</b>. Take them out, so that no swindler can copy us.
campaigns-why-button-kind = There is no such button: <b>{ $what }</b>. Choose one from the list.
campaigns-why-button-label = A button's words are at most { $limit } letters. Shorten: <b>{ $what }</b>.
campaigns-why-buttons = At most { $limit } buttons. Take one away.
campaigns-why-demand = Do not ask for codes, passwords or money: <b>{ $what }</b>. We promise never to; only a warning may name them, such as "we never ask for a login code".
campaigns-why-empty = It is still empty. Write the text first.
campaigns-why-fact = The figure <b>{ $what }</b> does not hold on that day. Take it out, or ask the head office.
campaigns-why-field = The field <b>{ $what }</b> is not known. There are: { $fields }.
campaigns-why-file-kind = The file <b>{ $what }</b> must not be broadcast. Allowed: { $endings }.
campaigns-why-forward = Do not ask people to pass it on: <b>{ $what }</b>. That is how rumours spread.
campaigns-why-host = The link to <b>{ $what }</b> is on no list of allowed sites. Allowed: { $hosts }.
campaigns-why-link-empty = A link has no address. Give it one, or take it out.
campaigns-why-link-https = The address <b>{ $what }</b> cannot be used. Write it plainly and in full, beginning with https://.
campaigns-why-mention = Do not mention the account <b>{ $what }</b>. People may end up at a fake that looks like it.
campaigns-why-name = A name has 1 to { $limit } letters. Try again, for instance <b>Fishers of Pontang December</b>.
campaigns-why-politics = The word <b>{ $what }</b> sounds like politics. The branch takes no side; take it out.
campaigns-why-program = Do not send or name app files: <b>{ $what }</b>. We promise never to send one.
campaigns-why-promise = Do not promise certainty: <b>{ $what }</b>. Every benefit has conditions; take the word out.
campaigns-why-shortener = The short link <b>{ $what }</b> hides where it leads. Write the full address.
campaigns-why-sum = Do not type the sum <b>{ $what }</b> yourself: it may be wrong, or hold no longer. Use { $instead }, which brings its date or condition along.
campaigns-why-tag = Telegram does not know the tag <b>&lt;{ $what }&gt;</b>. Use bold, italics or links from Telegram's menu.
campaigns-why-too-long = Too long: it may become { $what } letters, at most { $limit }. Shorten it.
campaigns-why-unclosed = The tag <b>&lt;{ $what }&gt;</b> is not closed in order. Close it, or take it out.

# --- the list and the card ---

campaigns-list = The latest broadcasts. Choose one, or make a new one.
campaigns-none = There is no broadcast yet. Make the first?
campaigns-new = ➕ New broadcast
campaigns-new-also = new, make, new broadcast
campaigns-rules-open = 📜 Rules
campaigns-back = ⬅️ All broadcasts
campaigns-state =
    .draft = being written
    .submitted = waiting for approval
    .approved = approved, not begun
    .scheduled = scheduled
    .running = running
    .paused = paused
    .cancelled = cancelled
    .finished = finished
    .refused = refused
campaigns-card =
    <b>{ $name }</b> · number { $number }
    State: { $state }
    Made by: { $maker }
campaigns-draft-card =
    Text: { $texts }
    Buttons: { $buttons }
    Recipients: { $segment }
campaigns-nothing = none yet
campaigns-note = The approver's note: { $note }
campaigns-stale = This broadcast has changed. This is the latest.

# --- composing ---

campaigns-name-ask = What is it called? Only staff see the name, for instance <b>Fishers of Pontang December</b>.
campaigns-edit-text = ✍️ Text: { $language }{ $mark }
campaigns-edit-buttons = 🔘 Buttons ({ $count })
campaigns-edit-segment = 👥 Recipients
campaigns-text-ask = Send the text (<b>{ $language }</b>): words, or a photo, document or voice note with its caption.
campaigns-text-now = It now has { $length } of { $limit } letters, with the longest fields there can be.
campaigns-text-fields = Fields you may use: { $fields }. Figures bring their “from”, date and conditions with them: see the preview.
campaigns-file = The file for the campaign “{ $name }”.
campaigns-text-drop-file = 📎 Remove the file
campaigns-text-drop = 🗑 Remove this language
campaigns-refused-lead = It cannot be saved yet:
campaigns-buttons-ask = Tap to put one on or take it off; at most { $limit }. For a link, write two lines: the button's words, then its address.
campaigns-buttons-always = The stop button is always there, below.
campaigns-preview-only = This is a preview: its buttons do nothing yet.
campaigns-test-ask = To whom is the sample to go?
campaigns-test-staff = { $role } ···{ $tail }
campaigns-test-named = { $name } · { $role }
campaigns-test-former = Former staff
campaigns-test-coming = The sample is on its way
campaigns-test-mark = 🧪 Sample of { $number } (name not known)
campaigns-nobody-decides = ⚠️ There is nobody else who may approve it yet. Ask an admin for an approver who had no hand in it.
campaigns-too-late = This broadcast has changed, so what you wrote was not kept. This is the latest.
campaigns-not-passed-on-withdrawn = Its maker took this broadcast back meanwhile. Your note was not passed on.
campaigns-not-passed-on-changed = This broadcast changed before your note arrived. The note was not passed on.
campaigns-submitted = Submitted. Somebody else approves it, and we tell you then.
campaigns-discard-sure = Discard <b>{ $name }</b>? Its text cannot come back.
campaigns-discard-yes = Yes, discard

# --- the rules staff can read ---

campaigns-rules-card =
    <b>Sites that may be linked to</b>
    { $hosts }

    <b>Link shorteners, always refused</b>
    { $shorteners }

    <b>Political words, always refused</b>
    { $words }

    <b>What we never ask for; only warnings may name it</b>
    { $secrets }, or money by way of { $payees }

    <b>Promises of certainty, always refused</b>
    { $promises }

    <b>No typed sums of rupiah near these words; use a field</b>
    { $sums }

    <b>Files that may be sent</b>
    { $documents }

    Also refused: account or phone numbers, app files, asking people to pass it on, and other accounts.

# --- recipients: criteria that hold together ---

campaigns-segment =
    <b>Who gets it?</b> Choose one or several conditions; all of them must hold.

    { $rule }
campaigns-segment-name = To keep these conditions, write a name for them.
campaigns-segment-kept = Kept as <b>{ $name }</b>.
campaigns-segment-taken = The name <b>{ $name }</b> is taken. Write another.
campaigns-segment-saved = 📁 Kept ones
campaigns-segment-clear = 🧹 Clear
campaigns-segments = Choose conditions that were kept. This broadcast uses a copy of them.
campaigns-segments-none = No conditions were kept yet.
campaigns-rule-everybody = Everybody
campaigns-rule-line = { $what }: { $values }
campaigns-rule-more = { " " }and { $count } more
campaigns-no-lead = not registered yet
campaigns-unnamed = (no name)
campaigns-by =
    .occupations = Occupation
    .areas = Area
    .groups = Group
    .states = Stage
    .languages = Language
    .sources = Source
    .seen = Last seen
    .notin = Did not get
campaigns-days-within = within { $days } days
campaigns-days-silent = silent for over { $days } days
campaigns-pick = <b>{ $what }</b>: choose one or several. Tap again to take it off.
campaigns-pick-none = <b>{ $what }</b>: there is nothing to choose yet.
campaigns-pick-area = <b>{ $what }</b>: choose below, or write the name of a district or village.
campaigns-pick-which = Which one is meant?
campaigns-pick-done = ✅ Done
campaigns-audience = { $found ->
    [one] <b>{ $audience }</b> of { $found } person; left out: { $reasons }.
   *[other] <b>{ $audience }</b> of { $found } people; left out: { $reasons }.
}
campaigns-audience-all = { $found ->
    [one] <b>{ $audience }</b> of { $found } person.
   *[other] <b>{ $audience }</b> of { $found } people.
}
campaigns-left-no-consent = { $count } without consent
campaigns-left-opted-out = { $count } stopped
campaigns-left-unreachable = { $count } unreachable
campaigns-left-capped = { $count } written to lately
campaigns-left-erased = { $count } erased
campaigns-sample =
    For instance:
    { $people }

# --- approving ---

campaigns-times =
    Begins: { $start } ({ $planned })
    Takes: { $hours } h { $minutes } min, over { $end }
campaigns-times-in-waves =
    Begins: { $start } ({ $planned })
    Takes: at least { $hours } h { $minutes } min, over at the earliest { $end }
campaigns-cost = { $count ->
    [one] Costs at most { $stars } Telegram Stars, for { $count } person.
   *[other] Costs at most { $stars } Telegram Stars, for { $count } people.
}
campaigns-planned = as planned
campaigns-at-once = if begun now
campaigns-expected = { $high ->
    [one] { $low }-{ $high } person, by earlier broadcasts
   *[other] { $low }-{ $high } people, by earlier broadcasts
}
campaigns-expected-unknown = cannot be told yet
campaigns-field =
    Likely to answer: { $answers }
    Volunteers can take: { $slots }
    Villages without a volunteer: { $villages }
campaigns-field-strained = { $wave ->
    [one] ⚠️ More may answer than the volunteers can take. It goes out one by one.
   *[other] ⚠️ More may answer than the volunteers can take. It goes out in waves, { $wave } people at a time.
}
campaigns-approved = Approved
campaigns-reason-return = What should be changed? Write briefly; its maker reads this.
campaigns-reason-refuse = Why is it refused? Write briefly; its maker reads this.
campaigns-news-submitted = ⏳ The broadcast <b>{ $name }</b> ({ $number }) waits for your approval.
campaigns-news-approved = ✅ The broadcast <b>{ $name }</b> ({ $number }) was approved. It can be begun or scheduled.
campaigns-news-draft = ↩️ The broadcast <b>{ $name }</b> ({ $number }) came back to be changed.
campaigns-news-refused = 🚫 The broadcast <b>{ $name }</b> ({ $number }) was refused.
campaigns-news-paused = ⏸ The broadcast <b>{ $name }</b> ({ $number }) stopped by itself.
campaigns-news-finished = 🏁 The broadcast <b>{ $name }</b> ({ $number }) is over.
campaigns-open = Open

# --- doing: what stands on the card ---

campaigns-do =
    .wave = 🌊 Next wave now
    .preview = 👁 Preview
    .test = 🧪 Test
    .submit = 📤 Submit
    .discard = 🗑 Discard
    .approve = ✅ Approve
    .return = ↩️ Return
    .refuse = 🚫 Refuse
    .withdraw = ↩️ Take back
    .start = ▶️ Begin now
    .schedule = 🗓 Schedule
    .cancel = ✖️ Cancel
    .pause = ⏸ Pause
    .resume = ▶️ Go on
    .watch = 📡 Watch
    .ledger = 📒 Ledger
    .results = 📊 Results
    .retry = 🔁 Retry the failed
    .unknown = ❔ Unknown
    .copy = 📄 Copy

# --- when ---

campaigns-when-day = On which day does it begin? Choose, or write like <b>25/11 09.30</b>. The time is { $zone }.
campaigns-when-hour = At what hour? Choose, or write like <b>25/11 09.30</b>. The time is { $zone }.
campaigns-when-typed = We did not understand. Write day and hour, for instance <b>25/11 09.30</b>.
campaigns-when-past = That time is past or too far away. Choose one within a year.
campaigns-begins-later = Scheduled. Messages go out from { $begins } to { $ends } only, so the first is { $start }.
campaigns-scheduled = Scheduled

# --- progress ---

campaigns-live = 📡 <b>{ $name }</b>: { $state }
campaigns-live-soon = One moment, the numbers are being counted.
campaigns-watching = The live message is on its way
campaigns-progress =
    { $bar } { $percent } percent
    { $total ->
        [one] { $done } of { $total } person
       *[other] { $done } of { $total } people
    }
campaigns-counts =
    ✅ { $sent } sent · ❌ { $failed } failed
    🚫 { $unreachable } unreachable · ❔ { $unknown } unknown
    ✖️ { $cancelled } left out · ⏳ { $waiting } waiting
campaigns-pace = { $rate ->
    [one] { $rate } message a second, about { $hours } h { $minutes } min more.
   *[other] { $rate } messages a second, about { $hours } h { $minutes } min more.
}
campaigns-canary = { $count ->
    [one] The first { $count } person has it. We wait for what comes of it.
   *[other] The first { $count } people have it. We wait for what comes of them.
}
campaigns-wave = { $count ->
    [one] { $count } person has it. The next ones wait until volunteers can take their answers.
   *[other] { $count } people have it. The next ones wait until volunteers can take their answers.
}
campaigns-many-unreachable = ⚠️ Many could not be reached: { $percent } percent. The list may be an old one.
campaigns-wave-released = The next wave goes out
campaigns-resting = Nothing is being sent right now. Outside of sending hours we wait for the morning.
campaigns-paused = Paused: { $reason }
campaigns-paused-by-staff = by an officer
campaigns-finished = Over { $at }.
campaigns-sure-cancel = Cancel this broadcast? Whoever still waits will not get it: { $count }.
campaigns-sure-retry = Send it again where it failed ({ $count })? Whoever got it gets no second one.
campaigns-sure-unknown = Some may have got it, or not: { $count }. Send it again, marked as sent again?
campaigns-sure-yes =
    .cancel = Yes, cancel
    .retry = Yes, send again
    .unknown = Yes, send again

# --- afterwards ---

campaigns-ledger = <b>{ $name }</b> · { $filter }
campaigns-ledger-none = Nobody.
campaigns-ledger-file = { $count ->
    [one] The ledger of <b>{ $name }</b>: { $count } row. Do not pass it on.
   *[other] The ledger of <b>{ $name }</b>: { $count } rows. Do not pass it on.
}
campaigns-first-page = ⏮ First
campaigns-resent = sent again
campaigns-export-coming = The file is on its way
campaigns-export =
    .xlsx = 📗 Excel
    .csv = 📄 Plain table
campaigns-filter =
    .all = All
    .sent = Sent
    .failed = Failed
    .unreachable = Unreachable
    .unknown = Unknown
    .waiting = Waiting
    .cancelled = Left out
campaigns-message =
    .queued = waiting
    .sending = being sent
    .sent = sent
    .errored = tried again
    .failed = failed
    .unreachable = unreachable
    .unknown = unknown
    .cancelled = left out
campaigns-column =
    .name = name
    .village = village
    .state = state
    .at = time
    .reason = reason
    .attempts = attempts
campaigns-results = 📊 Results of <b>{ $name }</b>
campaigns-came =
    Sent: { $sent }
    Registered: { $registered }
    First payments: { $paid }
    Stopped: { $stops }
    Reported a fraud: { $reports }
campaigns-tapped = Tapped { $label }: { $count }

campaigns-cannot-own = Whoever helped to write or submit it may not approve it. Somebody else decides.
campaigns-cannot-gone = One of its authors was erased, so it cannot be approved. Refuse it, then have an officer copy it.
campaigns-cannot-nobody = As it stands nobody would get it. See why under Recipients.
campaigns-cannot-no-text = There is no Indonesian text yet
campaigns-cannot-nothing-to-retry = There is nothing to repeat
campaigns-cannot-past = That time is over
campaigns-cannot-too-far = That is more than a year away
campaigns-stopped =
    .words = Telegram refuses the text
    .trouble = too many failed
    .stops = many people said stop
    .reports = people who got it reported a fraud
    .budget = the budget of Stars is used up
