# /kalimat: the words of screens and of written answers, changed in the chat.

command-kalimat = Sentences: find and propose changes

sentences-open = 📝 Words of screens and answers
sentences-facts = 🔢 Figures and facts
sentences-topics = Which words are to change? Choose the topic, or write a word that is in them.
sentences-topic =
    .stories = Stories by occupation
    .guides = Joining, paying, paying late
    .claims = How to claim
    .benefits = Benefits: menu and proof
    .steps = Benefits: what is listed
    .eligibility = Who may join
    .misfortune = When something happens
    .others = Other screens
    .answers-costs = Answers: costs and paying
    .answers-benefits = Answers: benefits
    .answers-claims = Answers: claims
    .answers-joining = Answers: who may join, and how
    .answers-programme = Answers: the programme
    .answers-service = Answers: this service
sentences-list = <b>{ $topic }</b>. Choose the sentence, or write a word to look for.
sentences-found = What has <b>{ $query }</b> in it. Choose one, or write another word.
sentences-found-none = Nothing has <b>{ $query }</b> in it. Try another word.

sentences-now = <b>It says now</b> ({ $language }):
sentences-shipped = These are the words it came with.
sentences-from-chat = These were approved in the chat and hold since { $start }.
sentences-outdated = The words it came with were written anew, so what was proposed before is not used any more.
sentences-voice = Its recordings are played no more after that: { $languages }. They have to be made anew.
sentences-change = ✏️ Propose other words
sentences-history = 🕓 What was proposed before
sentences-withdraw = ↩️ Back to the words it came with
sentences-withdrawn = Back to the words it came with.
sentences-past = <b>What was proposed before</b> ({ $language }):
sentences-line =
    { $day }, { $by }: { $state }, from { $start }
    <i>{ $text }</i>
sentences-line-withdrawn = { $day }, { $by }: back to the words it came with
sentences-first =
    The words it came with:
    { $text }
sentences-state =
    .proposed = waits for approval
    .approved = approved by { $by }
    .returned = given back by { $by }
    .rejected = refused by { $by }

sentences-ask = Copy what is below, change it, and send it ({ $language }):
sentences-copy = <code>{ $text }</code>
sentences-places = What stands in braces fills itself in. Keep it; you may move it.
sentences-about = <b>Other words proposed</b> ({ $language })
sentences-compared =
    <b>Now</b>
    { $old }

    <b>Proposed</b>
    { $new }
sentences-from = From { $start }. Other languages stay as they are.
sentences-rewrite = ✏️ Write it again
sentences-other-day = 📅 From another day
sentences-return = ↩️ Give back
sentences-why-return = What should be better?
sentences-reason =
    .meaning = It is not quite right
    .unclear = It is not clear
    .long = It is too long
    .tone = It is not kind enough
sentences-notice = Other words are proposed: <b>{ $name }</b>.
sentences-decided-approved = What you proposed is approved: <b>{ $name }</b>.
sentences-decided-returned = What you proposed was given back to be written again: <b>{ $name }</b>.
sentences-decided-rejected = What you proposed was refused: <b>{ $name }</b>.

sentences-refused = It cannot be proposed yet. This must change:
sentences-why-alone = <b>{ $what }</b> must stand in one paragraph with its condition. Without it, people may take it wrongly.
sentences-why-empty = There is nothing in it yet. Write the sentence first.
sentences-why-figure = Do not write the figure <b>{ $what }</b> yourself. Figures come from what is in braces, so that they stay true.
sentences-why-formatted = The tag <b>&lt;{ $what }&gt;</b> is not used here. Write it plainly.
sentences-why-hard = It is hard to read still. Use shorter words and sentences.
sentences-why-lost = <b>{ $what }</b> is gone. Write it again, exactly so.
sentences-why-room = It is too long: { $what } letters of { $limit } at most.
sentences-why-same = The words are the same as now.
sentences-why-sentences = A part has { $limit } sentences at most. Divide this one: <b>{ $what }</b>
sentences-why-unexplained = Not everybody knows what <b>{ $what }</b> is short for. Write it out.
sentences-why-unknown = There is no <b>{ $what }</b> in this text. There is: { $places }.
sentences-why-words = A sentence has { $limit } words at most. Shorten this one: <b>{ $what }</b>

sentences-place =
    .amount = The amount
    .together = The amount of several months
    .months = How many months
    .day = The day of the news
    .source = The source of the news
    .daily = Example a day
    .monthly = Example a month
    .price-transport = Contribution of drivers and couriers
    .price-other = Contribution of other work
    .price-other-with-jht = Contribution with savings
    .price-normal = Contribution without discount
    .per-day-other = Contribution a day
    .discount-until-transport = End of the discount for drivers
    .discount-until-other = End of the discount for other work
    .example-base = Lowest income, as an example
    .example-death-times = Times the income, at a death
    .example-death = Example of the grant at a death
    .example-disability-times = Times the income, at total disability
    .example-disability = Example of the grant at total disability
    .told-on-regency = Day of the regency's news
