# Typed questions: what stands around the written answers, which are in questions/*.toml.

command-pertanyaan = Questions without an answer yet

questions-answer = { $text }
questions-unsettled = To be sure, please ask a person first.
questions-ask-staff = Sorry, this answer is being changed. Please ask an officer, so that nothing wrong is said.
questions-not-that = Not that
questions-not-that-also = not that, no, wrong
questions-unsure = We are not sure yet. Which one do you mean?
questions-others = Sorry. Perhaps one of these?
questions-none = Sorry, there is no answer to that here yet. An officer can help.
questions-person = 👤 Ask a person
questions-person-also = ask an officer, officer, help

questions-elsewhere-health = That is a matter for BPJS Kesehatan, another office. This is BPJS Ketenagakerjaan, which protects people at work.
questions-elsewhere-money = We lend no money, and debts are not ours to settle. Take care: give no data to whoever offers a loan.
questions-elsewhere-aid = That help is not ours to give. Please ask at the village office.
questions-elsewhere-papers = That is not done here. Please ask at the village office.
questions-elsewhere-own = Only an officer can look into your own data. Tap <b>Ask a person</b> below.
questions-elsewhere-plain = Sorry, that is beyond us. Here we help with protection at work.

questions-list = Asked and not answered yet, most often first:
questions-list-empty = Every question has its answer.
questions-back = ⬅️ Questions
questions-gone = This question is gone.
questions-settle = ✅ Seen to
questions-card =
    “{ $text }”

    { $count ->
        [one] Asked once, { $at }.
       *[other] Asked { $count } times, last { $at }.
    }
questions-card-refused = “{ $shown }” was shown, and was not it.
