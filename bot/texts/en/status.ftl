# /status

command-status = See my registration

status-intro = This is what you have registered:
status-none = You have not registered anything yet.
status-line = 🧾 Number <b>{ $number }</b> for <b>{ $name }</b>, { $day }: recorded, our staff will contact you.
status-draft = You have a form to finish. Tap <b>Continue</b> to go on.
status-continue = Continue
status-continue-also = continue, go on, yes, y, ok, okay, lanjut, 👍
