"""Who may send how much: while one replica sends in bulk, the others have what their replies need.

Together they never start more than the total in any second. What is taken from one replica is given to
another only after every replica must have learned of it: a few heartbeats later. Parts are whole numbers:
of 2.1 a second some second holds three, and three such replicas begin nine in one.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from statistics import fmean
from time import monotonic

from bot.leadership import HEARTBEAT_SECONDS, REPLICA, SCHEDULE, Leadership
from bot.pacing import Pacer, Rates
from storage.campaigns import list_under_way
from storage.database import Database, Transaction
from storage.leases import find_share, give_share, list_live, note_wants
from storage.models.campaigns import CampaignState

LEAST = 1.0  # messages a second that each replica may always send
REMEMBERED = 3  # heartbeats until everybody has learned of a change
MINUTE = 60 // HEARTBEAT_SECONDS  # heartbeats whose replies say what the next ones will need
Budgets = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Share:
    """What one replica may start a second, and how much of it in bulk."""

    total: float
    bulk: float


def wanted(replies: Sequence[int], waiting: int) -> float:
    """Messages a second that a replica asks for, in whole numbers (pure).

    Twice the replies that it had in each of its last heartbeats, and room for those who wait now.
    """
    return max(LEAST, float(ceil((2 * fmean(replies) + waiting) / HEARTBEAT_SECONDS)))


def budgets_of(wants: Budgets, rates: Rates) -> Budgets:
    """What the others get while one sends in bulk (pure).

    What they want, but together no more than half of all; the least that each may send it has in any case.
    """
    asked = sum(wants.values())
    factor = min(1.0, rates.total_per_second / 2 / asked) if asked else 1.0
    return {name: max(LEAST, float(floor(want * factor))) for name, want in wants.items()}


def left_over(history: "deque[Budgets]", rates: Rates) -> Share:
    """What is left for whoever sends in bulk, whichever of the last budgets the others go by (pure)."""
    names = {name for budgets in history for name in budgets}
    others = sum(max(budgets.get(name, 0.0) for budgets in history) for name in names)
    total = max(LEAST, rates.total_per_second - others)
    return Share(total, min(rates.bulk_per_second, total))


def equal_part(replicas: int, rates: Rates) -> Share:
    """What each has while nobody sends in bulk (pure)."""
    if replicas == 1:
        return Share(rates.total_per_second, rates.bulk_per_second)
    total = max(LEAST, float(floor(rates.total_per_second / replicas)))
    return Share(total, rates.bulk_per_second / replicas)


class Sharing:
    """This process's part of the rate, reckoned anew at each heartbeat."""

    def __init__(self, database: Database, leadership: Leadership, pacer: Pacer) -> None:
        self._database = database
        self._leadership = leadership
        self._pacer = pacer
        self._replies: deque[int] = deque([0] * MINUTE, maxlen=MINUTE)
        self._history: deque[Budgets] = deque(maxlen=REMEMBERED)

    async def beat(self) -> None:
        """Say what is wanted, learn what is given; raises StorageUnavailable."""
        self._replies.append(self._pacer.count_replies())
        wants = wanted(self._replies, self._pacer.count_waiting(monotonic()))
        async with self._database.transaction() as tx:
            await note_wants(tx, REPLICA + self._leadership.holder, wants)
            share = await (self._lead(tx) if self._leadership.is_leader else self._follow(tx))
        self._pacer.set_rates(share.total, share.bulk)

    async def _lead(self, tx: Transaction) -> Share:
        """Divide: equally, or while a campaign runs by what the others' replies need."""
        rates, own = self._pacer.rates, REPLICA + self._leadership.holder
        others = [lease for lease in await list_live(tx, REPLICA) if lease.name != own]
        equal = equal_part(len(others) + 1, rates)
        if not await _is_sending(tx):
            self._history.clear()
            await self._give(tx, {lease.name: None for lease in others} | {SCHEDULE: None})
            return equal
        budgets = budgets_of({lease.name: lease.wants_per_second or LEAST for lease in others}, rates)
        while len(self._history) < REMEMBERED - 1:
            self._history.append({lease.name: max(LEAST, equal.total) for lease in others})
        self._history.append(budgets)
        await self._give(tx, {**budgets, SCHEDULE: rates.bulk_per_second, own: None})
        return left_over(self._history, rates)

    async def _give(self, tx: Transaction, shares: Mapping[str, float | None]) -> None:
        for name, share in shares.items():
            await give_share(tx, name, share)

    async def _follow(self, tx: Transaction) -> Share:
        """What the leader gave; the least, until it has counted this replica in."""
        self._history.clear()
        if await find_share(tx, SCHEDULE) is None:
            return equal_part(self._leadership.replicas, self._pacer.rates)
        given = await find_share(tx, REPLICA + self._leadership.holder)
        total = given or LEAST
        return Share(total, total)


async def _is_sending(tx: Transaction) -> bool:
    return any(campaign.state is CampaignState.RUNNING for campaign in await list_under_way(tx))
