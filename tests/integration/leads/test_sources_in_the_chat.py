"""/poster: an officer who has no shell makes a source, a question at a time, and gets what can be hung up."""

import pytest

from bot.sources import LONGEST_CODE, clean_label, free_code
from storage.models.sources import Source
from storage.sources import find_source
from tests.integration.house_stage import RINA, SARI, Stage
from tests.integration.leads.field import VILLAGE, delivered
from tests.integration.outbox.sending import owner_arrives


async def source(stage: Stage, code: str) -> Source | None:
    async with stage.house.database.transaction(read_only=True) as tx:
        return await find_source(tx, code)


async def presses(stage: Stage, *labels: str) -> None:
    for label in labels:
        await stage.presses(RINA, label)


async def test_a_source_is_made_in_the_chat(stage: Stage) -> None:
    """Nothing is there yet: Bu Rina makes a fishers' group's, with village, work and group, and prints it."""
    await owner_arrives(stage)
    await stage.says(RINA, "/poster")
    assert "main.py" not in stage.last(RINA)
    await presses(stage, "➕ Sumber baru", "Kelompok nelayan")
    await stage.says(RINA, "Mina Bahari 🐟", "desa pontang kec pontang")
    await presses(stage, "Nelayan", "➕ Mina Bahari")
    assert "Kelompok: Mina Bahari" in stage.last(RINA)
    await stage.presses(RINA, "✅ Buat")
    assert "start=mina-bahari" in stage.last(RINA)
    made = await source(stage, "mina-bahari")
    assert made is not None
    assert (made.label, made.village_code, made.occupation) == ("Mina Bahari", VILLAGE, "fisher")
    assert made.group_id is not None
    await stage.presses(RINA, "QR")
    await delivered(stage)
    assert "start=mina-bahari" in stage.last(RINA)
    await stage.says(SARI, "/start mina-bahari", "/daftar")
    assert "Nelayan, betul?" in stage.last(SARI)


async def test_what_is_not_known_is_left_open(stage: Stage) -> None:
    """An agency's people come from anywhere, no group is asked for; the way back opens the last answer."""
    await owner_arrives(stage)
    await stage.says(RINA, "/poster")
    await presses(stage, "➕ Sumber baru", "Pasar", "⬅️ Kembali", "Dinas (mitra)")
    await stage.says(RINA, "Disnaker")
    await presses(stage, "Dari mana-mana", "⬅️ Kembali", "Dari mana-mana", "Macam-macam")
    assert "Kelompok: tidak ada" in stage.last(RINA)
    await stage.presses(RINA, "✅ Buat")
    made = await source(stage, "disnaker")
    assert made is not None
    assert (made.village_code, made.occupation, made.group_id) == (None, None, None)


async def test_a_place_that_several_have_is_chosen_from(stage: Stage) -> None:
    """Several villages may be called so: they are buttons, and what is no place is asked for again."""
    await owner_arrives(stage)
    await stage.says(RINA, "/poster")
    await presses(stage, "➕ Sumber baru", "RT/RW")
    await stage.says(RINA, "🙂", "Posko", "zzzzz", "cikande")
    assert "Desa yang mana?" in stage.last(RINA)
    await stage.presses(RINA, stage.labels(RINA)[0])
    assert "pekerjaan mereka" in stage.last(RINA)


async def test_two_of_one_name_have_two_codes(stage: Stage) -> None:
    """The second gets letters of its own; a button that is pressed again makes no third."""
    await owner_arrives(stage)
    for _one in range(2):
        await stage.says(RINA, "/poster")
        await presses(stage, "➕ Sumber baru", "Tetangga")
        await stage.says(RINA, "Bu Imas")
        await presses(stage, "Dari mana-mana", "Macam-macam")
        data = stage.button(RINA, "✅ Buat")
        await stage.presses(RINA, "✅ Buat")
        await stage.receives(stage.tapped(RINA, data))
    assert await stage.count("source") == 2
    assert await stage.value("SELECT count(*) FROM source WHERE code LIKE 'bu-imas%'") == 2


async def test_any_label_makes_a_code_that_a_link_carries(stage: Stage) -> None:
    """Long ones, such as begin like another link, such as hold nothing a link may hold."""
    async with stage.house.database.transaction(read_only=True) as tx:
        codes = [await free_code(tx, label) for label in ("Kumpul-kumpul", "Ñandú", "W" * 300, "ß-?")]
    assert codes[:2] == ["poster-kumpul-kumpul", "nandu"]
    assert all(len(code) <= LONGEST_CODE for code in codes)


@pytest.mark.parametrize(
    ("typed", "label"),
    [("Pasar Rau, blok A (lt. 2)", "Pasar Rau, blok A (lt. 2)"), ("🙂" * 300, None), ("12", None)],
)
def test_a_label_is_what_a_poster_can_print(typed: str, label: str | None) -> None:
    """Signs stay, pictures go, and a letter there must be."""
    assert clean_label(typed) == label
