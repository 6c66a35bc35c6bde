"""How cases are looked after: who is told when nobody moves, and what one tap can answer."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Told(StrEnum):
    """Whom a case that waits is put before."""

    DUTY = "duty"  # whoever took it, else everybody on duty
    APPROVERS = "approvers"  # and it is anybody's again


@dataclass(frozen=True, slots=True)
class Step:
    """After so long without an answer, counted in opening hours, somebody is told."""

    after: timedelta
    told: Told


WAITING = (
    Step(timedelta(minutes=15), Told.DUTY),
    Step(timedelta(hours=1), Told.APPROVERS),
    Step(timedelta(hours=4), Told.APPROVERS),
)
CANNED = ("reading", "documents", "office", "call", "register", "thanks")
"""Answers that are one tap: texts `canned-title.<id>` and `canned-<id>`."""
RATINGS = (1, 2, 3, 4, 5)
SHOWN = 5  # of what was said, on a card
