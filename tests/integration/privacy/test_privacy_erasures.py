"""Whoever was erased stays erased: after a restart, a restored backup and new keys; until they come back."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert, select, text

from bot import erasures
from bot.names import normalise_words, same_name_key
from commands.running import keep_erased
from storage.consents import has_agreed, record_consent
from storage.contacts import find_by_telegram_id, meet_contact
from storage.crypto import KeyRing, generate_data_key, generate_index_key
from storage.database import Database, Transaction
from storage.erasures import (
    find_suppression,
    is_lead_suppressed,
    lift_suppression,
    list_erasures_of,
    list_returned,
    record_erasure,
)
from storage.models import metadata
from storage.models.consents import Purpose
from storage.rekeying import SEALED, Naming, rekey_everything
from storage.updates import quarantine_update
from tests.integration.house_stage import SARI, Stage, open_stage, unhurried
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.outbox.sending import owner_arrives
from tests.integration.storage.rows import HOUR, NOW, UJANG, meet, register
from tests.unit.visiting import service

Backup = dict[str, list[dict[str, Any]]]

LOG = ("erasure", "suppression", "suppressed_lead")
NAMING = Naming(key=same_name_key, words=normalise_words)
OF_SELF = REGISTRATION.index("saya sendiri")
FOR_FAMILY = (*REGISTRATION[:OF_SELF], "Keluarga saya", "betul", *REGISTRATION[OF_SELF + 1 :])
WORDS = ("sari", "wulandari", "81234567801", "0812-3456-7801", "anak saya sakit", str(SARI))
OLD, OLD_INDEX = generate_data_key(), generate_index_key()
NEW, NEW_INDEX = generate_data_key(), generate_index_key()


@asynccontextmanager
async def house(url: str, data_keys: str = OLD, index_key: str = OLD_INDEX) -> AsyncIterator[Stage]:
    """A house that starts on what the one before left."""
    async with open_stage(url, data_keys=data_keys, index_key=index_key) as stage:
        await keep_erased(stage.house.database, stage.house.service)
        yield stage


async def back_up(database: Database, *tables: str) -> Backup:
    """All rows of these tables, or of every one."""
    async with database.transaction(read_only=True) as tx:
        return {
            table.name: [dict(row) for row in (await tx.execute(select(table))).mappings()]
            for table in metadata.sorted_tables
            if table.name in (tables or metadata.tables)
        }


async def restore(database: Database, backup: Backup) -> None:
    """Everything as it was in the backup; then the log, which was saved later, over it."""
    log = await back_up(database, *LOG)
    async with database.transaction() as tx:
        for table in reversed(metadata.sorted_tables):
            await tx.execute(table.delete())
        for name, rows in (backup | log).items():
            for row in rows:
                await tx.execute(insert(metadata.tables[name]).values(row))


async def dump(database: Database) -> dict[str, str]:
    """Every value of every table, sealed ones opened, in lower case."""
    sealed = {table.table: table for table in SEALED}
    found = {}
    for name, rows in (await back_up(database)).items():
        values = [_plain(database.keys, sealed, name, row, column) for row in rows for column in row]
        found[name] = "\n".join(values).lower()
    return found


def _plain(keys: KeyRing, sealed: dict[str, Any], table: str, row: dict[str, Any], column: str) -> str:
    value = row[column]
    if not isinstance(value, bytes):
        return str(value)
    place = sealed[table]
    return keys.open(value, table=table, column=place.columns[column], id=row[place.id])


async def traces(database: Database, *more: str) -> dict[str, list[str]]:
    """What is still to be found of Sari, and where."""
    told = {
        table: [word for word in (*WORDS, *more) if re.search(rf"(?<![0-9a-f]){re.escape(word)}", content)]
        for table, content in (await dump(database)).items()
    }
    return {table: words for table, words in told.items() if words}


async def _lives(stage: Stage) -> tuple[str, ...]:
    """Sari does everything there is to do, and one update goes wrong; the ids of what is made of it."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", *REGISTRATION, SEND, "/bantuan", "anak saya sakit", *REGISTRATION[:7])
    async with stage.house.database.transaction() as tx:
        await quarantine_update(tx, 1, SARI, '{"text": "anak saya sakit"}', "KeyError", NOW)
    tables = ("lead", "submission", "support_case", f"contact WHERE telegram_id = {SARI}")
    ids = [await stage.value(f"SELECT id FROM {table}") for table in tables]
    return tuple(str(UUID(str(id_))) for id_ in ids)


