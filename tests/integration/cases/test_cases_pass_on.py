"""While somebody's case is open, what they say reaches whoever takes it up."""

from tests.integration.house_stage import RINA, SARI, Stage
from tests.integration.outbox.sending import owner_arrives

UJANG = 1011


async def delivered(stage: Stage) -> None:
    while await stage.house.outbox.drain():
        pass


async def asks(stage: Stage, command: str = "/bantuan") -> None:
    """Bu Rina is there, and Sari asks for a person."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", command)
    await delivered(stage)


async def test_free_text_reaches_staff_while_a_case_is_open(stage: Stage) -> None:
    """Sari just writes; nobody presses Balas in a chat."""
    await asks(stage)
    await stage.says(SARI, "Suami saya kecelakaan waktu narik, rawat inap di mana?")
    assert "Sudah kami teruskan" in stage.last(SARI)
    await delivered(stage)
    assert "rawat inap di mana" in stage.last(RINA)


async def test_a_photo_reaches_staff_while_a_case_is_open(stage: Stage) -> None:
    """The receipt of the hospital, as it was sent."""
    await asks(stage, "/musibah")
    photo = {"photo": True}
    assert (await stage.receives(stage.sent(SARI, **photo))).status == 200
    await delivered(stage)
    newest = stage.messages(RINA)[-1]
    assert newest.get("photo")


async def test_without_a_case_nothing_is_passed_on(stage: Stage) -> None:
    """Free text is answered as before, and staff hear nothing."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", "halo apa kabar semuanya")
    await delivered(stage)
    assert "belum paham" in stage.last(SARI)
    assert "apa kabar" not in "".join(stage.shown(RINA))


async def test_a_question_of_the_form_has_its_answer(stage: Stage) -> None:
    """With a case open and a question on the screen, what is typed answers the question."""
    await asks(stage)
    await stage.says(SARI, "/daftar", "nelayan")
    assert "Langkah 2 dari 8" in stage.last(SARI)
    await stage.says(SARI, "entah ya bagaimana ini")
    await delivered(stage)
    assert "bagaimana ini" not in "".join(stage.shown(RINA))


async def test_closing_is_told_and_can_be_taken_back(stage: Stage) -> None:
    """Sari hears that her request is done, and asks again with one tap."""
    await asks(stage)
    await stage.presses(RINA, "Buka")
    await stage.presses(RINA, "✅ Selesai")
    await delivered(stage)
    assert "sudah selesai" in stage.last(SARI)
    await stage.presses(SARI, "Masih butuh bantuan")
    await delivered(stage)
    assert await stage.value("SELECT count(*) FROM support_case WHERE state = 'open'") == 1
    assert await stage.count("support_case") == 2


async def test_misfortune_comes_first(stage: Stage) -> None:
    """However long others have waited."""
    await owner_arrives(stage)
    await stage.says(UJANG, "/start", "/bantuan")
    await stage.says(SARI, "/start", "/musibah")
    await stage.says(RINA, "/kasus")
    rows = stage.messages(RINA)[-1]["inline_keyboard"]
    assert "🚨" in rows[0][0]["text"]
