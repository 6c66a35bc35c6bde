"""Merging two leads that are one person: one stands for both, with the history of both and its own duty."""

from bot.desk import Desk
from bot.errors import NotAllowed, Stale
from bot.leads.changes import Change, apply_change, is_closed
from bot.leads.review_policy import MERGED, progress_of
from storage.database import Transaction
from storage.lead_events import add_event
from storage.leads import LeadCard, change_lead, find_lead
from storage.models.followups import FollowUpState
from storage.models.leads import Lead, LeadEventKind, LeadState
from storage.reviews import settle_pairs_of
from storage.submissions import move_submissions


def may_go_into(gone: Lead, kept: Lead) -> bool:
    """Whether one may be merged into the other: nobody loses what they have come to so far.

    "Petugas kantor saja" holds on: it goes into no lead that a volunteer has.
    """
    if LeadState.MERGED in {gone.state, kept.state} or gone.id == kept.id:
        return False
    return progress_of(gone.state) <= progress_of(kept.state) and gone.routing is kept.routing


async def merge_leads(desk: Desk, gone: LeadCard, kept: LeadCard) -> Lead:
    """Let one lead stand for both; returns it. Its owner and duty stay, the other's are at their end.

    NotAllowed where that would take a step back; Stale when either changed since it was read.
    """
    if not may_go_into(gone.lead, kept.lead):
        raise NotAllowed("it has come further")
    async with desk.tx.attempt():
        await _end(desk, gone.lead, kept.lead)
        taken = await _take_in(desk, gone.lead, kept.lead)
        await move_submissions(desk.tx, gone.lead.id, kept.lead.id)
        await settle_pairs_of(desk.tx, gone.lead.id, MERGED, desk.actor, desk.now)
    return taken


async def _end(desk: Desk, gone: Lead, kept: Lead) -> None:
    """The lead that goes: nobody's, without a duty, its cards without the phone."""
    columns: dict[str, object] = {"merged_into_id": kept.id}
    details: dict[str, object] = {"text": kept.number}
    if is_closed(gone.state):
        values = {"state": LeadState.MERGED, "owner_id": None, **columns}
        if not await change_lead(desk.tx, gone, desk.now, **values):
            raise Stale
        await add_event(
            desk.tx,
            gone.id,
            LeadEventKind.MERGED,
            desk.now,
            actor=desk.actor,
            from_state=gone.state,
            to_state=LeadState.MERGED,
            details=details,
        )
        return
    change = Change(
        kind=LeadEventKind.MERGED,
        to_state=LeadState.MERGED,
        owner_id=None,
        follow_up=None,
        actor=desk.actor,
        details=details,
        columns=columns,
        closes=FollowUpState.CANCELLED,
    )
    await apply_change(desk.tx, gone, change, desk.now)


async def _take_in(desk: Desk, gone: Lead, kept: Lead) -> Lead:
    """The lead that stays learns what only the other knew: whose account, when first called."""
    values = {
        "contact_id": kept.contact_id or gone.contact_id,
        "contacted_at": kept.contacted_at or gone.contacted_at,
        "group_id": kept.group_id or gone.group_id,
    }
    if not await change_lead(desk.tx, kept, desk.now, **values):
        raise Stale
    details: dict[str, object] = {"text": gone.number}
    await add_event(desk.tx, kept.id, LeadEventKind.TOOK_IN, desk.now, actor=desk.actor, details=details)
    return kept.model_copy(update={**values, "version": kept.version + 1, "changed_at": desk.now})


async def stands_for(tx: Transaction, lead: Lead) -> Lead:
    """The lead that stands for this one now: itself, unless it was merged."""
    while lead.merged_into_id is not None:
        card = await find_lead(tx, lead.merged_into_id)
        if card is None:
            return lead
        lead = card.lead
    return lead
