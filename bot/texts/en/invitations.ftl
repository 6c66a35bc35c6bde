# Invitations: how somebody becomes a volunteer or staff.

command-undang = Invite a volunteer or staff

invitations-role = Whom do you invite?
invitations-confirm =
    Invitation: <b>{ $role }</b>
    Area: <b>{ $where }</b>

    The link holds for 48 hours, for one person.
invitations-send = ✅ Make the invitation
invitations-coming = The invitation is on its way.
invitations-waiting = This invitation waits for a second person. Once it is approved we send you the link.
invitations-link =
    Invitation <b>{ $role }</b>, { $where }.
    Send this link to one person only; it holds for 48 hours: { $link }
invitations-approval =
    There is a new invitation from <b>{ $who }</b>: <b>{ $role }</b> for { $where }.
    Made on { $when }. Do you approve?
invitations-somebody = one of the staff
invitations-approve = ✅ Approve
invitations-refuse = Refuse
invitations-approved = Approved. The link goes to whoever invited.
invitations-refused = Refused. No link is made.
invitations-stale = This invitation has been answered, is over, or is not yours to answer.
invitations-over = Sorry, this invitation has been used or is over. Please ask staff for a new one.
invitations-join = You are invited as <b>{ $role }</b> for { $where }.
invitations-agree = 🤝 Agree and join
invitations-agree-also = yes, ok, i agree, agree, i am in, count me in
invitations-decline = Not now
invitations-decline-also = no, i do not agree, not for me, later
invitations-declined = That is all right. If you change your mind, open the link again while it lasts.
invitations-groups = 👥 For a group
