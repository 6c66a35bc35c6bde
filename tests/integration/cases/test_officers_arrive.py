"""What was asked before anybody could take it is shown to whoever comes."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground.people import Person
from storage.models.staff import Role
from storage.staff import grant_role, sync_owners
from tests.integration.cases.conftest import branch_file
from tests.integration.cases.counter import TATI, UJANG, asks, delivered, newest_case, seen
from tests.integration.house_stage import RINA, SARI, Stage, open_stage, unhurried


@pytest.fixture
async def empty(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """The branch on a Friday at ten, with two officers who have not started the bot yet."""
    unhurried(monkeypatch)
    async with open_stage(database_url, branch_file=branch_file(tmp_path)) as stage:
        now = stage.house.service.clock.now()
        async with stage.house.database.transaction() as tx:
            await sync_owners(tx, [RINA], now)
            await grant_role(tx, TATI, Role.OFFICER, now)
        stage.world.people.add(Person(TATI, "Tati"))
        yield stage


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
