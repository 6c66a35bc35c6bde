"""What is forgotten, and when: cases, updates, and the table of lifetimes in bot/settings.py."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.branch import Branch, Retention
from bot.clock import Months
from bot.retention import Forgotten, forget_what_is_old
from storage.cases import (
    add_case,
    change_case,
    find_case,
    find_case_by_number,
    find_open_case,
    list_cases_of,
    list_open_cases,
)
from storage.consents import record_consent
from storage.contacts import delete_contact, find_by_telegram_id, meet_contact
from storage.conversations import Place, save_draft, save_place
from storage.database import Database, Transaction
from storage.invitations import NewInvitation, add_invitation
from storage.models.cases import Case, CaseKind, CaseState
from storage.models.consents import Purpose
from storage.models.invitations import InvitationState
from storage.models.messages import Lane
from storage.models.staff import Role
from storage.outbox import cancel_message, list_due, queue_message
from storage.questions import add_question
from storage.submissions import add_submission
from storage.types import new_number
from storage.updates import forget_quarantine_of, quarantine_update, remember_update
from storage.volunteers import Territory
from tests.integration.storage.rows import DAY, HOUR, NOW, SARI, UJANG, meet, register

UNDECIDED = Branch(name="Serang", short_name="Serang", areas=("36.04",))
DECIDED = UNDECIDED.model_copy(update={"retention": Retention(lead_months=24, case_months=13)})
MINUTE = timedelta(minutes=1)
ENDS = {
    "drafts": NOW + DAY,
    "updates": NOW + 2 * DAY,
    "quarantined": NOW + 7 * DAY,
    "invitations": NOW + 2 * DAY + 30 * DAY,
    "questions": NOW + 180 * DAY,
    "messages": NOW.replace(year=2027),
    "cases": NOW.replace(year=2027, month=12),
    "leads": NOW.replace(year=2028),
    "accounts": NOW.replace(year=2028) + DAY,
}
"""When each row of NOW has been kept long enough; the accounts go with a day of their own."""
HANGING_ON_A_CONTACT = ("conversation", "draft", "consent", "message", "support_case", "submission")


async def _closed(tx: Transaction, case: Case) -> bool:
    closed = await change_case(tx, case, state=CaseState.CLOSED, closed_at=NOW, waiting_since=None)
    return closed is not None


async def test_a_case_is_closed_once(database: Database) -> None:
    """Of two who saw it open, one closes it; it keeps its note and leaves the list."""
    sari = await meet(database)
    async with database.transaction() as tx:
        case = await add_case(tx, sari, CaseKind.VOICE, "Bu Sari", NOW)
        assert (await list_open_cases(tx, limit=5))[0].note == "Bu Sari"
        assert await find_open_case(tx, sari) is not None
        assert await _closed(tx, case)
        assert not await _closed(tx, case)
        assert not await _closed(tx, case.model_copy(update={"version": 2}))
        assert await find_open_case(tx, sari) is None
        tx.session.expire_all()
        card = await find_case_by_number(tx, case.number)
        assert card is not None
        assert (card.case.state, card.note) == (CaseState.CLOSED, "Bu Sari")
        assert await list_open_cases(tx, limit=5) == []
        assert [found.case.id for found in await list_cases_of(tx, sari)] == [case.id]
        assert await find_case(tx, sari) is None


async def test_an_update_is_new_once(database: Database) -> None:
    """The second time the same number is known, whatever its size."""
    async with database.transaction() as tx:
        assert [await remember_update(tx, 2**61, NOW) for _ in range(3)] == [True, False, False]


async def test_the_quarantine_is_sealed_and_can_be_emptied(database: Database) -> None:
    """Nothing of an update can be read in it, and an erased person's go with them."""
    async with database.transaction() as tx:
        await quarantine_update(tx, 1, SARI, '{"text": "rahasia"}', "KeyError" * 99, NOW)
        await quarantine_update(tx, 2, UJANG, "{}", "KeyError", NOW)
        rows = (await tx.execute(text("SELECT body FROM quarantine"))).scalars().all()
        assert not any(b"rahasia" in bytes(body) for body in rows)
        assert await forget_quarantine_of(tx, SARI, NOW - HOUR) == 0
        assert await forget_quarantine_of(tx, SARI, NOW) == 1


