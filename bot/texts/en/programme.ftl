# What the protection gives and costs; every figure comes from bot/programme/facts.toml.

command-manfaat = What it gives

programme-benefits =
    <b>An accident at work</b>: treatment as medically needed, with no limit on the cost. It holds from leaving home for work until you are back.

    <b>Unable to work because of it</b>: you receive pay in place of your income.

    <b>If a member dies</b>: the family receives { $grant }, after { $after } of being a member and paying. Before that, only the funeral grant of { $funeral }. After a death by a work accident it is reckoned differently.

    <b>Children at school</b>: a scholarship for two children of a member who died, at most { $scholarship } together. Unless it was a work accident, { $years } of contributions are needed.

    For all the conditions ask our staff, or call { $phone }.
programme-quote-discounted = This month from <b>{ $price }</b> a month, half of { $normal }. The discount holds up to the contribution for { $until }.
programme-quote-normal = This month from <b>{ $price }</b> a month.
programme-quote-ask = This month from <b>{ $price }</b> a month. Ask our staff whether there is a discount.
