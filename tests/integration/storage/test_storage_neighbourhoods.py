"""Which RW and RT of a village are known."""

from dataclasses import replace

from storage.database import Database
from storage.leads import add_lead
from storage.models.staff import Role
from storage.neighbourhoods import list_neighbourhoods
from storage.types import new_number
from storage.volunteers import Territory, add_volunteer, post
from tests.integration.storage.rows import NOW, SARIS_LEAD

VILLAGE = SARIS_LEAD.village_code


async def test_what_is_known_comes_from_leads_and_volunteers(database: Database) -> None:
    """Each once and in order; of no other village, and nothing without a RW."""
    async with database.transaction() as tx:
        for number, (rw, rt) in enumerate((("005", "003"), ("005", "003"), (None, "009"), ("002", None))):
            new = replace(SARIS_LEAD, phone=f"+62812000000{number}", rw=rw, rt=rt)
            assert await add_lead(tx, new, new_number(), NOW)
        budi = await add_volunteer(tx, Role.VOLUNTEER, "Pak Budi", NOW)
        await post(tx, budi.id, NOW, territory=Territory(VILLAGE, "007", "001"))
        await post(tx, budi.id, NOW, territory=Territory(VILLAGE))
        assert await list_neighbourhoods(tx, VILLAGE) == [("002", ""), ("005", "003"), ("007", "001")]
        assert await list_neighbourhoods(tx, "36.04.12.2001") == []
