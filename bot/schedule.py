"""The schedule: a table of jobs - name, when, function - that APScheduler only ticks."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.leadership import HEARTBEAT_SECONDS, Leadership
from bot.menu import MenuBoard
from bot.pacing import Pacer
from bot.retention import forget_what_is_old
from bot.service import Service
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.outbox import recover_lost

log = structlog.get_logger(__name__)

CALL_TIMEOUT = timedelta(seconds=90)  # longer than any Bot API call of ours may take


@dataclass(frozen=True, slots=True)
class Desk:
    """What a job works with."""

    database: Database
    service: Service
    leadership: Leadership
    pacer: Pacer
    menus: MenuBoard


@dataclass(frozen=True, slots=True)
class Job:
    """One thing done again and again; `leader_only` jobs run on one replica at a time."""

    name: str
    every: timedelta
    function: Callable[[Desk], Awaitable[None]]
    leader_only: bool = True


async def beat(desk: Desk) -> None:
    """Stay alive among the replicas, and take no more than a share of the rate."""
    await desk.leadership.beat()
    desk.pacer.set_share(desk.leadership.replicas)
    desk.pacer.halt(time.monotonic() + desk.leadership.halted_for)


async def recover_messages(desk: Desk) -> None:
    """Settle what a dead process was sending."""
    live = await desk.leadership.list_live()
    now = desk.service.clock.now()
    async with desk.database.transaction() as tx:
        lost = await recover_lost(tx, live, now - CALL_TIMEOUT, now)
    if lost:
        log.warning("messages of a process that is gone were settled", count=lost)


async def forget_old(desk: Desk) -> None:
    """Keep nothing longer than promised."""
    async with desk.database.transaction() as tx:
        forgotten = await forget_what_is_old(tx, desk.service.branch, desk.service.clock.now())
    log.debug(
        "what was old was forgotten", **{name: getattr(forgotten, name) for name in forgotten.__slots__}
    )


async def show_menus(desk: Desk) -> None:
    """Whoever became staff, or chose another language, gets the menu that fits."""
    await desk.menus.publish_for_staff(desk.database)


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
    Job("show menus", timedelta(seconds=5), show_menus),
    Job("forget old", timedelta(minutes=10), forget_old),
    Job("tidy leases", timedelta(days=1), tidy_leases),
)


async def run_job(job: Job, desk: Desk) -> None:
    """Run a job if it is this process's to run; a database that is away is tried at the next tick."""
    if job.leader_only and not desk.leadership.is_leader:
        return
    try:
        await job.function(desk)
    except StorageUnavailable:
        log.warning("a job waits for the database", job=job.name)


def start_schedule(desk: Desk, jobs: tuple[Job, ...] = JOBS) -> AsyncIOScheduler:
    """Start ticking; due rows are the truth, so a tick may come late or twice without harm."""
    scheduler = AsyncIOScheduler(
        timezone="UTC",
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    for job in jobs:
        scheduler.add_job(
            run_job, IntervalTrigger(seconds=int(job.every.total_seconds())), [job, desk], id=job.name
        )
    scheduler.start()
    return scheduler
