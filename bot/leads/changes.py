"""The one way a lead changes: state, owner, next duty, history and silence in one stroke, or not at all."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.errors import Stale
from bot.leads.passphrases import new_passphrase
from bot.leads.policy import BETWEEN_STEPS, SILENCE
from bot.leads.withdrawals import withdraw_moved
from bot.leads.worker_news import tell_taken
from storage.database import Transaction
from storage.followups import NewFollowUp, close_follow_ups, find_follow_up, open_follow_ups
from storage.lead_changes import LeadChange, change_leads
from storage.lead_events import NewEvent, add_events
from storage.leads import change_passphrases, open_lead
from storage.models.followups import Duty, FollowUp, FollowUpState
from storage.models.leads import CLOSED_STATES, Lead, LeadEventKind, LeadState
from storage.slots import count_slots
from storage.timers import move_timers, set_timer, stop_timers
from storage.types import JsonObject

SILENCE_TIMER = "silence"
APPOINTMENT_TIMER = "appointment"
REMIND_BEFORE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a lead: `follow_up` is what is to be done next, None exactly when it is at its end.

    `columns` are further columns of the lead; with `has_slot` the choice of the new owner has counted it
    among their open leads already.
    """

    kind: LeadEventKind
    to_state: LeadState
    owner_id: UUID | None
    follow_up: NewFollowUp | None
    actor: UUID | None = None
    details: JsonObject = field(default_factory=dict)
    columns: dict[str, Any] = field(default_factory=dict)
    closes: FollowUpState = FollowUpState.COMPLETED
    has_slot: bool = False


def is_closed(state: LeadState) -> bool:
    """Whether nothing more is to be done in this state."""
    return state in CLOSED_STATES


@dataclass(frozen=True, slots=True)
class Move:
    """A lead as it was read, with the duty it had then, and what is to become of it."""

    lead: Lead
    before: FollowUp | None
    change: Change

    @property
    def changes_hands(self) -> bool:
        """Whether it is somebody else's to do something about from then on."""
        return self.change.owner_id != self.lead.owner_id and self.change.follow_up is not None

    @property
    def is_first(self) -> bool:
        """Whether nobody had it before: it has only just come."""
        return self.before is None and self.lead.state is LeadState.NEW

    @property
    def values(self) -> dict[str, Any]:
        """The lead's columns as they are to be."""
        return {"state": self.change.to_state, "owner_id": self.change.owner_id, **self.change.columns}

    def changed(self, now: datetime) -> Lead:
        """The lead as it is then."""
        return self.lead.model_copy(
            update={**self.values, "version": self.lead.version + 1, "changed_at": now}
        )


async def apply_change(tx: Transaction, lead: Lead, change: Change, now: datetime) -> Lead:
    """Change a lead as it was read; Stale, and nothing changed, when somebody else did meanwhile."""
    return await apply_move(tx, Move(lead, await find_follow_up(tx, lead.id), change), now)


async def apply_move(tx: Transaction, move: Move, now: datetime) -> Lead:
    """The same, where its duty was read already."""
    changed = await apply_changes(tx, [move], now)
    if not changed:
        raise Stale
    return changed[0]


async def apply_changes(tx: Transaction, moves: Sequence[Move], now: datetime) -> list[Lead]:
    """Change leads as they were read, in as many statements as for one.

    Left out are those that somebody else changed meanwhile.
    """
    for move in moves:
        if is_closed(move.change.to_state) is not (move.change.follow_up is None):
            raise ValueError(f"{move.change.kind}: an open lead has one duty, a closed one has none")
    done = await change_leads(tx, [LeadChange(move.lead, move.values) for move in moves], now)
    made = [(move, move.changed(now)) for move in moves if move.lead.id in done]
    if not made:
        return []
    await _give_new_words(tx, [move for move, _ in made])
    await _close(tx, [move for move, _ in made], now)
    passed_on = [lead for move, lead in made if move.change.owner_id != move.lead.owner_id]
    await withdraw_moved(tx, passed_on, now)
    await _follow_up(tx, [(lead, move.change.follow_up) for move, lead in made], now)
    await _tell_workers(tx, made, now)
    await add_events(tx, [_event(move, lead) for move, lead in made], now)
    await count_slots(tx, _slots([move for move, _ in made]))  # people come last: see hold_leads
    return [lead for _, lead in made]


