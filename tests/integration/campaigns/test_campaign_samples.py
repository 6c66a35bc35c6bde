"""Seen before anybody gets it: preview and sample are the same, marked, and nobody is addressed twice."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.campaigns.fields import Recipient, fill
from playground.people import Person
from storage.models.campaigns import CampaignState
from storage.models.staff import Role
from tests.integration.campaigns.staffing import (
    APPROVER,
    OFFICER,
    OTHER,
    approves,
    campaign,
    composes,
    joins_staff,
    people_agree,
    staff_arrive,
    submits,
    told,
)
from tests.integration.house_stage import Stage
from tests.unit.campaigns.composing import TODAY, measure, service, words


async def test_preview_and_sample_are_the_same(stage: Stage) -> None:
    """Marked both, with the words of somebody whose name is not known; no form of address stands twice."""
    await staff_arrive(stage)
    await composes(stage, text="Halo Pak/Bu {nama} dari {desa}.")
    await stage.presses(OFFICER, "👁 Pratinjau")
    preview = stage.shown(OFFICER)[-2]
    await stage.presses(OFFICER, "🧪 Uji kirim")
    await stage.presses(OFFICER, f"Petugas penyetuju ···{APPROVER}")
    await told(stage)
    number = (await campaign(stage)).number
    assert (
        preview == f"Halo Bapak/Ibu dari desa setempat.\n\n🧪 Contoh siaran {number} (nama belum diketahui)"
    )
    assert stage.last(APPROVER) == preview


async def test_staff_are_chosen_by_name(stage: Stage) -> None:
    """Whoever did something before has a name; two of one name are told apart by their numbers."""
    stage.world.people.add(Person(OTHER, "Rina"))
    await staff_arrive(stage)
    await joins_staff(stage, OTHER, Role.OFFICER)
    await composes(stage)
    await stage.presses(OFFICER, "🧪 Uji kirim")
    nobody = [f"Petugas penyetuju ···{APPROVER}", f"Petugas kantor ···{OTHER}"]
    assert stage.labels(OFFICER)[:3] == ["Rina · Petugas kantor", *nobody]
    await composes(stage, "Ojek", who=OTHER)
    await stage.presses(OTHER, "🧪 Uji kirim")
    assert stage.labels(OTHER)[:3] == [f"Rina ···{OFFICER}", nobody[0], f"Rina ···{OTHER}"]


async def test_three_taps_send_one_sample_and_one_answer(stage: Stage) -> None:
    """Whoever taps again while nothing seems to happen gets the answer once, in its place."""
    await staff_arrive(stage)
    await composes(stage)
    await stage.presses(OFFICER, "🧪 Uji kirim")
    before = len(stage.shown(OFFICER))
    data = stage.button(OFFICER, f"Petugas penyetuju ···{APPROVER}")
    message_id = stage.messages(OFFICER)[-1]["message_id"]
    for _ in range(3):
        update = stage.tapped(OFFICER, data)
        update["callback_query"]["message"]["message_id"] = message_id
        await stage.receives(update)
    await told(stage)
    assert len(stage.shown(OFFICER)) == before
    assert sum("Contoh siaran" in said for said in stage.shown(APPROVER)) == 1


@pytest.mark.parametrize(
    ("html", "unknown", "known"),
    [
        ("Halo Pak/Bu {nama}!", "Halo Bapak/Ibu!", "Halo Pak/Bu Sari!"),
        ("Halo Bapak/Ibu <b>{nama}</b>", "Halo <b>Bapak/Ibu</b>", "Halo Bapak/Ibu <b>Sari</b>"),
        ("Bu {nama}, apa kabar?", "Bapak/Ibu, apa kabar?", "Bu Sari, apa kabar?"),
        ("Halo {nama}", "Halo Bapak/Ibu", "Halo Sari"),
        ("Tabu {nama}", "Tabu Bapak/Ibu", "Tabu Sari"),
    ],
)
def test_nobody_is_addressed_twice(html: str, unknown: str, known: str) -> None:
    """ "Pak/Bu Bapak/Ibu" reaches nobody; whoever has a name keeps the form that staff chose."""
    assert fill(html, words(), service(), TODAY, Recipient()) == unknown
    assert fill(html, words(), service(), TODAY, Recipient(name="Sari")) == known


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_mark_of_a_sample_fits_below_the_longest_text(language: str) -> None:
    """The room kept for the mark of one sent again is enough for it."""
    mark = words(language).label("campaigns-test-mark", number="7KD4XMW")
    for limit in (measure("id").limit(is_caption=True), measure("en").limit(is_caption=True)):
        assert limit + 2 + len(mark.encode("utf-16-le")) // 2 <= 1024


async def test_a_start_at_night_is_said_to_be_the_morning(stage: Stage) -> None:
    """Typed for 03.00, it begins at 08.00, and that is said at once."""
    await staff_arrive(stage)
    await people_agree(stage, 3)
    await composes(stage)
    await submits(stage)
    await approves(stage)
    await told(stage)
    await stage.presses(OFFICER, "Buka")
    await stage.presses(OFFICER, "🗓 Jadwalkan")
    await stage.says(OFFICER, "25/11 03.00")
    assert "Pesan hanya keluar pukul 08.00-20.00" in stage.last(OFFICER)
    assert "yang pertama Rabu, 25 November 2026, 08.00" in stage.last(OFFICER)
    found = await campaign(stage)
    assert found.starts_at == datetime(2026, 11, 25, 3, tzinfo=ZoneInfo("Asia/Jakarta"))


async def test_posters_are_of_campaigns_that_go_on(stage: Stage) -> None:
    """One that was cancelled is no longer on offer; of two with one name the numbers tell which is which."""
    await staff_arrive(stage)
    await people_agree(stage, 3)
    codes = []
    for _ in range(2):
        await composes(stage)
        await submits(stage)
        await approves(stage)
        await told(stage)
        codes.append((await campaign(stage)).source_code)
        stage.house.service.clock.move(timedelta(seconds=1))
    assert await on_offer(stage) == [f"Nelayan Pontang · {code}" for code in reversed(codes)]
    await stage.receives(stage.tapped(OFFICER, f"campaigns:show:{(await campaign(stage)).number}:-"))
    await stage.presses(OFFICER, "✖️ Batalkan")
    await stage.presses(OFFICER, "Ya, batalkan")
    assert (await campaign(stage)).state is CampaignState.CANCELLED
    assert await on_offer(stage) == [f"Nelayan Pontang · {codes[0]}"]


async def on_offer(stage: Stage) -> list[str]:
    """What /poster lists."""
    await stage.says(OFFICER, "/poster")
    labels = [button["text"] for row in stage.messages(OFFICER)[-1]["inline_keyboard"] for button in row]
    return [label for label in labels if label.startswith("Nelayan")]