async def _everything_of_sari(tx: Transaction, moment: datetime) -> None:
    sari = (await meet_contact(tx, SARI, moment)).id
    await save_place(tx, sari, Place("home"), moment)
    await save_draft(tx, sari, "registration", {}, moment, consented_at=None)
    await queue_message(tx, sari, Lane.NOTICE, "x", moment)
    await add_case(tx, sari, CaseKind.HELP, "Sari", moment)
    lead = await register(tx)
    assert lead is not None
    await add_submission(tx, lead, sari, new_number(), {}, moment, is_first=True)
    await record_consent(
        tx,
        sari,
        Purpose.REMINDERS,
        moment,
        granted=True,
        text_version="1",
        text_hash="a",
        language="id",
    )


async def _invite(tx: Transaction, moment: datetime) -> None:
    await add_invitation(
        tx,
        NewInvitation(Role.VOLUNTEER, Territory("36.04.12.2001")),
        InvitationState.OPEN,
        moment,
        code_hash="a",
        expires_at=moment + 2 * DAY,
        invited_by=None,
    )


async def _count(tx: Transaction, table: str) -> int:
    return int((await tx.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one())


async def test_deleting_a_contact_takes_everything_along(database: Database) -> None:
    """Conversation, draft, consents, messages, cases and submissions go with the person."""
    async with database.transaction() as tx:
        await _everything_of_sari(tx, NOW)
        assert [await _count(tx, table) for table in HANGING_ON_A_CONTACT] == [1] * 6
        contact = await find_by_telegram_id(tx, SARI)
        assert contact is not None
        await delete_contact(tx, contact.id)
        assert [await _count(tx, table) for table in HANGING_ON_A_CONTACT] == [0] * 6


@pytest.mark.parametrize(
    ("moment", "count", "before"),
    [
        ("2026-11-20T03:00", 24, "2024-11-20T03:00"),
        ("2028-02-28T18:00", 12, "2027-02-27T18:00"),  # in Jakarta a leap year's last day of February
        ("2026-03-31T03:00", 1, "2026-02-28T03:00"),
        ("2026-01-15T03:00", 13, "2024-12-15T03:00"),
        ("2026-12-31T20:00", 1, "2026-11-30T20:00"),  # in Jakarta already the new year
    ],
)
def test_months_are_the_calendars(moment: str, count: int, before: str) -> None:
    """The same day of an earlier month, in the branch's zone; a shorter month's last one."""
    wanted = datetime.fromisoformat(before).replace(tzinfo=UTC)
    assert Months(count).before(datetime.fromisoformat(moment).replace(tzinfo=UTC)) == wanted


async def test_each_thing_is_forgotten_at_its_time(database: Database) -> None:
    """A minute before its time everything is there, a minute after it is gone: one row of each at a time."""
    async with database.transaction() as tx:
        await _everything_of_sari(tx, NOW)
        await meet_contact(tx, SARI, NOW + DAY)
        await remember_update(tx, 1, NOW)
        await quarantine_update(tx, 1, SARI, "{}", "KeyError", NOW)
        await add_question(tx, "bisa bayar pakai beras?", NOW)
        await _invite(tx, NOW)
        case = (await list_open_cases(tx, limit=1))[0].case
        assert await _closed(tx, case)
        message = (await list_due(tx, [Lane.NOTICE], NOW, limit=1, kinds={"x"}))[0][0]
        await cancel_message(tx, message.id, NOW, "test")
        for kind, end in ENDS.items():
            assert await forget_what_is_old(tx, DECIDED, end - MINUTE) == _forgotten(), kind
            assert await forget_what_is_old(tx, DECIDED, end + MINUTE) == _forgotten(kind), kind


def _forgotten(kind: str = "") -> Forgotten:
    return Forgotten(**{name: int(name == kind) for name in ENDS})


async def test_an_undecided_branch_forgets_no_leads(database: Database) -> None:
    """Leads and cases stay until the branch has set a period; open cases stay in any case."""
    async with database.transaction() as tx:
        await _everything_of_sari(tx, NOW)
        century = NOW.replace(year=2126)
        forgotten = await forget_what_is_old(tx, UNDECIDED, century)
        assert (forgotten.leads, forgotten.cases) == (0, 0)
        forgotten = await forget_what_is_old(tx, DECIDED, century)
        assert (forgotten.leads, forgotten.cases) == (1, 0)