async def _give_new_words(tx: Transaction, moves: Iterable[Move]) -> None:
    """Whoever had a lead knows its two words, so the next one gets others.

    Not where nobody could tell the worker: one without Telegram has been told the first ones, by word of
    mouth, and takes their record over with them. Nor for a lead that has only just come.
    """
    moved = [move.lead for move in moves if move.changes_hands and not move.is_first]
    told = [lead for lead in moved if lead.contact_id is not None]
    words = {lead.id: new_passphrase(but=open_lead(tx, lead).passphrase) for lead in told}
    await change_passphrases(tx, words)


async def _tell_workers(tx: Transaction, made: Sequence[tuple[Move, Lead]], now: datetime) -> None:
    """Who comes now, with which words, where nobody is asked to take it; else whoever takes it tells."""
    for move, lead in made:
        duty = move.change.follow_up
        is_asked = lead.state is LeadState.NEW or (duty is not None and duty.duty is Duty.ACCEPT)
        if move.changes_hands and not is_asked:
            await tell_taken(tx, lead, now)


async def _close(tx: Transaction, moves: Sequence[Move], now: datetime) -> None:
    """What was to be done next is done, or not to be done any more."""
    for state in sorted({move.change.closes for move in moves}):
        ids = [move.lead.id for move in moves if move.change.closes is state and move.before is not None]
        if ids:
            await close_follow_ups(tx, ids, state, now)


def _slots(moves: Sequence[Move]) -> Counter[UUID]:
    """By how much the owners' numbers of open leads change."""
    slots: Counter[UUID] = Counter()
    for move in moves:
        if move.lead.owner_id is not None and not is_closed(move.lead.state):
            slots[move.lead.owner_id] -= 1
        is_counted = move.change.has_slot or is_closed(move.change.to_state)
        if move.change.owner_id is not None and not is_counted:
            slots[move.change.owner_id] += 1
    return slots


async def _follow_up(
    tx: Transaction, changed: Sequence[tuple[Lead, NewFollowUp | None]], now: datetime
) -> None:
    """Open what is to be done next, and watch whether it is; at the end nothing is watched."""
    opened = [(lead, new) for lead, new in changed if new is not None]
    await open_follow_ups(tx, opened, now)
    for lead, new in opened:
        if new.is_appointed:
            at = new.due_at - REMIND_BEFORE
            await set_timer(tx, APPOINTMENT_TIMER, lead.id, at, now, version=lead.version)
    await watch_silence(
        tx, [(lead, replace(new, touched_at=new.touched_at or now)) for lead, new in opened], now
    )
    await stop_timers(tx, SILENCE_TIMER, [lead.id for lead, new in changed if new is None])


async def watch_silence(
    tx: Transaction, watched: Sequence[tuple[Lead, FollowUp | NewFollowUp]], now: datetime
) -> None:
    """Set the timers of the next steps that silence leads to; the branch is where it ends."""
    steps = [(lead.id, next_look_at(lead, duty, duty.silent_steps, now)) for lead, duty in watched]
    await move_timers(tx, SILENCE_TIMER, [(id_, at) for id_, at in steps if at is not None], now)
    await stop_timers(tx, SILENCE_TIMER, [id_ for id_, at in steps if at is None])


def next_look_at(lead: Lead, duty: FollowUp | NewFollowUp, steps: int, now: datetime) -> datetime | None:
    """When to see whether the next step is due: one that follows another late waits all the same."""
    at = next_step_at(lead, duty, steps)
    return max(at, now + BETWEEN_STEPS) if at is not None and steps else at


def next_step_at(lead: Lead, duty: FollowUp | NewFollowUp, steps: int) -> datetime | None:
    """When the next step is taken if nobody moves, after so many; None where there is none."""
    if lead.owner_id is None or steps >= len(SILENCE) or duty.touched_at is None:
        return None
    after, _step = SILENCE[steps]
    waited_for = duty.due_at if duty.is_appointed else duty.touched_at  # an hour that was agreed upon
    return max(duty.touched_at, waited_for) + after


def _event(move: Move, changed: Lead) -> NewEvent:
    details = {
        **move.change.details,
        "version": changed.version,
        "before": _remembered(move.lead, move.before),
    }
    return NewEvent(
        move.lead.id, move.change.kind, move.change.actor, move.lead.state, changed.state, details
    )


def _remembered(lead: Lead, follow_up: FollowUp | None) -> JsonObject:
    """What it takes to undo a change: whose the lead was, and what was to be done next."""
    remembered: JsonObject = {"owner": str(lead.owner_id) if lead.owner_id else None}
    if follow_up is not None:
        remembered |= {
            "duty": follow_up.duty.value,
            "due_at": follow_up.due_at.isoformat(),
            "is_appointed": follow_up.is_appointed,
            "tries": follow_up.tries,
        }
    return remembered
