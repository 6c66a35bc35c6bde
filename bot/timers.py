"""What happens by itself: due timers are claimed in batches, and each kind knows what to do with its own.

Claim and effect are one transaction: a process that dies in the middle has done nothing, and two processes
never do the same. After hours of downtime a timer happens once, late, or is skipped; its kind says which.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.service import Service
from storage.database import Database, Transaction
from storage.errors import StorageUnavailable
from storage.models.timers import Timer
from storage.timers import claim_timer, claim_timers, next_timer_at, note_failure

log = structlog.get_logger(__name__)

BATCH = 300  # a transaction's: with the dearest kind some tenths of a second, for which others wait on SQLite
AGAIN_AFTER = timedelta(minutes=5)

Effect = Callable[[Transaction, Service, Sequence[Timer], datetime], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class TimerKind:
    """What is done with due timers of a kind, and how late it may still be done.

    `when_late` is called instead for those past `lateness` (to set the next one); None: they are skipped.
    """

    effect: Effect
    lateness: timedelta | None = None
    when_late: Effect | None = None


Kinds = Mapping[str, TimerKind]


class TimerRunner:
    """Runs everything that is due, a batch a transaction; a timer that raises does not hold up the others."""

    def __init__(self, database: Database, service: Service, kinds: Kinds) -> None:
        self._database = database
        self._service = service
        self._kinds = kinds

    async def run_due(self) -> int:
        """Do all that is due now; how many timers that were. Raises StorageUnavailable."""
        done = 0
        if not await self._is_any_due():
            return done
        while claimed := await self._run_batch():
            done += claimed
        return done

    async def _is_any_due(self) -> bool:
        """A look that hinders no writer: most ticks find nothing."""
        async with self._database.transaction(read_only=True) as tx:
            due_at = await next_timer_at(tx)
        return due_at is not None and due_at <= self._service.clock.now()

    async def _run_batch(self) -> int:
        now = self._service.clock.now()
        timers: list[Timer] = []
        try:
            async with self._database.transaction() as tx:
                timers = await claim_timers(tx, self._kinds, now, limit=BATCH)
                await self._run(tx, timers, now)
        except StorageUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - reason: whatever one timer raises, the others go on
            log.warning("timers are run one by one", count=len(timers), error=type(error).__name__)
            for timer in timers:
                await self._run_alone(timer, now)
        return len(timers)

    async def _run_alone(self, timer: Timer, now: datetime) -> None:
        """One timer in a transaction of its own; one that raises waits, and is given up after a while."""
        try:
            async with self._database.transaction() as tx:
                if await claim_timer(tx, timer.id):
                    await self._run(tx, [timer], now)
        except StorageUnavailable:
            raise
        except Exception:
            log.exception("a timer could not be run", kind=timer.kind)
            async with self._database.transaction() as tx:
                await note_failure(tx, timer, now + AGAIN_AFTER)

    async def _run(self, tx: Transaction, timers: Sequence[Timer], now: datetime) -> None:
        for kind in dict.fromkeys(timer.kind for timer in timers):
            await self._run_kind(tx, kind, [timer for timer in timers if timer.kind == kind], now)

    async def _run_kind(self, tx: Transaction, kind: str, timers: Sequence[Timer], now: datetime) -> None:
        rule = self._kinds[kind]
        late = [timer for timer in timers if rule.lateness and timer.due_at + rule.lateness < now]
        in_time = [timer for timer in timers if timer not in late]
        if in_time:
            await rule.effect(tx, self._service, in_time, now)
        if late and rule.when_late is not None:
            await rule.when_late(tx, self._service, late, now)
