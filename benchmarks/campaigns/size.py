"""`python -m benchmarks.campaigns.size`: 400,000 recipients frozen beside a ledger of 4,000,000 rows.

Meanwhile somebody else writes every few milliseconds, and how long they wait is measured.
"""

import argparse
import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import psutil
from rich.console import Console
from sqlalchemy import text

from bot.campaigns.freezing import freeze_audience
from bot.clock import Clock
from bot.service import Service
from bot.settings import load_settings
from commands.composition import build_service
from storage.campaigns import add_campaign, change_campaign, find_campaign
from storage.contacts import meet_contact
from storage.crypto import KeyRing, generate_data_key, generate_index_key
from storage.database import Database
from storage.models.campaigns import Campaign, CampaignState
from storage.schema import migrate
from storage.types import new_id
from tests.postgres import PostgresServer

AUDIENCE, CAPPED, EARLIER = 400_000, 40_000, 10
MEGABYTE = 2**20
AT_ONCE = 50_000
SERIES = {
    "sqlite": (
        "(WITH RECURSIVE n(i) AS (SELECT :low UNION ALL SELECT i + 1 FROM n WHERE i < :high) SELECT i FROM n)"
    ),
    "postgresql": "(SELECT generate_series(CAST(:low AS bigint), CAST(:high AS bigint)) AS i)",
}
CONTACTS = """
INSERT INTO contact (id, telegram_id, language, created_at, last_seen_at)
SELECT {id}, i, 'id', :at, :at FROM {series} AS series"""
CONSENTS = """
INSERT INTO consent (id, contact_id, purpose, granted, choice, text_version, text_hash, language, recorded_at)
SELECT {id}, id, 'campaigns', true, '', '1', 'x', 'id', :at FROM contact
WHERE telegram_id BETWEEN :low AND :high"""
MESSAGES = """
INSERT INTO message (id, contact_id, lane, kind, campaign_id, zone, text_version, state, attempts, due_at,
                     finished_at, created_at)
SELECT {id}, id, 'campaign', 'campaign', :campaign, 'WIB', '1', 'sent', 1, :at, :at, :at FROM contact
WHERE telegram_id BETWEEN :low AND :high"""
FIRST = 5_000_000_000


def _made_id(engine: str) -> str:
    """An id of this moment, made by the database."""
    begin = new_id().hex[:13]
    if engine == "sqlite":
        return f"'{begin}' || substr(lower(hex(randomblob(10))), 1, 19)"
    dashed = f"{begin[:8]}-{begin[8:12]}-{begin[12]}"
    return f"CAST('{dashed}' || substr(CAST(gen_random_uuid() AS text), 16) AS uuid)"


@dataclass(slots=True)
class Waits:
    """How long another writer had to wait, in seconds."""

    longest: float = 0.0
    count: int = 0


async def seed(database: Database, service: Service) -> None:
    """Everybody agreed; ten campaigns before this one, the last of them within the week, to a tenth."""
    now, people = service.clock.now(), AUDIENCE + CAPPED
    long_ago = now - timedelta(days=365)
    await settle(database, people, long_ago)
    for number in range(EARLIER):
        is_lately = number == EARLIER - 1
        at = now - timedelta(days=3 if is_lately else 60)
        campaign = await _earlier(database, service, at)
        id_ = campaign.id.hex if database.is_sqlite else campaign.id
        await _insert(database, MESSAGES, CAPPED if is_lately else people, at, campaign=id_)
    async with database.writer.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("ANALYZE"))


async def settle(database: Database, people: int, at: datetime) -> None:
    """So many people, from FIRST on, who agreed then."""
    await _insert(database, CONTACTS, people, at)
    await _insert(database, CONSENTS, people, at)


