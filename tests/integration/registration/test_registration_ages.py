"""What is typed at the age, the work and the calling time: as people say it, not as a form would."""

import pytest

from tests.integration.house_stage import SARI, Stage
from tests.integration.intake.script import REGISTRATION

TO_AGE = ("/start", *REGISTRATION[:2])
TO_WORK = ("/start", "/daftar")
TO_TIME = ("/start", *REGISTRATION[:11])


@pytest.mark.parametrize(
    "said", ["tiga puluh lima", "35 th", "35 taon", "umur 35", "umur saya tiga puluh lima tahun"]
)
async def test_an_age_in_words_is_taken(stage: Stage, said: str) -> None:
    """Nobody has to know which button it falls under."""
    await stage.says(SARI, *TO_AGE, said)
    assert "Langkah 3 dari 8" in stage.last(SARI)


@pytest.mark.parametrize("said", ["1980", "sekitar 40 tahunan", "lahir tahun 80", "40-an"])
async def test_what_is_only_near_is_confirmed(stage: Stage, said: str) -> None:
    """A year of birth says the age to within a year; another figure typed below is another age."""
    await stage.says(SARI, *TO_AGE, said)
    assert "40 - 63, betul?" in stage.last(SARI)
    await stage.says(SARI, "35 atau 36", "38")
    assert "Langkah 3 dari 8" in stage.last(SARI)
    await stage.says(SARI, *REGISTRATION[3:])
    assert "Umur: 18 - 39\n" in stage.last(SARI)


async def test_a_year_of_birth_that_ends_the_form_is_asked_about_once(stage: Stage) -> None:
    """Whoever was born in 1950 is told what follows, and then it follows."""
    await stage.says(SARI, *TO_AGE, "1950")
    assert "Kalau 64 ke atas" in stage.last(SARI)
    await stage.says(SARI, "ya")
    assert await stage.count("support_case") == 1


@pytest.mark.parametrize("said", ["2/2", "1/2", "2 2", "0/0"])
async def test_a_fraction_is_no_button(stage: Stage, said: str) -> None:
    """It is asked again."""
    await stage.says(SARI, *TO_AGE, said)
    assert "Langkah 2 dari 8" in stage.last(SARI)


@pytest.mark.parametrize(
    "said", ["35 Th", "Mbah Karto", "Bu Sari", "umur 40", "Pak Haji Mamat", "lahir 1990"]
)
async def test_an_age_or_a_name_is_no_work(stage: Stage, said: str) -> None:
    """It is asked again, and not offered; also after Lainnya."""
    await stage.says(SARI, *TO_WORK, said)
    assert "betul?" not in stage.last(SARI)
    assert "Langkah 1 dari 8" in stage.last(SARI)
    await stage.says(SARI, "lainnya", said)
    assert "Langkah 1 dari 8" in stage.last(SARI)


@pytest.mark.parametrize("said", ["abang bakso", "ibu rumah tangga", "ustadz kampung"])
async def test_work_with_a_title_is_work(stage: Stage, said: str) -> None:
    """Not everything behind "ibu" is a name."""
    await stage.says(SARI, *TO_WORK, said)
    assert f"{said.title()}, betul?" in stage.last(SARI)


@pytest.mark.parametrize("said", ["kapan aja", "kapan saja, Bu", "terserah", "bebas", "kapan aja boleh"])
async def test_any_time_is_the_first_there_is(stage: Stage, said: str) -> None:
    """Whoever leaves it to us is called in the morning, and reads so before they send it."""
    await stage.says(SARI, *TO_TIME, said)
    assert "Waktu dihubungi: Pagi" in stage.last(SARI)
