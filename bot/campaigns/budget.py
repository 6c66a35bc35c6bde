"""What a paid broadcast may cost, in Telegram Stars: reckoned before, and never exceeded unasked (pure).

Telegram takes 0.1 Stars for each message over its free thirty a second (Bot API, `allow_paid_broadcast`).
Each is reckoned as paid for: what it comes to in the end is less, never more.
"""

from math import ceil

MESSAGES_A_STAR = 10


def budget_messages(stars: int) -> int:
    """How many messages so many Stars pay for."""
    return stars * MESSAGES_A_STAR


def stars_for(messages: int) -> int:
    """What so many messages cost at the most, begun Stars counted."""
    return ceil(messages / MESSAGES_A_STAR)


def within_budget(wanted: int | None, audience: int, paid: int | None) -> int | None:
    """How many may be begun with by now: as many as wanted (None: all), but no more than is paid for."""
    if paid is None or paid >= audience:
        return wanted
    return paid if wanted is None else min(wanted, paid)
