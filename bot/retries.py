"""How often a message that was certainly not sent is tried again, and after how long; every lane alike."""

from datetime import timedelta

ATTEMPTS = 8
FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=15)
