# What stands on many screens, and what is said when an answer does not fit.

nav-back = ⬅️ Back
nav-back-also = back, go back, previous, kembali
nav-going-back = ⬅️ Back
nav-going-back-also = back, go back, cancel, never mind, nevermind, forget it, previous, batal, tidak jadi, kembali
nav-pause = Stop for now
nav-pause-also = stop for now, menu, main menu, home, later, not now, tomorrow, nanti
nav-help = Ask a person
nav-help-also = help, help me, ask, a person, bantuan, petugas
nav-home = Main menu
nav-home-also = menu, home, start again
nav-before = ◀️ Previous
nav-after = Next ▶️

nav-stale = That button is old. This is the newest.
nav-not-allowed = Sorry, that cannot be opened from here.
nav-unknown-command = Sorry, there is no such command. Please go on below.
nav-not-understood = Sorry, we did not understand that. Please tap one of the buttons below.
nav-long = Sorry, that is too long for us to read. Tap a button below, or ask a person.
nav-stuck = If you are not sure, tap <b>Ask a person</b>. Somebody at the office will help.
nav-contact = Thank you, but we need no number at this step. Please go on below.
nav-voice = We have kept your voice message for an officer.
nav-file = Thank you. Photos and files are not needed here, so we do not keep them. Please go on below.
nav-location = Thank you. We cannot read maps; just write the name of your village. Please go on below.
nav-sticker = 🙂 Please go on below.
nav-other = Sorry, we cannot read that. Please tap one of the buttons below.
nav-apology = Sorry, something went wrong on our side. Your earlier answers are safe; please try again.
nav-keyboard-off = All right, let us go on.
nav-keyboard-away = We have closed the number button.
