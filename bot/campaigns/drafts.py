"""Drafts: a campaign while it is made. Every change of one is compare-and-set, so two people cannot mix."""

from datetime import datetime
from uuid import UUID

import structlog

from bot.campaigns.authors import Writing
from bot.campaigns.moves import revise
from bot.errors import Stale
from bot.service import Service
from storage.campaign_events import add_campaign_event
from storage.campaign_texts import NewText, copy_texts, drop_text, put_text
from storage.campaigns import add_campaign, delete_draft
from storage.database import Transaction
from storage.models.campaigns import Campaign, CampaignState
from storage.segments import SegmentRule

log = structlog.get_logger(__name__)


async def start_draft(tx: Transaction, service: Service, by: UUID, name: str) -> Campaign:
    """Begin an empty draft for everybody; nothing is sent before somebody else approves it."""
    now = service.clock.now()
    campaign = await add_campaign(
        tx, name, by, now, segment=SegmentRule().to_json(), canary_size=service.branch.campaigns.canary_size
    )
    await add_campaign_event(tx, campaign.id, Writing.MADE, now, actor=by, to_state=CampaignState.DRAFT)
    return campaign


async def copy_campaign(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, name: str
) -> Campaign:
    """A new draft with the texts and the rule of another campaign; its times and people are not copied."""
    now = service.clock.now()
    copy = await add_campaign(
        tx,
        name,
        by,
        now,
        segment=dict(campaign.segment),
        copied_from=campaign.id,
        canary_size=service.branch.campaigns.canary_size,
    )
    await copy_texts(tx, (campaign.id, campaign.text_version), (copy.id, copy.text_version))
    await add_campaign_event(tx, copy.id, Writing.COPIED, now, actor=by, to_state=CampaignState.DRAFT)
    return copy


async def rename_draft(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, name: str
) -> Campaign:
    """Give a draft another name; Stale unless it is one, as it was read."""
    return await _revised(tx, service, by, campaign, Writing.RENAMED, name=name)


async def write_text(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, new: NewText
) -> Campaign:
    """Write a language's text, which the caller has checked (bot.campaigns.rules); Stale as above."""
    changed = await _revised(tx, service, by, campaign, Writing.TEXT_WRITTEN)
    await put_text(tx, campaign.id, campaign.text_version, new)
    return changed


async def remove_text(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, language: str
) -> Campaign:
    """Take a language out; its readers get the fallback's text."""
    changed = await _revised(tx, service, by, campaign, Writing.TEXT_REMOVED)
    await drop_text(tx, campaign.id, campaign.text_version, language)
    return changed


async def choose_segment(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, rule: SegmentRule
) -> Campaign:
    """Whom it is for."""
    return await _revised(tx, service, by, campaign, Writing.SEGMENT_CHOSEN, segment=rule.to_json())


async def plan_start(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, starts_at: datetime | None
) -> Campaign:
    """When it starts once it is approved; None: when somebody starts it."""
    return await _revised(tx, service, by, campaign, Writing.START_PLANNED, starts_at=starts_at)


async def plan_waves(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, wave_size: int | None
) -> Campaign:
    """How many get it at a time, the next ones when volunteers have room again; None: everybody at once."""
    return await _revised(tx, service, by, campaign, Writing.WAVES_PLANNED, wave_size=wave_size)


async def discard_draft(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> None:
    """Throw a draft away; Stale unless it is one, as it was read."""
    if not await delete_draft(tx, campaign):
        raise Stale
    log.info("a draft was thrown away", campaign=campaign.number, by=str(by), at=service.clock.now())


async def _revised(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, kind: Writing, **columns: object
) -> Campaign:
    """Change it, and write down who did."""
    if campaign.state is not CampaignState.DRAFT:
        raise Stale
    changed = await revise(tx, service, campaign, columns)
    await add_campaign_event(tx, campaign.id, kind, service.clock.now(), actor=by)
    return changed
