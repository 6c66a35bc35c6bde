"""Giving leads to somebody: at submission, when whoever had them cannot, and when nobody moves."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from bot.errors import Stale
from bot.leads.changes import Change, Move, apply_changes
from bot.leads.choosing import Wanted, choose_owners
from bot.leads.notices import announce_lead
from bot.leads.offers import tell_new_owner, tell_new_owners
from bot.leads.routing import BY_HAND, Choice, Rung, coordinator_ladder, ladder_at
from bot.leads.stages import duty_for, stage_kept, stopped_duties
from bot.service import Service
from storage.database import Transaction
from storage.followups import NewFollowUp, ready_of
from storage.lead_changes import hold_leads
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

    They are asked whether they take it; how far it has come is kept. The branch is told of a new one; what
    comes back stands on its daily list. Stale when it changed since it was read.
    """
    wanted = Wanted(lead, ladder_at(lead) if rungs is None else rungs, but)
    changed = await _give(tx, service, [wanted], now, kind, actor, details or {})
    if not changed:
        raise Stale
    if changed[0].owner_id is None and kind is LeadEventKind.ASSIGNED:
        await announce_lead(tx, changed[0], now)
    await tell_new_owner(tx, service, changed[0], now)
    return changed[0]


async def hand_up(
    tx: Transaction, service: Service, lead: Lead, now: datetime, *, by: datetime, actor: UUID | None
) -> Lead:
    """Give an open lead that its worker complains of to the coordinator, else to the branch, due `by` then.

    Whoever calls tells them. Stale when it changed since it was read.
    """
    wanted = Wanted(lead, coordinator_ladder(lead), frozenset({lead.owner_id}))
    changed = await _give(tx, service, [wanted], now, LeadEventKind.COMPLAINED, actor, {}, by=by)
    if not changed:
        raise Stale
    return changed[0]


async def pass_on(
    tx: Transaction,
    service: Service,
    leads: Iterable[Lead],
    now: datetime,
    *,
    kind: LeadEventKind,
    actor: UUID | None,
) -> list[Lead]:
    """Give open leads to others than their owners, and tell them; the branch has its daily list.

    Left out are those that somebody else changed meanwhile.
    """
    wanted = [Wanted(lead, ladder_at(lead), frozenset({lead.owner_id})) for lead in leads]
    changed = await _give(tx, service, wanted, now, kind, actor, {})
    await tell_new_owners(tx, service, [lead for lead in changed if lead.owner_id is not None], now)
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
    changed = await _hand(tx, [lead], [Choice(owner_id, BY_HAND)], now, kind, actor, {}, has_slot=False)
    if not changed:
        raise Stale
    return changed[0]


async def _give(
    tx: Transaction,
    service: Service,
    wanted: Sequence[Wanted],
    now: datetime,
    kind: LeadEventKind,
    actor: UUID | None,
    details: JsonObject,
    *,
    by: datetime | None = None,
) -> list[Lead]:
    """To whoever is chosen. Leads are held first: nobody's slot is taken for one that others have moved."""
    held = {lead.id for lead in await hold_leads(tx, [one.lead for one in wanted])}
    still = [one for one in wanted if one.lead.id in held]
    choices = await choose_owners(tx, still, service.today())
    leads = [one.lead for one in still]
    return await _hand(tx, leads, choices, now, kind, actor, details, has_slot=True, by=by)


async def _hand(
    tx: Transaction,
    leads: Sequence[Lead],
    choices: Sequence[Choice],
    now: datetime,
    kind: LeadEventKind,
    actor: UUID | None,
    details: JsonObject,
    *,
    has_slot: bool,
    by: datetime | None = None,
) -> list[Lead]:
    ready = await ready_of(tx, [lead.id for lead in leads])
    stopped = await stopped_duties(tx, ready)
    changes = [
        Change(
            kind=kind,
            to_state=(state := stage_kept(lead.state)),
            owner_id=choice.owner_id,
            follow_up=_due_by(by, duty_for(choice.owner_id, state, stopped.get(lead.id), now)),
            actor=actor,
            details={**details, **choice.details()},
            closes=FollowUpState.CANCELLED,
            has_slot=has_slot and choice.owner_id is not None,
        )
        for lead, choice in zip(leads, choices, strict=True)
    ]
    moves = [Move(lead, ready.get(lead.id), change) for lead, change in zip(leads, changes, strict=True)]
    return await apply_changes(tx, moves, now)


def _due_by(by: datetime | None, duty: NewFollowUp) -> NewFollowUp:
    """Sooner than usual, where somebody waits for it; never later."""
    return duty if by is None or by >= duty.due_at else replace(duty, due_at=by)
