# Reporting an impostor, and warnings after something secret was pasted.

command-lapor = Report somebody who pretends to be us

safety-report = 🚩 Report an impostor
safety-report-also = report, impostor, fraud
safety-genuine = ✅ Is this service genuine
safety-ask =
    Does somebody pretend to be us? Write their number or account, and what they asked for.

    A screenshot may come with it. Our staff are told at once; if it is urgent, call { $phone }.
safety-ask-words =
    We have the picture. Now write their number or account, and what they asked for.

    You may add another picture. If it is urgent, call { $phone }.
safety-full = That picture does not go along: the limit is { $count }. Just tell what is on it.
safety-send = ✅ Send the picture alone
safety-send-also = send, that is all, done, enough
safety-hidden = We hid the secret numbers in your report, and deleted that message here. Do not give such a code to anybody, not even to us.
safety-ask-alone =
    Does somebody pretend to be us? There is nobody of our staff we can reach from here yet.

    Report it by calling { $phone }. Send no money and no code.
safety-nobody = Sorry, your report reached nobody, and we did not keep it. Please report it by calling { $phone }.
safety-refused = Sorry, that report was not passed on: several came from here within the hour. Please tell this one on the phone, { $phone }.
safety-reported = 🚩 <b>Report of an impostor</b> by { $name }: { $text }
safety-picture = 🚩 <b>Picture of a report</b> by { $name }
safety-wordless = a picture alone

safety-warn-code =
    That looked like a secret code, so we deleted it and did not keep it. Give codes to nobody, not to us either.

    Did somebody ask for it? Press /lapor, or call { $phone }.

    If it was no code, please use words.
safety-warn-pin =
    That held a PIN or password, so we deleted it and did not keep it. Change the PIN or password at once.

    Did somebody ask for it? Press /lapor, or call { $phone }.
safety-warn-card =
    That held a card number, so we deleted it and did not keep it. We never ask for it.

    Did somebody ask for it? Press /lapor, or call { $phone }.

safety-nik = The number of an identity card (NIK) is not needed here. We have covered it, and do not keep it.
