"""Where somebody lives, typed as wide as a regency: names stand there, and the way on to the village."""

import re

import pytest

from tests.integration.house_stage import SARI, Stage
from tests.integration.intake.script import REGISTRATION

TO_VILLAGE = REGISTRATION[:8]
CODE = re.compile(r"[0-9]{2}\.[0-9]{2}")


@pytest.mark.parametrize(
    "said",
    ["serang", "kota serang", "kabupaten serang", "cilegon", "lebak", "pandeglang", "kec cikande", "cikande"],
)
async def test_no_area_is_shown_as_its_code(stage: Stage, said: str) -> None:
    """Nobody knows the number of their regency."""
    await stage.says(SARI, "/start", *TO_VILLAGE, said)
    assert stage.labels(SARI)
    assert not [shown for shown in (stage.last(SARI), *stage.labels(SARI)) if CODE.search(shown)]


async def test_a_regency_leads_on_to_its_districts(stage: Stage) -> None:
    """It is where somebody lives, and not yet a village."""
    await stage.says(SARI, "/start", *TO_VILLAGE, "cilegon")
    await stage.presses(SARI, "Kota Cilegon (pilih kecamatannya)")
    assert "Ciwandan" in stage.labels(SARI)
    await stage.presses(SARI, "Ciwandan")
    assert "Kubangsari" in stage.labels(SARI)


async def test_two_regencies_of_one_name_are_told_apart(stage: Stage) -> None:
    """There is a kabupaten and a kota of that name."""
    await stage.says(SARI, "/start", *TO_VILLAGE, "serang")
    shown = stage.labels(SARI)
    assert "Kabupaten Serang (pilih kecamatannya)" in shown
    await stage.presses(SARI, "Kabupaten Serang (pilih kecamatannya)")
    assert "Anyar" in stage.labels(SARI)
