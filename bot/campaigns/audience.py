"""Whom a campaign goes to: the branch's terms, and the audience frozen row by row."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from bot.campaigns.moves import revise
from bot.campaigns.windows import branch_zones
from bot.errors import Stale
from bot.service import Service
from storage.audiences import AudienceCount, Terms, count_audience, count_recipients, freeze_some
from storage.campaign_events import add_campaign_event
from storage.campaigns import find_campaign
from storage.database import Database, Transaction
from storage.models.campaigns import Campaign, CampaignState
from storage.segments import SegmentRule

log = structlog.get_logger(__name__)

Some = Callable[[Transaction, UUID | None, int], Awaitable[UUID | None]]
"""Freezes so many contacts after one; the last of them, None when all are done."""

FROZEN = "frozen"
AT_ONCE = 5_000  # contacts in the first transaction; the next ones as many as its time allows (decision 38)
FEWEST, MOST = 1_000, 25_000  # more would not fit in SQLite's cache, and be written twice
HOLDS_SECONDS = 0.4  # that a piece may keep others from the one writer


def terms_for(service: Service, now: datetime) -> Terms:
    """How often a person may get a campaign."""
    rules = service.branch.campaigns
    return Terms(rules.at_most, now - timedelta(days=rules.in_days))


def rule_for(campaign: Campaign) -> SegmentRule:
    """Whom it is for."""
    return SegmentRule.from_json(campaign.segment)


async def freeze_audience(database: Database, service: Service, campaign: Campaign) -> None:
    """Make one row a recipient; may be interrupted and done again, by anybody, any number of times.

    Not in an update's transaction: it takes seconds.
    """
    now = service.clock.now()
    rule, terms, zones = rule_for(campaign), terms_for(service, now), branch_zones(service)

    async def some(tx: Transaction, after: UUID | None, at_once: int) -> UUID | None:
        return await freeze_some(tx, campaign, rule, terms, zones, now, after=after, at_once=at_once)

    counting = asyncio.create_task(_count(database, rule, terms, now))
    try:
        await _freeze(database, some)
        count = await counting
    finally:
        counting.cancel()
    await _note_frozen(database, service, campaign.id, count.left_out())


async def _count(database: Database, rule: SegmentRule, terms: Terms, now: datetime) -> AudienceCount:
    """Beside the freezing: a row that only waits has reached nobody."""
    async with database.transaction(read_only=True) as tx:
        return await count_audience(tx, rule, terms, now)


async def _freeze(database: Database, some: Some) -> None:
    """A piece a transaction, each as large as its time allows."""
    after, at_once = None, AT_ONCE
    while True:
        began = time.perf_counter()
        async with database.transaction() as tx:
            after = await some(tx, after, at_once)
            held = time.perf_counter() - began
        if after is None:
            return
        at_once = next_size(at_once, held)


def next_size(size: int, took: float) -> int:
    """How many contacts the next piece has, the last one having taken so many seconds (pure)."""
    fitting = int(size * HOLDS_SECONDS / max(took, 0.001))
    return max(FEWEST, min(fitting, 2 * size, MOST))


async def _note_frozen(
    database: Database, service: Service, campaign_id: UUID, left_out: dict[str, int]
) -> None:
    """Frozen is frozen: the campaign may start. Nothing to note when it was cancelled meanwhile."""
    now = service.clock.now()
    async with database.transaction() as tx:
        campaign = await find_campaign(tx, campaign_id)
        if campaign is None or campaign.frozen_at is not None or campaign.state not in FREEZABLE:
            return
        audience = await count_recipients(tx, campaign_id)
        columns = {"frozen_at": now, "audience": audience, "left_out": left_out}
        try:
            await revise(tx, service, campaign, columns)
        except Stale:
            return  # the next tick comes round to it
        await add_campaign_event(tx, campaign_id, FROZEN, now, details={"audience": audience})
    log.info("an audience was frozen", campaign=campaign.number, audience=audience)


FREEZABLE = (CampaignState.APPROVED, CampaignState.SCHEDULED)
