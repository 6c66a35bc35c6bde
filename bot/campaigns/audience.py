"""Whom a campaign goes to: the branch's terms, and the audience frozen row by row."""

from datetime import datetime, timedelta
from uuid import UUID

import structlog

from bot.campaigns.moves import revise
from bot.campaigns.windows import branch_zones
from bot.errors import Stale
from bot.service import Service
from storage.audiences import Terms, count_audience, count_recipients, freeze_some
from storage.campaign_events import add_campaign_event
from storage.campaigns import find_campaign
from storage.database import Database
from storage.models.campaigns import Campaign, CampaignState
from storage.segments import SegmentRule

log = structlog.get_logger(__name__)

FROZEN = "frozen"
AT_ONCE = 10_000  # contacts a transaction: how long others wait for the one writer (decision 0019)


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
    async with database.transaction(read_only=True) as tx:
        count = await count_audience(tx, rule, terms, now)
    after: UUID | None = None
    while True:
        async with database.transaction() as tx:
            after = await freeze_some(tx, campaign, rule, terms, zones, now, after=after, at_once=AT_ONCE)
        if after is None:
            break
    await _note_frozen(database, service, campaign.id, count.left_out())


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
