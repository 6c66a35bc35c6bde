"""Rules that staff gave a name, to aim another campaign by; a campaign gets a copy of the rule."""

from uuid import UUID

from bot.errors import NotFound
from bot.service import Service
from storage.database import Transaction
from storage.segments import SegmentRule, add_segment, list_segments

NAMED_AT_MOST = 60


def read_segment_name(text: str) -> str | None:
    """The name in what was typed; None where it is none, or too long for a button."""
    name = " ".join(text.split())
    return name if 0 < len(name) <= NAMED_AT_MOST else None


async def save_rule(tx: Transaction, service: Service, by: UUID, rule: SegmentRule, name: str) -> bool:
    """Keep a rule under a name; False when the name is taken."""
    return await add_segment(tx, name, rule.to_json(), by, service.clock.now())


async def get_saved_rule(tx: Transaction, name: str) -> SegmentRule:
    """The rule that was kept under this name, however it was typed; NotFound with the names there are."""
    segments = {segment.name.casefold(): segment for segment in await list_segments(tx)}
    segment = segments.get(" ".join(name.split()).casefold())
    if segment is None:
        kept = ", ".join(one.name for one in segments.values()) or "none yet"
        raise NotFound(f"no saved rule is called {name}: there are {kept}")
    return SegmentRule.from_json(segment.rule)
