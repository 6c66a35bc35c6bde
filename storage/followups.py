"""Follow-ups: exactly one is ready for each open lead."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select, update

from storage.database import Transaction
from storage.inserts import insert_new
from storage.models.base import snapshot
from storage.models.followups import Duty, FollowUp, FollowUpState
from storage.models.leads import Lead
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


async def open_follow_up(
    tx: Transaction, lead_id: UUID, owner_id: UUID | None, new: NewFollowUp, now: datetime
) -> FollowUp:
    """Make this what is to be done next; the one before must have been closed."""
    follow_up = FollowUp(
        id=new_id(),
        lead_id=lead_id,
        owner_id=owner_id,
        duty=new.duty,
        due_at=new.due_at,
        is_appointed=new.is_appointed,
        tries=new.tries,
        silent_steps=new.silent_steps,
        touched_at=new.touched_at or now,
        created_at=now,
    )
    if not await insert_new(tx, FollowUp, follow_up.model_dump()):
        raise AssertionError(f"lead {lead_id} has a follow-up already")
    return follow_up


async def close_follow_up(tx: Transaction, lead_id: UUID, state: FollowUpState, now: datetime) -> bool:
    """Close what was to be done next; False when nothing was."""
    statement = update(FollowUp).where(
        col(FollowUp.lead_id) == lead_id, col(FollowUp.state) == FollowUpState.READY
    )
    return await tx.changed(statement.values(state=state, closed_at=now)) == 1


async def find_follow_up(tx: Transaction, lead_id: UUID) -> FollowUp | None:
    """What is to be done next for a lead; None when it has come to its end."""
    query = select(FollowUp).where(
        col(FollowUp.lead_id) == lead_id, col(FollowUp.state) == FollowUpState.READY
    )
    found = (await tx.execute(query)).scalar_one_or_none()
    return None if found is None else snapshot(found)


async def list_follow_ups(tx: Transaction, lead_id: UUID) -> list[FollowUp]:
    """All duties that a lead has brought with it, the oldest first."""
    query = select(FollowUp).where(col(FollowUp.lead_id) == lead_id)
    return list((await tx.execute(query.order_by(col(FollowUp.created_at), col(FollowUp.id)))).scalars())


async def note_silence(tx: Transaction, follow_up: FollowUp) -> bool:
    """Count one step that was taken because nobody moved; False when somebody did meanwhile."""
    statement = update(FollowUp).where(
        col(FollowUp.id) == follow_up.id,
        col(FollowUp.state) == FollowUpState.READY,
        col(FollowUp.silent_steps) == follow_up.silent_steps,
        col(FollowUp.touched_at) == follow_up.touched_at,
    )
    return await tx.changed(statement.values(silent_steps=follow_up.silent_steps + 1)) == 1


async def touch_follow_up(tx: Transaction, lead_id: UUID, now: datetime) -> None:
    """Somebody looked after the lead: silence begins anew."""
    statement = update(FollowUp).where(
        col(FollowUp.lead_id) == lead_id, col(FollowUp.state) == FollowUpState.READY
    )
    await tx.execute(statement.values(touched_at=now, silent_steps=0))


async def list_ready(
    tx: Transaction,
    owner_id: UUID | None,
    *,
    before: datetime | None = None,
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
    if before is not None:
        query = query.where(col(FollowUp.due_at) < before)
    if duties:
        query = query.where(col(FollowUp.duty).in_(list(duties)))
    return [(row[0], row[1]) for row in (await tx.execute(query.limit(limit).offset(offset))).all()]
