"""After words were passed on there is a way on; a word that names a command is that command."""

import pytest

from tests.integration.cases.counter import MINUTE, asks, delivered, heard, passes, replied, seen
from tests.integration.house_stage import RINA, SARI, Stage


def labels(stage: Stage, who: int) -> list[str]:
    """The buttons below the newest message."""
    return [button["text"] for row in stage.messages(who)[-1].get("inline_keyboard") or [] for button in row]


async def test_what_was_passed_on_has_the_ways_out(office: Stage) -> None:
    """Both of them work: they belong to the screen Sari is on."""
    await asks(office)
    await office.says(SARI, "Berapa iurannya?")
    assert "sudah kami catat" in office.last(SARI)
    assert labels(office, SARI) == ["Menu utama", "Bantuan petugas"]
    await office.presses(SARI, "Menu utama")
    assert "Mau mulai dari mana?" in office.last(SARI)


@pytest.mark.parametrize("form", ["photo", "voice", "document"])
async def test_in_the_form_the_question_stands_below_again(office: Stage, form: str) -> None:
    """A photo, voice or document goes to staff, and the form goes on."""
    content: dict[str, object] = {form: {"file_name": "surat.pdf"} if form == "document" else True}
    await asks(office)
    await office.says(SARI, "/daftar", "nelayan")
    await office.receives(office.sent(SARI, **content))
    assert any("kami catat" in text or "kami simpan" in text for text in office.shown(SARI)[-2:])
    assert "Langkah 2 dari 8" in office.last(SARI)
    await office.presses(SARI, "40 - 63")
    assert "Langkah 3 dari 8" in office.last(SARI)


async def test_a_reply_in_the_form_too(office: Stage) -> None:
    """Sari replies to the officer's message, and the question is there again."""
    await asks(office)
    await office.presses(RINA, "🙋 Ambil")
    await replied(office, RINA, "Minta bantuan", text="Kampungnya apa, Bu?")
    await office.says(SARI, "/daftar", "nelayan")
    await replied(office, SARI, "Kampungnya apa", text="Kampung Baru")
    assert heard(office, RINA, "Kampung Baru") == 1
    assert "Langkah 2 dari 8" in office.last(SARI)


async def declined(office: Stage) -> None:
    """Sari asked for a person, and would rather not have anything recorded."""
    await asks(office)
    await office.says(SARI, "/daftar", "nelayan", "2", "belum", "tidak dulu")
    assert "tekan Daftar minat" in office.last(SARI)


async def test_the_button_it_names_is_there(office: Stage) -> None:
    """One tap, and the form begins."""
    await declined(office)
    await office.presses(SARI, "Daftar minat")
    assert "Langkah 1 dari 8" in office.last(SARI)


@pytest.mark.parametrize(
    ("said", "leads_to"),
    [
        ("daftar", "Langkah 1 dari 8"),
        ("menu", "Mau mulai dari mana?"),
        ("batal", "Mau mulai dari mana?"),
        ("kembali", "Langkah 1 dari 8"),
        ("berhenti", "tidak kami kirim lagi"),
        ("bahasa", "Bahasa"),
        ("Iuran", "ojek"),
        ("manfaat", "kalau"),
        ("bantuan", "Silakan tanya di sini"),
    ],
)
async def test_a_commands_name_is_the_command(office: Stage, said: str, leads_to: str) -> None:
    """With a case open, too: nothing of it is passed on as words for staff."""
    await declined(office)
    await office.says(SARI, said)
    await delivered(office)
    assert leads_to.casefold() in office.last(SARI).casefold()
    assert "teruskan" not in office.last(SARI)
    assert f": {said}" not in seen(office, RINA)


async def test_asked_by_an_officer_it_is_an_answer(office: Stage) -> None:
    """Bu Rina asks what Sari wants: "daftar" may be the answer, so Sari says whose it is."""
    await declined(office)
    await office.presses(RINA, "🙋 Ambil")
    await passes(office, MINUTE)
    await replied(office, RINA, "Minta bantuan", text="Ibu mau daftar atau tanya dulu?")
    await office.says(SARI, "daftar")
    await office.presses(SARI, "👤 Untuk petugas")
    await delivered(office)
    assert heard(office, RINA, "daftar") == 1
