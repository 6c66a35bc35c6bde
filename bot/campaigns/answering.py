"""What a recipient's tap does: it is counted, the campaign becomes where they came from, and stop stops."""

from bot.campaigns.content import ButtonKind
from bot.errors import NotFound
from bot.optouts import stop_messages
from bot.visits import Visit
from storage.campaign_taps import STOP, note_tap
from storage.campaigns import find_campaign_by_number
from storage.contacts import note_source
from storage.models.campaigns import Campaign


async def answer_campaign(visit: Visit, number: str, kind: ButtonKind) -> None:
    """Note the tap; whoever registers after it came by it. NotFound for a campaign there is not."""
    campaign = await _get(visit, number)
    await note_tap(visit.tx, campaign.id, visit.contact.id, kind.value, visit.now)
    if campaign.source_code is not None:
        await note_source(visit.tx, visit.contact, campaign.source_code)


async def stop_campaigns(visit: Visit, number: str) -> None:
    """As /berhenti, and the campaign that it answers to is told of it."""
    campaign = await _get(visit, number)
    await note_tap(visit.tx, campaign.id, visit.contact.id, STOP, visit.now)
    await stop_messages(visit)


async def _get(visit: Visit, number: str) -> Campaign:
    campaign = await find_campaign_by_number(visit.tx, number)
    if campaign is None:
        raise NotFound(f"no campaign has the number {number}")
    return campaign
