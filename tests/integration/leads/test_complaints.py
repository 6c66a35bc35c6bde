"""What the worker says of being called: written down once, and never over what happened meanwhile."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.desk import Desk
from bot.errors import Stale
from bot.leads.complaints import note_contacted
from bot.leads.outcomes import record_outcome
from bot.leads.taking import take_lead
from storage.contacts import find_by_telegram_id
from storage.lead_events import count_events
from storage.leads import list_leads
from storage.models.leads import Lead, LeadEventKind
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.volunteers import Territory, find_volunteer
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import (
    VILLAGE,
    delivered,
    desk_of,
    joins_field,
    lead_comes,
    lead_now,
    passes,
)
from tests.integration.outbox.sending import owner_arrives
from tests.integration.privacy.test_privacy_in_the_field import THROUGH_RT

UJANG, IMAS = 1011, 1012
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


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


async def sari_is_taken(stage: Stage) -> tuple[Volunteer, Lead]:
    """Pak Budi has taken Sari; Ujang helps in his streets, and Bu Imas coordinates the village."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE, "005"))
    await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    await stage.says(SARI, "/start")
    async with stage.house.database.transaction(read_only=True) as tx:
        sari = await find_by_telegram_id(tx, SARI)
    assert sari is not None
    lead = await lead_comes(stage, sari.id)
    async with stage.house.database.transaction() as tx:
        lead = await take_lead(desk_of(tx, stage, budi), await lead_now(stage, lead))
    return budi, lead


async def is_asked_after_three_days(stage: Stage) -> None:
    """Sari, and not a minute sooner."""
    await passes(stage, 3 * DAY - MINUTE)
    await delivered(stage)
    assert "sudah menghubungi" not in stage.last(SARI)
    await passes(stage, MINUTE)
    await delivered(stage)
    assert stage.last(SARI) == "Apakah relawan kami sudah menghubungi Bapak/Ibu?"


async def test_after_three_days_the_worker_is_asked_and_a_no_goes_up(stage: Stage) -> None:
    """Not a minute sooner; "belum dihubungi" gives the lead to the coordinator, who is asked at once."""
    _budi, lead = await sari_is_taken(stage)
    await is_asked_after_three_days(stage)
    await stage.presses(SARI, "Belum dihubungi")
    assert "Sudah kami sampaikan ke atasannya" in stage.last(SARI)
    await delivered(stage)
    assert "Sari Wulandari" in stage.last(IMAS)
    card = await lead_now(stage, lead)
    async with stage.house.database.transaction(read_only=True) as tx:
        owner = await find_volunteer(tx, card.lead.owner_id) if card.lead.owner_id else None
        assert await count_events(tx, lead.id, LeadEventKind.COMPLAINED) == 1
    assert owner is not None
    assert owner.name == "Bu Imas"
    await stage.presses(SARI, "Belum dihubungi")
    async with stage.house.database.transaction(read_only=True) as tx:
        assert await count_events(tx, lead.id, LeadEventKind.COMPLAINED) == 1  # of two taps


async def test_whoever_was_called_is_not_asked(stage: Stage) -> None:
    """Pak Budi has written down what came of it: nobody asks Sari."""
    budi, lead = await sari_is_taken(stage)
    async with stage.house.database.transaction() as tx:
        await record_outcome(desk_of(tx, stage, budi), await lead_now(stage, lead), "interested")
    await passes(stage, 3 * DAY)
    await delivered(stage)
    assert await stage.value("SELECT count(*) FROM message WHERE kind = 'lead-contacted?'") == 0


async def test_the_branch_hears_that_it_is_a_complaint(stage: Stage) -> None:
    """After seven days Sari says no: Bu Rina reads whose complaint it is, for how long, and has it today."""
    await owner_arrives(stage)
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(SARI, "/start", *THROUGH_RT, SEND)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await passes(stage, 3 * DAY)
    await delivered(stage)
    stage.house.service.clock.move(3 * DAY)  # Thursday, ten in the morning
    await stage.presses(SARI, "Belum dihubungi")
    await delivered(stage)
    said = stage.last(RINA)
    assert "Keluhan" in said
    assert "6 hari belum dihubungi" in said
    assert "Sari Wulandari" in said
    assert "Minat baru" not in said
    due = await stage.value("SELECT due_at FROM follow_up WHERE state = 'ready'")
    assert str(due).startswith("2026-11-26 09:00")  # four in the afternoon of the same day
    await stage.presses(RINA, "Buka")
    assert "Status" in stage.last(RINA)


