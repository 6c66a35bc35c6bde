"""What is typed at each open question: taken for what it means, and never for what it does not."""

import pytest

from bot.registration.form import OCCUPATIONS
from bot.registration.occupations import OCCUPATION_SAYINGS
from tests.integration.house_stage import SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND

TO_NAME, AFTER_NAME = REGISTRATION[:5], REGISTRATION[6:]
TO_PHONE, TO_VILLAGE, TO_RT = REGISTRATION[:6], REGISTRATION[:8], REGISTRATION[:10]
NAMES_NOTHING = ("ya", "oke", "👍", "rahasia", "-", "halo", "apa ya?", "terserah", "siapa", "...")


@pytest.mark.parametrize(
    "said", ["ya", "iya", "y", "yes", "1", "1️⃣", "satu", "👍", "oke", "betul", "iya pak", "itu aja", "sama"]
)
async def test_yes_takes_the_name_on_offer(stage: Stage, said: str) -> None:
    """Telegram's name is offered by a button, and "ya" means that."""
    await stage.says(SARI, "/start", *TO_NAME, said, *AFTER_NAME)
    assert f"Nama: {stage.person(SARI).first_name}" in stage.last(SARI)


@pytest.mark.parametrize("said", ["ya", "1", "👍", "betul"])
async def test_yes_is_no_name_where_none_is_offered(stage: Stage, said: str) -> None:
    """Somebody whose Telegram name is a row of flowers is asked again, kindly."""
    stage.person(SARI).first_name = "🌸🌸"
    await stage.says(SARI, "/start", *TO_NAME, said)
    assert "belum terbaca sebagai nama" in stage.last(SARI)


@pytest.mark.parametrize(
    "said",
    [
        *NAMES_NOTHING[3:],
        "tidak tahu",
        "gak tau",
        "tidak mau",
        "rahasia dong",
        "gak mau kasih tau",
        "tdk usah tau",
        "anonim",
        "hamba Allah",
        "buat apa?",
        "kenapa",
        "nama saya rahasia",
    ],
)
async def test_what_names_nobody_is_asked_again(stage: Stage, said: str) -> None:
    """Kindly, with an example."""
    await stage.says(SARI, "/start", *TO_NAME, said)
    assert "belum terbaca sebagai nama" in stage.last(SARI)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Bu Iyah", "Bu Iyah"),
        ("pak alim", "Pak Alim"),
        ("nama saya Sari", "Sari"),
        ("panggil saja bu sari", "Bu Sari"),
        ("Kasih", "Kasih"),
        ("Salamah", "Salamah"),
        ("Saiya", "Saiya"),
    ],
)
async def test_a_name_that_sounds_like_an_answer_is_a_name(stage: Stage, said: str, name: str) -> None:
    """A title settles it; "nama saya" is not part of it."""
    await stage.says(SARI, "/start", *TO_NAME, said, *AFTER_NAME)
    assert f"Nama: {name}\n" in stage.last(SARI)


async def test_a_name_that_may_be_a_no_is_confirmed(stage: Stage) -> None:
    """Alim is a man's name, and Sundanese for "I would rather not"."""
    await stage.says(SARI, "/start", *TO_NAME, "alim")
    assert "Alim, betul?" in stage.last(SARI)
    await stage.says(SARI, "betul", *AFTER_NAME)
    assert "Nama: Alim\n" in stage.last(SARI)


@pytest.mark.parametrize(
    ("said", "group"),
    [
        *(
            (said, "Ojek / angkutan")
            for said in ("tukang becak", "becak", "angkot", "grab", "gojek", "bentor")
        ),
        *((said, "Ojek / angkutan") for said in ("narik bentor", "sopir truk", "ojeg", "kurir paket")),
        *((said, "Nelayan") for said in ("nelayan tangkap", "cari ikan", "petambak")),
        *((said, "Pedagang pasar") for said in ("dagang sayur", "tukang sayur", "jual bakso", "bakul jamu")),
        *((said, "Buruh harian") for said in ("kuli", "serabutan", "ART", "pembantu", "tukang bangunan")),
        *(
            (said, "Buruh harian")
            for said in ("pembantu rumah tangga", "asisten rumah tangga", "kerja serabutan")
        ),
        *((said, "Petani") for said in ("buruh tani", "saya tani", "peternak")),
        *((said, "Usaha kecil") for said in ("buka warung", "bengkel motor")),
    ],
)
async def test_work_in_own_words_finds_its_group(stage: Stage, said: str, group: str) -> None:
    """The table of sayings knows it, and it is taken as a tap would be."""
    await stage.says(SARI, "/start", "/daftar", said)
    if group == "Usaha kecil":
        await stage.says(SARI, "sendiri saja")
    await stage.says(SARI, *REGISTRATION[2:])
    assert f"Pekerjaan: {group}\n" in stage.last(SARI)


