"""What somebody answers for, in words: a territory, or a group by its name."""

from uuid import UUID

from bot.addresses import territory_text
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.groups import find_group
from storage.volunteers import Territory


async def posting_text(
    tx: Transaction, service: Service, words: Wording, where: Territory, group_id: UUID | None
) -> str:
    """A group by its name, with its place where it has one; else the territory from the RT up."""
    group = await find_group(tx, group_id) if group_id else None
    if group is None:
        return territory_text(words, service.places, where)
    kind = words.label(f"groups-kind.{group.kind.value}")
    if group.village_code is None:
        return words.label("groups-anywhere", kind=kind, name=group.name)
    place = territory_text(words, service.places, Territory(group.village_code))
    return words.label("groups-at", kind=kind, name=group.name, place=place)
