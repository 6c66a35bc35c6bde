# /fakta, and the words behind the text ids in bot/programme/facts.toml.

command-fakta = Facts: see them, propose a change

facts-groups = The figures and facts this service tells. Choose a group.
facts-group = <b>{ $group }</b>. Choose one.
facts-back = ⬅️ Back
facts-back-also = back
facts-waiting = 🕓 { $name }
facts-fact = <b>{ $name }</b>
facts-line =
    <b>{ $value }</b>
    Holds from { $start } to { $end }
    Source: { $source } ({ $grade })
facts-source =
    .pages = as told on the internet, { $day }
    .article = official article number { $number }
    .promise = this service's own promise
    .rule = this service's own rule
    .employers = the law for employers
    .guardian = a guardian consents for a child
    .bases = the same bases
    .opening = the opening of the programme on
    .city = quoting the city
    .quoting = quoting
    .and = and
facts-open-end = further notice
facts-by-file = This is changed in the branch’s file, under the name <code>{ $id }</code>.
facts-change = ✏️ Propose a change
facts-ask-value = <b>{ $name }</b> is { $value } now. What is the new value?
facts-ask-list = <b>{ $name }</b> is now: { $value }. Write the new list, with commas between.
facts-why-list = Sorry, that is no list, or too long a one. Write the names alone, with commas between.
facts-why-value = Sorry, that does not fit. Write the figure alone.
facts-ask-source = What is the source? Write the regulation or the letter.
facts-why-source = Sorry, it must stand written somewhere. Give the number of the rule, the number and date of the letter, or its official link.
facts-ask-day = From when does it hold? Choose, or write it like <b>31 January 2027</b>.
facts-why-day = Sorry, that is no day. Write for example <b>31 January 2027</b>.
facts-ask-until = Until when does <b>{ $names }</b> hold? Choose the last day, or write it like <b>30 June 2027</b>.
facts-why-until = Sorry, the last day has to be after { $start }. Write for example <b>30 June 2027</b>.
facts-until = { $value }, until { $end }
facts-compared =
    <b>{ $name }</b>
    Now: { $old } ({ $oldsource })
    Proposed: <b>{ $new }</b>
facts-from = From { $start }. Source: { $source }
facts-rows-follow = { $rows ->
    [one] The table of contributions is worked out anew, { $rows } row:
   *[other] The table of contributions is worked out anew, { $rows } rows:
}
facts-row = Row { $number }, all contributions: { $old } becomes <b>{ $new }</b>
facts-more = ➕ Change something else with it
facts-ask-more = What else changes with it?
facts-table = { $rows ->
    [one] Table of { $rows } row
   *[other] Table of { $rows } rows
}
facts-now-and-then =
    <b>{ $name }</b>
    Now: { $old }; from { $start }: <b>{ $new }</b>
facts-then-and-now =
    <b>{ $name }</b>
    Now: <b>{ $new }</b>, from { $start }. Before: { $old }
facts-by = Source: { $source }
facts-decided-approved = Your proposal was approved: { $names }.
facts-decided-rejected = Your proposal was rejected: { $names }.
facts-second = It holds once a second person approves.
facts-send = ✅ Propose
facts-refused = This cannot be proposed yet, because the figures do not fit together: { $names }. Change the others with it, or check again.
facts-state-proposed = Proposed { $at }, waiting for approval.
facts-state-approved = Approved. Proposed { $at }.
facts-state-returned = Given back to be written again. Proposed { $at }.
facts-state-rejected = Rejected. Proposed { $at }.
facts-approve = ✅ Approve
facts-reject = ❌ Reject
facts-stale = Decided already, or your own proposal.
facts-notice = A change is proposed: { $names }.
facts-open = Open

facts-about =
    .claims = Claims
    .contact = Telephone
    .contributions = Contributions
    .discount = Discounts
    .eligibility = Who may join
    .facilities = City facilities
    .jht = Old-age savings
    .jkk = Work accidents
    .jkm = Death
    .occupations = Occupations
    .privacy = Personal data
    .programmes = Programmes
    .regency = Figures of the regency
    .registration = Registration
    .safety = Safety
    .scholarship = Scholarships

