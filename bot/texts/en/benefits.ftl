# What the family gets, event by event; every figure is a fact, named by its id.

command-manfaat = What it gives
command-manfaat-also = benefit, benefits

benefits-menu = After an accident at work, you are treated and your family is not alone. Which would you like to see?
benefits-after-death = We are sorry to speak of it, but a family should know. Choose one.
benefits-event =
    .accident_treated = 🏥 Treatment in hospital
    .accident_cannot_work = Unable to work
    .accident_disabled = Disabled by work
    .reaches_age = Old-age savings
    .stops_working = Stopping work
    .accident_death = By an accident at work
    .death = By another cause
    .death_early = Another cause, new member
    .scholarship_accident = Children's school (work accident)
    .scholarship = Children's school (other cause)
benefits-family = If a member dies
benefits-family-also = dies, death
benefits-proof-button = Proof that it is paid
benefits-list = ⬅️ Other benefits
benefits-list-also = other benefits, others
benefits-picture = 🖼 Send it as a picture
benefits-coming = The picture is being made.
benefits-enough = The picture was sent already, above.

benefits-title-accident_treated = Treatment after an accident at work
benefits-title-accident_cannot_work = Unable to work after an accident at work
benefits-title-accident_disabled = Disabled by an accident at work
benefits-title-reaches_age = Old-age savings
benefits-title-stops_working = Stopping work
benefits-title-accident_death = Death by an accident at work
benefits-title-death = Death by another cause
benefits-title-death_early = Death by another cause, of a new member
benefits-title-scholarship_accident = Children's school, after an accident at work
benefits-title-scholarship = Children's school, after another cause

benefits-headline-accident_treated = Treatment without a limit on the cost
benefits-headline-accident_cannot_work = { $amount } a month
benefits-headline-accident_disabled = Up to { $amount }
benefits-headline-reaches_age = What was saved, and its yield
benefits-headline-stops_working = The savings may be taken out
benefits-headline-accident_death = { $amount } for the family
benefits-headline-death = { $jkm-total }, after { $jkm-full_after }
benefits-headline-death_early = Only { $jkm-funeral }
benefits-headline-scholarship_accident = Up to { $scholarship-total } for { $scholarship-children } children
benefits-headline-scholarship = Up to { $scholarship-total } for { $scholarship-children } children

benefits-step-jkk-covers = It holds from leaving home for work until you are back.
benefits-step-jkk-treatment = Treatment as medically needed, without a limit on the cost.
benefits-step-jkk-transport_land = The way to hospital by land: at most { $jkk-transport_land }.
benefits-step-jkk-transport_sea = By sea: at most { $jkk-transport_sea }.
benefits-step-jkk-transport_air = By air: at most { $jkk-transport_air }.
benefits-step-jkk-homecare = Care at home: at most { $jkk-homecare }, for { $jkk-homecare_for }.
benefits-step-jkk-report_within = Report it as soon as you can. Companies are given { $jkk-report_within }.
benefits-step-jkk-income_first = For the first { $jkk-income_first_for }: { $amount } a month. So for { $months } months: { $together }.
benefits-step-jkk-income_after = After { $jkk-income_first_for }: { $jkk-income_after }, which is { $amount } a month.
benefits-step-jkk-disability_partial = A limb lost: its share in a table, times { $jkk-disability_months } months of income.
benefits-step-jkk-disability_function = Less use of it: the share lost, times the table, times { $jkk-disability_months } months of income.
benefits-step-jkk-disability_total = Total and lasting: { $times } times the income of { $base } = { $amount }.
benefits-step-jkk-death = A grant: { $times } times the income of { $base } = { $amount }.
benefits-step-jkk-funeral = The funeral: { $jkk-funeral }.
benefits-step-jkk-periodic = A periodic grant: { $jkk-periodic }, paid at once. Whether it adds to the above is not certain.
benefits-step-jkm-total = In all { $jkm-total }, after { $jkm-full_after } of being a member and paying.
benefits-step-jkm-grant = Within it, the grant: { $jkm-grant }.
benefits-step-jkm-periodic = Within it, the periodic grant: { $jkm-periodic }, paid at once.
benefits-step-jkm-funeral = Within it, the funeral: { $jkm-funeral }.
benefits-step-jkm-funeral_only = The funeral, { $jkm-funeral }. The other grants come only after { $jkm-full_after } of membership.
benefits-step-scholarship-total = For { $scholarship-children } children, at most { $scholarship-total } together.
benefits-step-scholarship-kindergarten = Kindergarten: { $scholarship-kindergarten } a year.
benefits-step-scholarship-primary = Primary school: { $scholarship-primary } a year.
benefits-step-scholarship-junior_high = Junior high school: { $scholarship-junior_high } a year.
benefits-step-scholarship-senior_high = Senior high school: { $scholarship-senior_high } a year.
benefits-step-scholarship-university = University or training: { $scholarship-university } a year.
benefits-step-jht-savings = At { $jht-age }: what was saved, with its yield.
benefits-step-jht-part_house = After { $jht-part_after }, once: at most { $jht-part_house } for a house.
benefits-step-jht-part_other = Or at most { $jht-part_other } for something else.
benefits-step-jht-on_stopping_work = Who works for themselves may take the savings out on stopping work.

benefits-ask = Some of the rules are not settled. Ask our staff.
benefits-condition-death = Death before { $jkm-full_after }: only the funeral, { $jkm-funeral }.
benefits-condition-scholarship = It takes { $scholarship-jkm_after } of contributions.
benefits-condition-reaches_age = Only with old-age savings. The family receives them, too, if the member dies.
benefits-condition-stops_working = Only with old-age savings.
benefits-base = Worked out from an income of { $base } a month, by the contribution paid.
benefits-lapse = The right to it lapses when it is not claimed for { $claims-lapse_after }.
benefits-check = In doubt? Call { $phone }.
benefits-card-footer = { $branch }, { $day }. An explanation, not a proof of membership.

benefits-proof =
    <b>Already paid in Serang regency</b>

    Within a year: { $regency-claims_paid } to { $regency-claims_workers } workers and their families.

    Active members: { $regency-active_members } workers. That is { $regency-coverage } of all workers.

    As told on { $day }. Source: { $source }.
