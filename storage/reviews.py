"""Reviews: opened once an occasion, listed, settled by compare-and-set."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, or_, select, update

from storage.database import Transaction
from storage.inserts import insert_new
from storage.leads import NAME_WORD, PHONE, LeadCard, open_lead
from storage.models.base import snapshot
from storage.models.leads import Lead, LeadNameWord, LeadState
from storage.models.reviews import Review, ReviewKind, ReviewState
from storage.types import new_id


async def open_review(
    tx: Transaction,
    kind: ReviewKind,
    key: str,
    lead_id: UUID,
    rule: str,
    now: datetime,
    *,
    other_id: UUID | None = None,
    recorder_id: UUID | None = None,
) -> bool:
    """Ask people to look; False when this occasion was seen before."""
    review = Review(
        id=new_id(),
        kind=kind,
        key=f"{kind}:{key}",
        lead_id=lead_id,
        other_id=other_id,
        recorder_id=recorder_id,
        rule=rule,
        opened_at=now,
    )
    return await insert_new(tx, Review, review.model_dump(), unless=("key",))


async def find_review(tx: Transaction, review_id: UUID) -> Review | None:
    """The review with this id."""
    found = (await tx.execute(select(Review).where(col(Review.id) == review_id))).scalar_one_or_none()
    return None if found is None else snapshot(found)


async def list_reviews(
    tx: Transaction, kind: ReviewKind | None = None, *, limit: int, offset: int = 0
) -> list[Review]:
    """What is still to be looked at, the oldest first."""
    query = select(Review).where(col(Review.state) == ReviewState.OPEN)
    if kind is not None:
        query = query.where(col(Review.kind) == kind)
    query = query.order_by(col(Review.opened_at), col(Review.id)).limit(limit).offset(offset)
    return [snapshot(review) for review in (await tx.execute(query)).scalars()]


async def count_reviews(tx: Transaction) -> dict[ReviewKind, int]:
    """How much is still to be looked at, kind by kind."""
    query = select(Review.kind, func.count()).where(col(Review.state) == ReviewState.OPEN)
    rows = (await tx.execute(query.group_by(col(Review.kind)))).all()
    return {kind: int(count) for kind, count in rows}


async def settle_review(tx: Transaction, review: Review, result: str, by: UUID | None, now: datetime) -> bool:
    """Write down what was found; False when somebody was faster."""
    statement = update(Review).where(
        col(Review.id) == review.id,
        col(Review.state) == ReviewState.OPEN,
        col(Review.version) == review.version,
    )
    values = {"state": ReviewState.SETTLED, "result": result, "settled_at": now, "settled_by": by}
    return await tx.changed(statement.values(**values, version=review.version + 1)) == 1


async def settle_pairs_of(tx: Transaction, lead_id: UUID, result: str, by: UUID | None, now: datetime) -> int:
    """Close every other pair that a lead stands in, which has gone into another; how many."""
    statement = update(Review).where(
        col(Review.kind) == ReviewKind.DUPLICATE,
        col(Review.state) == ReviewState.OPEN,
        or_(col(Review.lead_id) == lead_id, col(Review.other_id) == lead_id),
    )
    values = {"state": ReviewState.SETTLED, "result": result, "settled_at": now, "settled_by": by}
    return await tx.changed(statement.values(**values, version=Review.version + 1))


async def list_same_phone(tx: Transaction, phone: str) -> list[LeadCard]:
    """The leads of a phone number that stand for themselves, the oldest first."""
    query = select(Lead).where(
        col(Lead.phone_index).in_(tx.keys.blind_indexes(PHONE, phone)),
        col(Lead.state) != LeadState.MERGED,
    )
    rows = await tx.execute(query.order_by(col(Lead.submitted_at)))
    return [open_lead(tx, lead) for lead in rows.scalars()]


async def list_namesakes(
    tx: Transaction, words: tuple[str, ...], village_code: str, *, limit: int
) -> list[LeadCard]:
    """The leads of a village that have one of these normalised name words in common, the newest first."""
    indexes = [index for word in words for index in tx.keys.blind_indexes(NAME_WORD, word)]
    holders = select(LeadNameWord.lead_id).where(
        col(LeadNameWord.lead_id) == col(Lead.id), col(LeadNameWord.word_index).in_(indexes)
    )
    query = select(Lead).where(
        col(Lead.village_code) == village_code, col(Lead.state) != LeadState.MERGED, holders.exists()
    )
    rows = await tx.execute(query.order_by(col(Lead.submitted_at).desc()).limit(limit))
    return [open_lead(tx, lead) for lead in rows.scalars()]


async def count_recorded(tx: Transaction, recorder_id: UUID, since: datetime, *, at_gathering: bool) -> int:
    """How many somebody registered on behalf since a time, at group nights or apart from them."""
    gathering = col(Lead.gathering_id)
    query = select(func.count()).where(
        col(Lead.recorded_by) == recorder_id,
        col(Lead.submitted_at) > since,
        gathering.is_not(None) if at_gathering else gathering.is_(None),
    )
    return int((await tx.execute(query)).scalar_one())
