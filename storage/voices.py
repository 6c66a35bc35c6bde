"""Voice notes of explainers, by page and language: those that wait for a second person, and those heard."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, delete, func, or_, select

from storage.database import Transaction
from storage.inserts import upsert
from storage.models.voices import VoiceNote, WaitingVoice

KEY = ("page", "language")


async def add_waiting_voice(
    tx: Transaction, page: str, language: str, file_id: str, recorded_by: UUID, now: datetime
) -> None:
    """Put a recording down to be heard by somebody else, in place of one that still waited."""
    values = {
        "page": page,
        "language": language,
        "file_id": file_id,
        "recorded_by": recorded_by,
        "recorded_at": now,
    }
    await upsert(tx, WaitingVoice, values, key=KEY)


async def find_waiting_voice(tx: Transaction, page: str, language: str) -> WaitingVoice | None:
    """The recording that waits for a page and language."""
    query = select(WaitingVoice).where(col(WaitingVoice.page) == page, col(WaitingVoice.language) == language)
    return (await tx.execute(query)).scalar_one_or_none()


async def take_waiting_voice(tx: Transaction, seen: WaitingVoice, by: UUID) -> bool:
    """End its waiting; False when it was decided or replaced since it was seen, or is one's own."""
    statement = delete(WaitingVoice).where(
        col(WaitingVoice.page) == seen.page,
        col(WaitingVoice.language) == seen.language,
        col(WaitingVoice.recorded_at) == seen.recorded_at,
        col(WaitingVoice.recorded_by).is_distinct_from(by),
    )
    return await tx.changed(statement) == 1


async def keep_voice(tx: Transaction, taken: WaitingVoice, approved_by: UUID, now: datetime) -> None:
    """Attach a recording to its page, in place of one that was there."""
    values = {**taken.model_dump(), "approved_by": approved_by, "approved_at": now}
    await upsert(tx, VoiceNote, values, key=KEY)


async def list_voices(tx: Transaction) -> list[VoiceNote]:
    """All recordings that can be heard: a few for each page there is."""
    return list((await tx.execute(select(VoiceNote))).scalars())


async def list_waiting_voices(tx: Transaction) -> list[WaitingVoice]:
    """All recordings that wait for a second person."""
    return list((await tx.execute(select(WaitingVoice))).scalars())


async def list_voices_of(tx: Transaction, contact_id: UUID) -> list[VoiceNote]:
    """The recordings that somebody made or approved."""
    theirs = or_(col(VoiceNote.recorded_by) == contact_id, col(VoiceNote.approved_by) == contact_id)
    return list(
        (await tx.execute(select(VoiceNote).where(theirs).order_by(col(VoiceNote.recorded_at)))).scalars()
    )


async def list_waiting_voices_of(tx: Transaction, contact_id: UUID) -> list[WaitingVoice]:
    """The recordings that somebody made, and that still wait."""
    query = select(WaitingVoice).where(col(WaitingVoice.recorded_by) == contact_id)
    return list((await tx.execute(query.order_by(col(WaitingVoice.recorded_at)))).scalars())


async def voices_mark(tx: Transaction) -> tuple[object, ...]:
    """How many recordings wait and are heard, and when the last of each came: it changes with each."""
    heard = select(func.count(), func.max(col(VoiceNote.recorded_at)), func.max(col(VoiceNote.approved_at)))
    waiting = select(func.count(), func.max(col(WaitingVoice.recorded_at)))
    rows = [(await tx.execute(query)).one() for query in (heard, waiting)]
    return tuple(value for row in rows for value in row)
