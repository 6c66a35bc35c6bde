"""What /berhenti ends and what goes on, by the table of grounds."""

from datetime import timedelta

import pytest

from bot.notices import GROUNDS, RENDERERS, Ground
from bot.screens import Screen
from bot.service import Service
from storage.consents import has_agreed
from storage.contacts import find_by_telegram_id, mark_unreachable
from storage.database import Transaction
from storage.models.consents import Purpose
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import queue_message
from tests.integration.house_stage import RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.outbox.sending import leads_come, owner_arrives, standings

REMINDER, CAMPAIGN = "a-reminder", "a-campaign"
ALLOW = "👍 Boleh"


async def _render(_tx: Transaction, _service: Service, _contact: Contact, message: Message) -> Screen:
    return Screen(message.kind, message.kind)


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two kinds that need a consent, as reminders and campaigns will."""
    for kind, purpose in ((REMINDER, Purpose.REMINDERS), (CAMPAIGN, Purpose.CAMPAIGNS)):
        monkeypatch.setitem(GROUNDS, kind, purpose)
        monkeypatch.setitem(RENDERERS, kind, _render)


async def _queued(stage: Stage, *kinds: str) -> None:
    async with stage.house.database.transaction() as tx:
        contact = await find_by_telegram_id(tx, SARI)
        assert contact is not None
        for kind in kinds:
            await queue_message(tx, contact.id, Lane.NOTICE, kind, stage.house.service.clock.now())


async def _agrees(stage: Stage) -> dict[Purpose, bool]:
    async with stage.house.database.transaction(read_only=True) as tx:
        contact = await find_by_telegram_id(tx, SARI)
        assert contact is not None
        return {purpose: await has_agreed(tx, contact.id, purpose) for purpose in Purpose}


async def _registers(stage: Stage, *answers: str) -> None:
    """Sari registers, reads the receipt and answers whether she wants more."""
    await stage.says(SARI, "/start", *REGISTRATION, SEND)
    stage.house.service.clock.move(timedelta(minutes=1))
    await stage.house.outbox.drain()
    await stage.presses(SARI, "Lanjut")
    await stage.says(SARI, *answers)


async def test_stop_ends_what_needs_a_consent_and_nothing_else(stage: Stage) -> None:
    """In the same transaction; a receipt or an answer that was asked for still comes."""
    await _registers(stage, "ya", "ya")
    await _queued(stage, REMINDER, CAMPAIGN, "data-file")
    await stage.says(SARI, "/berhenti")
    assert await standings(stage) == {"sent": 1, "cancelled": 2, "queued": 1}
    await _queued(stage, REMINDER, CAMPAIGN)
    await stage.house.outbox.drain()
    await stage.house.outbox.drain()
    assert await standings(stage) == {"sent": 2, "cancelled": 4}
    assert not any((await _agrees(stage)).values())


async def test_what_was_never_agreed_to_is_not_sent(stage: Stage) -> None:
    """Without a word about /berhenti: no consent, no message."""
    await _registers(stage, "ya", "tidak")
    await _queued(stage, REMINDER, CAMPAIGN)
    await stage.house.outbox.drain()
    await stage.house.outbox.drain()
    assert await standings(stage) == {"sent": 2, "cancelled": 1}


async def test_a_later_consent_clears_the_opt_out_it_concerns(stage: Stage) -> None:
    """Reminders come again; campaigns, which were not agreed to anew, do not."""
    await _registers(stage, "ya", "ya")
    await stage.says(SARI, "/berhenti")
    stage.house.service.clock.move(timedelta(minutes=1))
    await stage.presses(SARI, "Boleh kirim pesan lagi")
    await stage.presses(SARI, ALLOW)
    stage.house.service.clock.move(timedelta(minutes=1))
    await _queued(stage, REMINDER, CAMPAIGN)
    await stage.house.outbox.drain()
    await stage.house.outbox.drain()
    assert await standings(stage) == {"sent": 2, "cancelled": 1}
    assert stage.last(SARI) == REMINDER
    assert await stage.value("SELECT opted_out_at FROM contact") is None


async def test_to_register_is_no_wish_for_messages(stage: Stage) -> None:
    """Whoever said stop may register: they are called about it, and get no reminders."""
    await stage.says(SARI, "/start", "/berhenti", *REGISTRATION, SEND)
    assert await stage.value("SELECT opted_out_at FROM contact") is not None
    agrees = await _agrees(stage)
    assert not agrees[Purpose.REMINDERS]
    assert not agrees[Purpose.CAMPAIGNS]


async def test_stopping_twice_withdraws_once(stage: Stage) -> None:
    """A withdrawal carries the words of the consent it takes back."""
    await _registers(stage, "ya", "tidak")
    await stage.says(SARI, "/berhenti", "/berhenti")
    hashes = "SELECT count(DISTINCT text_hash) FROM consent WHERE purpose = 'reminders'"
    assert await stage.value("SELECT count(*) FROM consent WHERE choice = 'stop'") == 1
    assert await stage.value(hashes) == 1


async def test_opted_out_and_unreachable_stay_apart(stage: Stage) -> None:
    """Blocking the bot is no opt-out, and letting it in again takes none back."""
    await _registers(stage, "ya", "ya")
    async with stage.house.database.transaction() as tx:
        contact = await find_by_telegram_id(tx, SARI)
        assert contact is not None
        await mark_unreachable(tx, contact.id, stage.house.service.clock.now())
    assert (await _agrees(stage))[Purpose.REMINDERS]
    await stage.says(SARI, "/berhenti", "/start")
    assert await stage.value("SELECT unreachable_at FROM contact") is None
    assert await stage.value("SELECT opted_out_at FROM contact") is not None


async def test_duty_goes_on(stage: Stage) -> None:
    """Staff who say stop are told that the notices of their work still come; and they come."""
    await owner_arrives(stage)
    await leads_come(stage, 1)
    await stage.says(RINA, "/berhenti")
    assert "tugas petugas tetap datang" in stage.last(RINA)
    await stage.house.outbox.drain()
    assert await standings(stage) == {"sent": 1}


def test_every_kind_has_a_ground() -> None:
    """And no ground stands for a kind that is gone."""
    assert GROUNDS.keys() == RENDERERS.keys() | {"campaign"}  # which the campaign lane renders
    assert {Ground.ASKED, Ground.DUTY} <= set(GROUNDS.values())
