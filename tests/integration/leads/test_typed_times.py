"""Hours, days of leave and appointments may be typed as people say them; nonsense is refused kindly."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from bot.leads.taking import take_lead
from storage.models.leads import LeadState
from storage.models.volunteers import Volunteer
from storage.volunteers import change_volunteer, find_volunteer
from tests.integration.house_stage import BUDI, Stage
from tests.integration.leads.field import delivered, desk_of, joins_field, lead_comes, lead_now

UJANG = 1011


async def covered(stage: Stage) -> UUID:
    """Pak Budi, who has said already that he is covered himself."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    async with stage.house.database.transaction() as tx:
        assert await change_volunteer(tx, budi, own_cover="yes")
    return budi.id


async def as_set(stage: Stage, budi: UUID) -> Volunteer:
    async with stage.house.database.transaction(read_only=True) as tx:
        found = await find_volunteer(tx, budi)
    assert found is not None
    return found.volunteer


async def test_hours_and_digest_are_typed(stage: Stage) -> None:
    """A span is the working hours, one hour the digest's; each is set at once, the digest planned anew."""
    budi = await covered(stage)
    await stage.says(BUDI, "/profil", "06.30-20.00", "jam 7 malam")
    volunteer = await as_set(stage, budi)
    assert (volunteer.works_from, volunteer.works_until, volunteer.digest_at) == ("06:30", "20:00", "19:00")
    assert "06.30-20.00" in stage.last(BUDI)
    due = await stage.value("SELECT due_at FROM timer WHERE kind = 'digest'")
    assert "12:00:00" in str(due)  # 19.00 in Serang
    await stage.says(BUDI, "setengah 7 malam")
    assert (await as_set(stage, budi)).digest_at == "18:30"


async def test_what_is_no_hour_is_refused_kindly(stage: Stage) -> None:
    """With an example of what can be read; nothing is changed."""
    budi = await covered(stage)
    before = await as_set(stage, budi)
    await stage.says(BUDI, "/profil", "jam 27")
    assert "belum terbaca" in stage.last(BUDI)
    assert (await as_set(stage, budi)).version == before.version


async def test_a_question_is_no_hour(stage: Stage) -> None:
    """What is not about time is answered like anywhere else."""
    await covered(stage)
    for asked_at in ("/profil", "/cuti"):
        await stage.says(BUDI, asked_at, "Apa itu JKK?")
        assert "belum terbaca" not in stage.last(BUDI)


async def test_leave_is_typed(stage: Stage) -> None:
    """/cuti asks until when; a day that is over is refused, one that is to come is taken."""
    budi = await covered(stage)
    await stage.says(BUDI, "/cuti")
    assert "cuti sampai kapan" in stage.last(BUDI)
    await stage.says(BUDI, "sampai 19/11/2026")
    assert "sudah lewat" in stage.last(BUDI)
    await stage.says(BUDI, "sampai 12/12")
    assert (await as_set(stage, budi)).leave_until == date(2026, 12, 12)
    assert "12 Desember 2026" in stage.last(BUDI)
    await stage.says(BUDI, "/cuti")
    await stage.presses(BUDI, "👋 Saya kembali")
    await stage.says(BUDI, "/profil", "24 Desember")
    assert (await as_set(stage, budi)).leave_until == date(2026, 12, 24)


