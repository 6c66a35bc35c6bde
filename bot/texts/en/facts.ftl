# /fakta, and the words behind the text ids in bot/programme/facts.toml.

command-fakta = Facts: see them, propose a change

facts-groups = The facts this service tells. Choose a group.
facts-group = Facts of the group <b>{ $group }</b>.
facts-back = ⬅️ Back
facts-back-also = back
facts-waiting = 🕓 { $id }
facts-fact = <b>{ $id }</b>
facts-line =
    <b>{ $value }</b> ({ $unit })
    { $start } to { $end }, grade { $grade }
    Source: { $source }
facts-open-end = no end
facts-by-file = This fact is changed by the branch's file, because a screen needs the words for it.
facts-change = ✏️ Propose a change
facts-ask-value = The new value of <code>{ $id }</code>? It is { $value } ({ $unit }) now.
facts-why-value = Sorry, that does not fit. Write the figure alone.
facts-ask-source = The new value: <b>{ $value }</b>. What is its source? Write the regulation or the letter.
facts-why-source = Sorry, the source has to be clear, such as a regulation's number.
facts-ask-day = From when does it hold? Choose, or write it like <code>2027-01-31</code>.
facts-why-day = Sorry, that is no day. Write year-month-day.
facts-compared =
    <code>{ $id }</code> ({ $unit })

    Now: <b>{ $old }</b>
    Source: { $oldsource }

    Proposed: <b>{ $new }</b>, from { $start }
    Source: { $source }
facts-second = It holds once a second person approves.
facts-send = ✅ Propose
facts-refused = This cannot be proposed: { $why }
facts-state-proposed = Proposed { $at }, waiting for approval.
facts-state-approved = Approved. Proposed { $at }.
facts-state-rejected = Rejected. Proposed { $at }.
facts-approve = ✅ Approve
facts-reject = ❌ Reject
facts-stale = Decided already, or your own proposal.
facts-notice = A change of the fact <code>{ $id }</code> is proposed.
facts-open = Open

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
