"""Results on their way into the ledger: in batches, and past an outage of the database by way of a file."""

import asyncio
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID

import structlog
from prometheus_client import Counter

from bot.campaigns.claiming import Claimed
from bot.campaigns.moves import Move
from bot.campaigns.running import pause_campaign
from bot.campaigns.staff_news import tell_everybody_in_charge
from bot.campaigns.watch import WINDOW, Watch
from bot.errors import Stale
from bot.messenger import Errored, Failed, Flooded, Outcome, Sent, Unknown, Unreachable
from bot.metrics import MESSAGES
from bot.retries import ATTEMPTS, FIRST_WAIT, LONGEST_WAIT
from bot.service import Service
from bot.spool import Spool
from storage.bulk import Due, Result, list_last_results, record_results
from storage.campaign_events import find_last_event
from storage.campaigns import find_campaign
from storage.database import Database, Transaction
from storage.errors import StorageUnavailable
from storage.models.campaigns import CampaignState
from storage.models.messages import Lane, MessageState
from storage.outbox import Attempt

log = structlog.get_logger(__name__)

AGAIN_SECONDS = 0.5
LET_ON = (Move.START.value, Move.RESUME.value, Move.RETRY.value)  # it is judged by what came since then
LINES_AT_ONCE = 500


def result_of(claimed: Claimed, outcome: Outcome, now: datetime) -> Result:
    """What the ledger says of a call (rules.md, Sending): an unknown is never sent again by itself."""
    state, reason, due_at, counts = MessageState.SENT, None, None, True
    match outcome:
        case Sent():
            pass
        case Flooded(retry_after):
            state, reason, counts = MessageState.ERRORED, "429", False
            due_at = now + timedelta(seconds=retry_after)
        case Unreachable(why):
            state, reason = MessageState.UNREACHABLE, why
        case Failed(why):
            state, reason = MessageState.FAILED, why
        case Unknown(why):
            state, reason = MessageState.UNKNOWN, why
        case Errored(why):
            state, reason = MessageState.ERRORED, why
            due_at = now + min(FIRST_WAIT * 2**claimed.standing.attempts, LONGEST_WAIT)
            if claimed.standing.attempts + 1 >= ATTEMPTS:
                state, due_at = MessageState.FAILED, None
    return Result(
        attempt=claimed.attempt,
        contact_id=claimed.standing.due.contact_id,
        campaign_id=claimed.standing.due.campaign_id,
        state=state,
        at=now,
        reason=reason,
        due_at=due_at,
        telegram_message_id=outcome.message_id if isinstance(outcome, Sent) else None,
        counts=counts,
    )


@cache
def _counter(state: MessageState) -> Counter:
    """One of MESSAGES, looked up once: finding it by its labels takes longer than counting."""
    return MESSAGES.labels(Lane.CAMPAIGN.value, state.value)


def unbegun(due: Due, attempt: Attempt, now: datetime) -> Result:
    """No call was made: if it was marked at all, it waits again, and no attempt is counted."""
    return Result(
        attempt=attempt,
        contact_id=due.contact_id,
        campaign_id=due.campaign_id,
        state=MessageState.ERRORED,
        at=now,
        due_at=now,
        counts=False,
    )


