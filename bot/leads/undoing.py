"""Undo: within ten minutes whoever recorded an outcome may take it back."""

from datetime import datetime
from uuid import UUID

from bot.desk import Desk
from bot.errors import Stale
from bot.leads.changes import Change, apply_change
from bot.leads.offers import tell_new_owner
from bot.leads.policy import OUTCOMES, UNDO_WITHIN
from storage.database import Transaction
from storage.followups import NewFollowUp
from storage.lead_events import find_last_change, open_details
from storage.leads import LeadCard
from storage.models.followups import Duty, FollowUpState
from storage.models.leads import Lead, LeadEvent, LeadEventKind, LeadState
from storage.types import JsonObject
from storage.volunteers import find_volunteer


async def find_undoable(tx: Transaction, lead: Lead, actor: UUID, now: datetime) -> LeadEvent | None:
    """The outcome this person may still take back: their own, the lead's last, ten minutes old at most."""
    event = await find_last_change(tx, lead.id)
    if event is None or event.actor_contact_id != actor or event.kind not in OUTCOMES:
        return None
    is_last = open_details(tx, event).get("version") == lead.version
    return event if is_last and now - event.happened_at <= UNDO_WITHIN else None


async def undo(desk: Desk, card: LeadCard) -> Lead:
    """Put the lead back where it stood before its last outcome; Stale when that cannot be any more."""
    event = await find_undoable(desk.tx, card.lead, desk.actor, desk.now) if desk.actor else None
    before = open_details(desk.tx, event).get("before") if event else None
    if event is None or event.from_state is None or not isinstance(before, dict) or "duty" not in before:
        raise Stale
    owner_id = UUID(before["owner"]) if before["owner"] else None
    owner = await find_volunteer(desk.tx, owner_id) if owner_id else None
    if owner is not None and not owner.volunteer.is_active:
        raise Stale  # they left meanwhile
    state = LeadState(event.from_state)
    change = Change(
        kind=LeadEventKind.UNDONE,
        to_state=state,
        owner_id=owner_id,
        follow_up=_duty(before),
        actor=desk.actor,
        details={"outcome": event.kind},
        columns=_columns(card.lead, event),
        closes=FollowUpState.CANCELLED,
    )
    changed = await apply_change(desk.tx, card.lead, change, desk.now)
    is_back = owner is not None and owner.volunteer.contact_id == desk.actor
    if changed.owner_id != card.lead.owner_id and not is_back:
        await tell_new_owner(desk.tx, desk.service, changed, desk.now)
    return changed


def _columns(lead: Lead, event: LeadEvent) -> dict[str, object]:
    """What the outcome had filled in: the first payment with its number, the first contact."""
    columns: dict[str, object] = {}
    if event.to_state == LeadState.PAID:
        columns |= {"paid_at": None, "membership_number": None}
    if lead.contacted_at == event.happened_at:
        columns["contacted_at"] = None
    return columns


def _duty(before: JsonObject) -> NewFollowUp:
    return NewFollowUp(
        Duty(str(before["duty"])),
        datetime.fromisoformat(str(before["due_at"])),
        is_appointed=bool(before["is_appointed"]),
        tries=int(str(before["tries"])),
    )