async def test_work_is_understood_whatever_the_language_of_the_screen(stage: Stage) -> None:
    """Who reads English may still write "tukang becak"."""
    await stage.says(SARI, "/start", "/bahasa", "English", "/daftar", "tukang becak")
    assert "Step 2 of 8" in stage.last(SARI)


@pytest.mark.parametrize(
    "said",
    ["Tukang Cukur", "Guru Ngaji", "Ibu Rumah Tangga", "Saya Kerja Di Pabrik Sepatu", "Ojek Dan Nelayan"],
)
async def test_other_work_is_recorded_as_it_was_said(stage: Stage, said: str) -> None:
    """What is in no group is Lainnya with these words, once they are confirmed; nothing is asked twice."""
    await stage.says(SARI, "/start", "/daftar", said.lower())
    assert f"{said}, betul?" in stage.last(SARI)
    await stage.says(SARI, "ya", *REGISTRATION[2:])
    assert f"Pekerjaan: Lainnya\nJenis pekerjaan: {said}\n" in stage.last(SARI)
    await stage.says(SARI, SEND)
    assert await stage.value("SELECT occupation FROM lead") == "other"


@pytest.mark.parametrize(
    "said", [*NAMES_NOTHING, "mau tanya dulu", "tidak tahu", "bagaimana caranya", "kembli"]
)
async def test_what_is_no_work_is_not_taken_for_it(stage: Stage, said: str) -> None:
    """Greetings and questions stay what they are, and a slip in "kembali" goes back."""
    await stage.says(SARI, "/start", "/daftar", said)
    assert "betul?" not in stage.last(SARI)
    assert "Langkah 2" not in stage.last(SARI)


@pytest.mark.parametrize("said", [*NAMES_NOTHING, "lainnya", "tidak tahu", "gak tau"])
async def test_what_is_no_work_is_asked_again(stage: Stage, said: str) -> None:
    """Also after Lainnya was tapped."""
    await stage.says(SARI, "/start", "/daftar", "lainnya", said)
    assert "Langkah 1 dari 8" in stage.last(SARI)


@pytest.mark.parametrize("said", [*NAMES_NOTHING, "1", "lupa"])
async def test_what_is_no_phone_is_asked_again(stage: Stage, said: str) -> None:
    """The number is not guessed."""
    await stage.says(SARI, "/start", *TO_PHONE, said)
    assert "Contoh: 0812 3456 7890" in stage.last(SARI)


@pytest.mark.parametrize("said", [*NAMES_NOTHING, "betul", "sama", "tidak tahu", "disini"])
async def test_what_is_no_village_offers_none(stage: Stage, said: str) -> None:
    """The word betul is nearly Sentul, but is no place somebody lives."""
    await stage.says(SARI, "/start", *TO_VILLAGE, said)
    assert "Contoh: Pontang" in stage.last(SARI)


@pytest.mark.parametrize("said", [*NAMES_NOTHING, "disini", "sama"])
async def test_what_is_no_kampung_is_asked_again(stage: Stage, said: str) -> None:
    """No Kampung Rahasia."""
    await stage.says(SARI, "/start", *TO_RT, said)
    assert "Contoh: RT 3 RW 5" in stage.last(SARI)


@pytest.mark.parametrize("said", ["tidak tahu", "gak tau", "bingung", "lupa pak", "🤷"])
async def test_not_knowing_the_rt_is_an_answer(stage: Stage, said: str) -> None:
    """However it is said, as the button below."""
    await stage.says(SARI, "/start", *TO_RT, said)
    assert "Langkah 8 dari 8" in stage.last(SARI)


def test_every_saying_is_of_one_group() -> None:
    """The table is about the form's own groups, and no saying stands in two of them."""
    assert OCCUPATION_SAYINGS.keys() < set(OCCUPATIONS)
    sayings = [saying for group in OCCUPATION_SAYINGS.values() for saying in group]
    assert len(sayings) == len(set(sayings))
