"""What was pressed by mistake is taken back by one tap, by the person and by the officer."""

from storage.models.cases import CaseKind, CaseState
from tests.integration.cases.counter import (
    MINUTE,
    TATI,
    asks,
    delivered,
    heard,
    newest_case,
    passes,
    seen,
    tapped,
)
from tests.integration.house_stage import RINA, SARI, Stage


async def test_closed_by_mistake_is_opened_again(office: Stage) -> None:
    """Within ten minutes, by whoever closed it: with the same officer, still waiting, and Sari is told."""
    await asks(office, "Berapa iurannya?")
    await office.presses(RINA, "🙋 Ambil")
    await office.presses(RINA, "✅ Selesai")
    await passes(office, 5 * MINUTE)
    await office.presses(RINA, "↩️ Buka lagi")
    await passes(office, 15 * MINUTE)
    card = await newest_case(office)
    assert card.case.state is CaseState.OPEN
    assert card.case.waiting_since is not None
    assert "ternyata belum selesai" in office.last(SARI)
    assert "Menunggu jawaban sejak" in seen(office, RINA)
    await office.presses(RINA, "✍️ Jawab")
    await office.says(RINA, "Rp16.800")
    await delivered(office)
    assert heard(office, SARI, "Rp16.800") == 1


async def test_after_ten_minutes_it_stays_closed(office: Stage) -> None:
    """The person has been told and may have rated; only they go on then."""
    await asks(office)
    await office.presses(RINA, "🙋 Ambil")
    await office.presses(RINA, "✅ Selesai")
    await passes(office, 11 * MINUTE)
    await office.presses(RINA, "↩️ Buka lagi")
    assert (await newest_case(office)).case.state is CaseState.CLOSED


async def test_ada_musibah_by_mistake(office: Stage) -> None:
    """Nobody is harmed: one tap, the cards say so, nobody is reminded, and no later word opens it again."""
    await asks(office, command="/musibah")
    await office.presses(SARI, "↩️ Salah tekan")
    assert "kami batalkan" in office.last(SARI)
    await passes(office, 30 * MINUTE)
    for officer in (RINA, TATI):
        assert "salah tekan" in office.last(officer)
        assert "Menunggu" not in seen(office, officer)
    await office.says(SARI, "halo apa kabar semuanya")
    assert (await newest_case(office)).case.state is CaseState.CLOSED


async def test_a_request_that_was_there_before_stays(office: Stage) -> None:
    """Sari waits for an answer and presses "Ada musibah" by mistake: it is an ordinary request again."""
    await asks(office, "Berapa iurannya?")
    waiting_since = (await newest_case(office)).case.waiting_since
    await passes(office, 5 * MINUTE)
    await office.says(SARI, "/musibah")
    assert (await newest_case(office)).case.kind is CaseKind.MISFORTUNE
    await office.presses(SARI, "↩️ Salah tekan")
    await delivered(office)
    case = (await newest_case(office)).case
    assert (case.kind, case.state) == (CaseKind.HELP, CaseState.OPEN)
    assert case.waiting_since == waiting_since is not None
    assert "Musibah" not in office.last(RINA)


async def test_once_somebody_has_it_it_is_not_taken_back(office: Stage) -> None:
    """Bu Rina was quicker: Sari is told to write it to her."""
    await asks(office)
    mistake = office.button(SARI, "↩️ Salah tekan")
    await office.presses(RINA, "🙋 Ambil")
    await tapped(office, SARI, mistake)
    assert "sudah memegang" in seen(office, SARI)
    assert (await newest_case(office)).case.state is CaseState.OPEN
