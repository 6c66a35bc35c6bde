"""What an officer types goes where the screen says, and opens nothing of their own."""

import pytest

from tests.integration.cases.counter import TATI, asks, delivered, heard, newest_case, seen, tapped
from tests.integration.house_stage import RINA, SARI, Stage


async def test_after_taking_it_typed_words_go_to_the_person(office: Stage) -> None:
    """Bu Rina taps Ambil and types, twice: the screen said so, and Sari has both."""
    await asks(office, "Berapa iurannya?")
    await office.presses(RINA, "🙋 Ambil")
    assert "langsung terkirim ke Sari" in office.last(RINA)
    await office.says(RINA, "Selamat pagi Bu, ada yang bisa kami bantu?", "Iurannya 16800")
    await delivered(office)
    assert heard(office, SARI, "Selamat pagi Bu, ada yang bisa kami bantu?") == 1
    assert heard(office, SARI, "Iurannya 16800") == 1
    assert await office.count("support_case") == 1


@pytest.mark.parametrize("where", ["/kasus", "/piket", "/pertanyaan"])
@pytest.mark.parametrize(
    "said", ["Selamat siang, ada yang bisa kami bantu?", "bantuan", "kecelakaan", "baik bu"]
)
async def test_typing_opens_no_case_of_their_own(office: Stage, where: str, said: str) -> None:
    """On staff's screens words are nobody's, and it is said where an answer is written."""
    await office.says(RINA, where, said)
    assert await office.count("support_case") == 0
    assert "belum terkirim ke siapa pun" in office.last(RINA)


async def test_a_colleagues_card_sends_nothing(office: Stage) -> None:
    """Bu Tati looks at what Bu Rina has: what she types reaches nobody, and she is told so."""
    await asks(office)
    await office.presses(RINA, "🙋 Ambil")
    await delivered(office)
    await office.presses(TATI, "Buka")
    await office.says(TATI, "Bawa KTP ya Bu")
    await delivered(office)
    assert "belum terkirim ke siapa pun" in office.last(TATI)
    assert "Bawa KTP" not in seen(office, SARI)


async def test_nobody_takes_their_own_case(office: Stage) -> None:
    """Bu Rina asks for a person by a tap: Bu Tati gets the card, and Bu Rina cannot take it or answer it."""
    await office.says(RINA, "/start")
    await office.presses(RINA, "Bantuan petugas")
    await delivered(office)
    number = (await newest_case(office, RINA)).case.number
    assert "🙋" not in str(office.messages(RINA)[-1])
    assert number in seen(office, TATI)
    for verb in ("cases:claim", "replies:answer"):
        assert "Petugas lain yang menjawab" in await tapped(office, RINA, f"{verb}:{number}:-")
        assert (await newest_case(office, RINA)).case.owner_id is None
    await office.says(RINA, "/kasus", "halo ada orang")
    assert "belum terkirim" in office.last(RINA)
    await office.presses(TATI, "🙋 Ambil")
    assert (await newest_case(office, RINA)).case.owner_id is not None
