"""What a person is told is all that is held: whichever column is changed, the answer changes."""

import json
from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from itertools import count
from string import ascii_lowercase
from typing import Any, cast
from uuid import UUID, uuid4

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Integer,
    LargeBinary,
    Table,
    Uuid,
    insert,
    select,
    update,
)

from bot.own_data import gather_data
from storage.contacts import find_by_telegram_id, find_contact, meet_contact
from storage.database import Database, Transaction
from storage.erasures import ACCOUNT
from storage.models import metadata
from storage.rekeying import SEALED
from storage.submissions import add_submission
from storage.types import EnumText, JsonObject, UtcDateTime, new_id
from tests.integration.house_stage import Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.storage.rows import NOW, SARI, UJANG, register

OF_NOBODY = {
    "case_day": "how many were promised an answer on a day",
    "lease": "replicas of the service",
    "seen_update": "numbers of updates, without whose they were",
    "source": "codes behind links and posters, used by many",
    "timer": "when something is due, for a row that is told",
    "unanswered_question": "cleaned words, without whose they were",
    "worker_group": "groups that many belong to",
}
OF_THE_BRANCH = {
    "campaign": "what is sent to many; who made and decided on it are told so",
    "campaign_event": "the campaign's history",
    "campaign_text": "the campaign's words",
    "segment": "a rule, and no list of people",
}
REFERRED_TO = {"source", "worker_group"}  # rows of those above that rows about a person point at
ANSWERS = "the answers of the submission, once more"
TAKEN_OVER = "the account's, once more; or of whoever sent in the same first, and was erased"
MACHINERY = "how the service works, the same for everybody"
CHECK = "what staff are to look at: a check that is announced is none"
LEFT_OUT = {
    ("conversation", "version"): MACHINERY,
    ("conversation", "updated_at"): "when the account was seen last, once more",
    ("erasure", "contact_id"): "an id of nothing",
    ("lead", "number"): "the submission's, once more",
    ("lead", "version"): MACHINERY,
    ("lead", "routing"): ANSWERS,
    ("lead", "name"): ANSWERS,
    ("lead", "phone"): ANSWERS,
    ("lead", "phone_index"): "a fingerprint of the phone",
    ("lead", "phone_name_index"): "a fingerprint of phone and name",
    ("lead", "for_family"): ANSWERS,
    ("lead", "occupation"): ANSWERS,
    ("lead", "occupation_detail"): ANSWERS,
    ("lead", "has_employees"): ANSWERS,
    ("lead", "age_group"): ANSWERS,
    ("lead", "already_covered"): ANSWERS,
    ("lead", "needs_check"): ANSWERS,
    ("lead", "village_code"): ANSWERS,
    ("lead", "rt"): ANSWERS,
    ("lead", "rw"): ANSWERS,
    ("lead", "hamlet"): ANSWERS,
    ("lead", "call_time"): ANSWERS,
    ("lead", "first_source"): TAKEN_OVER,
    ("lead", "last_source"): TAKEN_OVER,
    ("lead", "submitted_at"): "the submission's, once more",
    ("lead", "changed_at"): "the history's, once more",
    ("fact_change", "proposal"): "an id; what changes together has one source and day",
    ("fact_change", "shipped"): "a fingerprint of words that everybody reads",
    ("fact_change", "version"): MACHINERY,
    ("follow_up", "silent_steps"): MACHINERY,
    ("follow_up", "touched_at"): "the history's, once more",
    ("invitation", "code_hash"): "a fingerprint of a link",
    ("invitation", "version"): MACHINERY,
    ("volunteer", "version"): MACHINERY,
    ("message", "subject_id"): "an id of what the kind says",
    ("message", "campaign_id"): "an id of what the kind says",
    ("message", "dedup_key"): MACHINERY,
    (
        "message",
        "params",
    ): "words on their way: in the chat a moment later; in a notice to staff, somebody else's",
    ("message", "late_after"): MACHINERY,
    ("message", "holder"): MACHINERY,
    ("message", "epoch"): MACHINERY,
    ("message", "sending_at"): MACHINERY,
    ("quarantine", "update_id"): "Telegram's number of the update, which is told whole",
    ("review", "kind"): CHECK,
    ("review", "key"): CHECK,
    ("review", "rule"): CHECK,
    ("review", "state"): CHECK,
    ("review", "version"): MACHINERY,
    ("review", "result"): CHECK,
    ("review", "opened_at"): CHECK,
    ("review", "settled_at"): CHECK,
    ("upload", "version"): MACHINERY,
    ("submission", "is_first"): "would tell that somebody else sent in the same (decision 0008)",
    ("support_case", "version"): MACHINERY,
    ("support_case", "waiting_steps"): MACHINERY,
    ("suppression", "contact_id"): "the contact's, once more",
    ("suppressed_lead", "created_at"): "the erasure's, once more",
}
"""Columns about a person that are not told, each with the reason."""


