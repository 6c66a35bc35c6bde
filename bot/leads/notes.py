"""Notes on a lead: free text, sealed, part of its history."""

from bot.desk import Desk
from bot.errors import PerisaiError
from storage.followups import touch_follow_up
from storage.lead_events import add_event
from storage.leads import LeadCard
from storage.models.leads import LeadEventKind

LONGEST = 500  # characters


class NoteRefused(PerisaiError):
    """The note is empty or too long."""


async def add_note(desk: Desk, card: LeadCard, text: str) -> None:
    """Write something down about a lead; it counts as a touch, so silence begins anew."""
    said = text.strip()
    if not 0 < len(said) <= LONGEST:
        raise NoteRefused
    await add_event(
        desk.tx, card.lead.id, LeadEventKind.NOTE, desk.now, actor=desk.actor, details={"text": said}
    )
    await touch_follow_up(desk.tx, card.lead.id, desk.now)
