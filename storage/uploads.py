"""Files that staff sent: written down, taken up by compare-and-set, forgotten."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, delete, select, update

from storage.database import Transaction
from storage.inserts import insert
from storage.models.base import snapshot
from storage.models.uploads import Upload, UploadState
from storage.types import new_id

TO_DO = (UploadState.SENT, UploadState.CONFIRMED)


async def add_upload(
    tx: Transaction, contact_id: UUID, file_id: str, now: datetime, *, is_xlsx: bool
) -> Upload:
    """Write down that somebody sent a file to be read."""
    upload = Upload(
        id=new_id(),
        contact_id=contact_id,
        file_id=file_id,
        is_xlsx=is_xlsx,
        state=UploadState.SENT,
        sent_at=now,
    )
    await insert(tx, Upload, upload.model_dump())
    return upload


async def find_upload(tx: Transaction, upload_id: UUID) -> Upload | None:
    """The upload with this id."""
    found = (await tx.execute(select(Upload).where(col(Upload.id) == upload_id))).scalar_one_or_none()
    return None if found is None else snapshot(found)


async def list_uploads_to_do(tx: Transaction, *, limit: int) -> list[Upload]:
    """What is to be read or taken on, the longest sent first."""
    query = select(Upload).where(col(Upload.state).in_(TO_DO)).order_by(col(Upload.sent_at)).limit(limit)
    return [snapshot(upload) for upload in (await tx.execute(query)).scalars()]


async def change_upload(tx: Transaction, upload: Upload, state: UploadState) -> bool:
    """Move it on unless somebody did since it was read; whether it was moved."""
    statement = update(Upload).where(
        col(Upload.id) == upload.id,
        col(Upload.state) == upload.state,
        col(Upload.version) == upload.version,
    )
    return await tx.changed(statement.values(state=state, version=upload.version + 1)) == 1


async def forget_uploads(tx: Transaction, before: datetime) -> int:
    """Delete what was sent before a time; how many went."""
    return await tx.changed(delete(Upload).where(col(Upload.sent_at) < before))


async def list_uploads_of(tx: Transaction, contact_id: UUID) -> list[Upload]:
    """The files that somebody sent, the oldest first."""
    query = select(Upload).where(col(Upload.contact_id) == contact_id)
    return list((await tx.execute(query.order_by(col(Upload.sent_at)))).scalars())
