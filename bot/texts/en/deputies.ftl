# Deputies of those who approve.

command-wakil = Deputy for approvals

deputies-none = Nobody approves in your place yet.
deputies-some = A colleague approves in your place.
deputies-link = Send this link to one colleague of the office; it holds until tomorrow: { $link }
deputies-end = Take it back
deputies-ended = Nobody approves in your place any more.
deputies-over = Sorry, this link cannot be used. Please ask for a new one.
deputies-ask = You are asked to approve staff invitations in a colleague's place. What that colleague invites, their deputy cannot approve.
deputies-agree = 🤝 I agree
deputies-done = Good. Requests for approval come to you, too, from now on.
deputies-named = Your colleague has agreed to stand in for you. Take it back with /wakil.
