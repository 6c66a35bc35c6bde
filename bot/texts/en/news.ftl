# What a worker is told of their own registration.

news-volunteer = { $name }, a volunteer of your neighbourhood,
news-officer = One of our officers
news-taken =
    { $who } will call you.

    Our two words: <b>{ $passphrase }</b>. Whoever is genuine says them.
    Give no money, and tell nobody any code.
news-registered = You are registered officially. Protection begins once the first contribution is paid; check at 175.
news-paid = Our officer noted that the first contribution is paid. Is that right?
news-paid-yes = 👍 Yes, it is
news-paid-no = Not yet
news-unreached = We tried to call you three times, without luck. If you are still interested, tap below.
news-call-again = 📞 Call me again
news-contacted = Did our volunteer get in touch with you?
news-contacted-yes = 👍 Yes
news-contacted-no = Nobody called
news-complained = We are sorry. The coordinator knows now, so that somebody moves quickly.
news-reopened = Good. We will call you again.
news-stale = Thank you. This has changed meanwhile and needs no answer any more.
news-ready = You are about to be registered officially. Keep your identity card and e-mail address ready. Hand money to nobody.
