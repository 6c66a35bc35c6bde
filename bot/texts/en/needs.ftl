# What the official registration needs.

needs-list = Needed to register: identity card (its number) { $card }, phone ✅, e-mail address { $email }.
needs-ready = ✅
needs-missing = ⬜ not yet
needs-tick =
    .has_id_card = 🪪 Card is ready
    .has_email = 📧 E-mail is ready