facts-grade =
    .h = as the law says
    .m-high = several sources, one of them official
    .m = several sources agree
    .m-low = few sources
    .l = a weak source

facts-unit =
    .months = { $value ->
        [one] { $value } month
       *[other] { $value } months
    }
    .rupiah-a-month = { $value } a month
    .rupiah-a-year = { $value } a year
    .rupiah-at-most = at most { $value }
    .rupiah-at-most-together = at most { $value } together
    .rupiah-paid-at-once = { $value }, paid at once
    .rupiah-that-year = { $value } that year
    .percent-of-the-row-s-base = { $value } of the row’s base
    .percent-of-jkk-and-jkm = { $value } of both contributions
    .percent-of-the-savings-at-most = at most { $value } of the savings
    .percent-of-80-x-the-monthly-income = { $value } of 80 times the monthly income
    .percent-of-the-reported-income = { $value } of the reported income
    .percent-of-workers = { $value } of workers
    .years-old = { $value ->
        [one] { $value } year old
       *[other] { $value } years old
    }
    .years-old-at-registration = { $value ->
        [one] under { $value } year old
       *[other] under { $value } years old
    }
    .jobs-at-most = { $value ->
        [one] at most { $value } job
       *[other] at most { $value } jobs
    }
    .times-the-monthly-income = { $value ->
        [one] once the monthly income
       *[other] { $value } times the monthly income
    }
    .workers = { $value ->
        [one] { $value } person
       *[other] { $value } people
    }
    .workers-who-were-paid-claims-that-year = { $value ->
        [one] { $value } person that year
       *[other] { $value } people that year
    }
    .vulnerable-workers-paid-for-by-the-regency = { $value ->
        [one] { $value } person
       *[other] { $value } people
    }
    .children-at-most = { $value ->
        [one] at most { $value } child
       *[other] at most { $value } children
    }

facts-name =
    .claims-jht-channels = Where old-age savings are claimed
    .claims-jkk-documents = Papers for a work-accident claim
    .claims-jkm-documents = Papers for a death claim
    .claims-lapse-after = How long a claim can be made
    .contact-call-centre = Number of the call centre
    .contributions-channels = Where contributions are paid
    .contributions-jht-rate = Rate for old-age savings
    .contributions-jkk-rate = Rate for work accidents
    .contributions-jkm-flat = Contribution for death
    .contributions-late-fine = Fine for paying late
    .contributions-payment-number = Number to pay with
    .contributions-protection-ends-after = Unpaid until protection ends
    .contributions-rows = Table of contributions
    .discount-applies-to = Contributions that are discounted
    .discount-not-when-paid-by = Who gets no discount
    .discount-other = Discount for other work
    .discount-transport = Discount for transport workers
    .eligibility-adult-from = Age to register alone
    .eligibility-asn-covered-by = Who covers civil servants
    .eligibility-hand-over-from = Age that staff take over
    .eligibility-jobs = Jobs that may be registered
    .eligibility-not-for = Who cannot join
    .eligibility-other-segments = Who joins in another way
    .eligibility-tni-polri-covered-by = Who covers soldiers and police
    .eligibility-under = Age limit to register
    .facilities-serang-city = Facilities of Serang City
    .jht-age = Age to claim old-age savings
    .jht-also-on = Other reasons to claim savings
    .jht-on-stopping-work = On stopping work
    .jht-part-after = Years before part can be taken
    .jht-part-house = Part for a house
    .jht-part-other = Part for other needs
    .jht-savings = What the savings are
    .jkk-covers = What counts as a work accident
    .jkk-death = Grant for death by work accident
    .jkk-death-months = Multiplier of the death grant
    .jkk-disability-function = Loss of function
    .jkk-disability-months = Multiplier of the disability grant
    .jkk-disability-partial = Partial disability
    .jkk-disability-total = Grant for total disability
    .jkk-funeral = Funeral grant, work accident
    .jkk-homecare = Care at home
    .jkk-homecare-for = How long care at home lasts
    .jkk-income-after = Income while unable to work, later
    .jkk-income-first = Income while unable to work, at first
    .jkk-income-first-for = How long the first part lasts
    .jkk-periodic = Periodic grant, work accident
    .jkk-periodic-month = Periodic grant a month
    .jkk-periodic-months = Months of the periodic grant
    .jkk-report-within = When to report an accident
    .jkk-transport-air = Transport by air
    .jkk-transport-land = Transport by land
    .jkk-transport-sea = Transport by sea
    .jkk-treatment = Treatment
    .jkm-full-after = Membership before the full grant
    .jkm-funeral = Funeral grant
    .jkm-grant = Death grant
    .jkm-periodic = Periodic grant
    .jkm-total = Total for a death
    .occupations-transport = Transport work
    .privacy-respond-within = When data requests are answered
    .programmes-addition = Programmes that may be added
    .programmes-all = All programmes
    .programmes-pair = Programmes everybody takes
    .programmes-wage-earners-only = Programmes for employees only
    .regency-active-members = Active members in the regency
    .regency-claims-paid = Claims paid
    .regency-claims-workers = Workers paid claims
    .regency-coverage = Share of workers covered
    .regency-not-covered = Workers not covered
    .regency-paid-for = Workers the regency pays for
    .registration-channels = Where to register officially
    .registration-needs = What registering needs
    .registration-website = Address of the registration site
    .safety-never-asks = What we never ask for
    .safety-never-sends = What we never send
    .scholarship-children = Children who get a scholarship
    .scholarship-jkm-after = Membership before the scholarship
    .scholarship-junior-high = Scholarship, junior high school
    .scholarship-kindergarten = Scholarship, kindergarten
    .scholarship-primary = Scholarship, primary school
    .scholarship-senior-high = Scholarship, senior high school
    .scholarship-total = Scholarships in all
    .scholarship-university = Scholarship, university or training

