"""Submissions: what each person sent in, and the number they know it by."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select, update

from storage.database import Transaction
from storage.inserts import insert
from storage.models.leads import Lead, Submission
from storage.types import JsonObject, new_id


@dataclass(frozen=True, slots=True)
class SentIn:
    """A submission with its answers opened."""

    submission: Submission
    answers: JsonObject


async def add_submission(
    tx: Transaction,
    lead: Lead,
    contact_id: UUID,
    number: str,
    answers: JsonObject,
    now: datetime,
    *,
    is_first: bool,
) -> Submission:
    """Write down that this person sent this in."""
    id_ = new_id()
    plain = json.dumps(answers, ensure_ascii=False)
    submission = Submission(
        id=id_,
        number=number,
        lead_id=lead.id,
        contact_id=contact_id,
        is_first=is_first,
        answers=tx.keys.seal(plain, table="submission", column="answers", id=id_),
        submitted_at=now,
    )
    await insert(tx, Submission, submission.model_dump())
    return submission


async def find_submission(tx: Transaction, submission_id: UUID) -> SentIn | None:
    """The submission with this id."""
    query = select(Submission).where(col(Submission.id) == submission_id)
    row = (await tx.execute(query)).scalar_one_or_none()
    return None if row is None else _opened(tx, row)


async def find_own_submission(tx: Transaction, lead_id: UUID, contact_id: UUID) -> SentIn | None:
    """What this person sent in for this lead before."""
    query = select(Submission).where(
        col(Submission.lead_id) == lead_id, col(Submission.contact_id) == contact_id
    )
    row = (await tx.execute(query.limit(1))).scalar_one_or_none()
    return None if row is None else _opened(tx, row)


async def find_other_submission(tx: Transaction, lead_id: UUID, but: UUID) -> SentIn | None:
    """The oldest sending-in of a lead by anybody else."""
    query = select(Submission).where(col(Submission.lead_id) == lead_id, col(Submission.contact_id) != but)
    row = (await tx.execute(query.order_by(col(Submission.submitted_at)).limit(1))).scalar_one_or_none()
    return None if row is None else _opened(tx, row)


async def replace_answers(tx: Transaction, submission_id: UUID, answers: JsonObject) -> None:
    """The same person's corrected answers."""
    plain = json.dumps(answers, ensure_ascii=False)
    sealed = tx.keys.seal(plain, table="submission", column="answers", id=submission_id)
    await tx.execute(update(Submission).where(col(Submission.id) == submission_id).values(answers=sealed))


async def make_first(tx: Transaction, submission_id: UUID) -> None:
    """From now on the lead is this sender's."""
    await tx.execute(update(Submission).where(col(Submission.id) == submission_id).values(is_first=True))


async def move_submissions(tx: Transaction, from_lead: UUID, to_lead: UUID) -> None:
    """What was sent in for one lead is the other's from now on; that one keeps its first, if it has one."""
    moving = update(Submission).where(col(Submission.lead_id) == from_lead)
    has_first = select(Submission.id).where(col(Submission.lead_id) == to_lead, col(Submission.is_first))
    if (await tx.execute(has_first.limit(1))).first() is not None:
        moving = moving.values(is_first=False)
    await tx.execute(moving.values(lead_id=to_lead))


async def list_submissions(tx: Transaction, contact_id: UUID) -> list[SentIn]:
    """What a person sent in, the newest first."""
    query = select(Submission).where(col(Submission.contact_id) == contact_id)
    rows = (await tx.execute(query.order_by(col(Submission.submitted_at).desc()))).scalars()
    return [_opened(tx, row) for row in rows]


def _opened(tx: Transaction, row: Submission) -> SentIn:
    plain = tx.keys.open(row.answers, table="submission", column="answers", id=row.id)
    return SentIn(row, json.loads(plain))
