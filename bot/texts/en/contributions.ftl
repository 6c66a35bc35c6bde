# What one pays: from an income, told in people's own words and kept nowhere, to a sum.

command-iuran = Work out what it costs
command-iuran-also = contribution, cost, costs, price

contributions-lowest = The lowest contribution, to be protected should something happen:
contributions-transport = <b>Motorcycle taxis, drivers, couriers, transport</b>
contributions-other = <b>All other work</b>
contributions-ask = To work it out, write what you earn, such as <b>{ $daily }</b> or <b>{ $monthly }</b>. We do not keep the figure.
contributions-example =
    .daily = 50 thousand a day
    .monthly = 1.5 million a month
contributions-uncertain = My income varies
contributions-uncertain-also = it varies, varies, not fixed, i don't know

contributions-which = Which do you mean? Choose one.
contributions-doubt-negative = An income cannot be below zero.
contributions-doubt-small = That is very little for an income.
contributions-doubt-big = That is very much for an income.
contributions-doubt-which = Which did you mean? Or write it again, for example <b>{ $daily }</b>.
contributions-doubt-again = Please write it again, for example <b>{ $daily }</b>.
contributions-amount =
    .day = { $amount } a day
    .week = { $amount } a week
    .month = { $amount } a month
    .harvest = { $amount } a harvest
    .year = { $amount } a year
contributions-days = { $amount } a day. How many days a week do you work?
contributions-days-choice = { $count } days
contributions-harvests = { $amount } a harvest. How many harvests a year?
contributions-harvests-choice = { $count }
contributions-about = That is all right. About how much is it in a month?
contributions-closer = Which comes closest?
contributions-range =
    .below = Below { $to }
    .between = { $from } to { $to }
    .above = { $from } and more
contributions-within =
    .below = up to { $to }
    .between = { $from } to { $to }
    .above = { $from } and more
contributions-group = What is your work? The discount depends on it.
    .transport = Motorcycle taxi, driver, courier
    .other = Other work
    .owner = A business with employees

contributions-month = The contribution for { $month }: <b>{ $sum }</b> ({ $words }).
contributions-months =
    { $count } monthly contributions, { $first } to { $last }:
    <b>{ $sum }</b> ({ $words })
contributions-stretch = { $count } x { $each } ({ $first } to { $last })
contributions-stretch-one = 1 x { $each } ({ $month })
contributions-day = That is <b>{ $day }</b> a day.
contributions-covers = For work accidents, and a grant to the family.
contributions-covers-savings = For work accidents, a grant to the family, and old-age savings.
contributions-discount = Already taken off the normal price of { $normal }.
contributions-owner = This is the full price. Ask our staff whether a business with employees gets a discount.
contributions-later = Nothing is known yet of a discount after { $month }. Ask our staff.
contributions-unknown = This is the full price. Nothing is known yet of a discount for that month; ask our staff.
contributions-row = Worked out from { $base } a month. Everybody who earns { $range } pays the same.
contributions-check = Before you pay, check by calling { $phone }.

contributions-pay =
    .months = { $count } mo
    .chosen = • { $count } mo
contributions-savings =
    .add = ➕ Old-age savings
    .leave = ➖ Without old-age savings
contributions-again = Work out again
