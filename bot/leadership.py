"""Which replicas live, and which one of them runs the schedule: two leases, renewed by a heartbeat."""

from datetime import timedelta

from bot.metrics import LEADER
from storage.database import Database, Transaction
from storage.leases import (
    forget_leases,
    halt_until,
    list_live,
    may_send_bulk,
    release_lease,
    seconds_halted,
    take_lease,
)
from storage.types import new_id

LASTS = timedelta(seconds=10)
HEARTBEAT_SECONDS = 2
REPLICA = "replica:"
SCHEDULE = "schedule"
FORGOTTEN_AFTER = timedelta(days=1)


class Leadership:
    """This process's part among its replicas; `holder` names it, `epoch` marks this life of it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.holder = new_id().hex
        self.epoch = 0
        self.is_leader = False
        self.replicas = 1
        self.halted_for = 0.0  # seconds for which Telegram forbids sending in bulk, as any replica was told

    async def beat(self) -> None:
        """Renew this replica's lease and try for the schedule's; raises StorageUnavailable."""
        async with self._database.transaction() as tx:
            own = await take_lease(tx, REPLICA + self.holder, self.holder, LASTS)
            schedule = await take_lease(tx, SCHEDULE, self.holder, LASTS)
            self.replicas = max(1, len(await list_live(tx, REPLICA)))
            self.halted_for = await seconds_halted(tx, SCHEDULE)
        if own is not None:
            self.epoch = own.epoch
        self.is_leader = schedule is not None
        LEADER.set(self.is_leader)

    async def list_live(self) -> list[tuple[str, int]]:
        """Holder and epoch of every replica that is alive."""
        async with self._database.transaction(read_only=True) as tx:
            return [(lease.holder, lease.epoch) for lease in await list_live(tx, REPLICA)]

    async def report_flood(self, seconds: float) -> None:
        """Tell every replica that Telegram said 429: no bulk before the deadline."""
        async with self._database.transaction() as tx:
            await halt_until(tx, SCHEDULE, timedelta(seconds=seconds))

    async def is_halted(self, tx: Transaction) -> bool:
        """Whether Telegram told any replica to wait, a moment ago perhaps: each claim asks."""
        return await seconds_halted(tx, SCHEDULE) > 0

    async def may_send_bulk(self, tx: Transaction) -> bool:
        """Whether the campaign lane is this process's at this moment, and nobody was told to wait."""
        return await may_send_bulk(tx, SCHEDULE, self.holder)

    async def tidy(self) -> None:
        """Forget replicas that are long gone."""
        async with self._database.transaction() as tx:
            await forget_leases(tx, REPLICA, FORGOTTEN_AFTER)

    async def resign(self) -> None:
        """Let go of both leases at once, so that another replica need not wait."""
        self.is_leader = False
        async with self._database.transaction() as tx:
            await release_lease(tx, SCHEDULE, self.holder)
            await release_lease(tx, REPLICA + self.holder, self.holder)
