# The greeting and the home screen. Two short messages: who we are, what we never ask for.

command-start = Start from the beginning

start-description = The automatic service of { $branch }. Ask about work protection, see what it costs, register interest. We never ask for a login code, a PIN or a transfer to a person; if in doubt, call { $phone }. Tap START.
start-description-short = Automatic service of { $branch }: work protection explained, interest registered.

start-greeting = Hello, this is the automatic service of <b>{ $branch }</b>. We explain work protection and take down your interest.

home-greeting = We never ask for an OTP, login code, PIN, password, ATM card number, or personal transfer. We never send an APK; in doubt, call { $phone }.
home-menu = Where would you like to begin? If in doubt, call { $phone }.
home-paused =
    All right, take a break. We keep your answers for a while; to go on, tap <b>Register interest</b>.

    Any questions? Call { $phone }.
home-thanks =
    Thank you, we have noted it. To stop our messages, tap /berhenti.

    Any questions? Call { $phone }.
home-withdrawn = All right, that request is cancelled. Where would you like to begin? If in doubt, call { $phone }.
home-written = We have passed it on to an officer. If there is more, call { $phone }.

home-benefits = What it gives
home-benefits-also = benefits, what is it for, what does it give
home-costs = What it costs
home-costs-also = cost, costs, price, how much, contribution
home-register = Register interest
home-register-also = register, i want to register, want to register, join, i want to join, sign up, daftar, mau daftar
home-info = More information
home-info-also = info, more, how to pay, claim, stories, who may join
home-misfortune = 🚨 Something has happened
home-misfortune-also = accident, death, died, emergency
home-help = Ask a person
home-help-also = help, help me, ask, a person, bantuan, petugas