facts-word =
    .nik = the NIK, on your identity card
    .phone = A phone number
    .email = An e-mail address
    .bni = BNI
    .livin_mandiri = Livin' Mandiri
    .bsi = BSI
    .bca = BCA
    .btn = BTN
    .brimo = BRImo
    .brilink = BRILink
    .bank_bjb = Bank BJB
    .linkaja = LinkAja
    .shopeepay = ShopeePay
    .dana = Dana
    .ovo = OVO
    .gopay = GoPay
    .qris = QRIS
    .alfamart = Alfamart
    .dan_dan = Dan+Dan
    .grab = Grab
    .gojek = Gojek
    .website_bpu = The official website
    .jmo = The official app (JMO)
    .branch = The branch office
    .perisai_agent = An official agent (Perisai)
    .partners = Official partners
    .lapak_asik = The official online desk (Lapak Asik)
    .member_card = The member's card
    .e_ktp = Identity card
    .chronology = What happened, written down
    .doctor_form = The doctor's form
    .receipts = Receipts
    .police_report_if_traffic = A police report, for traffic
    .ktp_member_and_heir = Identity cards of member and heir
    .death_certificate = Death certificate
    .family_card = Family card
    .heir_letter = Letter of the heir
    .marriage_book = Marriage book
    .heir_bank_account = The heir's bank account
    .otp = One-time codes
    .login_code = Login codes
    .pin = PIN
    .password = Passwords
    .cvv = The digits on the back of a bank card
    .transfer_to_person = A transfer to a person
    .apk = app files
    .taspen = PT Taspen
    .asabri = PT Asabri
    .kiosk_lease = market kiosk leases
    .kir_test = vehicle tests
    .route_permit = route permits
    .fertiliser_aid = fertiliser aid
    .asn = civil servants (ASN)
    .tni = soldiers (TNI)
    .polri = police (Polri)
    .bpu_may_withdraw = may be withdrawn
    .by_medical_need_no_ceiling = as medically needed, without a limit
    .construction = construction workers
    .wage_earner = wage earners
    .migrant = migrant workers
    .contributions_plus_yield = contributions and what they yield
    .courier = couriers
    .driver = drivers
    .ojek_online = online motorcycle taxis
    .ojek_pangkalan = motorcycle taxis at a stand
    .death = death
    .total_disability = total disability
    .home_to_home = from leaving home until back from work
    .jht = old-age savings
    .jkk = work accidents
    .jkm = death
    .jp = pension
    .jkp = job loss
    .loss_times_table_percent = the share of the loss, times the table
    .table_percent = the share by the table
    .regional_budget = paid by the region
    .state_budget = paid by the state
