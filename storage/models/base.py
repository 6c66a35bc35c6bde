"""What all tables share: names for constraints, so that migrations can refer to them."""

from collections.abc import Iterable
from typing import TypeVar

import sqlalchemy
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

SQLModel.metadata.naming_convention = NAMING


class Table(SQLModel):
    """The base of every table; its metadata carries the naming convention."""


T = TypeVar("T", bound=Table)


def snapshot(row: T) -> T:
    """A row as it was read: the session's own would change under its reader's hands when it is read again."""
    return type(row)(**row.model_dump())


def detached(session: AsyncSession, rows: Iterable[T]) -> list[T]:
    """Rows that the session forgets: as good as snapshots, and cheaper where there are many."""
    found = list(rows)
    for row in found:
        session.expunge(row)
    return found


def table_of(model: type[Table]) -> sqlalchemy.Table:
    """The table behind a model: what every update asks goes to it directly, at half the cost of the ORM."""
    return SQLModel.metadata.tables[str(model.__tablename__)]
