# /status

command-status = See my registration

status-intro = This is what you have registered:
status-none = You have not registered anything yet.
status-line = 🧾 Number <b>{ $number }</b> for <b>{ $name }</b>, { $day }: recorded, our staff will contact you.
status-told = 🧾 Number <b>{ $number }</b> in the name of <b>{ $name }</b>, { $day }:
status-is-paid = Our staff noted that the first contribution is paid. If it is not, tap <b>Ask a person</b>.
status-is-confirmed = Officially registered, and the first contribution is paid.
status-is-unreached = We tried three times to reach you, in vain. If you are still interested, tap <b>Ask a person</b>.
status-is-closed = We have closed this registration. If you are interested again, tap <b>Ask a person</b>.
status-not-contacted = Nobody called
status-not-contacted-also = nobody called me, nobody has called, not yet, belum dihubungi
status-not-contacted-of = Nobody called { $name }
status-draft = You have a form to finish. Tap <b>Continue</b> to go on.
status-continue = Continue
status-continue-also = continue, go on, yes, y, ok, okay, lanjut, 👍
