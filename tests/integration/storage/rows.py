"""What storage tests write down: people, leads and moments."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlmodel import col, func, select

from storage.contacts import meet_contact
from storage.database import Database, Transaction
from storage.leads import NewLead, add_lead
from storage.models.leads import Lead, Routing
from storage.models.messages import Lane, Message, MessageState
from storage.outbox import queue_message
from storage.types import new_number

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SARI, UJANG, RINA = 1001, 1002, 1003

SARIS_LEAD = NewLead(
    contact_id=None,
    routing=Routing.OFFICE,
    name="Sari Wulandari",
    name_key="sari wulandari",
    name_words=("sari", "wulandari"),
    phone="+6281234567801",
    for_family=False,
    occupation="trader",
    occupation_detail="jual sayur",
    has_employees=None,
    age_group="upto39",
    already_covered="no",
    needs_check=False,
    village_code="36.04.01.2001",
    rt="003",
    rw="005",
    hamlet="Kampung Baru",
    call_time="morning",
    first_source="pasar-rau",
    last_source="pasar-rau",
)


async def meet(database: Database, telegram_id: int = SARI) -> UUID:
    """The id of somebody who wrote to the bot."""
    async with database.transaction() as tx:
        return (await meet_contact(tx, telegram_id, NOW)).id


async def register(tx: Transaction, **changes: object) -> Lead | None:
    """Sari's lead, but for the changes."""
    return await add_lead(tx, replace(SARIS_LEAD, **changes), new_number(), NOW)  # type: ignore[arg-type]  # reason: any field


async def queue(database: Database, contact_id: UUID, count: int = 1, lane: Lane = Lane.NOTICE) -> None:
    """Queue messages for somebody."""
    async with database.transaction() as tx:
        for number in range(count):
            await queue_message(tx, contact_id, lane, "receipt", NOW, params={"number": number})


async def count_by_state(tx: Transaction) -> Counter[MessageState]:
    """How many messages stand where."""
    query = select(Message.state, func.count()).group_by(col(Message.state))
    return Counter({state: int(count) for state, count in (await tx.execute(query)).all()})
