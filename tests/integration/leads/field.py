"""What tests of follow-up begin with: people in the field, leads to follow up, and time that passes."""

from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from itertools import count as numbers_from
from uuid import UUID

from openpyxl import load_workbook

from bot.desk import Desk
from bot.leads.assigning import assign_lead
from bot.leads.changes import is_closed
from bot.leads.outcomes import Given, record_outcome
from bot.leads.passphrases import new_passphrase
from bot.leads.taking import take_lead
from bot.timer_kinds import TIMER_KINDS
from bot.timers import TimerRunner
from storage.contacts import find_by_telegram_id
from storage.database import Transaction
from storage.followups import find_follow_up
from storage.leads import LeadCard, add_lead, find_lead
from storage.models.followups import Duty
from storage.models.leads import Lead, LeadState, Routing
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.staff import grant_role
from storage.types import new_number
from storage.volunteers import Territory, add_volunteer, count_open_leads, find_volunteer, post
from tests.integration.house_stage import Stage
from tests.integration.storage.rows import SARIS_LEAD

VILLAGE = "36.04.12.2001"
RT = Territory(VILLAGE, "005", "003")
_phones = numbers_from(1)


async def joins_field(
    stage: Stage, telegram_id: int, name: str, role: Role = Role.VOLUNTEER, where: Territory = RT
) -> Volunteer:
    """Somebody has accepted an invitation and answers for a territory."""
    await stage.says(telegram_id, "/start")
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction() as tx:
        contact = await find_by_telegram_id(tx, telegram_id)
        assert contact is not None
        await grant_role(tx, telegram_id, role, now)
        volunteer = await add_volunteer(tx, role, name, now, contact_id=contact.id)
        await post(tx, volunteer.id, now, territory=where)
    return volunteer


async def lead_comes(stage: Stage, contact_id: UUID | None = None, **changes: object) -> Lead:
    """A new lead of RT 003/RW 005, given to whoever is to have it."""
    now = stage.house.service.clock.now()
    values: dict[str, object] = {
        "routing": Routing.VOLUNTEERS,
        "village_code": VILLAGE,
        "phone": f"+6281234{next(_phones):06}",
        "contact_id": contact_id,
        "passphrase": new_passphrase(),
    }
    new = replace(SARIS_LEAD, **values | changes)  # type: ignore[arg-type]  # reason: any field
    async with stage.house.database.transaction() as tx:
        lead = await add_lead(tx, new, new_number(), now)
        assert lead is not None
        return await assign_lead(tx, stage.house.service, lead, now)


def desk_of(tx: Transaction, stage: Stage, who: Volunteer) -> Desk:
    """Where somebody in the field does something now."""
    return Desk(tx, stage.house.service, stage.house.service.clock.now(), who.contact_id)


async def brought_to(stage: Stage, owner: Volunteer, outcome: str, due_at: datetime | None = None) -> Lead:
    """A lead that its owner took, with what came of it."""
    lead = await lead_comes(stage)
    assert lead.owner_id == owner.id
    async with stage.house.database.transaction() as tx:
        await take_lead(desk_of(tx, stage, owner), await lead_now(stage, lead))
    async with stage.house.database.transaction() as tx:
        given = Given(due_at=due_at)
        await record_outcome(desk_of(tx, stage, owner), await lead_now(stage, lead), outcome, given)
    return (await lead_now(stage, lead)).lead


async def takes_and_records(stage: Stage, who: int, *outcomes: str) -> None:
    """Somebody accepts the offer in their chat and taps what came of it, one after the other."""
    await delivered(stage)
    await stage.presses(who, "✅ Terima")
    await delivered(stage)
    await stage.presses(who, "📝 Catat hasilnya")
    for outcome in outcomes:
        await stage.presses(who, outcome)


async def lead_now(stage: Stage, lead: Lead) -> LeadCard:
    """A lead as it stands."""
    async with stage.house.database.transaction(read_only=True) as tx:
        card = await find_lead(tx, lead.id)
    assert card is not None
    return card


async def passes(stage: Stage, by: timedelta) -> None:
    """Time passes, and what is due happens."""
    stage.house.service.clock.move(by)
    await TimerRunner(stage.house.database, stage.house.service, TIMER_KINDS).run_due()


async def delivered(stage: Stage) -> None:
    """Everything that is due has been sent."""
    while await stage.house.outbox.drain():
        pass


def newest_file(stage: Stage, who: int) -> bytes:
    """What is in the newest file that somebody was sent."""
    messages = stage.world.chats.of(who).messages.values()
    file_id = next(m["document"]["file_id"] for m in reversed(messages) if "document" in m)
    stored = stage.world.files.find(file_id)
    assert stored is not None
    return stored.upload.content


def newest_sheet(stage: Stage, who: int) -> list[tuple[object, ...]]:
    """The rows of the newest spreadsheet that somebody was sent, the names first."""
    book = load_workbook(BytesIO(newest_file(stage, who)))
    return [tuple(row) for row in book.worksheets[0].iter_rows(values_only=True)]


async def is_consistent(stage: Stage, leads: list[Lead], volunteers: list[Volunteer]) -> bool:
    """Each open lead has one duty, with its owner; a closed one has none; open leads are counted right."""
    async with stage.house.database.transaction(read_only=True) as tx:
        for lead in leads:
            card, follow_up = await find_lead(tx, lead.id), await find_follow_up(tx, lead.id)
            assert card is not None
            assert (follow_up is None) is is_closed(card.lead.state)
            assert follow_up is None or follow_up.owner_id == card.lead.owner_id
            is_asked = follow_up is not None and follow_up.duty is Duty.ACCEPT
            assert not is_asked or card.lead.owner_id is not None
            assert is_asked or card.lead.state is not LeadState.NEW or card.lead.owner_id is None
        for volunteer in volunteers:
            found = await find_volunteer(tx, volunteer.id)
            assert found is not None
            assert found.volunteer.open_leads == await count_open_leads(tx, volunteer.id)
    return True
