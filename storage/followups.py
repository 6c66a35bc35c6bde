"""Follow-ups: exactly one is ready for each open lead."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select, update

from storage.database import Transaction
from storage.inserts import insert_many
from storage.models.base import detached
from storage.models.followups import Duty, FollowUp, FollowUpState
from storage.models.leads import Lead
from storage.sets import change_rows
from storage.types import new_id


@dataclass(frozen=True, slots=True)
class NewFollowUp:
    """What is to be done next; `tries` how often it was tried in vain already.

    A lead that moves on because of silence brings its silence with it: `touched_at` and `silent_steps`.
    """

    duty: Duty
    due_at: datetime
    is_appointed: bool = False
    tries: int = 0
    touched_at: datetime | None = None
    silent_steps: int = 0


async def open_follow_ups(tx: Transaction, opened: Sequence[tuple[Lead, NewFollowUp]], now: datetime) -> None:
    """Make these what is to be done next; those before must have been closed, or the index refuses them."""
    rows = [
        {
            "id": new_id(),
            "lead_id": lead.id,
            "owner_id": lead.owner_id,
            "duty": new.duty,
            "state": FollowUpState.READY,
            "due_at": new.due_at,
            "is_appointed": new.is_appointed,
            "tries": new.tries,
            "silent_steps": new.silent_steps,
            "touched_at": new.touched_at or now,
            "created_at": now,
        }
        for lead, new in opened
    ]
    await insert_many(tx, FollowUp, rows)


async def close_follow_ups(
    tx: Transaction, lead_ids: Collection[UUID], state: FollowUpState, now: datetime
) -> None:
    """Close what was to be done next for each of these leads."""
    statement = update(FollowUp).where(
        col(FollowUp.lead_id).in_(lead_ids), col(FollowUp.state) == FollowUpState.READY
    )
    await tx.execute(statement.values(state=state, closed_at=now))


async def ready_of(tx: Transaction, lead_ids: Iterable[UUID]) -> dict[UUID, FollowUp]:
    """What is to be done next for each of these leads that has not come to its end."""
    query = select(FollowUp).where(
        col(FollowUp.lead_id).in_(list(lead_ids)), col(FollowUp.state) == FollowUpState.READY
    )
    return {one.lead_id: one for one in detached(tx.session, (await tx.execute(query)).scalars())}


async def stopped_of(tx: Transaction, lead_ids: Iterable[UUID]) -> dict[UUID, FollowUp]:
    """The last thing that was to be done for each of these leads, but for saying whether it is taken."""
    query = select(FollowUp).where(
        col(FollowUp.lead_id).in_(list(lead_ids)), col(FollowUp.duty) != Duty.ACCEPT
    )
    query = query.order_by(col(FollowUp.created_at), col(FollowUp.id))
    return {one.lead_id: one for one in detached(tx.session, (await tx.execute(query)).scalars())}


async def find_follow_up(tx: Transaction, lead_id: UUID) -> FollowUp | None:
    """What is to be done next for a lead; None when it has come to its end."""
    return (await ready_of(tx, [lead_id])).get(lead_id)


async def list_follow_ups(tx: Transaction, lead_id: UUID) -> list[FollowUp]:
    """All duties that a lead has brought with it, the oldest first."""
    query = select(FollowUp).where(col(FollowUp.lead_id) == lead_id)
    return list((await tx.execute(query.order_by(col(FollowUp.created_at), col(FollowUp.id)))).scalars())


async def note_silence(tx: Transaction, follow_ups: Sequence[FollowUp]) -> set[UUID]:
    """Count one step for each that was taken because nobody moved; which of them nobody has touched since."""
    rows = [
        {
            "id": follow_up.id,
            "silent_steps": follow_up.silent_steps + 1,
            "read_silent_steps": follow_up.silent_steps,
            "read_touched_at": follow_up.touched_at,
            "read_state": FollowUpState.READY,
        }
        for follow_up in follow_ups
    ]
    return await change_rows(tx, FollowUp, rows)


async def touch_follow_up(tx: Transaction, lead_id: UUID, now: datetime) -> None:
    """Somebody looked after the lead: silence begins anew."""
    statement = update(FollowUp).where(
        col(FollowUp.lead_id) == lead_id, col(FollowUp.state) == FollowUpState.READY
    )
    await tx.execute(statement.values(touched_at=now, silent_steps=0))


async def count_ready(tx: Transaction, owner_id: UUID, duty: Duty) -> int:
    """How many of somebody's leads wait for this to be done."""
    query = select(func.count()).where(
        col(FollowUp.owner_id) == owner_id,
        col(FollowUp.state) == FollowUpState.READY,
        col(FollowUp.duty) == duty,
    )
    return int((await tx.execute(query)).scalar_one())


async def list_ready(
    tx: Transaction,
    owner_id: UUID | None,
    *,
    duties: tuple[Duty, ...] = (),
    limit: int,
    offset: int = 0,
) -> list[tuple[FollowUp, Lead]]:
    """What somebody (None: the branch) has to do with the leads, the longest due first."""
    owner = col(FollowUp.owner_id)
    query = (
        select(FollowUp, Lead)
        .join(Lead, col(Lead.id) == col(FollowUp.lead_id))
        .where(col(FollowUp.state) == FollowUpState.READY)
        .where(owner.is_(None) if owner_id is None else owner == owner_id)
        .order_by(col(FollowUp.due_at), col(FollowUp.id))
    )
    if duties:
        query = query.where(col(FollowUp.duty).in_(list(duties)))
    return [(row[0], row[1]) for row in (await tx.execute(query.limit(limit).offset(offset))).all()]
