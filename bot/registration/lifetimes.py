"""How long unfinished answers are kept."""

from datetime import timedelta

WITHOUT_CONSENT = timedelta(hours=24)
ABANDONED_FORMS = timedelta(days=90)
