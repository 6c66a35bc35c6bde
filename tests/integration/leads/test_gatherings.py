"""Group nights: a QR, a count that is edited, many in a row, and one sheet after."""

from datetime import timedelta

import pytest

from playground.shapes import Json
from storage.models.staff import Role
from storage.volunteers import Territory
from tests.integration.house_stage import BUDI, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import VILLAGE, delivered, joins_field, newest_sheet

UJANG = 1011
TYPED = ("petani", "18 - 39", "belum", "lewat RT/RW")
LATER = timedelta(seconds=10)


async def kumpul(stage: Stage) -> str:
    """Pak Budi opens an evening of his RT; the payload of its QR."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(BUDI, "/kumpul")
    await stage.presses(
        BUDI, next(label for label in labels(stage, BUDI) if label.startswith("RT 003 RW 005"))
    )
    await counted(stage)
    link = next(said for said in stage.shown(BUDI) if "start=kumpul-" in said)
    return link.rpartition("start=")[2].split()[0]


def labels(stage: Stage, who: int) -> list[str]:
    last = [m for m in stage.messages(who) if m["from"] == "bot"][-1]
    return [button["text"] for row in last["inline_keyboard"] or [] for button in row]


async def counted(stage: Stage) -> None:
    """Some seconds pass, and the count is brought up to date."""
    stage.house.service.clock.move(LATER)
    await delivered(stage)


def counts(stage: Stage) -> list[Json]:
    return [m for m in stage.messages(BUDI) if m["from"] == "bot" and "Pukul" in m["text"]]


async def types_in(stage: Stage, name: str, phone: str) -> None:
    """The form as Pak Budi fills it in: the village is known and confirmed."""
    await stage.says(BUDI, *TYPED, name, phone, "saya sendiri", "Betul")
    await stage.says(BUDI, "rt 03 rw 05", "pagi", SEND)


async def test_many_are_registered_in_a_row_and_counted_in_one_message(stage: Stage) -> None:
    """After each one the first question stands there again; the count is edited, never repeated."""
    await kumpul(stage)
    assert "terdaftar: 0" in counts(stage)[0]["text"]
    await stage.presses(BUDI, "➕ Daftarkan orang") if "➕ Daftarkan orang" in labels(stage, BUDI) else None
    await stage.says(BUDI, "/daftarkan")
    for name, phone in (("Sari Wulandari", "081234567801"), ("Tarjo Wirya", "081234567802")):
        await types_in(stage, name, phone)
        assert "Langkah 1 dari 8" in stage.last(BUDI)
        assert "Dua katanya" in stage.shown(BUDI)[-2]
    await counted(stage)
    (count,) = counts(stage)
    assert "terdaftar: 2 (dicatatkan: 2)" in count["text"]
    assert await stage.value("SELECT count(*) FROM lead WHERE gathering_id IS NOT NULL") == 2


async def test_who_scans_the_code_is_counted_too(stage: Stage) -> None:
    """Sari has Telegram: she registers herself, and the count is one up."""
    code = await kumpul(stage)
    script = tuple("lewat RT/RW" if said == "kantor" else said for said in REGISTRATION)
    await stage.says(SARI, f"/start {code}", *script[:8], "Betul", *script[10:], SEND)
    await counted(stage)
    assert "terdaftar: 1 (dicatatkan: 0)" in counts(stage)[0]["text"]
    assert await stage.value("SELECT first_source FROM lead") == code


async def test_one_sheet_of_them_comes_after(stage: Stage) -> None:
    """With the phone of whom Pak Budi has taken on; who chose the office alone is not on it."""
    code = await kumpul(stage)
    await stage.says(BUDI, "/daftarkan")
    await types_in(stage, "Tarjo Wirya", "081234567802")
    await stage.says(SARI, f"/start {code}", *REGISTRATION[:8], "Betul", *REGISTRATION[10:], SEND)
    await stage.says(BUDI, "/kumpul")
    await stage.presses(BUDI, "🏁 Selesai, kirim daftarnya")
    await counted(stage)
    assert "2 tetangga terdaftar" in "".join(stage.shown(BUDI))
    rows = newest_sheet(stage, BUDI)
    assert [row[1] for row in rows] == ["Nama", "Tarjo Wirya"]
    assert rows[1][2] == "0812-3456-7802"
    assert await stage.value("SELECT count(*) FROM lead_event WHERE kind = 'exported'") == 1
    await stage.says(BUDI, "/kumpul")
    assert "Kumpul di mana" in stage.last(BUDI)


@pytest.mark.parametrize(
    ("role", "where", "opens"),
    [
        (Role.VOLUNTEER, Territory(VILLAGE, "005", "004"), False),
        (Role.VOLUNTEER, Territory(VILLAGE, "005"), True),
        (Role.COORDINATOR, Territory("36.04.12"), True),
        (Role.COORDINATOR, Territory("36.73"), False),
    ],
)
async def test_only_whoever_answers_for_the_place_opens_one(
    stage: Stage, role: Role, where: Territory, opens: bool
) -> None:
    """A typed place that is somebody else's is refused, and nothing is opened."""
    await joins_field(stage, UJANG, "Ujang", role, where)
    await stage.says(UJANG, "/kumpul", "rt 03 rw 05 desa pontang kecamatan pontang")
    assert await stage.count("gathering") == int(opens)
    assert await stage.count("quarantine") == 0
    assert ("bukan wilayah" in stage.last(UJANG)) is not opens


async def test_an_evening_is_over_by_the_next_morning(stage: Stage) -> None:
    """Nobody closed it: who is registered later does not belong to it."""
    await kumpul(stage)
    stage.house.service.clock.move(timedelta(hours=13))
    await stage.says(BUDI, "/kumpul")
    assert "Kumpul di mana" in stage.last(BUDI)
