"""After hours of downtime a reminder comes late once or not at all: how late it may be, each kind says."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.cases.telling import OPENING_TIMER, PROMISE_TIMER, WAITING_TIMER
from bot.digests import plan_digest
from bot.funnels import plan_funnel
from bot.leads.branch_list import plan_branch_list
from bot.leads.changes import SILENCE_TIMER
from bot.leads.reviewing import REVIEW_TIMER, UNPAID_TIMER
from bot.leads.taking import take_lead
from bot.timer_kinds import TIMER_KINDS
from storage.contacts import find_by_telegram_id
from storage.models.messages import Message
from storage.models.staff import Role
from storage.models.timers import Timer
from storage.volunteers import Territory
from tests.integration.house_stage import BUDI, SARI, Stage
from tests.integration.leads.field import (
    VILLAGE,
    brought_to,
    desk_of,
    is_consistent,
    joins_field,
    lead_comes,
    lead_now,
    passes,
)
from tests.integration.leads.test_payments import sari_has_paid
from tests.integration.outbox.sending import owner_arrives

IMAS = 1012
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
NEVER_TOO_LATE = {SILENCE_TIMER, REVIEW_TIMER, UNPAID_TIMER, OPENING_TIMER, PROMISE_TIMER, WAITING_TIMER}
"""What moves leads and cases on, has people look, or is sorry: as right later, and looked at anew."""

Scene = Callable[[Stage], Awaitable[object]]


async def digest_to_come(stage: Stage) -> None:
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await lead_comes(stage)
    async with stage.house.database.transaction() as tx:
        await plan_digest(tx, stage.house.service, budi, stage.house.service.clock.now())


async def appointment_to_come(stage: Stage) -> None:
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await brought_to(stage, budi, "appointment", stage.house.service.clock.now() + DAY)


async def branch_to_be_told(stage: Stage) -> None:
    """Somebody waits for the branch: for its list, and for the week's figures."""
    await owner_arrives(stage)
    await lead_comes(stage)
    async with stage.house.database.transaction() as tx:
        await plan_branch_list(tx, stage.house.service, stage.house.service.clock.now())
        await plan_funnel(tx, stage.house.service, stage.house.service.clock.now())


async def payment_to_come(stage: Stage) -> None:
    await sari_has_paid(stage, "👍 Boleh")


async def worker_to_be_asked(stage: Stage) -> None:
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(SARI, "/start")
    async with stage.house.database.transaction(read_only=True) as tx:
        sari = await find_by_telegram_id(tx, SARI)
    assert sari is not None
    lead = await lead_comes(stage, sari.id)
    async with stage.house.database.transaction() as tx:
        await take_lead(desk_of(tx, stage, budi), await lead_now(stage, lead))


KINDS: dict[str, tuple[Scene, str, timedelta]] = {
    "digest": (digest_to_come, "digest", 3 * HOUR),
    "appointment": (appointment_to_come, "appointment", 50 * MINUTE),
    "branch-list": (branch_to_be_told, "branch-list", 6 * HOUR),
    "funnel": (branch_to_be_told, "funnel", 2 * DAY),
    "payment": (payment_to_come, "payment", 2 * DAY),
    "contacted?": (worker_to_be_asked, "lead-contacted?", 2 * DAY),
}
"""What brings about a timer, the message it leads to, and how late that may be."""


def test_every_kind_that_tells_people_something_may_be_too_late() -> None:
    """A new kind must say how late it may be, or stand among those that never are."""
    assert {kind for kind, rule in TIMER_KINDS.items() if rule.lateness is None} == NEVER_TOO_LATE
    assert KINDS.keys() == TIMER_KINDS.keys() - NEVER_TOO_LATE


async def due_at(stage: Stage, kind: str) -> datetime:
    async with stage.house.database.transaction(read_only=True) as tx:
        due: datetime = (await tx.execute(select(Timer.due_at).where(col(Timer.kind) == kind))).scalar_one()
    return due


async def late_after(stage: Stage, kind: str) -> list[datetime]:
    """Until when each message of a kind may be sent."""
    async with stage.house.database.transaction(read_only=True) as tx:
        query = select(Message.late_after).where(col(Message.kind) == kind)
        return list((await tx.execute(query)).scalars())


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_late_comes_once(stage: Stage, kind: str) -> None:
    """A minute before it is too late it still comes, and goes out by then or not at all."""
    brings, message, lateness = KINDS[kind]
    await brings(stage)
    due = await due_at(stage, kind)
    await passes(stage, due + lateness - MINUTE - stage.house.service.clock.now())
    told = await late_after(stage, message)
    assert told == [due + lateness]
    await passes(stage, MINUTE)
    assert await late_after(stage, message) == told
    await comes_again(stage, kind, due)


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_too_late_does_not_come(stage: Stage, kind: str) -> None:
    """A minute later it is skipped; what comes again and again is planned for its next time."""
    brings, message, lateness = KINDS[kind]
    await brings(stage)
    due = await due_at(stage, kind)
    await passes(stage, due + lateness + MINUTE - stage.house.service.clock.now())
    assert await late_after(stage, message) == []
    await comes_again(stage, kind, due)


async def comes_again(stage: Stage, kind: str, due: datetime) -> None:
    """What is told every day, week or month is planned for its next time, at its hour."""
    if TIMER_KINDS[kind].when_late is not None:
        zone = stage.house.service.zone
        next_ = await due_at(stage, kind)
        assert next_ > stage.house.service.clock.now()
        assert next_.astimezone(zone).time() == due.astimezone(zone).time()


async def test_silence_after_long_downtime_goes_step_by_step(stage: Stage) -> None:
    """Eleven days without us are nobody's silence: others are asked first, and each has a day to answer."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    lead = await lead_comes(stage)
    owners = []
    for days in (11, 0.9, 0.1, 0.9, 0.1):
        await passes(stage, days * DAY)
        owners.append((await lead_now(stage, lead)).lead.owner_id)
    assert owners == [budi.id, budi.id, imas.id, imas.id, None]
    assert await stage.value("SELECT count(*) FROM lead_event WHERE kind = 'offered to others'") == 1
    assert await is_consistent(stage, [lead], [budi, imas])
