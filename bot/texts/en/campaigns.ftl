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
campaigns-scholarship = up to { $total } for { $children } children, once contributions were paid for { $after }
campaigns-stop = 🔕 Stop

# --- why a text is refused: each says what to change ---

campaigns-why-account = Some digits look like an account or phone number: <b>{ $what }</b>. Take them out, so that no swindler can copy us.
campaigns-why-button-kind = There is no such button: <b>{ $what }</b>. Choose one from the list.
campaigns-why-button-label = A button's words are at most { $limit } letters. Shorten: <b>{ $what }</b>.
campaigns-why-buttons = At most { $limit } buttons. Take one away.
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
campaigns-why-shortener = The short link <b>{ $what }</b> hides where it leads. Write the full address.
campaigns-why-tag = Telegram does not know the tag <b>&lt;{ $what }&gt;</b>. Use bold, italics or links from Telegram's menu.
campaigns-why-too-long = Too long: it may become { $what } letters, at most { $limit }. Shorten it.
campaigns-why-unclosed = The tag <b>&lt;{ $what }&gt;</b> is not closed in order. Close it, or take it out.