async def _insert(database: Database, statement: str, people: int, at: datetime, **values: object) -> None:
    """In pieces, each of which a statement's time suffices for."""
    engine = database.url.get_backend_name()
    moment = at.replace(tzinfo=None) if database.is_sqlite else at
    for low in range(FIRST, FIRST + people, AT_ONCE):
        made = statement.format(id=_made_id(engine), series=SERIES[engine])
        high = min(low + AT_ONCE, FIRST + people) - 1
        async with database.writer.begin() as connection:
            await connection.execute(text(made), {"low": low, "high": high, "at": moment, **values})


async def _earlier(database: Database, service: Service, at: datetime) -> Campaign:
    async with database.transaction() as tx:
        maker = await meet_contact(tx, 1, service.clock.now())
        campaign = await add_campaign(tx, "Sebelumnya", maker.id, at)
        columns = {"state": CampaignState.FINISHED, "started_at": at, "finished_at": at, "frozen_at": at}
        await change_campaign(tx, campaign, columns, at)
    return campaign


async def write_beside(database: Database, service: Service, waits: Waits) -> None:
    """Somebody writes to the bot, again and again."""
    number = 0
    while True:
        began = perf_counter()
        async with database.transaction() as tx:
            await meet_contact(tx, 900_000_000 + number % 50, service.clock.now())
        waits.longest = max(waits.longest, perf_counter() - began)
        waits.count += 1
        number += 1
        await asyncio.sleep(0.005)


async def approved(database: Database, service: Service) -> Campaign:
    now = service.clock.now()
    async with database.transaction() as tx:
        maker = await meet_contact(tx, 1, now)
        campaign = await add_campaign(tx, "Semua", maker.id, now)
        changed = await change_campaign(tx, campaign, {"state": CampaignState.APPROVED}, now)
    assert changed is not None
    return changed


async def measure(url: str) -> str:
    """One line of figures."""
    database = Database(url, KeyRing.parse(generate_data_key(), generate_index_key()))
    service = build_service(load_settings(_env_file=None), Clock(), "perisai_serang_bot")
    await migrate(database)
    began = perf_counter()
    await seed(database, service)
    seeded = perf_counter() - began
    campaign = await approved(database, service)
    waits, process = Waits(), psutil.Process()
    before = process.memory_info().rss / MEGABYTE
    cpu = sum(process.cpu_times()[:2])
    writer = asyncio.create_task(write_beside(database, service, waits))
    began = perf_counter()
    await freeze_audience(database, service, campaign)
    took, cpu = perf_counter() - began, sum(process.cpu_times()[:2]) - cpu
    writer.cancel()
    after = process.memory_info().rss / MEGABYTE
    async with database.transaction(read_only=True) as tx:
        frozen = await find_campaign(tx, campaign.id)
        rows = (await tx.execute(text("SELECT count(*) FROM message"))).scalar_one()
    await database.close()
    assert frozen is not None
    return (
        f"{database.url.get_backend_name()}:"
        f" {frozen.audience:,} frozen in {took:.2f} s ({cpu:.1f} s of CPU here),"
        f" left out {frozen.left_out}, ledger {rows:,} rows;"
        f" another writer waited at most {waits.longest * 1000:.0f} ms ({waits.count} writes);"
        f" memory {before:.0f} -> {after:.0f} MB; load {psutil.getloadavg()[0]:.1f}; seeded in {seeded:.0f} s"
    )


@asynccontextmanager
async def place(engine: str) -> AsyncIterator[str]:
    if engine == "sqlite":
        with TemporaryDirectory(prefix="perisai-size-") as folder:
            yield f"sqlite+aiosqlite:///{Path(folder) / 'bot.db'}"
        return
    with PostgresServer(durable=True) as server:
        yield server.create_database("size")


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--engines", nargs="+", choices=[*("sqlite", "postgres")], default=["sqlite", "postgres"]
    )
    for engine in parser.parse_args().engines:
        async with place(engine) as url:
            Console().print(await measure(url))


if __name__ == "__main__":
    asyncio.run(main())
