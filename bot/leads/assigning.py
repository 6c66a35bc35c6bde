"""Giving a lead to somebody: at its submission, when whoever had it cannot, and when nobody moves."""

from datetime import datetime
from uuid import UUID

from bot.leads.changes import Change, Move, apply_move
from bot.leads.choosing import choose_owner
from bot.leads.offers import tell_new_owner
from bot.leads.routing import BY_HAND, Choice, Rung, ladder_at
from bot.leads.stages import duty_for, stage_kept, stopped_duties
from bot.service import Service
from storage.database import Transaction
from storage.followups import ready_of
from storage.models.followups import FollowUpState
from storage.models.leads import Lead, LeadEventKind
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

    They are asked whether they take it; how far it has come is kept. Stale when it changed since it was read.
    """
    asked = ladder_at(lead) if rungs is None else rungs
    choice = await choose_owner(tx, lead, asked, service.today(), but=but)
    has_slot = choice.owner_id is not None
    changed = await _hand(tx, lead, choice, now, kind, actor, details or {}, has_slot=has_slot)
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
    return await _hand(tx, lead, Choice(owner_id, BY_HAND), now, kind, actor, {}, has_slot=False)


async def _hand(
    tx: Transaction,
    lead: Lead,
    choice: Choice,
    now: datetime,
    kind: LeadEventKind,
    actor: UUID | None,
    details: JsonObject,
    *,
    has_slot: bool,
) -> Lead:
    ready = await ready_of(tx, [lead.id])
    stopped = await stopped_duties(tx, ready)
    state = stage_kept(lead.state)
    change = Change(
        kind=kind,
        to_state=state,
        owner_id=choice.owner_id,
        follow_up=duty_for(choice.owner_id, state, stopped.get(lead.id), now),
        actor=actor,
        details={**details, **choice.details()},
        closes=FollowUpState.CANCELLED,
        has_slot=has_slot,
    )
    return await apply_move(tx, Move(lead, ready.get(lead.id), change), now)
