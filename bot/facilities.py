"""What the city gives to members only, and that somebody registers for it: their reason is remembered."""

from bot.errors import NotFound
from bot.programme.facts import FactsOnDay
from bot.telling import named
from bot.visits import Visit
from bot.wording import Wording
from storage.contacts import note_source
from storage.models.sources import Source, SourceKind
from storage.sources import add_source

FACILITIES = "facilities.serang_city"


def list_facilities(today: FactsOnDay) -> tuple[str, ...]:
    """The text ids of what is tied to membership, as it is today."""
    return today.texts(FACILITIES) if today.has(FACILITIES) else ()


async def note_reason(visit: Visit, facility: str) -> None:
    """Remember what somebody registers for, as a source of theirs; NotFound for what is tied to nothing.

    The source is made when it is first needed: then leads can be counted by it, and a poster printed.
    """
    if facility not in list_facilities(visit.service.facts_today):
        raise NotFound("no such facility")
    label = named(Wording(visit.service.texts, "id"), facility)
    source = Source(code=source_code(facility), label=label, kind=SourceKind.AGENCY, created_at=visit.now)
    await add_source(visit.tx, source)
    await note_source(visit.tx, visit.contact, source.code)


def source_code(facility: str) -> str:
    return f"for-{facility.replace('_', '-')}"
