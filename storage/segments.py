"""Segments: who is meant, as data; and the rules that staff gave a name."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from storage.database import Transaction
from storage.inserts import insert_new
from storage.models.campaigns import Segment
from storage.types import JsonObject, new_id

UUIDS = frozenset({"groups", "not_in"})
NO_LEAD = "none"


@dataclass(frozen=True, slots=True)
class SegmentRule:
    """Who is meant; what is empty asks nothing, everything else holds together ("and").

    `areas` are codes at any level ("36.04" regency, "36.04.01" district, village); `lead_states` may hold
    "none": people without a registration. Days count back from the moment the rule is asked.
    """

    occupations: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    groups: tuple[UUID, ...] = ()
    lead_states: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    seen_within_days: int | None = None
    silent_for_days: int | None = None
    not_in: tuple[UUID, ...] = ()

    def to_json(self) -> JsonObject:
        """As it is kept: only what asks something."""
        kept = {name: value for name, value in asdict(self).items() if value not in ((), None)}
        return {name: _plain(value) for name, value in kept.items()}

    @classmethod
    def from_json(cls, kept: Mapping[str, object]) -> "SegmentRule":
        """Read what was kept; ValueError for what this version does not know."""
        if unknown := kept.keys() - cls.__slots__:
            raise ValueError(f"a segment has no {', '.join(sorted(unknown))}")
        return cls(**{name: _read(name, value) for name, value in kept.items()})


def _plain(value: object) -> object:
    return [str(item) for item in value] if isinstance(value, tuple) else value


def _read(name: str, value: object) -> Any:  # noqa: ANN401 - reason: whatever the field holds
    if not isinstance(value, list):
        return value
    return tuple(UUID(str(item)) if name in UUIDS else str(item) for item in value)


async def add_segment(tx: Transaction, name: str, rule: JsonObject, made_by: UUID, now: datetime) -> bool:
    """Give a rule a name; False when the name is taken."""
    values = {"id": new_id(), "name": name, "rule": rule, "made_by": made_by, "created_at": now}
    return await insert_new(tx, Segment, values, unless=("name",))


async def list_segments(tx: Transaction) -> list[Segment]:
    """The rules that have a name, by it."""
    return list((await tx.execute(select(Segment).order_by(col(Segment.name)))).scalars())


async def find_segment(tx: Transaction, segment_id: UUID) -> Segment | None:
    """The named rule with this id."""
    return (await tx.execute(select(Segment).where(col(Segment.id) == segment_id))).scalar_one_or_none()
