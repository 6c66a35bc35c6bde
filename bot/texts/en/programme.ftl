# The price this month in one line, on receipts and screens.

programme-quote-discounted = This month from <b>{ $price }</b> a month instead of { $normal }. The discount holds up to the contribution for { $until }.
programme-quote-normal = This month from <b>{ $price }</b> a month.
programme-quote-ask = This month from <b>{ $price }</b> a month. Ask our staff whether there is a discount.
