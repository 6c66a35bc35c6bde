"""What the `campaign` commands share: an open database, the campaign that was named, and who does it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

import typer
from rich.console import Console
from rich.text import Text

from bot.access import Permission, roles_with
from bot.campaigns.markup import read_html
from bot.campaigns.moves import CampaignRefused
from bot.clock import Clock
from bot.errors import Stale
from bot.service import Service
from bot.settings import load_settings
from bot.wording import Wording
from commands.composition import build_service
from commands.databases import open_database
from storage.campaigns import find_campaign_by_number
from storage.database import Database, Transaction
from storage.errors import PerisaiError
from storage.models.campaigns import Campaign
from storage.models.contacts import Contact
from storage.schema import require_schema
from storage.staff import list_staff

Number = Annotated[str, typer.Argument(help="The campaign's number, as `campaign list` shows it.")]
By = Annotated[
    int, typer.Option("--by", help="Telegram id of the officer who does it; 0: the only one there is.")
]
Change = Callable[[Transaction, Service, UUID, Campaign], Awaitable[object]]


class CampaignUnknown(PerisaiError):
    """What was named is not there, or cannot be done as it stands."""


@dataclass(frozen=True, slots=True)
class Office:
    """An open database and the knowledge of the deployment."""

    database: Database
    service: Service

    @property
    def words(self) -> Wording:
        return Wording(self.service.texts, "en")


@asynccontextmanager
async def office() -> AsyncIterator[Office]:
    """Open the deployment's database; SchemaMismatch for another version's."""
    settings = load_settings()
    service = build_service(settings, Clock(), bot_username="")
    async with open_database(settings) as database:
        await require_schema(database)
        yield Office(database, service)


async def get_campaign(tx: Transaction, number: str) -> Campaign:
    """The campaign with this number, however it was typed."""
    campaign = await find_campaign_by_number(tx, number.strip().upper())
    if campaign is None:
        raise CampaignUnknown(f"no campaign has the number {number}: `campaign list` shows them")
    return campaign


async def get_actor(tx: Transaction, by: int, permission: Permission = Permission.RUN_CAMPAIGNS) -> UUID:
    """Every change has somebody behind it; the history says who."""
    return (await get_officer(tx, by, permission)).id


async def get_officer(tx: Transaction, by: int, permission: Permission = Permission.RUN_CAMPAIGNS) -> Contact:
    """The one with this Telegram id who may do that, or the only one there is."""
    staff = [contact for contact, _ in await list_staff(tx, roles_with(permission))]
    chosen = [contact for contact in staff if by in {0, contact.telegram_id}]
    if len(chosen) == 1:
        return chosen[0]
    does = "approves" if permission is Permission.APPROVE else "runs"
    if by:
        raise CampaignUnknown(f"{by} {does} no campaigns here, or has not started the bot")
    if not chosen:
        raise CampaignUnknown("nobody may do that here yet: OWNER_IDS names who may, once they sent /start")
    raise CampaignUnknown(f"{len(chosen)} people may do that here: say who with --by")


def changes(
    number: str, by: int, change: Change, done: str, permission: Permission = Permission.RUN_CAMPAIGNS
) -> None:
    """The same use-cases as in the chat, in one transaction; what cannot be done is a sentence.

    `done` is what is said of it afterwards, unless the change itself gives something better to say.
    """
    asyncio.run(_change(number, by, change, done, permission))


async def _change(number: str, by: int, change: Change, done: str, permission: Permission) -> None:
    async with office() as desk, desk.database.transaction() as tx:
        campaign = await get_campaign(tx, number)
        actor = await get_actor(tx, by, permission)
        try:
            said = await change(tx, desk.service, actor, campaign)
        except Stale:
            raise CampaignUnknown(f"{number} is {campaign.state.value}: that cannot be done now") from None
        except CampaignRefused as refused:
            raise CampaignUnknown(desk.words.label(f"campaigns-cannot-{refused.reason}")) from None
    Console().print(
        f"{campaign.name} {said if isinstance(said, str) else done}.", markup=False, soft_wrap=True
    )


def print_parts(parts: list[str]) -> None:
    """Screens one after another, without their tags."""
    Console().print(Text("\n\n".join(read_html(part).plain for part in parts)))
