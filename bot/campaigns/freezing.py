"""An audience frozen at approval: one row a person, made in pieces that keep nobody waiting."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import structlog

from bot.campaigns.audience import rule_for, terms_for
from bot.campaigns.moves import revise
from bot.campaigns.windows import branch_zones
from bot.errors import Stale
from bot.service import Service
from storage.audiences import (
    AudienceCount,
    Terms,
    count_audience,
    count_recipients,
    end_of_piece,
    freeze_some,
)
from storage.campaign_events import add_campaign_event
from storage.campaigns import find_campaign
from storage.database import Database, Transaction
from storage.models.campaigns import Campaign, CampaignState
from storage.segments import SegmentRule

log = structlog.get_logger(__name__)

Piece = tuple[UUID | None, UUID | None]
"""The contacts after one, up to another; None: from the first, to the last."""
Some = Callable[[Transaction, Piece], Awaitable[None]]

FROZEN = "frozen"
FREEZABLE = (CampaignState.APPROVED, CampaignState.SCHEDULED)
AT_ONCE = 5_000  # contacts in the first transaction; the next ones as many as its time allows (decision 38)
FEWEST, MOST = 1_000, 25_000  # more would not fit in SQLite's cache, and be written twice
HOLDS_SECONDS = 0.4  # that a piece may keep others from the one writer
HANDS = 2  # pieces made side by side where there is more than one writer (decision 50)


async def freeze_audience(database: Database, service: Service, campaign: Campaign) -> None:
    """Make one row a recipient; may be interrupted and done again, by anybody, any number of times.

    Not in an update's transaction: it takes seconds.
    """
    now = service.clock.now()
    rule, terms, zones = rule_for(campaign), terms_for(service, now), branch_zones(service)

    async def some(tx: Transaction, piece: Piece) -> None:
        await freeze_some(tx, campaign, rule, terms, zones, now, after=piece[0], upto=piece[1])

    counting = asyncio.create_task(_count(database, rule, terms, now))
    try:
        await _freeze(database, some)
        count = await counting
    finally:
        counting.cancel()
    await _note_frozen(database, service, campaign.id, count.left_out())


async def _count(database: Database, rule: SegmentRule, terms: Terms, now: datetime) -> AudienceCount:
    """Beside the freezing: a row that only waits has reached nobody."""
    async with database.transaction(read_only=True) as tx:
        return await count_audience(tx, rule, terms, now)


@dataclass(slots=True)
class Pieces:
    """All contacts cut into pieces, each as large as the time of the last one allows."""

    database: Database
    size: int
    _after: UUID | None = None
    _is_over: bool = False
    _cutting: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def cut(self) -> Piece | None:
        """The next piece, for whoever asks first; None when there is none left."""
        async with self._cutting:
            if self._is_over:
                return None
            async with self.database.transaction(read_only=True) as tx:
                upto = await end_of_piece(tx, self._after, self.size)
            piece = (self._after, upto)
            self._after, self._is_over = upto, upto is None
            return piece


async def _freeze(database: Database, some: Some) -> None:
    """A piece a transaction, by one hand or several."""
    pieces = Pieces(database, AT_ONCE)
    hands = [asyncio.create_task(_work(pieces, some)) for _ in range(1 if database.is_sqlite else HANDS)]
    try:
        await asyncio.gather(*hands)
    finally:
        for hand in hands:
            hand.cancel()


async def _work(pieces: Pieces, some: Some) -> None:
    while (piece := await pieces.cut()) is not None:
        size, began = pieces.size, time.perf_counter()
        async with pieces.database.transaction() as tx:
            await some(tx, piece)
            held = time.perf_counter() - began
        pieces.size = next_size(size, held)


def next_size(size: int, took: float) -> int:
    """How many contacts the next piece has, the last one having taken so many seconds (pure)."""
    fitting = int(size * HOLDS_SECONDS / max(took, 0.001))
    return max(FEWEST, min(fitting, 2 * size, MOST))


async def _note_frozen(
    database: Database, service: Service, campaign_id: UUID, left_out: dict[str, int]
) -> None:
    """Frozen is frozen: the campaign may start. Nothing to note when it was cancelled meanwhile."""
    now = service.clock.now()
    async with database.transaction() as tx:
        campaign = await find_campaign(tx, campaign_id)
        if campaign is None or campaign.frozen_at is not None or campaign.state not in FREEZABLE:
            return
        audience = await count_recipients(tx, campaign_id)
        columns = {"frozen_at": now, "audience": audience, "left_out": left_out}
        try:
            await revise(tx, service, campaign, columns)
        except Stale:
            return  # the next tick comes round to it
        await add_campaign_event(tx, campaign_id, FROZEN, now, details={"audience": audience})
    log.info("an audience was frozen", campaign=campaign.number, audience=audience)
