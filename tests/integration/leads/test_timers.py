"""Timers: what is due happens once, whoever ticks, and one that raises holds nobody up."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from bot.readiness import timer_findings
from bot.service import Service
from bot.timers import AGAIN_AFTER, TimerKind, TimerRunner
from storage.database import Transaction
from storage.models.timers import Timer
from storage.timers import GIVEN_UP_AFTER, list_failed_timers, next_timer_at, set_timer, set_timers
from storage.types import new_id
from tests.integration.house_stage import Stage

HOUR = timedelta(hours=1)


class Bell:
    """An effect that writes down whom it rang for; it raises for some."""

    def __init__(self, poison: UUID | None = None) -> None:
        self.rung: list[UUID] = []
        self.late: list[UUID] = []
        self.poison = poison

    async def ring(
        self, _tx: Transaction, _service: Service, timers: Sequence[Timer], _now: datetime
    ) -> None:
        if self.poison in {timer.subject_id for timer in timers}:
            raise ValueError("poison")
        self.rung += [timer.subject_id for timer in timers]

    async def ring_late(
        self, _tx: Transaction, _service: Service, timers: Sequence[Timer], _now: datetime
    ) -> None:
        self.late += [timer.subject_id for timer in timers]


def runner(stage: Stage, bell: Bell, **rule: object) -> TimerRunner:
    kind = TimerKind(bell.ring, **rule)  # type: ignore[arg-type]  # reason: any field
    return TimerRunner(stage.house.database, stage.house.service, {"bell": kind})


async def wound(stage: Stage, count: int, due_in: timedelta = timedelta(0)) -> list[UUID]:
    now = stage.house.service.clock.now()
    subjects = [new_id() for _ in range(count)]
    async with stage.house.database.transaction() as tx:
        await set_timers(tx, "bell", [(subject, now + due_in) for subject in subjects], now)
    return subjects


async def test_what_is_due_happens_once(stage: Stage) -> None:
    """Two runners at the same time ring 450 bells, each once; what is not due waits."""
    due, later = await wound(stage, 450), await wound(stage, 3, HOUR)
    bells = [Bell(), Bell()]
    counts = await asyncio.gather(*(runner(stage, bell).run_due() for bell in bells))
    assert sum(counts) == 450
    assert sorted([*bells[0].rung, *bells[1].rung]) == sorted(due)
    stage.house.service.clock.move(HOUR)
    await runner(stage, bells[0]).run_due()
    assert set(later) <= set(bells[0].rung)


async def test_a_poisoned_timer_holds_nobody_up(stage: Stage) -> None:
    """The others of its batch happen; it is tried again some times, then left for people to look at."""
    subjects = await wound(stage, 5)
    bell = Bell(poison=subjects[2])
    await runner(stage, bell).run_due()
    assert sorted(bell.rung) == sorted(subjects[:2] + subjects[3:])
    for _ in range(GIVEN_UP_AFTER):
        stage.house.service.clock.move(AGAIN_AFTER)
        await runner(stage, bell).run_due()
    async with stage.house.database.transaction(read_only=True) as tx:
        given_up = await list_failed_timers(tx)
        assert [timer.subject_id for timer in given_up] == [subjects[2]]
        told = [finding.text for finding in timer_findings(given_up)]
        assert [str(subjects[2]) in text and "1 of kind 'bell'" in text for text in told] == [True]
        assert await next_timer_at(tx) is None


async def test_setting_again_moves_a_timer(stage: Stage) -> None:
    """One a subject and kind: there are never two."""
    subject = (await wound(stage, 1))[0]
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction() as tx:
        await set_timer(tx, "bell", subject, now + HOUR, now)
        assert await next_timer_at(tx) == now + HOUR
    assert await stage.count("timer") == 1


@pytest.mark.parametrize("has_rule", [True, False])
async def test_what_is_too_late_is_not_done_as_if_in_time(stage: Stage, has_rule: bool) -> None:
    """Past its lateness a timer is skipped, or goes to the rule for late ones."""
    subjects = await wound(stage, 2)
    stage.house.service.clock.move(6 * HOUR)
    bell = Bell()
    when_late = bell.ring_late if has_rule else None
    await runner(stage, bell, lateness=HOUR, when_late=when_late).run_due()
    assert bell.rung == []
    assert sorted(bell.late) == (sorted(subjects) if has_rule else [])
    assert await stage.count("timer") == 0
