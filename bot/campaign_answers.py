"""What a recipient's tap does: it is counted, the campaign becomes where they came from, and stop stops."""

from bot.campaigns.content import ButtonKind
from bot.optouts import ANSWERS_TO_CAMPAIGN, stop_messages
from bot.visits import Visit
from storage.campaign_taps import REPORT, STOP, find_latest_received, note_tap
from storage.campaigns import find_campaign_by_number
from storage.contacts import note_source
from storage.ledger import is_recipient
from storage.models.campaigns import Campaign


async def answer_campaign(visit: Visit, number: str, kind: ButtonKind) -> None:
    """Note the tap; whoever registers after it came by it. Of somebody who never got it nothing is noted."""
    campaign = await _received(visit, number)
    if campaign is None:
        return
    await note_tap(visit.tx, campaign.id, visit.contact.id, kind.value, visit.now)
    if campaign.source_code is not None:
        await note_source(visit.tx, visit.contact, campaign.source_code)


async def stop_campaigns(visit: Visit, number: str) -> None:
    """As /berhenti, whoever asks; the campaign that it answers to is told of it."""
    campaign = await _received(visit, number)
    if campaign is not None:
        await note_tap(visit.tx, campaign.id, visit.contact.id, STOP, visit.now)
    await stop_messages(visit)


async def note_report(visit: Visit) -> None:
    """Somebody reports an impostor days after a campaign: it is counted as an answer to it, once a person."""
    answered = await find_latest_received(visit.tx, visit.contact.id, visit.now - ANSWERS_TO_CAMPAIGN)
    if answered is not None:
        await note_tap(visit.tx, answered, visit.contact.id, REPORT, visit.now)


async def _received(visit: Visit, number: str) -> Campaign | None:
    """The campaign behind a button, if it went to this person: numbers in buttons are not trusted."""
    campaign = await find_campaign_by_number(visit.tx, number)
    if campaign is None or not await is_recipient(visit.tx, campaign.id, visit.contact.id):
        return None
    return campaign
