"""Voice notes of explainers, by page and language."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from storage.database import Transaction
from storage.inserts import upsert
from storage.models.voices import VoiceNote


async def keep_voice(
    tx: Transaction, page: str, language: str, file_id: str, recorded_by: UUID, now: datetime
) -> None:
    """Attach a recording to a page, in place of one that was there."""
    values = {
        "page": page,
        "language": language,
        "file_id": file_id,
        "recorded_by": recorded_by,
        "recorded_at": now,
    }
    await upsert(tx, VoiceNote, values, key=("page", "language"))


async def list_voices(tx: Transaction) -> list[VoiceNote]:
    """All recordings: a few for each page there is."""
    return list((await tx.execute(select(VoiceNote))).scalars())


async def list_voices_of(tx: Transaction, contact_id: UUID) -> list[VoiceNote]:
    """The recordings that somebody made."""
    query = select(VoiceNote).where(col(VoiceNote.recorded_by) == contact_id)
    return list((await tx.execute(query.order_by(col(VoiceNote.recorded_at)))).scalars())


async def voices_mark(tx: Transaction) -> tuple[int, datetime | None]:
    """How many recordings there are and when the last one was made: it changes with each."""
    row = (await tx.execute(select(func.count(), func.max(col(VoiceNote.recorded_at))))).one()
    return int(row[0]), row[1]
