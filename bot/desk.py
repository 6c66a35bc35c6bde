"""What use-cases of leads and cases work with, whoever or whatever sets them going."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self
from uuid import UUID

from bot.service import Service
from bot.visits import Visit
from storage.database import Transaction
from storage.types import JsonObject


@dataclass(frozen=True, slots=True)
class Desk:
    """An open transaction, the moment, and whose act it is; nobody's where it happens by itself.

    `acting_for` is the volunteer without Telegram for whom somebody else enters it.
    """

    tx: Transaction
    service: Service
    now: datetime
    actor: UUID | None = None
    acting_for: UUID | None = None

    @classmethod
    def of(cls, visit: Visit) -> Self:
        """Where the person of a visit does it."""
        return cls(visit.tx, visit.service, visit.now, visit.contact.id)

    def details(self) -> JsonObject:
        """What the history is to say of it: for whom it was entered."""
        return {"for": str(self.acting_for)} if self.acting_for else {}
