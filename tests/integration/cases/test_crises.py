"""Whoever writes of harming themselves is answered gently, and a person is told at once."""

from datetime import timedelta

import pytest

from storage.models.cases import CaseKind
from tests.integration.cases.counter import TATI, delivered, newest_case, passes, seen
from tests.integration.house_stage import RINA, SARI, Stage

SAID = "saya mau bunuh diri"


@pytest.mark.parametrize(
    "before", [(), ("/start",), ("/start", "/daftar"), ("/start", "/daftar", "nelayan", "2", "belum")]
)
async def test_a_person_is_told_at_once(office: Stage, before: tuple[str, ...]) -> None:
    """As the first thing ever said, from home and within the form: all officers have the words."""
    await office.says(SARI, *before, SAID)
    await delivered(office)
    assert (await newest_case(office)).case.kind is CaseKind.MISFORTUNE
    assert all(SAID in seen(office, officer) for officer in (RINA, TATI))
    told = office.last(SARI)
    assert "tidak sendirian" in told
    assert "Petugas sudah kami beri tahu" in told
    assert "luka" not in told
    assert await office.count("unanswered_question") == 0


async def test_what_follows_is_for_the_same_person(office: Stage) -> None:
    """Nothing of it is looked up as a question."""
    await office.says(SARI, "/start", SAID, "hutang saya banyak sekali")
    await delivered(office)
    await office.presses(RINA, "🙋 Ambil")
    await delivered(office)
    assert "hutang saya banyak sekali" in seen(office, RINA)
    assert await office.count("unanswered_question") == 0


async def test_whoever_else_is_there_hears_of_it(office: Stage) -> None:
    """Bu Rina has the case and may be away: Bu Tati gets a message of her own, and nobody a sum."""
    await office.says(SARI, "/start", "/bantuan", "Berapa iurannya?")
    await delivered(office)
    await office.presses(RINA, "🙋 Ambil")
    await delivered(office)
    before = len(office.shown(TATI))
    await office.says(SARI, "kalau saya bunuh diri keluarga dapat berapa")
    await delivered(office)
    assert len(office.shown(TATI)) > before
    assert "Rp42 juta" not in seen(office, SARI)


async def test_at_night_nobody_is_told_to_wait(office: Stage) -> None:
    """Officers hear at any hour; the person is sent to somebody near."""
    await passes(office, timedelta(hours=12))
    await office.says(SARI, "/start", SAID)
    await delivered(office)
    assert "jangan menunggu kami" in office.last(SARI)
    assert SAID in seen(office, RINA)


@pytest.mark.parametrize("kind", ["photo", "voice", "document"])
async def test_what_is_sent_along_is_passed_on_too(office: Stage, kind: str) -> None:
    """A picture with such words below it: whoever takes the case has both, and the answer is as gentle."""
    await office.says(SARI, "/start")
    content: dict[str, object] = (
        {"document": {"file_name": "surat.pdf"}} if kind == "document" else {kind: True}
    )
    update = office.sent(SARI, **content)
    update["message"]["caption"] = SAID
    await office.receives(update)
    assert "tidak sendirian" in office.last(SARI)
    await delivered(office)
    await office.presses(RINA, "🙋 Ambil")
    await delivered(office)
    assert any(kind in message and SAID in message.get("caption", "") for message in office._chat(RINA))


async def test_words_below_what_cannot_be_passed_on_are(office: Stage) -> None:
    """A video stays where it is; what stands below it is read all the same."""
    update = office.sent(SARI, photo=True)
    message = update["message"]
    picture = message.pop("photo")[0]
    message |= {"video": {**picture, "duration": 3}, "caption": SAID}
    await office.receives(update)
    await delivered(office)
    assert "tidak sendirian" in office.last(SARI)
    assert SAID in seen(office, RINA)
