"""What campaign tests begin with: people who agreed, a campaign somebody made and somebody else approved."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from bot.campaigns.decisions import approve_campaign, submit_campaign
from bot.campaigns.drafts import choose_segment, start_draft, write_text
from bot.campaigns.running import start_campaign
from bot.campaigns.steering import steer_campaigns
from bot.service import Service
from commands.composition import House
from storage.campaign_texts import NewText
from storage.campaigns import find_campaign
from storage.contacts import meet_contact
from storage.database import Database, Transaction
from storage.inserts import insert, insert_many
from storage.models.campaigns import Campaign
from storage.models.consents import Consent, Purpose
from storage.models.contacts import Contact
from storage.models.messages import Message
from storage.segments import SegmentRule
from storage.types import new_id
from tests.integration.house_stage import Stage

MAKER, APPROVER = 9001, 9002
FIRST = 50_000
AT_ONCE = 10_000  # rows that are written together: a benchmark has hundreds of thousands


@dataclass(frozen=True, slots=True)
class Desk:
    """A database and what the branch knows: all that use-cases need."""

    database: Database
    service: Service

    @classmethod
    def of(cls, house: House) -> "Desk":
        return cls(house.database, house.service)

    @property
    def now(self) -> datetime:
        return self.service.clock.now()

    async def steer(self, times: int = 1) -> None:
        for _ in range(times):
            await steer_campaigns(self.database, self.service)

    async def campaign(self, id_: UUID) -> Campaign:
        async with self.database.transaction(read_only=True) as tx:
            found = await find_campaign(tx, id_)
        assert found is not None
        return found

    async def states(self, id_: UUID) -> Counter[str]:
        """Where its recipients stand."""
        query = select(Message.state, func.count()).where(col(Message.campaign_id) == id_)
        async with self.database.transaction(read_only=True) as tx:
            rows = await tx.execute(query.group_by(col(Message.state)))
            return Counter({state.value: int(count) for state, count in rows})

    async def ledger(self, id_: UUID) -> dict[int, str]:
        """Each recipient's state, by Telegram id."""
        query = select(Contact.telegram_id, Message.state).join(
            Message, col(Message.contact_id) == Contact.id
        )
        async with self.database.transaction(read_only=True) as tx:
            rows = await tx.execute(query.where(col(Message.campaign_id) == id_))
            return {int(telegram_id): state.value for telegram_id, state in rows}


async def people_agree(
    database: Database, now: datetime, count: int, *, first: int = FIRST, language: str = "id"
) -> list[UUID]:
    """So many accounts that want campaigns, silent for a day."""
    contacts = [
        {
            "id": new_id(),
            "telegram_id": first + number,
            "language": language,
            "created_at": now.replace(year=2025),
            "last_seen_at": now.replace(year=2025),
        }
        for number in range(count)
    ]
    for some in (contacts[begin : begin + AT_ONCE] for begin in range(0, count, AT_ONCE)):
        async with database.transaction() as tx:
            await insert_many(tx, Contact, some)
            await insert_many(tx, Consent, [_consent(row["id"], now) for row in some])
    return [row["id"] for row in contacts]  # type: ignore[misc]  # reason: the ids are UUIDs


async def agree_to_campaigns(tx: Transaction, telegram_id: int, now: datetime) -> None:
    """Somebody whom the bot knows wants campaigns."""
    await insert(tx, Consent, _consent((await meet_contact(tx, telegram_id, now)).id, now))


def _consent(contact_id: object, now: datetime, *, granted: bool = True) -> dict[str, object]:
    return {
        "id": new_id(),
        "contact_id": contact_id,
        "purpose": Purpose.CAMPAIGNS,
        "granted": granted,
        "choice": "",
        "text_version": "1",
        "text_hash": "0" * 64,
        "language": "id",
        "recorded_at": now,
    }


def phones_of(stage: Stage, count: int, *, first: int = FIRST) -> list[int]:
    """The phones of those who agreed, the bot started on each; their Telegram ids."""
    for number in range(first, first + count):
        stage.person(number).started = True
    return list(range(first, first + count))


async def staff(tx: Transaction, now: datetime) -> tuple[UUID, UUID]:
    """Whoever makes campaigns, and whoever approves them."""
    return (await meet_contact(tx, MAKER, now)).id, (await meet_contact(tx, APPROVER, now)).id


async def submitted(desk: Desk, rule: SegmentRule | None = None, html: str = "Halo {nama}.") -> Campaign:
    """A campaign that waits for a decision."""
    async with desk.database.transaction() as tx:
        maker, _ = await staff(tx, desk.now)
        campaign = await start_draft(tx, desk.service, maker, "Ojek Serang")
        campaign = await write_text(tx, desk.service, maker, campaign, NewText("id", html))
        campaign = await choose_segment(tx, desk.service, maker, campaign, rule or SegmentRule())
        return await submit_campaign(tx, desk.service, maker, campaign)


async def started(desk: Desk, rule: SegmentRule | None = None, html: str = "Halo {nama}.") -> Campaign:
    """A campaign that runs: approved by another person, frozen, its canary released."""
    return await started_from(desk, await submitted(desk, rule, html))


async def started_from(desk: Desk, campaign: Campaign) -> Campaign:
    """The same, from a campaign that waits for a decision."""
    async with desk.database.transaction() as tx:
        _, approver = await staff(tx, desk.now)
        campaign = await approve_campaign(tx, desk.service, approver, campaign)
        campaign = await start_campaign(tx, desk.service, approver, campaign)
    await desk.steer(2)
    return await desk.campaign(campaign.id)


async def delivered(stage: Stage, campaign: Campaign, *, rounds: int = 6) -> Counter[str]:
    """Let it go to its end - canary, all the others, finished - as the schedule and the lane would."""
    desk = Desk.of(stage.house)
    await stage.house.leadership.beat()
    for _ in range(rounds):
        await stage.house.broadcaster.drain()
        await desk.steer()
    return await desk.states(campaign.id)
