"""The schedule: a table of jobs - name, when, function - that APScheduler only ticks."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.campaigns.live import LiveBoard
from bot.campaigns.steering import steer_campaigns
from bot.cases.waiting import mind_cases
from bot.clock import Clock
from bot.errors import ConfigurationError
from bot.funnels import plan_funnel
from bot.leadership import HEARTBEAT_SECONDS, Leadership
from bot.leads.branch_list import plan_branch_list
from bot.menu import MenuBoard
from bot.messenger import Files
from bot.notices import RENDERERS
from bot.pacing import Pacer
from bot.retention import forget_what_is_old
from bot.service import Service
from bot.sharing import Sharing
from bot.timer_kinds import TIMER_KINDS
from bot.timers import TimerRunner
from bot.uploads import UploadReader
from bot.working_hours import national_holidays
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.outbox import cancel_unknown_kinds, recover_lost

log = structlog.get_logger(__name__)

CALL_TIMEOUT = timedelta(seconds=90)  # longer than any Bot API call of ours may take
ROLLED_OUT_AFTER = timedelta(days=1)  # no two versions run beside each other for so long


@dataclass(frozen=True, slots=True)
class Desk:
    """What a job works with."""

    database: Database
    service: Service
    leadership: Leadership
    pacer: Pacer
    menus: MenuBoard
    files: Files
    sharing: Sharing
    live: LiveBoard


@dataclass(frozen=True, slots=True)
class Job:
    """One thing done again and again; `leader_only` jobs run on one replica at a time.

    An `at_start` job need not wait for the end of its first interval.
    """

    name: str
    every: timedelta
    function: Callable[[Desk], Awaitable[None]]
    leader_only: bool = True
    at_start: bool = False


async def beat(desk: Desk) -> None:
    """Stay alive among the replicas, and take no more than a share of the rate."""
    await desk.leadership.beat()
    await desk.sharing.beat()
    desk.pacer.halt(time.monotonic() + desk.leadership.halted_for)


async def recover_messages(desk: Desk) -> None:
    """Settle what a dead process was sending."""
    live = await desk.leadership.list_live()
    now = desk.service.clock.now()
    async with desk.database.transaction() as tx:
        lost = await recover_lost(tx, live, now - CALL_TIMEOUT, now)
    if lost:
        log.warning("messages of a process that is gone were settled", count=lost)


async def cancel_unknown_messages(desk: Desk) -> None:
    """What only another version could send, and that version is gone."""
    now = desk.service.clock.now()
    async with desk.database.transaction() as tx:
        cancelled = await cancel_unknown_kinds(tx, RENDERERS.keys(), now - ROLLED_OUT_AFTER, now)
    if cancelled:
        log.warning("messages that no version knows were cancelled", count=cancelled)


async def forget_old(desk: Desk) -> None:
    """Keep nothing longer than promised."""
    async with desk.database.transaction() as tx:
        forgotten = await forget_what_is_old(
            tx, desk.service.branch, desk.service.clock.now(), desk.service.zone
        )
    log.debug(
        "what was old was forgotten", **{name: getattr(forgotten, name) for name in forgotten.__slots__}
    )


async def show_menus(desk: Desk) -> None:
    """Everybody's menus after a start; then whoever became staff, is none now, or reads another language."""
    await desk.menus.refresh(desk.database)


async def show_campaigns(desk: Desk) -> None:
    """Keep the live messages of campaigns up to date."""
    await desk.live.refresh(desk.database)


async def run_timers(desk: Desk) -> None:
    """Do what is due."""
    await TimerRunner(desk.database, desk.service, TIMER_KINDS).run_due()


async def read_uploads(desk: Desk) -> None:
    """Files that staff sent: read, and taken on once their sender has said so."""
    await UploadReader(desk.database, desk.service, desk.files).run_due()


async def plan_lists(desk: Desk) -> None:
    """See to it that what comes by itself, day by day, has a next time."""
    # In a thread: what knows them loads every country's, just when those who waited are being answered.
    await asyncio.to_thread(national_holidays, desk.service.today().year)
    async with desk.database.transaction() as tx:
        await plan_branch_list(tx, desk.service, desk.service.clock.now())
        await plan_funnel(tx, desk.service, desk.service.clock.now())


async def mind(desk: Desk) -> None:
    """No case stays with somebody who takes none any more, and it is known who waits."""
    if released := await mind_cases(desk.database, desk.service):
        log.info("cases of former staff are nobody's again", count=released)


async def steer(desk: Desk) -> None:
    """Freeze, start, let on, stop and finish campaigns."""
    await steer_campaigns(desk.database, desk.service)


async def tidy_leases(desk: Desk) -> None:
    """Forget replicas that are long gone."""
    await desk.leadership.tidy()


async def renew_facts(desk: Desk) -> None:
    """What was approved on another replica is shown by this one, also where nobody has written to it."""
    async with desk.database.transaction(read_only=True) as tx:
        await desk.service.board.renew(tx)


JOBS: tuple[Job, ...] = (
    Job("beat", timedelta(seconds=HEARTBEAT_SECONDS), beat, leader_only=False),
    Job("renew facts", timedelta(seconds=2), renew_facts, leader_only=False),
    Job("recover messages", timedelta(seconds=10), recover_messages),
    Job("run timers", timedelta(seconds=1), run_timers),
    Job("read uploads", timedelta(seconds=2), read_uploads),
    Job("show campaigns", timedelta(seconds=2), show_campaigns),
    Job("steer campaigns", timedelta(seconds=1), steer),
    Job("plan lists", timedelta(minutes=10), plan_lists, at_start=True),
    Job("cancel unknown messages", timedelta(minutes=10), cancel_unknown_messages),
    Job("show menus", timedelta(seconds=5), show_menus, at_start=True),
    Job("mind cases", timedelta(seconds=5), mind),
    Job("forget old", timedelta(minutes=10), forget_old),
    Job("tidy leases", timedelta(days=1), tidy_leases),
)


async def run_job(job: Job, desk: Desk) -> None:
    """Run a job if it is this process's to run; what goes wrong is tried again at the next tick.

    But for ConfigurationError: with that nothing can go on.
    """
    if job.leader_only and not desk.leadership.is_leader:
        return
    try:
        await job.function(desk)
    except StorageUnavailable:
        log.warning("a job waits for the database", job=job.name)
    except ConfigurationError:
        raise
    except Exception:
        log.exception("a job failed", job=job.name)


async def run_schedule(desk: Desk, jobs: tuple[Job, ...] = JOBS) -> None:
    """Tick until cancelled; raises the ConfigurationError that a job met.

    Due rows are the truth, so a tick may come late or twice without harm.
    """
    refused: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    scheduler = AsyncIOScheduler(
        timezone="UTC",
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    for job in jobs:
        every = IntervalTrigger(seconds=int(job.every.total_seconds()))
        first = {"next_run_time": Clock().now()} if job.at_start else {}
        scheduler.add_job(_tick, every, [job, desk, refused], id=job.name, **first)
    scheduler.start()
    try:
        await refused
    finally:
        scheduler.shutdown(wait=False)


async def _tick(job: Job, desk: Desk, refused: "asyncio.Future[None]") -> None:
    """APScheduler would log what a job raises, and go on; that it is called off at the end is no news."""
    try:
        await run_job(job, desk)
    except asyncio.CancelledError:
        return  # the task is APScheduler's, and this is its end
    except ConfigurationError as error:
        if not refused.done():
            refused.set_exception(error)
