"""Sources: codes behind links and posters."""

from typing import Any

from sqlmodel import col, select

from storage.database import Transaction
from storage.inserts import insert_new
from storage.models.campaigns import OVER, Campaign
from storage.models.sources import Source, SourceKind


async def add_source(tx: Transaction, source: Source) -> bool:
    """Add a source; False when its code is taken."""
    values: dict[str, Any] = source.model_dump()
    return await insert_new(tx, Source, values)


async def find_source(tx: Transaction, code: str) -> Source | None:
    """The source with this code, if there is one."""
    return (await tx.execute(select(Source).where(col(Source.code) == code))).scalar_one_or_none()


async def list_sources(
    tx: Transaction, *, limit: int, offset: int = 0, for_posters: bool = False
) -> list[Source]:
    """Sources, the newest first; group nights come and go, and have no poster.

    `for_posters` leaves out campaigns that are over, too: nobody comes from them any more.
    """
    query = (
        select(Source)
        .where(col(Source.kind) != SourceKind.GATHERING)
        .order_by(col(Source.created_at).desc(), col(Source.code))
    )
    if for_posters:
        over = select(Campaign.source_code).where(
            col(Campaign.source_code).is_not(None), col(Campaign.state).in_(OVER)
        )
        query = query.where(col(Source.code).not_in(over))
    return list((await tx.execute(query.limit(limit).offset(offset))).scalars())
