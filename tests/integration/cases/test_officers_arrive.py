"""What was asked before anybody could take it is shown to whoever comes."""

from tests.integration.cases.counter import TATI, UJANG, asks, delivered, newest_case, seen
from tests.integration.house_stage import RINA, SARI, Stage


async def test_one_case_is_a_card(empty: Stage) -> None:
    """Sari was told it would reach somebody: both who start have it, once, and one tap takes it."""
    await asks(empty, "Berapa iurannya?")
    assert "Begitu ada, permintaan ini sampai" in seen(empty, SARI)
    for officer in (RINA, TATI, RINA):
        await empty.says(officer, "/start")
        await delivered(empty)
        assert seen(empty, officer).count("Berapa iurannya?") == 1
    await empty.presses(TATI, "🙋 Ambil")
    assert (await newest_case(empty)).case.owner_id is not None


async def test_several_are_one_list(empty: Stage) -> None:
    """One message with a button for each; started again, nothing is told twice."""
    await asks(empty)
    await asks(empty, who=UJANG)
    for _ in range(2):
        await empty.says(RINA, "/start")
        await delivered(empty)
    assert seen(empty, RINA).count("Ada 2 permintaan warga") == 1
    await empty.presses(RINA, "Minta bantuan · Sari")
    await empty.presses(RINA, "🙋 Ambil")
    assert (await newest_case(empty)).case.owner_id is not None


async def test_who_comes_back_on_duty_is_told(empty: Stage) -> None:
    """Everybody was away: the first to come back has what was asked meanwhile."""
    for officer in (RINA, TATI):
        await empty.says(officer, "/start", "/piket")
    await empty.presses(RINA, "Libur hari ini")
    await asks(empty, "Berapa iurannya?")
    assert "Berapa iurannya?" not in seen(empty, RINA)
    await empty.presses(RINA, "Bertugas lagi")
    await delivered(empty)
    assert "Berapa iurannya?" in seen(empty, RINA)
