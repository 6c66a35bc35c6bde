"""The territory of an invitation: typed, or picked from the regency down to the RT."""

import pytest

from storage.volunteers import Territory
from tests.integration.house_stage import BUDI, RINA, Stage
from tests.integration.leads.field import VILLAGE, delivered, joins_field, lead_comes
from tests.integration.outbox.sending import owner_arrives

MADE = "SELECT area_code || '/' || rw || '/' || rt FROM invitation"


async def picks(stage: Stage, *labels: str, role: str = "Relawan RT/RW") -> None:
    """Bu Rina invites somebody, and taps her way to the place."""
    await owner_arrives(stage)
    await stage.says(RINA, "/undang")
    for label in (role, *labels):
        await stage.presses(RINA, label)


async def pages_to(stage: Stage, label: str) -> None:
    """Page by page to an area, which is tapped."""
    while label not in stage.labels(RINA):
        await stage.presses(RINA, "Berikutnya ▶️")
    await stage.presses(RINA, label)


async def makes(stage: Stage) -> str:
    """The territory of the invitation that she makes now."""
    await stage.presses(RINA, "✅ Buat undangan")
    await delivered(stage)
    return str(await stage.value(MADE))


async def test_a_rt_is_picked_without_typing(stage: Stage) -> None:
    """Regency, district, village, eight a page; then the numbers that are known there."""
    await joins_field(stage, BUDI, "Pak Budi")
    await lead_comes(stage, rw="007", rt="001")
    await picks(stage, "Kabupaten Serang")
    assert len([label for label in stage.labels(RINA) if label in district_names(stage)]) == 8
    village = stage.house.service.places.village(VILLAGE).name
    await pages_to(stage, "Pontang")
    await pages_to(stage, village)
    assert [label for label in stage.labels(RINA) if label.startswith("RW")] == ["RW 005", "RW 007"]
    await stage.presses(RINA, "RW 005")
    assert [label for label in stage.labels(RINA) if label.startswith("RT")] == ["RT 003"]
    await stage.presses(RINA, "RT 003")
    assert f"RT 003 RW 005, Desa {village}" in stage.last(RINA)
    assert await makes(stage) == f"{VILLAGE}/005/003"


def district_names(stage: Stage) -> set[str]:
    return {district.name for district in stage.house.service.places.districts("36.04")}


@pytest.mark.parametrize(
    ("said", "made"),
    [
        (("4", "12"), "004/012"),
        (("rt 12 rw 4",), "004/012"),
        (("rw 4", "rt 12"), "004/012"),
        (("rt 12", "4", "12"), "004/012"),
        (("rt 2 rw 1 desa pontang kecamatan pontang",), "001/002"),
    ],
)
async def test_numbers_nobody_knows_yet_are_typed(stage: Stage, said: tuple[str, ...], made: str) -> None:
    """A number alone is the one that is asked for, the RW first; both at once, or another place, will do."""
    await picks(stage)
    await stage.says(RINA, "desa pontang kecamatan pontang", *said)
    assert (await makes(stage)).partition("/")[2] == made


@pytest.mark.parametrize(("labels", "made"), [((), "/"), (("RW 005",), "005/")])
async def test_all_of_a_village_or_rw_is_one_tap(stage: Stage, labels: tuple[str, ...], made: str) -> None:
    """Nobody has to know an RT."""
    await joins_field(stage, BUDI, "Pak Budi", where=Territory("36.04.12.2001", "005", "003"))
    await picks(stage)
    await stage.says(RINA, f"desa {stage.house.service.places.village(VILLAGE).name} kecamatan pontang")
    for label in labels:
        await stage.presses(RINA, label)
    await stage.presses(RINA, next(label for label in stage.labels(RINA) if label.startswith("Seluruh")))
    assert (await makes(stage)).partition("/")[2] == made


async def test_a_coordinator_gets_a_district_by_taps_and_no_streets(stage: Stage) -> None:
    """The steps back lead to where one came from."""
    await picks(stage, "Kabupaten Serang", "⬅️ Kembali", "Kabupaten Serang", role="Koordinator")
    await pages_to(stage, "Pontang")
    await stage.presses(RINA, "Seluruh Pontang")
    assert await makes(stage) == "36.04.12//"
