"""What the official registration needs of a worker, and what of it is at hand."""

from bot.desk import Desk
from bot.errors import NotFound, Stale
from bot.leads.policy import NEEDS, NEEDS_ASKED_IN
from bot.wording import Wording
from storage.followups import touch_follow_up
from storage.lead_events import add_event
from storage.leads import LeadCard, note_at_hand
from storage.models.leads import Lead, LeadEventKind


async def tick(desk: Desk, card: LeadCard, need: str) -> None:
    """Say that something is at hand, or is not after all; Stale where nobody asks for it any more."""
    if need not in NEEDS:
        raise NotFound(need)
    if card.lead.state not in NEEDS_ASKED_IN:
        raise Stale
    is_at_hand = not getattr(card.lead, need)
    await note_at_hand(desk.tx, card.lead.id, **{need: is_at_hand})
    details: dict[str, object] = {**desk.details(), "need": need, "is_at_hand": is_at_hand}
    await add_event(desk.tx, card.lead.id, LeadEventKind.AT_HAND, desk.now, actor=desk.actor, details=details)
    await touch_follow_up(desk.tx, card.lead.id, desk.now)


def needs_text(words: Wording, lead: Lead) -> str:
    """Everything that is needed, each with whether it is there; the phone always is."""
    marks = {need: words.label(f"needs-{mark(lead, need)}") for need in NEEDS}
    return words.render("needs-list", card=marks["has_id_card"], email=marks["has_email"])


def mark(lead: Lead, need: str) -> str:
    """Whether a need is at hand, as texts call it."""
    return "ready" if getattr(lead, need) else "missing"