def _short_text(number: int) -> str:
    """Three characters, as many as the shortest column takes."""
    return "".join(ascii_lowercase[number // 26**place % 26] for place in range(3))


VALUES: dict[type, Callable[[int], object]] = {
    UtcDateTime: lambda number: NOW + timedelta(minutes=number),
    Boolean: lambda _: True,
    Integer: int,
    BigInteger: int,
    Uuid: lambda _: uuid4(),
    Date: lambda number: NOW.date() + timedelta(days=number),
}


class Rows:
    """One row of Sari's in every table, with a value of its own in every column that there is."""

    def __init__(self, tx: Transaction, contact_id: object) -> None:
        self._tx = tx
        self._numbers = count(1)
        self.ids: dict[str, Any] = {"contact": contact_id, "source": "pasar"}
        self.account = tx.keys.blind_index(ACCOUNT, str(SARI))

    async def fill(self) -> None:
        for table in metadata.sorted_tables:
            if table.name not in OF_NOBODY or table.name in REFERRED_TO:
                await self._put(table)

    async def _put(self, table: Table) -> None:
        id_ = self.ids.setdefault(table.name, new_id())
        values = {column.name: self.value(column, id_) for column in table.columns}
        if table.name == "contact":
            told = {name: value for name, value in values.items() if name not in {"id", "telegram_id"}}
            await self._tx.execute(update(table).values(**told))
        else:
            await self._tx.execute(insert(table).values(**values))

    def value(self, column: Column[Any], id_: object) -> object:
        """Another one each time it is asked for, but for what ties the row to the person."""
        if column.foreign_keys:
            return self.ids[next(iter(column.foreign_keys)).column.table.name]
        tied = {"id": id_, "code": id_, "telegram_id": SARI, "account_index": self.account, "contact_id": id_}
        return tied[column.name] if column.name in tied else self.changed(column, id_)

    def changed(self, column: Column[Any], id_: object) -> object:
        """A value that no row has yet."""
        number = next(self._numbers)
        if isinstance(column.type, LargeBinary):
            return self._sealed(column, id_, json.dumps({"said": number}))
        if isinstance(column.type, EnumText):
            members = tuple(cast("type[StrEnum]", column.type.enum_cls))
            return members[number % len(members)]
        return VALUES.get(type(column.type), _short_text)(number)

    def _sealed(self, column: Column[Any], id_: object, plain: str) -> bytes:
        table = column.table.name
        name = next(sealed for sealed in SEALED if sealed.table == table).columns[column.name]
        row = self.ids["contact"] if table in {"conversation", "draft", "officer"} else id_
        return self._tx.keys.seal(plain, table=table, column=name, id=row)  # type: ignore[arg-type]  # reason: any id


async def told(tx: Transaction, contact_id: UUID) -> str:
    """What Sari is told, read anew."""
    tx.session.expire_all()
    contact = await find_contact(tx, contact_id)
    assert contact is not None
    return json.dumps(await gather_data(tx, contact), sort_keys=True)


async def told_with_another(tx: Transaction, rows: Rows, column: Column[Any]) -> str:
    """What she is told when one column holds another value."""
    async with tx.session.begin_nested() as savepoint:
        now = (await tx.execute(select(column))).scalar()
        new = not now if isinstance(now, bool) else rows.changed(column, rows.ids[column.table.name])
        new = rows.changed(column, rows.ids[column.table.name]) if new == now else new
        await tx.execute(update(column.table).values({column.name: new}))
        found = await told(tx, rows.ids["contact"])
        await savepoint.rollback()
    return found


def columns() -> list[Column[Any]]:
    """Every column about a person that says something; keys only say of which row."""
    tables = [table for table in metadata.sorted_tables if table.name not in OF_NOBODY]
    found = [column for table in tables for column in table.columns]
    return [column for column in found if not column.primary_key and not column.foreign_keys]


async def test_every_column_about_a_person_is_told(database: Database) -> None:
    """Change a value in the database and what the person is told changes; what does not has its reason."""
    async with database.transaction() as tx:
        rows = Rows(tx, (await meet_contact(tx, SARI, NOW)).id)
        await rows.fill()
        before = await told(tx, rows.ids["contact"])
        silent = {
            (column.table.name, column.name)
            for column in columns()
            if await told_with_another(tx, rows, column) == before
        }
    assert {column for column in silent if column[0] not in OF_THE_BRANCH} == set(LEFT_OUT)


def test_what_is_of_nobody_names_nobody() -> None:
    """A table that is passed over whole has no way to a person."""
    for name in OF_NOBODY:
        table = metadata.tables[name]
        assert not {"contact_id", "telegram_id", "lead_id"} & set(table.columns.keys())
        assert {key.column.table.name for key in table.foreign_keys} <= set(OF_NOBODY)


async def test_a_registration_of_two_tells_neither_of_the_other(stage: Stage) -> None:
    """Whoever sends in a neighbour's name and phone is told just what anybody is told of their own."""
    for who in (SARI, UJANG, SARI, UJANG):
        await stage.says(who, "/start", *REGISTRATION, SEND)
    assert (await stage.count("lead"), await stage.count("submission")) == (1, 2)
    async with stage.house.database.transaction() as tx:
        first, second = [await _registration(tx, who) for who in (SARI, UJANG)]
    assert [event["what"] for event in first["history"]] == ["submitted"] * 2
    assert first["number"] != second["number"]
    assert first | {"number": second["number"]} == second
    await stage.says(SARI, "/hapus_data", "ya")
    async with stage.house.database.transaction() as tx:
        assert await _registration(tx, UJANG) == second


async def _registration(tx: Transaction, who: int) -> dict[str, Any]:
    contact = await find_by_telegram_id(tx, who)
    assert contact is not None
    (registration,) = cast("list[dict[str, Any]]", (await gather_data(tx, contact))["registrations"])
    return registration


async def test_the_screen_has_room_for_many(stage: Stage) -> None:
    """Whoever registers a whole family still gets an answer: the newest in full, the rest in the file."""
    await stage.says(SARI, "/start")
    async with stage.house.database.transaction() as tx:
        contact = await find_by_telegram_id(tx, SARI)
        assert contact is not None
        for number in range(20):
            lead = await register(tx, contact_id=contact.id, phone=f"+62812345678{number:02}")
            assert lead is not None
            answers: JsonObject = {"name": "Sari " * 12, "work": "jualan " * 8}
            await add_submission(tx, lead, contact.id, lead.number, answers, NOW, is_first=True)
    await stage.says(SARI, "/data_saya")
    assert "17 pendaftaran yang lebih lama" in stage.last(SARI)
