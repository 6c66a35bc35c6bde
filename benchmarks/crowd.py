"""A branch as it is after years: volunteers, leads, duties and timers, written in bulk past the use-cases."""

import random
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any
from uuid import UUID

import asyncpg  # type: ignore[import-untyped]  # reason: it has none

from storage.database import Database
from storage.models.base import Table, table_of
from storage.models.contacts import Contact
from storage.models.followups import Duty, FollowUp, FollowUpState
from storage.models.leads import Lead, LeadState, Routing
from storage.models.staff import Role, StaffMember
from storage.models.timers import Timer
from storage.models.volunteers import Posting, Volunteer
from storage.types import new_id

NOW = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)  # a Monday, 18.30 in Serang
VOLUNTEERS = 5_000
OPEN_EACH = 20
AT_ONCE = 20_000
DAY = timedelta(days=1)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who can be asked for their tasks."""

    telegram_ids: list[int]


async def load(database: Database, leads: int, due: int, dice: random.Random) -> Crowd:
    """Fill an empty database: half of the `due` timers are digests, half reminders of appointments."""
    people = [(new_id(), new_id(), 9_000_000 + number) for number in range(VOLUNTEERS)]
    owners = [volunteer for _, volunteer, _ in people]
    count = min(leads, VOLUNTEERS * OPEN_EACH)
    opens = [_seal(database, _lead(number, owners, dice), number) for number in range(count)]
    tables: list[tuple[type[Table], Iterable[Row]]] = [
        (Contact, _contacts(people)),
        (StaffMember, _staff(people)),
        (Volunteer, _volunteers(database, people, leads)),
        (Posting, _postings(people)),
        (Lead, opens),
        (FollowUp, (_follow_up(lead) for lead in opens)),
        (Timer, _timers(people, opens, due)),
    ]
    for model, rows in tables:
        await _write(database, model, rows)
    for begin in range(count, leads, AT_ONCE):
        numbers = range(begin, min(begin + AT_ONCE, leads))
        ended = [_lead(number, owners, dice, is_open=False) for number in numbers]
        await _write(database, Lead, ended)
        await _write(database, FollowUp, (_follow_up(lead) for lead in ended))
    await _analyse(database)
    return Crowd([telegram_id for _, _, telegram_id in people])


def _contacts(people: list[tuple[UUID, UUID, int]]) -> Iterator[Row]:
    for contact, _, telegram_id in people:
        yield {
            "id": contact,
            "telegram_id": telegram_id,
            "language": "id",
            "created_at": NOW - 90 * DAY,
            "last_seen_at": NOW - DAY,
        }


def _staff(people: list[tuple[UUID, UUID, int]]) -> Iterator[Row]:
    for _, _, telegram_id in people:
        yield {
            "telegram_id": telegram_id,
            "role": Role.VOLUNTEER,
            "active": True,
            "from_settings": False,
            "granted_at": NOW - 90 * DAY,
        }


def _volunteers(database: Database, people: list[tuple[UUID, UUID, int]], leads: int) -> Iterator[Row]:
    for contact, id_, _ in people:
        name = database.keys.seal("Pak Budi", table="volunteer", column="name", id=id_)
        row = Volunteer(id=id_, contact_id=contact, role=Role.VOLUNTEER, name=name, joined_at=NOW - 90 * DAY)
        yield row.model_dump() | {"open_leads": min(OPEN_EACH, leads // VOLUNTEERS)}


def _postings(people: list[tuple[UUID, UUID, int]]) -> Iterator[Row]:
    for number, (_, volunteer, _) in enumerate(people):
        yield {
            "id": new_id(),
            "volunteer_id": volunteer,
            "area_code": "36.04.12.2001",
            "rw": f"{number // 50 + 1:03}",
            "rt": f"{number % 50 + 1:03}",
            "posted_at": NOW - 90 * DAY,
        }


LIKE_ALL = Lead(
    id=UUID(int=0),
    number="",
    state=LeadState.CONFIRMED,
    routing=Routing.VOLUNTEERS,
    name=b"0" * 44,  # of those that ended nobody reads the name: bytes of the same length will do
    phone=b"0" * 46,
    phone_index="",
    phone_name_index="",
    occupation="trader",
    age_group="upto39",
    already_covered="no",
    village_code="36.04.12.2001",
    rt="003",
    rw="005",
    call_time="morning",
    submitted_at=NOW,
    changed_at=NOW,
).model_dump()


def _lead(number: int, owners: list[UUID], dice: random.Random, *, is_open: bool = True) -> Row:
    submitted = NOW - dice.random() * (3 if is_open else 700) * DAY
    return LIKE_ALL | {
        "id": new_id(),
        "number": f"N{number:07}",
        "state": LeadState.APPOINTED if is_open else LeadState.CONFIRMED,
        "phone_index": f"k:{number:032}",
        "phone_name_index": f"k:{number:032}",
        "owner_id": owners[number % len(owners)],
        "submitted_at": submitted,
        "changed_at": submitted,
    }


def _seal(database: Database, row: Row, number: int) -> Row:
    """A lead whose name and phone can be opened."""
    plain = {"name": f"Sari Wulandari {number}", "phone": f"+62812{number:08}"}
    return row | {
        column: database.keys.seal(value, table="lead", column=column, id=row["id"])
        for column, value in plain.items()
    }


DONE = FollowUp(
    id=UUID(int=0),
    lead_id=UUID(int=0),
    duty=Duty.CONFIRM,
    state=FollowUpState.COMPLETED,
    due_at=NOW,
    touched_at=NOW,
    created_at=NOW,
    closed_at=NOW,
).model_dump()


def _follow_up(lead: Row) -> Row:
    row = DONE | {"id": new_id(), "lead_id": lead["id"], "owner_id": lead["owner_id"]}
    if lead["state"] is LeadState.CONFIRMED:
        return row
    ready = {"state": FollowUpState.READY, "duty": Duty.MEET, "is_appointed": True, "closed_at": None}
    return row | ready | {"due_at": NOW + timedelta(hours=1)}


def _timers(people: list[tuple[UUID, UUID, int]], opens: list[Row], due: int) -> Iterator[Row]:
    """What is due now, and for every open lead what is not yet."""
    for _, volunteer, _ in people[: due // 2]:
        yield _timer("digest", volunteer, NOW, 0)
    for lead in opens[: due // 2]:
        yield _timer("appointment", lead["id"], NOW, 1)
    for lead in opens:
        yield _timer("silence", lead["id"], NOW + 3 * DAY, 0)


def _timer(kind: str, subject: UUID, due_at: datetime, version: int) -> Row:
    timer = Timer(id=new_id(), kind=kind, subject_id=subject, version=version, due_at=due_at, created_at=NOW)
    return timer.model_dump()


async def _write(database: Database, model: type[Table], rows: Iterable[Row]) -> None:
    names = [column.name for column in table_of(model).columns]
    iterator = iter(rows)
    while chunk := list(islice(iterator, AT_ONCE)):
        records = [tuple(row.get(name) for name in names) for row in chunk]
        if database.is_sqlite:
            _into_sqlite(database, model, names, records)
        else:
            await _into_postgres(database, model, names, records)


Records = list[tuple[Any, ...]]


def _into_sqlite(database: Database, model: type[Table], names: list[str], records: Records) -> None:
    marks = ", ".join("?" for _ in names)
    connection = sqlite3.connect(str(database.url.database))
    with connection:
        connection.executemany(
            f"INSERT INTO {table_of(model).name} ({', '.join(names)}) VALUES ({marks})",
            [tuple(map(_as_sqlite, record)) for record in records],
        )
    connection.close()


def _as_sqlite(value: object) -> object:
    if isinstance(value, UUID):
        return value.hex
    return f"{value:%Y-%m-%d %H:%M:%S.%f}" if isinstance(value, datetime) else value


async def _into_postgres(database: Database, model: type[Table], names: list[str], records: Records) -> None:
    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(url)
    try:
        await connection.copy_records_to_table(table_of(model).name, records=records, columns=names)
    finally:
        await connection.close()


async def _analyse(database: Database) -> None:
    """As the autovacuum would have done long ago."""
    if database.is_sqlite:
        connection = sqlite3.connect(str(database.url.database))
        connection.execute("ANALYZE")
        connection.commit()
        connection.close()
        return
    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(url)
    await connection.execute("VACUUM ANALYZE")
    await connection.close()
