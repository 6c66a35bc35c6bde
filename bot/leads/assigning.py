"""Giving a lead to somebody: at its submission, when whoever had it cannot, and when nobody moves."""

from datetime import datetime
from uuid import UUID

from bot.leads.changes import Change, apply_change
from bot.leads.offers import tell_new_owner
from bot.leads.policy import ACCEPT_WITHIN, CALL_WITHIN
from bot.leads.routing import BY_HAND, Choice, Rung, choose_owner, ladder
from bot.service import Service
from storage.database import Transaction
from storage.followups import NewFollowUp
from storage.models.followups import Duty, FollowUpState
from storage.models.leads import Lead, LeadEventKind, LeadState
from storage.types import JsonObject


async def assign_lead(
    tx: Transaction,
    service: Service,
    lead: Lead,
    now: datetime,
    *,
    rungs: tuple[Rung, ...] | None = None,
    but: frozenset[UUID | None] = frozenset(),
    kind: LeadEventKind = LeadEventKind.ASSIGNED,
    actor: UUID | None = None,
    details: JsonObject | None = None,
) -> Lead:
    """Give an open lead to whoever is to have it now, and tell them; the reason stands in its history.

    It begins anew with them: they are asked whether they take it. Stale when it changed since it was read.
    """
    choice = await choose_owner(tx, lead, ladder(lead) if rungs is None else rungs, service.today(), but=but)
    change = Change(
        kind=kind,
        to_state=LeadState.NEW,
        owner_id=choice.owner_id,
        follow_up=_first_duty(choice, now),
        actor=actor,
        details={**(details or {}), **choice.details()},
        closes=FollowUpState.CANCELLED,
        has_slot=choice.owner_id is not None,
    )
    changed = await apply_change(tx, lead, change, now)
    await tell_new_owner(tx, service, changed, now)
    return changed


async def assign_to(
    tx: Transaction,
    lead: Lead,
    owner_id: UUID | None,
    now: datetime,
    *,
    kind: LeadEventKind,
    actor: UUID | None,
) -> Lead:
    """Give a lead to this very person (None: the branch), whether or not they have room: somebody decided so.

    Whoever calls tells them. Stale when it changed since it was read.
    """
    choice = Choice(owner_id, BY_HAND)
    change = Change(
        kind=kind,
        to_state=LeadState.NEW,
        owner_id=owner_id,
        follow_up=_first_duty(choice, now),
        actor=actor,
        details=choice.details(),
        closes=FollowUpState.CANCELLED,
    )
    return await apply_change(tx, lead, change, now)


def _first_duty(choice: Choice, now: datetime) -> NewFollowUp:
    """A volunteer says first whether they take it; the branch has nobody to ask."""
    if choice.owner_id is None:
        return NewFollowUp(Duty.CALL, now + CALL_WITHIN)
    return NewFollowUp(Duty.ACCEPT, now + ACCEPT_WITHIN)