async def test_no_trace_is_left(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Erased, started again, restored from a backup and rekeyed: nothing but fingerprints and the log."""
    unhurried(monkeypatch)
    async with house(database_url) as stage:
        *ids, contact_id = await _lives(stage)
        backup = await back_up(stage.house.database)
        before = await traces(stage.house.database, *ids)
        assert {"lead", "submission", "draft", "support_case", "message", "quarantine"} <= set(before)
        await stage.says(SARI, "/hapus_data", "ya")
        assert await traces(stage.house.database, *ids) == {}
    async with house(database_url) as stage:
        assert await traces(stage.house.database, *ids) == {}
        await restore(stage.house.database, backup)
        assert await traces(stage.house.database, *ids) == before
    ring = {"data_keys": f"{NEW},{OLD}", "index_key": f"{NEW_INDEX},{OLD_INDEX}"}
    async with house(database_url, **ring) as stage:
        assert await traces(stage.house.database, *ids) == {}
        await rekey_everything(stage.house.database, NAMING)
        assert await traces(stage.house.database, *ids) == {}
        left = await dump(stage.house.database)
        assert {table for table, content in left.items() if contact_id in content} == {"erasure"}
        async with stage.house.database.transaction() as tx:
            assert await find_suppression(tx, SARI) is not None
            assert len(await list_erasures_of(tx, SARI)) == 1


async def test_what_waits_to_be_told_goes_with_the_person(stage: Stage) -> None:
    """Staff's notices of an erased person are cancelled at once; sent ones forget whose they were, and go."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", *REGISTRATION, SEND)
    await stage.house.outbox.drain()
    await stage.says(SARI, "/bantuan", "/hapus_data", "ya")
    states = "SELECT count(*) FROM message WHERE state = '{}'"
    assert await stage.value(states.format("queued")) == 1
    assert await stage.value("SELECT kind FROM message WHERE state = 'queued'") == "lead-card-withdrawn"
    assert await stage.value(states.format("cancelled")) == 1
    assert await stage.value("SELECT count(*) FROM message WHERE subject_id IS NOT NULL") == 0


async def test_nobody_else_puts_an_erased_person_back(stage: Stage) -> None:
    """A neighbour who registers Sari as family is asked to let her do it; nothing of it is kept."""
    await stage.says(SARI, "/start", *REGISTRATION, SEND, "/hapus_data", "ya")
    await stage.says(UJANG, "/start", *FOR_FAMILY, SEND)
    assert "izin dari orangnya sendiri" in stage.last(UJANG)
    assert [await stage.count(table) for table in ("lead", "submission", "draft", "message")] == [0] * 4


@pytest.mark.parametrize("registration", [REGISTRATION, FOR_FAMILY])
async def test_whoever_erased_may_come_back(stage: Stage, registration: tuple[str, ...]) -> None:
    """For themselves or for the family they had erased; after which everything is as it was."""
    await stage.says(SARI, "/start", *registration, SEND, "/hapus_data", "ya", "/start", *registration, SEND)
    assert await stage.count("lead") == 1
    assert (await stage.count("suppression"), await stage.count("suppressed_lead")) == (0, 0)


async def test_the_person_comes_back_from_another_phone(stage: Stage) -> None:
    """Sari, who has a new account, registers herself: her own consent is all it takes."""
    await stage.says(SARI, "/start", *REGISTRATION, SEND, "/hapus_data", "ya")
    await stage.says(UJANG, "/start", *REGISTRATION, SEND)
    assert await stage.count("lead") == 1
    assert await stage.count("suppressed_lead") == 0
    assert await stage.count("suppression") == 1  # the old account agreed to nothing


async def test_what_somebody_else_sent_in_stays_theirs(stage: Stage) -> None:
    """A stranger's erasure takes no neighbour's lead, and keeps none from being registered."""
    for who in (UJANG, SARI):
        await stage.says(who, "/start", *REGISTRATION, SEND)
    await stage.says(UJANG, "/hapus_data", "ya")
    assert (await stage.count("lead"), await stage.count("suppressed_lead")) == (1, 0)


async def test_writing_again_is_no_consent(stage: Stage) -> None:
    """Who comes back is answered and stays suppressed, also when they refuse; their consent lifts it."""
    await stage.says(SARI, "/start", "/hapus_data", "ya", "/start", *REGISTRATION[:4], "tidak dulu")
    assert await stage.value("SELECT contact_id FROM suppression") is not None
    await stage.says(SARI, "/daftar", *REGISTRATION[1:5])
    assert await stage.count("suppression") == 0


async def test_a_suppressed_account_is_in_no_audience(database: Database) -> None:
    """Even with a consent on record; also under a new index key, and only until it is lifted."""
    erased = await meet(database)
    async with database.transaction() as tx:
        await _erased(tx, erased)
        again = (await meet_contact(tx, SARI, NOW)).id
        await _granted(tx, again)
        assert not await has_agreed(tx, again, Purpose.CAMPAIGNS)
        await meet_contact(tx, UJANG, NOW)
        tx.keys = _with_another_index_key(tx.keys)
        assert not await has_agreed(tx, again, Purpose.CAMPAIGNS)
        await lift_suppression(tx, SARI)
        assert await has_agreed(tx, again, Purpose.CAMPAIGNS)


async def test_a_suppressed_lead_is_found_under_any_key(database: Database) -> None:
    """By phone and name, for everybody but the account that erased it; its fingerprint tells neither."""
    async with database.transaction() as tx:
        lead = await register(tx)
        assert lead is not None
        await record_erasure(tx, lead.id, SARI, [lead], NOW)
        tx.keys = _with_another_index_key(tx.keys)
        who = ("+6281234567801", "sari wulandari")
        assert await is_lead_suppressed(tx, *who, but_by=UJANG)
        assert not await is_lead_suppressed(tx, *who, but_by=SARI)
        assert not await is_lead_suppressed(tx, who[0], "siti", but_by=UJANG)
        rows = str((await tx.execute(text("SELECT * FROM suppressed_lead"))).all())
    assert not any(word in rows for word in ("1234567801", "sari", str(SARI)))


async def test_a_replay_is_done_in_pages(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many a backup brought back; others, and what came since, are not touched."""
    monkeypatch.setattr(erasures, "RETURNED_AT_ONCE", 2)
    for telegram_id in range(1, 6):
        contact_id = await meet(database, telegram_id)
        async with database.transaction() as tx:
            await record_erasure(tx, contact_id, telegram_id, [], NOW)
    await meet(database, UJANG)
    async with database.transaction() as tx:
        assert await erasures.replay_erasures(tx, service())
        assert len(await list_returned(tx, limit=9)) == 3
    await keep_erased(database, service())
    async with database.transaction() as tx:
        assert await list_returned(tx, limit=9) == []
        assert await find_by_telegram_id(tx, UJANG) is not None
        assert not await erasures.replay_erasures(tx, service())


async def test_a_restored_quarantine_is_emptied_too(database: Database) -> None:
    """Of an account that was erased, also without a contact; what came after the erasure stays."""
    erased = await meet(database)
    async with database.transaction() as tx:
        await _erased(tx, erased)
        for number, moment in enumerate((NOW - HOUR, NOW + HOUR)):
            await quarantine_update(tx, number, SARI, "{}", "KeyError", moment)
        await quarantine_update(tx, 3, UJANG, "{}", "KeyError", NOW - HOUR)
    await keep_erased(database, service())
    async with database.transaction() as tx:
        left = (await tx.execute(text("SELECT update_id FROM quarantine ORDER BY update_id"))).scalars().all()
    assert left == [1, 3]


async def _erased(tx: Transaction, contact_id: Any) -> None:
    await tx.execute(text("DELETE FROM contact"))
    await record_erasure(tx, contact_id, SARI, [], NOW)


async def _granted(tx: Transaction, contact_id: Any) -> None:
    await record_consent(
        tx, contact_id, Purpose.CAMPAIGNS, NOW, granted=True, text_version="1", text_hash="a", language="id"
    )


def _with_another_index_key(keys: KeyRing) -> KeyRing:
    ring = KeyRing.parse(generate_data_key(), generate_index_key())
    ring._index_keys |= keys._index_keys
    return ring
