# Guides: how to join, to pay, to claim, what lapses, and how to know what is genuine.

guides-list = What would you like to know? Choose one.
guides-stories = 📖 Stories, by occupation
guides-eligibility = Who may join
guides-claims = How to claim
guides-facilities = The city's facilities
guides-back = ⬅️ List

explainers-join-1 =
    Registering officially goes through:
    { $registration-channels }
explainers-join-2 =
    What to have ready:
    { $registration-needs }
explainers-join-3 = Registering interest here is not membership yet. You become a member through those places.
explainers-join-4 = The official address is { $registration-website }. If in doubt, call { $phone }.

explainers-pay-1 = You pay with { $contributions-payment_number }. There is no other number to remember.
explainers-pay-2 =
    You can pay through:
    { $contributions-channels }
explainers-pay-3 = Never pay into a person's account. Official payments go through those places alone.
explainers-pay-4 = In doubt about paying? Call { $phone } first.

explainers-lapse-1 = Forgot to pay? The fine for paying late: { $contributions-late_fine }.
explainers-lapse-2 = Protection ends after more than { $contributions-protection_ends_after } in a row unpaid. Pay again with the NIK, and it goes on.
explainers-lapse-3 = The right to a claim lapses after { $claims-lapse_after }. So claim soon.
explainers-lapse-4 = A claim while in arrears? Ask our staff, or call { $phone }.

explainers-genuine-1 =
    We never ask for:
    { $safety-never_asks }
explainers-genuine-2 =
    We never send { $safety-never_sends }. Nor do we ever call to ask for money.
explainers-genuine-3 = To be sure, call { $phone } or come to the branch.
explainers-genuine-4 = Does somebody pretend to be us? Report it below, or call { $phone }.
