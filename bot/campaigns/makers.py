"""Who made a campaign, by name: staff have none in the database but where they did something."""

from bot.visits import Visit
from storage.campaign_events import add_campaign_event, list_campaign_events, open_campaign_details
from storage.database import Transaction
from storage.models.campaigns import Campaign

NAMED = "named"


async def note_name(visit: Visit, campaign: Campaign) -> None:
    """Write down, sealed, what Telegram calls whoever acts now."""
    await add_campaign_event(
        visit.tx, campaign.id, NAMED, visit.now, actor=visit.contact.id, details={"name": visit.telegram_name}
    )


async def maker_name(tx: Transaction, campaign: Campaign) -> str:
    """The name of whoever made it; empty where nobody noted one (it came from the command line)."""
    for event in await list_campaign_events(tx, campaign.id):
        if event.kind == NAMED and event.actor_contact_id == campaign.made_by:
            return str(open_campaign_details(tx, event).get("name") or "")
    return ""
