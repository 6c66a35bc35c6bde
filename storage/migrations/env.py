"""Runs migrations on the connection that storage/schema.py opened."""

from typing import Any, Literal

from alembic import context
from sqlmodel.sql.sqltypes import AutoString

from storage.models import metadata
from storage.types import ENUM_LENGTH, EnumText, UtcDateTime


def render_item(kind: str, item: object, _autogen: object) -> str | Literal[False]:
    """Write our column types as plain SQLAlchemy, so that a migration needs nothing of ours."""
    if kind != "type":
        return False
    if isinstance(item, EnumText):
        return f"sa.String(length={ENUM_LENGTH})"
    if isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return "sa.DateTime(timezone=True)" if isinstance(item, UtcDateTime) else False


def run(connection: Any) -> None:  # noqa: ANN401 - reason: Alembic hands over whatever was configured
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        render_item=render_item,
        compare_type=False,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
