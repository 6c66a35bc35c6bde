# Words that may be for staff, or for the screen.

held-ask-staff = Our officer wrote to you just now. Whom is this for?
held-ask-rating = Is this a word about your rating, or an answer to the screen?
held-staff = 👤 For the officer
held-rating = ⭐ About my rating
held-screen = 📝 For the screen before
