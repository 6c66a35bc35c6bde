# What a worker is told of their own registration.

news-volunteer-calls = { $name }, a volunteer of your neighbourhood, will call you.
news-closer-calls = { $name }, who registers people for us, will call you.
news-officer-calls = One of our officers will call you.
news-taken =
    Our two words: <b>{ $passphrase }</b>. Whoever is genuine says them.
    Give no money, and tell nobody any code.
news-taken-anew = The two words from before do not count any more.
news-registered = You are registered officially. Protection begins once the first contribution is paid. In doubt? Check at { $phone }.
news-paid = Our officer noted that the first contribution is paid. Is that right?
news-paid-yes = 👍 Yes, it is
news-paid-no = Not yet
news-unreached = We tried to call you three times, without luck. If you are still interested, tap below.
news-call-again = 📞 Call me again
news-contacted = Did our volunteer get in touch with you?
news-contacted-office = Did our officer get in touch with you?
news-contacted-yes = 👍 Yes
news-contacted-no = Nobody called
news-complained = We are sorry. Whoever is above them knows now, so that you are called soon.
news-complained-office = We are sorry. Our officers know now, so that you are called soon.
news-reopened = Good. We will call you again.
news-stale = Thank you. This has changed meanwhile and needs no answer any more.
news-ready = You are about to be registered officially. Keep your identity card and e-mail address ready. Hand money to nobody.
