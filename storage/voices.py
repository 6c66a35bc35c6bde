"""Voice notes of explainers, by page and language."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, delete, select

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


async def list_voices(tx: Transaction, page: str) -> list[VoiceNote]:
    """The recordings of a page."""
    query = select(VoiceNote).where(col(VoiceNote.page) == page).order_by(col(VoiceNote.language))
    return list((await tx.execute(query)).scalars())


async def delete_voice(tx: Transaction, page: str, language: str) -> bool:
    """Take a recording away; whether there was one."""
    statement = delete(VoiceNote).where(col(VoiceNote.page) == page, col(VoiceNote.language) == language)
    return await tx.changed(statement) == 1