class Recorder:
    """Writes results down, those of so many seconds together.

    `freed` is told how many are safe, in the database or on the disk.
    """

    def __init__(
        self,
        database: Database,
        service: Service,
        spool: Spool,
        freed: Callable[[int], None],
        *,
        gathers: float,
    ) -> None:
        self._database = database
        self._service = service
        self._spool = spool
        self._freed = freed
        self._gathers = gathers
        self._waiting: list[Result] = []
        self._news = asyncio.Event()
        self._watches: dict[UUID, Watch] = {}
        self._recalled: set[UUID] = set()
        self._has_spooled = False
        self._stopping = False

    def take(self, result: Result) -> None:
        """Have a result written down soon."""
        _counter(result.state).inc()
        self._watches.setdefault(result.campaign_id, Watch()).note(result)
        self._waiting.append(result)
        self._news.set()

    def stop(self) -> None:
        """Write down what is there, and end."""
        self._stopping = True
        self._news.set()

    async def begin(self) -> None:
        """Apply what a process before this one left on the disk."""
        await asyncio.to_thread(self._spool.adopt)
        self._has_spooled = True
        with suppress(StorageUnavailable):
            await self._apply_spooled()

    async def run(self) -> None:
        """Until stopped: what could not be written to the database then waits on the disk."""
        while not (self._stopping and not self._waiting):
            await self._rest()
            self._news.clear()
            await self.flush()
        with suppress(StorageUnavailable):
            await self._apply_spooled()
        await asyncio.to_thread(self._spool.close)

    async def _rest(self) -> None:
        """Until results came - and a moment for others to come, too - or it is time to try again."""
        with suppress(TimeoutError):
            async with asyncio.timeout(AGAIN_SECONDS if self._has_spooled else None):
                await self._news.wait()
        if not self._stopping:
            await asyncio.sleep(self._gathers)

    async def flush(self) -> None:
        """Write down what waits, or keep it on the disk."""
        results, self._waiting = self._waiting, []
        try:
            await self._apply_spooled()
            if results:
                await self._write(results)
        except StorageUnavailable:
            await self._keep(results)
        if results:
            self._freed(len(results))

    async def _write(self, results: Sequence[Result]) -> None:
        """The results, and the end of campaigns that go wrong, in one stroke."""
        await self._recall({result.campaign_id for result in results} - self._recalled)
        wrong = self._verdicts(results)
        async with self._database.transaction(brief=True) as tx:
            await record_results(tx, results)
            for campaign_id, reason in wrong.items():
                await self._stop_campaign(tx, campaign_id, reason)
        for campaign_id in wrong:
            self._watches.pop(campaign_id, None)  # once let go on it is judged by what comes then

    async def _recall(self, campaigns: set[UUID]) -> None:
        """A process that begins knows what the one before it saw: a restart gives no second chance."""
        for campaign_id in campaigns:
            async with self._database.transaction(read_only=True) as tx:
                since = await find_last_event(tx, campaign_id, LET_ON)
                states = await list_last_results(tx, campaign_id, since, limit=WINDOW)
            self._watches.setdefault(campaign_id, Watch()).recall(states)
            self._recalled.add(campaign_id)

    def _verdicts(self, results: Sequence[Result]) -> dict[UUID, str]:
        watched = {result.campaign_id for result in results} & self._watches.keys()
        verdicts = {campaign_id: self._watches[campaign_id].verdict() for campaign_id in watched}
        return {campaign_id: reason for campaign_id, reason in verdicts.items() if reason}

    async def _stop_campaign(self, tx: Transaction, campaign_id: UUID, reason: str) -> None:
        """A campaign that was paused already, by whomever, stays as it is."""
        campaign = await find_campaign(tx, campaign_id)
        if campaign is None or campaign.state is not CampaignState.RUNNING:
            return
        with suppress(Stale):
            paused = await pause_campaign(tx, self._service, None, campaign, reason)
            await tell_everybody_in_charge(tx, paused, self._service.clock.now())
            log.warning("a campaign stopped by itself", campaign=campaign.number, reason=reason)

    async def _keep(self, results: Sequence[Result]) -> None:
        """On the disk, where neither an outage nor a kill takes it away."""
        if not results:
            return
        await asyncio.to_thread(self._spool.append, [dump_result(result) for result in results])
        self._has_spooled = True
        log.warning("results wait on the disk for the database", count=len(results))

    async def _apply_spooled(self) -> None:
        if not self._has_spooled:
            return
        lines = await asyncio.to_thread(self._spool.lines)
        for begin in range(0, len(lines), LINES_AT_ONCE):
            await self._write([load_result(line) for line in lines[begin : begin + LINES_AT_ONCE]])
        await asyncio.to_thread(self._spool.clear)
        self._has_spooled = False
        if lines:
            log.info("results that waited on the disk were written down", count=len(lines))


def dump_result(result: Result) -> str:
    """A result as one line; ids, states and times alone, nothing of what was said."""
    return json.dumps(asdict(result), default=str)


def load_result(line: str) -> Result:
    """Read a line of `dump_result`."""
    kept = json.loads(line)
    attempt = kept.pop("attempt")
    return Result(
        attempt=Attempt(
            UUID(attempt["message_id"]),
            attempt["holder"],
            attempt["epoch"],
            datetime.fromisoformat(attempt["began_at"]),
        ),
        contact_id=UUID(kept["contact_id"]),
        campaign_id=UUID(kept["campaign_id"]),
        state=MessageState(kept["state"]),
        at=datetime.fromisoformat(kept["at"]),
        reason=kept["reason"],
        due_at=datetime.fromisoformat(kept["due_at"]) if kept["due_at"] else None,
        telegram_message_id=kept["telegram_message_id"],
        counts=kept["counts"],
    )