async def test_an_appointment_is_typed(stage: Stage) -> None:
    """The day, then the hour; one that has passed is asked for again."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await stage.receives(stage.tapped(BUDI, f"followups:show:{lead.number}:-"))
    await stage.presses(BUDI, "📅 Janji bertemu")
    await stage.presses(BUDI, "📅 Tanggal lain")
    await stage.says(BUDI, "31 Februari")
    assert "belum terbaca" in stage.last(BUDI)
    await stage.says(BUDI, "hari ini", "jam 8 pagi")
    assert "belum terbaca" in stage.last(BUDI)  # it is ten already
    await stage.says(BUDI, "jam setengah 5 sore")
    assert (await lead_now(stage, lead)).lead.state is LeadState.APPOINTED
    assert "16.30" in stage.last(BUDI)


@pytest.mark.parametrize(
    ("said", "at"), [("lusa jam 10", "10.00"), ("jam 4 sore", "16.00"), ("Sabtu, jam 9 pagi", "09.00")]
)
async def test_day_and_hour_are_typed_where_the_appointment_is_asked_for(
    stage: Stage, said: str, at: str
) -> None:
    """In one message, below "kapan?", without any button; an hour alone is today's."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await stage.receives(stage.tapped(BUDI, f"followups:show:{lead.number}:-"))
    await stage.presses(BUDI, "📅 Janji bertemu")
    await stage.says(BUDI, said)
    assert (await lead_now(stage, lead)).lead.state is LeadState.APPOINTED
    assert at in stage.last(BUDI)


async def test_a_day_alone_asks_for_the_hour_and_nonsense_asks_again(stage: Stage) -> None:
    """Nothing about time is lost on the way to an answer about the programme; a question still is one."""
    await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await stage.receives(stage.tapped(BUDI, f"followups:show:{lead.number}:-"))
    await stage.presses(BUDI, "📅 Janji bertemu")
    await stage.says(BUDI, "jam 27 lusa")
    assert "belum terbaca" in stage.last(BUDI)
    await stage.says(BUDI, "besok sore")
    assert "jam berapa?" in stage.last(BUDI)
    await stage.says(BUDI, "lusa jam 7 malam")
    assert "19.00" in stage.last(BUDI)


@pytest.mark.parametrize(("days", "said"), [(0, "mendaftar hari ini"), (2, "sudah 2 hari menunggu")])
async def test_how_long_somebody_waits_is_said_as_it_is(stage: Stage, days: int, said: str) -> None:
    """Pak Budi goes on leave the evening Sari came, or two days later: Ujang reads which of the two."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    async with stage.house.database.transaction() as tx:
        await take_lead(desk_of(tx, stage, budi), await lead_now(stage, lead))
    await joins_field(stage, UJANG, "Ujang")
    stage.house.service.clock.move(timedelta(days=days, hours=8))
    await stage.says(BUDI, "/cuti")
    await stage.presses(BUDI, "🌴 Cuti 7 hari")
    await delivered(stage)
    assert said in stage.last(UJANG)


async def test_leave_is_read_behind_its_command(stage: Stage) -> None:
    """ "/cuti besok" is a leave until tomorrow, and the screen says so; nonsense is refused kindly."""
    budi = await joins_field(stage, BUDI, "Pak Budi")  # who has not said yet whether he is covered
    for nonsense in ("/cuti 99999", "/cuti 99999 hari", "/cuti kapan-kapan"):
        await stage.says(BUDI, nonsense)
        assert stage.last(BUDI).startswith("Maaf, tanggalnya belum terbaca, atau sudah lewat.")
        assert "cuti sampai kapan?" in stage.last(BUDI)
    assert (await as_set(stage, budi.id)).leave_until is None
    await stage.says(BUDI, "/cuti besok")
    assert (await as_set(stage, budi.id)).leave_until == date(2026, 11, 21)
    assert "Cuti tersimpan sampai Sabtu, 21 November 2026" in stage.last(BUDI)
    await stage.says(BUDI, "/cuti")
    await stage.presses(BUDI, "🌴 Cuti 7 hari")
    assert "Cuti tersimpan sampai Jumat, 27 November 2026" in stage.last(BUDI)


async def test_the_question_of_ones_own_cover_can_wait(stage: Stage) -> None:
    """The profile opens all the same, and asks again the next time."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(BUDI, "/profil")
    assert "sendiri sudah terlindungi" in stage.last(BUDI)
    await stage.presses(BUDI, "Nanti saja")
    assert "Pengingat harian" in stage.last(BUDI)
    await stage.says(BUDI, "19.00")
    assert "Pengingat harian: 19.00" in stage.last(BUDI)
    await stage.says(BUDI, "/profil")
    assert "sendiri sudah terlindungi" in stage.last(BUDI)
