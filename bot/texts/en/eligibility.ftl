# Who may join, and who is covered in another way.

command-syarat = Who may join

eligibility-ask = What is your work? Choose what fits best.
eligibility-situation =
    .own = For myself, or by the day
    .owner = A business with employees
    .employee = Employed for wages
    .construction = A building project
    .asn = A civil servant
    .military = Army or police
    .honorer = On a state contract
    .abroad = Work abroad
    .covered = Already a member
    .paid_for = The regency pays for me
    .unsure = I do not know if I am a member
    .young = I am young
    .old = I am old
    .foreigner = I am a foreigner
    .many_jobs = I have many jobs
eligibility-back = ⬅️ Other choices
eligibility-back-also = back, other choices

eligibility-informal = You may join, from { $eligibility-adult_from } years of age to below { $eligibility-under }.
eligibility-state = Civil servants are covered by { $eligibility-asn_covered_by }. Ask the personnel office.
eligibility-military = Army and police are covered by { $eligibility-tni_polri_covered_by }. Ask your unit.
eligibility-wage-earner = Employees are registered by their company. If not yet, ask the company, or call { $phone }.
eligibility-construction = Building workers are registered by the contractor. Ask the foreman, or call { $phone }.
eligibility-migrant = Work abroad is covered in a way of its own. Ask an officer where to go, or call { $phone }.
eligibility-honorer = For contract staff of the state an officer knows how. Press <b>Ask a person</b>, or call { $phone }.
eligibility-self = Good, there is no need to register again. To check your contribution, call { $phone }.
eligibility-regency = Good, your contribution is paid for. Keep the card, and check at { $phone }.
eligibility-cover-unsure = Let it be checked first, so as not to pay twice. Press <b>Ask a person</b>, or call { $phone }.
eligibility-child = Below { $eligibility-adult_from } years a parent or guardian has to agree. Press <b>Ask a person</b>.
eligibility-near-limit = At registration one is below { $eligibility-under } years. From { $eligibility-hand_over_from } on, press <b>Ask a person</b>.
eligibility-foreigner = For foreigners our staff will explain. Press <b>Ask a person</b>.
eligibility-too-many-jobs = Jobs that can be covered: { $eligibility-jobs } at most. If there are more, press <b>Ask a person</b>.
