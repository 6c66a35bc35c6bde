"""Words that may be for an officer or for the screen are nobody's before the person says whose."""

import pytest

from storage.models.staff import Role
from storage.staff import grant_role
from tests.integration.cases.counter import (
    MINUTE,
    TATI,
    asks,
    delivered,
    heard,
    newest_case,
    passes,
    replied,
    seen,
)
from tests.integration.house_stage import RINA, SARI, Stage

HELD = "Ini untuk siapa?"


async def asked_in_the_form(office: Stage, *steps: str, asks_what: str = "Boleh kami telepon, Bu?") -> None:
    """Sari is in the form when Bu Rina, who took her case, asks her something."""
    await asks(office)
    await office.presses(RINA, "🙋 Ambil")
    await delivered(office)
    await office.says(SARI, "/daftar", *steps)
    await passes(office, MINUTE)
    await replied(office, RINA, "Minta bantuan", text=asks_what)


@pytest.mark.parametrize("said", ["Boleh bu", "ya", "2", "tidak"])
async def test_an_answer_to_an_officer_does_not_answer_the_form(office: Stage, said: str) -> None:
    """Whatever is typed is asked about; one tap later it is with Bu Rina, and the form asks again."""
    await asked_in_the_form(office)
    await office.says(SARI, said)
    assert HELD in office.last(SARI)
    assert said in office.last(SARI)
    await office.presses(SARI, "👤 Untuk petugas")
    await delivered(office)
    assert heard(office, RINA, said) == 1
    assert "Sudah kami teruskan" in office.last(SARI)
    assert "Langkah 1 dari 8" in office.last(SARI)


async def test_no_is_never_taken_for_a_refused_consent(office: Stage) -> None:
    """On the consent question, "tidak" to an officer deletes nothing and records nothing."""
    await asked_in_the_form(office, "nelayan", "2", "belum")
    consents = await office.count("consent")
    await office.says(SARI, "tidak")
    assert "sudah kami hapus" not in seen(office, SARI)
    assert await office.count("consent") == consents
    await office.presses(SARI, "👤 Untuk petugas")
    assert "Boleh kami catat?" in office.last(SARI)
    assert await office.count("consent") == consents


async def test_one_tap_makes_it_the_forms(office: Stage) -> None:
    """Nothing is typed again: what was held is read where it was typed."""
    await asked_in_the_form(office)
    await office.says(SARI, "nelayan")
    await office.presses(SARI, "📝 Jawaban di layar tadi")
    assert "Langkah 2 dari 8" in office.last(SARI)
    await delivered(office)
    assert "nelayan" not in seen(office, RINA)
    await office.says(SARI, "40 - 63")
    assert "Langkah 3 dari 8" in office.last(SARI)


async def test_a_tap_is_always_the_forms(office: Stage) -> None:
    """Who presses a button of the form answers the form."""
    await asked_in_the_form(office)
    await office.presses(SARI, "Nelayan")
    assert "Langkah 2 dari 8" in office.last(SARI)


async def test_what_is_typed_before_the_tap_is_kept_whole(office: Stage) -> None:
    """Two messages, one tap, and Bu Rina reads both."""
    await asked_in_the_form(office)
    await office.says(SARI, "Boleh bu", "tapi habis zuhur")
    await office.presses(SARI, "👤 Untuk petugas")
    await delivered(office)
    assert heard(office, RINA, "Boleh bu") == 1
    assert heard(office, RINA, "tapi habis zuhur") == 1


async def rated(office: Stage, stars: str, *form: str) -> None:
    """Bu Tati closes Sari's case, and Sari rates it."""
    await asks(office)
    await office.presses(TATI, "🙋 Ambil")
    await delivered(office)
    await office.presses(TATI, "✅ Selesai")
    await delivered(office)
    await office.says(SARI, *(form or ("/start",)))
    await office.presses(SARI, stars)


async def test_words_after_the_stars_are_the_ratings(office: Stage) -> None:
    """Nothing is opened again, and the officer who is rated reads neither stars nor words."""
    await rated(office, "2 ⭐")
    await office.says(SARI, "dia kasar kepada saya")
    await delivered(office)
    card = await newest_case(office)
    assert (card.case.rating, card.rating_words) == (2, "dia kasar kepada saya")
    assert card.case.closed_at is not None
    assert "kasar" not in seen(office, TATI)
    await office.presses(TATI, "Buka")
    assert "kasar" not in seen(office, TATI)
    assert "⭐⭐" not in seen(office, TATI)


async def test_approvers_read_what_people_thought(office: Stage) -> None:
    """In a list from /kasus; whoever answered does not find their own there, were they an approver."""
    await rated(office, "2 ⭐")
    await office.says(SARI, "dia kasar kepada saya")
    await office.says(RINA, "/kasus")
    await office.presses(RINA, "⭐ Nilai dari warga")
    assert "dia kasar kepada saya" in office.last(RINA)
    async with office.house.database.transaction() as tx:
        await grant_role(tx, TATI, Role.APPROVER, office.house.service.clock.now())
    await office.says(TATI, "/kasus")
    await office.presses(TATI, "⭐ Nilai dari warga")
    assert "kasar" not in seen(office, TATI)


async def test_in_the_form_words_after_the_stars_are_asked_about(office: Stage) -> None:
    """They may be the next answer: two buttons tell, and the form goes on."""
    await rated(office, "2 ⭐", "/daftar")
    await office.says(SARI, "nelayan")
    assert "pesan untuk nilai tadi, atau jawaban" in office.last(SARI)
    await office.presses(SARI, "📝 Jawaban di layar tadi")
    assert "Langkah 2 dari 8" in office.last(SARI)
    assert (await newest_case(office)).rating_words == ""
