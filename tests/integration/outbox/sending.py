"""What outbox tests begin with: Bu Rina as owner, leads to tell her of, and where each message stands."""

from dataclasses import replace
from itertools import count as numbers_from

from sqlalchemy import text

from bot.leads.notices import announce_lead
from storage.leads import add_lead
from storage.models.leads import Lead
from storage.models.messages import Lane
from storage.outbox import queue_message
from storage.staff import sync_owners
from storage.types import new_number
from tests.integration.house_stage import RINA, Stage
from tests.integration.storage.rows import SARIS_LEAD, meet

_phones = numbers_from(1)


async def owner_arrives(stage: Stage) -> None:
    """Bu Rina has written to the bot and is its owner."""
    async with stage.house.database.transaction() as tx:
        await sync_owners(tx, [RINA], stage.house.service.clock.now())
    await stage.says(RINA, "/start")


async def leads_come(stage: Stage, count: int) -> list[Lead]:
    """As many new leads, each told to whoever may know."""
    leads = []
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction() as tx:
        for _ in range(count):
            new = replace(SARIS_LEAD, phone=f"+6281234{next(_phones):06}", village_code="36.04.12.2001")
            lead = await add_lead(tx, new, new_number(), now)
            assert lead is not None
            await announce_lead(tx, lead, now)
            leads.append(lead)
    return leads


async def queued(stage: Stage, kind: str, lane: Lane = Lane.NOTICE) -> None:
    """A message to Bu Rina about nothing."""
    rina = await meet(stage.house.database, RINA)
    async with stage.house.database.transaction() as tx:
        await queue_message(tx, rina, lane, kind, stage.house.service.clock.now())


async def standings(stage: Stage) -> dict[str, int]:
    """How many messages stand where."""
    query = text("SELECT state, count(*) FROM message GROUP BY state")
    async with stage.house.database.transaction(read_only=True) as tx:
        return {str(state): int(count) for state, count in (await tx.execute(query)).all()}


async def reason(stage: Stage) -> str:
    """Why the one message there is stands where it stands."""
    return str(await stage.value("SELECT reason FROM message"))