async def test_so_does_the_coordinator(stage: Stage) -> None:
    """What Bu Imas is asked begins with it; it is due today, too."""
    await sari_is_taken(stage)
    await passes(stage, 3 * DAY)
    await delivered(stage)
    await stage.presses(SARI, "Belum dihubungi")
    await delivered(stage)
    assert stage.last(IMAS).startswith(
        "⚠️ Beliau bilang sudah 3 hari belum dihubungi. Mohon dihubungi hari ini."
    )
    due = await stage.value("SELECT due_at FROM follow_up WHERE state = 'ready'")
    assert str(due).startswith("2026-11-23 09:00")


async def sari_waits(stage: Stage, *answers: str) -> None:
    """She has registered, and nobody ever taps Terima."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", *answers, SEND)
    await delivered(stage)


async def test_where_nobody_takes_it_the_worker_is_asked_all_the_same(stage: Stage) -> None:
    """Three days after the receipt promised a call; her no goes to Bu Imas, who coordinates."""
    await joins_field(stage, BUDI, "Pak Budi")
    await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    await sari_waits(stage, *THROUGH_RT)
    await is_asked_after_three_days(stage)
    await stage.presses(SARI, "Belum dihubungi")
    await delivered(stage)
    assert "Beliau bilang sudah 3 hari belum dihubungi" in stage.last(IMAS)
    assert await stage.value("SELECT count(*) FROM lead_event WHERE kind = 'complained'") == 1


async def test_so_is_who_waits_for_the_office(stage: Stage) -> None:
    """ "Petugas kantor saja": her no is a complaint at the branch, and stays there."""
    await sari_waits(stage, *REGISTRATION)
    await passes(stage, 3 * DAY)
    await delivered(stage)
    assert stage.last(SARI) == "Apakah petugas kami sudah menghubungi Bapak/Ibu?"
    await stage.presses(SARI, "Belum dihubungi")
    assert "sampaikan ke petugas kantor" in stage.last(SARI)
    await delivered(stage)
    assert "Keluhan" in stage.last(RINA)
    assert await stage.value("SELECT count(*) FROM lead WHERE owner_id IS NULL") == 1


async def test_whoever_takes_it_gets_three_days_of_their_own(stage: Stage) -> None:
    """One timer: with Terima on the second day Sari is asked on the fifth, and once."""
    await joins_field(stage, BUDI, "Pak Budi")
    await sari_waits(stage, *THROUGH_RT)
    await passes(stage, 2 * DAY)
    await stage.presses(BUDI, "✅ Terima")
    assert await stage.value("SELECT count(*) FROM timer WHERE kind = 'contacted?'") == 1
    await passes(stage, DAY)
    assert await stage.value("SELECT count(*) FROM message WHERE kind = 'lead-contacted?'") == 0
    await passes(stage, 2 * DAY)
    assert await stage.value("SELECT count(*) FROM message WHERE kind = 'lead-contacted?'") == 1


async def test_nobody_is_asked_at_night(stage: Stage) -> None:
    """Sari registers at eleven in the evening; three days later she is asked at eight the next morning."""
    stage.house.service.clock.move(timedelta(hours=13))
    await sari_waits(stage, *REGISTRATION)
    due = await stage.value("SELECT due_at FROM timer WHERE kind = 'contacted?'")
    assert str(due).startswith("2026-11-24 01:00")


async def test_status_offers_it_after_three_days_and_not_before(stage: Stage) -> None:
    """Nobody has called: /status has the button until she has said so, by a tap or in words."""
    await sari_waits(stage, *REGISTRATION)
    await passes(stage, 3 * DAY - MINUTE)
    await stage.says(SARI, "/status")
    assert "Belum dihubungi" not in stage.labels(SARI)
    await passes(stage, MINUTE)
    await stage.says(SARI, "/status")
    assert "Belum dihubungi" in stage.labels(SARI)
    await stage.says(SARI, "belum")
    assert "sampaikan ke petugas kantor" in stage.last(SARI)
    assert await stage.value("SELECT count(*) FROM lead_event WHERE kind = 'complained'") == 1
    await stage.says(SARI, "/status")
    assert "Belum dihubungi" not in stage.labels(SARI)


async def test_status_offers_nothing_to_whoever_was_called(stage: Stage) -> None:
    """Pak Budi has spoken with her; a week later there is no such button."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await sari_waits(stage, *THROUGH_RT)
    async with stage.house.database.transaction() as tx:
        (card,) = await list_leads(tx, limit=1)
        taken = await take_lead(desk_of(tx, stage, budi), card)
        await record_outcome(desk_of(tx, stage, budi), replace(card, lead=taken), "interested")
    await passes(stage, 7 * DAY)
    await stage.says(SARI, "/status")
    assert "Pak Budi, relawan di lingkungan" in stage.last(SARI)
    assert "Belum dihubungi" not in stage.labels(SARI)
