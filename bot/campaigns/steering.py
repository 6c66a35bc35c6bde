"""What becomes of campaigns by themselves, tick by tick: frozen, started, let on in waves, stopped, finished.

It runs where the schedule's lease is held. All it does is compare-and-set and may be done again.
"""

from collections import Counter
from contextlib import suppress
from datetime import timedelta

import structlog

from bot.campaigns.budget import within_budget
from bot.campaigns.estimates import Past
from bot.campaigns.freezing import freeze_audience
from bot.campaigns.moves import Move, apply_move, revise
from bot.campaigns.running import next_wave, pause_campaign
from bot.campaigns.staff_news import tell_everybody_in_charge
from bot.campaigns.watch import BUDGET, REPORTS, STOPS, is_unusual
from bot.campaigns.waves import has_room, wave_for
from bot.errors import Stale
from bot.service import Service
from storage.bulk import cancel_waiting, has_sending, has_waiting
from storage.campaign_events import list_campaign_events, open_campaign_details
from storage.campaign_field import FieldStrength, count_field, list_past
from storage.campaign_taps import REPORT, STOP, count_taps
from storage.campaigns import list_cancelled_since, list_under_way
from storage.database import Database, Transaction
from storage.models.campaigns import Campaign, CampaignState
from storage.segments import SegmentRule

log = structlog.get_logger(__name__)

LOOK_AGAIN = timedelta(minutes=15)  # at the volunteers' slots, while the next wave waits for them
SWEPT_FOR = timedelta(days=1)  # after a cancel: a call that was under way then may still come back
CANCELLED = "the campaign was cancelled"


async def steer_campaigns(database: Database, service: Service) -> None:
    """Do what is due about each campaign; one of them in trouble does not hold up the others."""
    async with database.transaction(read_only=True) as tx:
        campaigns = await list_under_way(tx)
        cancelled = await list_cancelled_since(tx, service.clock.now() - SWEPT_FOR)
    for campaign in campaigns:
        with suppress(Stale):
            await _steer(database, service, campaign)
    for campaign in cancelled:
        await _sweep(database, service, campaign)


async def _steer(database: Database, service: Service, campaign: Campaign) -> None:
    if campaign.frozen_at is None:
        await freeze_audience(database, service, campaign)
    elif campaign.state is CampaignState.SCHEDULED:
        await _start_if_due(database, service, campaign)
    elif campaign.state is CampaignState.RUNNING:
        await _go_on(database, service, campaign)


async def _start_if_due(database: Database, service: Service, campaign: Campaign) -> None:
    now = service.clock.now()
    if campaign.starts_at is None or campaign.starts_at > now:
        return
    async with database.transaction(read_only=True) as tx:
        wave = campaign.wave_size or wave_for(campaign.audience, *await _prospects(tx, service, campaign))
    columns = {"started_at": now, "wave_size": wave, "released": _canary(campaign, wave)}
    async with database.transaction() as tx:
        await apply_move(tx, service, campaign, Move.START, by=None, columns=columns)


def _canary(campaign: Campaign, wave: int | None) -> int | None:
    """How many may be begun with at first; everybody where that is everybody."""
    first = min(campaign.canary_size, wave or campaign.canary_size)
    return first if first < campaign.audience else None


async def _go_on(database: Database, service: Service, campaign: Campaign) -> None:
    """Looked at first: most ticks find nothing to do, and hinder no writer."""
    async with database.transaction(read_only=True) as tx:
        is_over = not await has_waiting(tx, campaign.id) and not await has_sending(tx, campaign.id)
        forgiven = await _forgiven(tx, campaign)
        paid = _paid_for(service, forgiven)
        reason = await _why_stop(tx, campaign, paid, forgiven)
        is_released = not is_over and await _may_release(tx, service, campaign)
    if is_over:
        await _finish(database, service, campaign)
    elif reason:
        async with database.transaction() as tx:
            paused = await pause_campaign(tx, service, None, campaign, reason)
            await tell_everybody_in_charge(tx, paused, service.clock.now())
    elif is_released:
        await _release(database, service, campaign, paid)


async def _finish(database: Database, service: Service, campaign: Campaign) -> None:
    """Everybody has a result; asked again where nothing can come between."""
    async with database.transaction() as tx:
        if await has_waiting(tx, campaign.id) or await has_sending(tx, campaign.id):
            return
        columns = {"finished_at": service.clock.now()}
        finished = await apply_move(tx, service, campaign, Move.FINISH, by=None, columns=columns)
        await tell_everybody_in_charge(tx, finished, service.clock.now())


async def _forgiven(tx: Transaction, campaign: Campaign) -> Counter[str]:
    """How often it was stopped already, by reason, and let go on."""
    events = await list_campaign_events(tx, campaign.id)
    pauses = [open_campaign_details(tx, event) for event in events if event.kind == Move.PAUSE.value]
    return Counter(str(details.get("reason")) for details in pauses)


async def _why_stop(
    tx: Transaction, campaign: Campaign, paid: int | None, forgiven: Counter[str]
) -> str | None:
    """Why staff should look at it first: what people answered, or that it has cost what it may."""
    taps = await count_taps(tx, campaign.id)
    for reason, answer in ((REPORTS, REPORT), (STOPS, STOP)):
        if is_unusual(reason, taps.get(answer, 0), campaign.begun, forgiven=forgiven[reason]):
            return reason
    return BUDGET if paid is not None and campaign.begun >= paid else None


def _paid_for(service: Service, forgiven: Counter[str]) -> int | None:
    """How many messages it may have cost by now: the budget again each time staff let it go on after one."""
    if service.paid_messages is None:
        return None
    return service.paid_messages * (1 + forgiven[BUDGET])


async def _may_release(tx: Transaction, service: Service, campaign: Campaign) -> bool:
    """Whether the canary, or the wave before, has come to its end, and its time has come."""
    if campaign.released is None or campaign.begun < campaign.released:
        return False
    is_time = campaign.next_wave_at is None or campaign.next_wave_at <= service.clock.now()
    return is_time and not await has_sending(tx, campaign.id)


async def _release(database: Database, service: Service, campaign: Campaign, paid: int | None) -> None:
    """Let the next ones have it: everybody, or a wave, once volunteers have room for its answers."""
    now = service.clock.now()
    async with database.transaction() as tx:
        if campaign.wave_size is None:
            released = within_budget(None, campaign.audience, paid)
            await revise(tx, service, campaign, {"released": released, "next_wave_at": None})
            return
        if has_room(campaign.wave_size, *await _prospects(tx, service, campaign)):
            wave = next_wave(campaign)
            released = within_budget(wave["released"], campaign.audience, paid)
            await revise(tx, service, campaign, {**wave, "released": released})
        else:
            await revise(tx, service, campaign, {"next_wave_at": now + LOOK_AGAIN})


async def _prospects(
    tx: Transaction, service: Service, campaign: Campaign
) -> tuple[list[Past], FieldStrength]:
    """What came of campaigns before, and who is there to answer this one."""
    rule = SegmentRule.from_json(campaign.segment)
    past = [Past(sent, registered) for sent, registered in await list_past(tx)]
    return past, await count_field(tx, rule, service.today(), service.clock.now())


async def _sweep(database: Database, service: Service, campaign: Campaign) -> None:
    """Cancel what waits of a cancelled campaign, a piece a transaction."""
    async with database.transaction(read_only=True) as tx:
        if not await has_waiting(tx, campaign.id):
            return
    swept = 1
    while swept:
        async with database.transaction() as tx:
            swept = await cancel_waiting(tx, campaign.id, CANCELLED, service.clock.now())
