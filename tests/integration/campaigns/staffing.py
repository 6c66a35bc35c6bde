"""What tests of campaigns begin with: an officer and an approver at /siar, and people who agreed to them."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

from bot.consents import TEXT_VERSION
from storage.campaigns import find_campaign_by_number, list_campaigns
from storage.consents import record_consent
from storage.contacts import find_by_telegram_id
from storage.models.campaigns import Campaign
from storage.models.consents import Purpose
from storage.models.staff import Role
from storage.staff import grant_role
from tests.integration.commands.operators import Operator
from tests.integration.house_stage import Stage

OFFICER, APPROVER, OTHER = 1003, 1040, 1041
PEOPLE = range(5001, 5041)
TEXT = "Halo {nama}, iuran {iuran}. Lihat bpjsketenagakerjaan.go.id."


async def joins_staff(stage: Stage, telegram_id: int, role: Role) -> None:
    """Somebody of the branch, at work."""
    await stage.says(telegram_id, "/start")
    async with stage.house.database.transaction() as tx:
        await grant_role(tx, telegram_id, role, stage.house.service.clock.now())


async def staff_arrive(stage: Stage) -> None:
    """An officer, and an approver."""
    await joins_staff(stage, OFFICER, Role.OFFICER)
    await joins_staff(stage, APPROVER, Role.APPROVER)


async def agrees(stage: Stage, telegram_id: int, *, granted: bool = True) -> UUID:
    """Somebody started the bot, and said whether campaigns may come."""
    await stage.says(telegram_id, "/start")
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction() as tx:
        contact = await find_by_telegram_id(tx, telegram_id)
        assert contact is not None
        await record_consent(
            tx,
            contact.id,
            Purpose.CAMPAIGNS,
            now,
            granted=granted,
            text_version=TEXT_VERSION,
            text_hash="0" * 64,
            language="id",
        )
    return contact.id


async def people_agree(stage: Stage, count: int = 5) -> list[int]:
    """Some people who get campaigns."""
    people = list(PEOPLE[:count])
    for telegram_id in people:
        await agrees(stage, telegram_id)
    stage.house.service.clock.move(timedelta(minutes=30))  # nobody is in the middle of anything any more
    return people


async def composes(
    stage: Stage, name: str = "Nelayan Pontang", text: str = TEXT, *, who: int = OFFICER
) -> None:
    """From /siar to a draft with a text, in the chat; its card is on the screen."""
    await stage.says(who, "/siar")
    await stage.presses(who, "➕ Siaran baru")
    await stage.says(who, name)
    await stage.presses(who, "✍️ Isi: Bahasa Indonesia")
    await stage.says(who, text)


async def submits(stage: Stage) -> None:
    await stage.presses(OFFICER, "📤 Ajukan")


async def approves(stage: Stage, *, who: int = APPROVER) -> None:
    """The approver opens what waits, and says yes."""
    await told(stage)
    await stage.presses(who, "Buka")
    await stage.presses(who, "✅ Setujui")


async def told(stage: Stage) -> None:
    """Everything that is due in the personal lanes has been sent."""
    while await stage.house.outbox.drain():
        pass


async def campaign(stage: Stage) -> Campaign:
    """The newest campaign, as it stands."""
    async with stage.house.database.transaction(read_only=True) as tx:
        newest = (await list_campaigns(tx, limit=1))[0]
        found = await find_campaign_by_number(tx, newest.number)
    assert found is not None
    return found


def shell_of(stage: Stage, folder: Path) -> Operator:
    """Whoever sits at a shell of the same deployment."""
    settings = stage.house.settings
    return Operator(
        folder,
        {
            "BOT_TOKEN": settings.bot_token.get_secret_value(),
            "BOT_API_URL": settings.bot_api_url,
            "DATABASE_URL": settings.database_url,
            "DATA_KEYS": settings.data_keys.get_secret_value(),
            "INDEX_KEY": settings.index_key.get_secret_value(),
        },
    )
