"""Updates nobody could handle: kept sealed, under whose they are, so that they hold nobody up."""

import json
import re
from collections import Counter
from typing import Any

import structlog

from bot.metrics import UPDATES
from bot.pasted import find_secret
from bot.service import Service
from bot.visits import ScreenBook
from storage.contacts import find_by_telegram_id
from storage.conversations import find_place
from storage.database import Database, Transaction
from storage.errors import StorageUnavailable
from storage.updates import quarantine_update, remember_update

log = structlog.get_logger(__name__)

TRIES = 5  # of an update that fails as if the database were away, while the database answers others
COUNTED = 10_000  # updates; more than that are an outage, whose counts mean nothing

_STRING = re.compile(r'("(?:[^"\\]|\\.)*")(:?)')
"""A string as json.dumps writes it; a name is followed by a colon at once."""


class Quarantine:
    """Keeps updates, and knows which of them have failed too often."""

    def __init__(self, database: Database, service: Service, screens: ScreenBook) -> None:
        self._database = database
        self._service = service
        self._screens = screens
        self._failures: Counter[int] = Counter()

    async def keep(self, body: dict[str, Any], update_id: int, why: str) -> None:
        """Remember the update as handled and keep it, sealed; one that was handled before is not kept.

        Of a secret, of what was said on a private screen and of nobody knows whom only the shape is kept.
        """
        now, sender = self._service.clock.now(), sender_of(body)
        async with self._database.transaction() as tx:
            if await remember_update(tx, update_id, now):
                private = holds_secret(body) or await self._is_private(tx, sender)
                kept = kept_body(body, without_words=private)
                await quarantine_update(tx, update_id, sender, kept, why, now)
        self.forgive(update_id)
        UPDATES.labels("quarantined").inc()

    async def _is_private(self, tx: Transaction, sender: int | None) -> bool:
        """Whether nothing they say may be kept: not known whose words they are, or to what."""
        if sender is None:
            return True
        contact = await find_by_telegram_id(tx, sender)
        place = await find_place(tx, contact.id) if contact else None
        return place is not None and self._screens.is_private(place.screen)

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


def kept_body(body: dict[str, Any], *, without_words: bool) -> str:
    """The update as JSON; `without_words` every text in it is empty: what was asked is kept nowhere."""
    written = json.dumps(body)
    return _STRING.sub(_emptied, written) if without_words else written


def _emptied(string: re.Match[str]) -> str:
    return string[0] if string[2] else '""'


def holds_secret(body: dict[str, Any]) -> bool:
    """Whether what was written may be a code, a PIN or a card number, wherever it was written."""
    messages = (body.get(kind) for kind in ("message", "edited_message"))
    written = [message for message in messages if isinstance(message, dict)]
    parts = [message.get(part) for message in written for part in ("text", "caption")]
    return any(isinstance(text, str) and find_secret(text, digits_expected=False) for text in parts)
