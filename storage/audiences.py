"""Whom a campaign is for: a rule as SQL, counted, sampled, and frozen into one row a person."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Cap:
    """At most `messages` campaigns a person since a moment; `but_for` is not counted."""

    messages: int
    since: datetime


@dataclass(frozen=True, slots=True)
class AudienceCount:
    """How many the rule finds, how many of them get the message, and why the others do not.

    Whoever is left out is counted once, under the first reason that holds, in this order.
    """

    found: int
    erased: int
    opted_out: int
    no_consent: int
    unreachable: int
    capped: int

    @property
    def audience(self) -> int:
        """Those who get it."""
        return self.found - self.erased - self.opted_out - self.no_consent - self.unreachable - self.capped
