"""Whether somebody is busy with us: a reminder waits until they have put the phone down."""

from datetime import datetime, timedelta
from uuid import UUID

from storage.contacts import find_contact
from storage.conversations import find_form_touch
from storage.database import Transaction

QUIET_FOR = timedelta(minutes=2)  # since somebody wrote or tapped
FORM_IS_OPEN_FOR = timedelta(minutes=30)  # one that was left longer ago holds nothing up


async def busy_until(tx: Transaction, contact_id: UUID, now: datetime) -> datetime | None:
    """When to ask again; None for whoever neither wrote a moment ago nor is in the middle of a form."""
    contact = await find_contact(tx, contact_id)
    if contact is None:
        return None
    if now - contact.last_seen_at < QUIET_FOR:
        return contact.last_seen_at + QUIET_FOR
    touched_at = await find_form_touch(tx, contact_id)
    if touched_at is not None and now - touched_at < FORM_IS_OPEN_FOR:
        return min(now + QUIET_FOR, touched_at + FORM_IS_OPEN_FOR)
    return None
