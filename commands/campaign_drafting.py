"""`campaign copy`, `withdraw`, `discard`: what else becomes of a draft, from the shell."""

from uuid import UUID

from bot.campaigns.decisions import withdraw_campaign
from bot.campaigns.drafts import copy_campaign, discard_draft
from bot.campaigns.makers import note_known_name
from bot.errors import NotAllowed
from bot.service import Service
from commands.campaign_desk import By, CampaignUnknown, Number, changes
from storage.database import Transaction
from storage.models.campaigns import Campaign


def copy(number: Number, by: By = 0) -> None:
    """Begin a new draft with a campaign's texts, buttons and recipients; it goes the whole way again."""
    changes(number, by, _copy, "is copied")


async def _copy(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> str:
    copied = await copy_campaign(tx, service, by, campaign, campaign.name)
    await note_known_name(tx, service, by, copied)
    return f"is copied: {copied.number} is a draft"


def withdraw(number: Number, by: By = 0) -> None:
    """Take back what was submitted, before anybody decided; only its maker does."""
    changes(number, by, _withdraw, "is a draft again")


async def _withdraw(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> None:
    try:
        await withdraw_campaign(tx, service, by, campaign)
    except NotAllowed:
        raise CampaignUnknown(f"only its maker takes {campaign.number} back") from None


def discard(number: Number, by: By = 0) -> None:
    """Throw a draft away for good."""
    changes(number, by, discard_draft, "is thrown away")


DRAFTING = (copy, withdraw, discard)
