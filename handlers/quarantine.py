"""Updates nobody could handle: kept sealed, under whose they are, so that they hold nobody up."""

import json
from collections import Counter
from typing import Any

import structlog

from bot.metrics import UPDATES
from bot.service import Service
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.updates import quarantine_update, remember_update

log = structlog.get_logger(__name__)

TRIES = 5  # of an update that fails as if the database were away, while the database answers others
COUNTED = 10_000  # updates; more than that are an outage, whose counts mean nothing


class Quarantine:
    """Keeps updates, and knows which of them have failed too often."""

    def __init__(self, database: Database, service: Service) -> None:
        self._database = database
        self._service = service
        self._failures: Counter[int] = Counter()

    async def keep(self, body: dict[str, Any], update_id: int, why: str) -> None:
        """Remember the update as handled and keep it, sealed; one that was handled before is not kept."""
        now = self._service.clock.now()
        async with self._database.transaction() as tx:
            if await remember_update(tx, update_id, now):
                await quarantine_update(tx, update_id, sender_of(body), json.dumps(body), why, now)
        self.forgive(update_id)
        UPDATES.labels("quarantined").inc()

    async def is_hopeless(self, update_id: int) -> bool:
        """Count a failure: whether it was the TRIES-th while the database took what others wrote."""
        if not await self._can_write():
            return False
        if len(self._failures) > COUNTED:
            self._failures.clear()
        self._failures[update_id] += 1
        return self._failures[update_id] >= TRIES

    def forgive(self, update_id: int) -> None:
        """It was handled."""
        self._failures.pop(update_id, None)

    async def _can_write(self) -> bool:
        try:
            await self._database.ping(writing=True)
        except StorageUnavailable:
            return False
        return True


def sender_of(body: object) -> int | None:
    """The account an update comes from, read without trusting its shape; None when it cannot be told."""
    parts = body.values() if isinstance(body, dict) else ()
    senders = (part.get("from") for part in parts if isinstance(part, dict))
    ids = (sender.get("id") for sender in senders if isinstance(sender, dict))
    return next((id_ for id_ in ids if is_account(id_)), None)


def is_account(telegram_id: object) -> bool:
    """Whether this can be the id of an account: nobody else has checked its type."""
    return type(telegram_id) is int and 0 < telegram_id < 2**52
