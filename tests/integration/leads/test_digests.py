"""The digest: one message a day at the volunteer's own hour, and none where there is nothing to say."""

from datetime import timedelta

from bot.digests import DIGEST, plan_digest
from bot.leads.outcomes import record_outcome
from storage.models.volunteers import Volunteer
from storage.volunteers import change_volunteer, find_volunteer
from tests.integration.house_stage import BUDI, Stage
from tests.integration.leads.field import (
    brought_to,
    delivered,
    desk_of,
    joins_field,
    lead_comes,
    lead_now,
    passes,
)

DAY = timedelta(days=1)
HOURS = timedelta(hours=1)
COUNT = f"SELECT count(*) FROM message WHERE kind = '{DIGEST}'"


async def planned(stage: Stage, volunteer: Volunteer) -> None:
    async with stage.house.database.transaction() as tx:
        await plan_digest(tx, stage.house.service, volunteer, stage.house.service.clock.now())


async def test_three_leads_make_one_digest(stage: Stage) -> None:
    """The stage begins at 10.00; at 18.30 Pak Budi hears once of everything that waits."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await planned(stage, budi)
    for _ in range(3):
        await lead_comes(stage)
    await passes(stage, 8 * HOURS)
    assert await stage.value(COUNT) == 0
    await passes(stage, HOURS)
    await delivered(stage)
    assert await stage.value(COUNT) == 1
    assert stage.last(BUDI).startswith("Selamat malam, Pak Budi. Ada 3 tetangga menunggu: 3 baru")
    await stage.presses(BUDI, "▶️ Mulai satu")
    assert "Sari Wulandari" in stage.last(BUDI)


async def test_nothing_to_do_makes_no_digest(stage: Stage) -> None:
    """Silence is kinder than "0 tasks"; the next evening is planned all the same."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await planned(stage, budi)
    await passes(stage, 9 * HOURS)
    assert await stage.value(COUNT) == 0
    assert await stage.value("SELECT count(*) FROM timer WHERE kind = 'digest'") == 1


async def test_after_downtime_a_digest_is_skipped_not_bunched(stage: Stage) -> None:
    """A week away makes no seven digests: the late one is skipped, the next one comes at its hour."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await planned(stage, budi)
    await lead_comes(stage)
    await passes(stage, 5 * DAY)
    assert await stage.value(COUNT) == 0
    await passes(stage, 9 * HOURS)
    assert await stage.value(COUNT) == 1


async def test_who_is_on_leave_hears_nothing(stage: Stage) -> None:
    """Leave means leave."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await planned(stage, budi)
    await lead_comes(stage)
    async with stage.house.database.transaction() as tx:
        card = await find_volunteer(tx, budi.id)
        assert card is not None
        until = stage.house.service.today() + 7 * DAY
        assert await change_volunteer(tx, card.volunteer, leave_until=until)
    await passes(stage, 9 * HOURS)
    assert await stage.value(COUNT) == 0


async def test_the_digest_counts_what_waits_and_says_thanks(stage: Stage) -> None:
    """Three are overdue, two to be met by tomorrow, four new; six have paid with Pak Budi's help."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await planned(stage, budi)
    now = stage.house.service.clock.now()
    for _ in range(6):
        paid = await brought_to(stage, budi, "paid")
        async with stage.house.database.transaction() as tx:
            await record_outcome(desk_of(tx, stage, budi), await lead_now(stage, paid), "confirmed")
    for hours in (2, 3, 4, 10, 30, 80):  # the last one is met on a later day
        await brought_to(stage, budi, "appointment", now + hours * HOURS)
    for _ in range(4):
        await lead_comes(stage)
    await passes(stage, 8.5 * HOURS)
    await delivered(stage)
    assert stage.last(BUDI) == (
        "Selamat malam, Pak Budi. Ada 10 tetangga menunggu: 3 terlambat, 2 janji sampai besok, 4 baru,"
        " 1 terjadwal. Mulai dari satu saja dulu.\n\n"
        "Terima kasih, 6 tetangga sudah terlindungi lewat bantuan Bapak/Ibu."
    )


async def test_the_digests_buttons(stage: Stage) -> None:
    """All of them, not today, or leave: each a tap, and "besok saja" changes nothing and nags nobody."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await planned(stage, budi)
    lead = await lead_comes(stage)
    await passes(stage, 9 * HOURS)
    await delivered(stage)
    for label, said in (
        ("Lihat semua", "Sari Wulandari"),
        ("Besok saja", "Selamat istirahat"),
        ("🌴 Cuti", "cuti"),
    ):
        await stage.presses(BUDI, label)
        assert said in str(stage.messages(BUDI)[-1])
    assert (await lead_now(stage, lead)).lead.version == lead.version
    assert await stage.value(COUNT) == 1
