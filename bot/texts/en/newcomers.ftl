# Those who have just joined by an invitation.

newcomers-joined = <b>{ $name }</b> has joined as { $role }, { $where }, by your invitation. Not the right person? Tap below.
newcomers-wrong = ⛔ Not the right person
newcomers-ended = Ended. Their access is gone at once; please make a new invitation.
newcomers-ask-phone = May we have your phone number? For the branch's staff alone, never given to residents.
newcomers-share = 📱 Send my number
newcomers-skip = ⏭ Skip
newcomers-skip-also = skip, later, not now, no
newcomers-not-own = That is somebody else's number. We need your own; you may skip this, too.
newcomers-why-phone = Sorry, we could not read that number. Write it like <b>0812-3456-7890</b>, or skip.
