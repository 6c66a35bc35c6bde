"""What goes out, to whom, and what comes of it."""

import asyncio
import re
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.leads.notices import NOTICE_LATENESS, NOTICES_AN_HOUR
from bot.messenger import Unknown
from bot.retries import ATTEMPTS, LONGEST_WAIT
from bot.schedule import ROLLED_OUT_AFTER, cancel_unknown_messages
from bot.sending import settle
from playground import phones
from storage.leads import delete_leads, list_leads
from storage.models.messages import Lane, Message
from storage.outbox import Attempt, mark_sending
from tests.integration.house_stage import RINA, SARI, Stage, until
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.outbox.sending import leads_come, owner_arrives, queued, reason, standings

HOUR = timedelta(hours=1)


async def test_a_registration_tells_both_sides(stage: Stage) -> None:
    """The worker gets a receipt with the number, the owner one line without the phone."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", *REGISTRATION, SEND)
    stage.house.service.clock.move(timedelta(minutes=1))  # the receipt waits for the screen before it
    assert await stage.house.outbox.drain() == 2
    number = await stage.value("SELECT number FROM lead")
    assert number in stage.last(SARI)
    assert number in stage.last(RINA)
    assert "Sari Wulandari" in stage.last(RINA)
    assert "7801" not in stage.last(RINA)
    assert await standings(stage) == {"sent": 2}
    assert await stage.value("SELECT count(*) FROM message WHERE telegram_message_id IS NULL") == 0
    assert await stage.house.outbox.drain() == 0


async def test_above_twenty_an_hour_comes_a_digest(stage: Stage) -> None:
    """Twenty notices at once; the rest of the hour is one message at its end, which counts the rest."""
    await owner_arrives(stage)
    await leads_come(stage, NOTICES_AN_HOUR)
    stage.house.service.clock.move(timedelta(minutes=1))
    await leads_come(stage, 5)
    assert await stage.house.outbox.drain() == NOTICES_AN_HOUR
    assert await stage.house.outbox.drain() == 0
    stage.house.service.clock.move(HOUR)
    assert await stage.house.outbox.drain() == 1
    assert re.findall("[0-9]+", stage.last(RINA)) == ["5"]


async def test_what_was_erased_meanwhile_is_not_sent(stage: Stage) -> None:
    """A message is rendered when it goes out: of a lead that is gone nothing is told."""
    await owner_arrives(stage)
    await leads_come(stage, 1)
    async with stage.house.database.transaction() as tx:
        for card in await list_leads(tx, limit=9):
            await delete_leads(tx, [card.lead.id])
    shown = len(stage.shown(RINA))
    await stage.house.outbox.drain()
    assert await standings(stage) == {"cancelled": 1}
    assert len(stage.shown(RINA)) == shown


async def test_what_is_too_late_is_cancelled(stage: Stage) -> None:
    """After two days of downtime a notice is no news."""
    await owner_arrives(stage)
    await leads_come(stage, 1)
    stage.house.service.clock.move(NOTICE_LATENESS + HOUR)
    await stage.house.outbox.drain()
    assert await standings(stage) == {"cancelled": 1}


async def test_a_message_nobody_can_render_holds_nobody_up(stage: Stage) -> None:
    """It is cancelled with the reason; the others go out."""
    await owner_arrives(stage)
    await queued(stage, "lead-digest")  # without its params
    await leads_come(stage, 1)
    await stage.house.outbox.drain()
    assert await standings(stage) == {"cancelled": 1, "sent": 1}


async def test_a_kind_of_a_newer_version_is_left_to_it(stage: Stage) -> None:
    """While a new version is rolled out the old one leaves alone what it cannot render, for a day."""
    await owner_arrives(stage)
    await queued(stage, "of-another-version")
    await leads_come(stage, 1)
    await stage.house.outbox.drain()
    assert await standings(stage) == {"queued": 1, "sent": 1}
    await cancel_unknown_messages(stage.house.desk)
    assert await standings(stage) == {"queued": 1, "sent": 1}
    stage.house.service.clock.move(ROLLED_OUT_AFTER + HOUR)
    await cancel_unknown_messages(stage.house.desk)
    assert await standings(stage) == {"cancelled": 1, "sent": 1}


async def test_a_message_that_cannot_exist_fails_alone(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of ours while sending is the end of that message, not of the outbox."""

    async def break_(*_: object) -> None:
        raise ValueError("not a callback")

    await owner_arrives(stage)
    await leads_come(stage, 2)
    monkeypatch.setattr(stage.house.messenger, "send", break_)
    assert await stage.house.outbox.drain() == 2
    assert await standings(stage) == {"failed": 2}


async def test_a_flood_is_waited_out(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a 429 the message is queued again for when Telegram allows, and then sent once."""
    await owner_arrives(stage)
    await leads_come(stage, 1)
    with monkeypatch.context() as flood:
        flood.setattr(stage.world.gate, "admit", lambda *_: 1)  # "retry after 1"
        await stage.house.outbox.drain()
    assert (await standings(stage), await reason(stage)) == ({"errored": 1}, "429")
    shown = len(stage.shown(RINA))
    assert await stage.house.outbox.drain() == 0
    stage.house.service.clock.move(timedelta(seconds=2))
    await _drained_at_last(stage)
    assert len(stage.shown(RINA)) == shown + 1


async def _drained_at_last(stage: Stage) -> None:
    async with asyncio.timeout(60):
        while "sent" not in await standings(stage):
            await stage.house.outbox.drain()


async def test_who_cannot_be_reached_is_marked(stage: Stage) -> None:
    """A block ends the message and marks the contact, who gets no notices from then on."""
    await owner_arrives(stage)
    await leads_come(stage, 1)
    phones.block(stage.world, stage.person(RINA))
    await stage.house.outbox.drain()
    assert await standings(stage) == {"unreachable": 1}
    assert await stage.value("SELECT count(*) FROM contact WHERE unreachable_at IS NOT NULL") == 1


async def test_a_lost_answer_is_tried_again_but_not_for_ever(stage: Stage) -> None:
    """Whether a notice arrived may be unknown: it is sent again, ever later, at most eight times."""
    await owner_arrives(stage)
    await leads_come(stage, 1)
    shown = len(stage.shown(RINA))
    stage.world.trouble.cause({"drop_answers": 1.0})
    for attempt in range(1, ATTEMPTS + 1):
        await stage.house.outbox.drain()
        assert await standings(stage) == {"failed" if attempt == ATTEMPTS else "errored": 1}
        assert await stage.house.outbox.drain() == 0
        stage.house.service.clock.move(LONGEST_WAIT)
    assert await stage.house.outbox.drain() == 0
    await until(lambda: len(stage.shown(RINA)) == shown + ATTEMPTS)


async def test_a_campaign_message_is_never_sent_again_by_itself(stage: Stage) -> None:
    """In that lane an unknown result stays unknown until somebody decides."""
    await owner_arrives(stage)
    await queued(stage, "campaign", Lane.CAMPAIGN)
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction() as tx:
        message = (await tx.execute(select(Message))).scalar_one()
        attempt = Attempt(message.id, "a", 1, now)
        await mark_sending(tx, attempt)
        await settle(tx, attempt, message, Unknown("timed out"), now)
    assert await standings(stage) == {"unknown": 1}


async def test_stop_spares_what_is_ones_duty(stage: Stage) -> None:
    """/berhenti ends what goes out by consent; an officer who says it still hears of new leads."""
    await owner_arrives(stage)
    await leads_come(stage, 2)
    await stage.says(RINA, "/berhenti")
    assert await standings(stage) == {"queued": 2}
