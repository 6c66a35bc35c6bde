"""What the worker says of being called: written down once, and never over what happened meanwhile."""

from datetime import timedelta

import pytest

from bot.desk import Desk
from bot.errors import Stale
from bot.leads.complaints import note_contacted
from bot.leads.taking import take_lead
from storage.lead_events import count_events
from storage.models.leads import LeadEventKind
from tests.integration.house_stage import BUDI, Stage
from tests.integration.leads.field import joins_field, lead_comes, lead_now


async def test_what_changed_meanwhile_is_not_written_over(stage: Stage) -> None:
    """Pak Budi takes Sari just as she says that she was called: her word is Stale, and leaves nothing."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    seen = await lead_now(stage, lead)
    async with stage.house.database.transaction() as tx:
        await take_lead(Desk(tx, stage.house.service, stage.house.service.clock.now(), budi.contact_id), seen)
    with pytest.raises(Stale):
        async with stage.house.database.transaction() as tx:
            await note_contacted(Desk(tx, stage.house.service, stage.house.service.clock.now()), seen)
    assert (await lead_now(stage, lead)).lead.contacted_at is None
    async with stage.house.database.transaction() as tx:
        assert await count_events(tx, lead.id, LeadEventKind.CONTACT_CONFIRMED) == 0


async def test_the_first_word_of_a_contact_counts(stage: Stage) -> None:
    """Said twice it stands in the history twice, with the hour of the first time on the lead."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    first = stage.house.service.clock.now()
    for _ in range(2):
        async with stage.house.database.transaction() as tx:
            desk = Desk(tx, stage.house.service, stage.house.service.clock.now(), budi.contact_id)
            await note_contacted(desk, await lead_now(stage, lead))
        assert (await lead_now(stage, lead)).lead.contacted_at == first
        stage.house.service.clock.move(timedelta(hours=1))
    async with stage.house.database.transaction() as tx:
        assert await count_events(tx, lead.id, LeadEventKind.CONTACT_CONFIRMED) == 2
