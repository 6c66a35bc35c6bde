"""How many may answer, judged by what came of campaigns before (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, sqrt

Z = 1.2816  # of the normal distribution: eight times in ten the truth lies inside


@dataclass(frozen=True, slots=True)
class Past:
    """What a campaign of before reached, and how many registered from it."""

    sent: int
    registered: int


@dataclass(frozen=True, slots=True)
class Range:
    """From so many to so many people."""

    low: int
    high: int


def estimate_interested(audience: int, past: Iterable[Past]) -> Range | None:
    """Who may register, out of so many; None while there is nothing to judge by.

    Wilson's interval (1927) of all campaigns of before taken together: sensible for few and for none, too.
    """
    known = list(past)
    sent, registered = sum(one.sent for one in known), sum(one.registered for one in known)
    if sent <= 0:
        return None
    share = min(1.0, registered / sent)
    middle = (share + Z * Z / (2 * sent)) / (1 + Z * Z / sent)
    spread = Z / (1 + Z * Z / sent) * sqrt(share * (1 - share) / sent + Z * Z / (4 * sent * sent))
    low, high = floor(audience * (middle - spread) + 1e-9), ceil(audience * (middle + spread))
    return Range(max(0, low), min(audience, high))


def waves_needed(expected: int, free_slots: int) -> bool:
    """Whether more people will answer than volunteers can take."""
    return expected > free_slots
