"""A branch whose hours are known, with two people who take cases: Bu Rina and Bu Tati."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.branch import DEFAULT_BRANCH_FILE
from playground.people import Person
from storage.models.staff import Role
from storage.staff import grant_role, sync_owners
from tests.integration.cases.counter import TATI
from tests.integration.house_stage import RINA, Stage, open_stage, unhurried

OPENING = '\n[opening]\nopens = "08.00"\ncloses = "16.00"\n'


def _branch_file(folder: Path) -> Path:
    """The shipped branch, open from Monday to Friday."""
    path = folder / "branch.toml"
    path.write_text(DEFAULT_BRANCH_FILE.read_text(encoding="utf-8") + OPENING, encoding="utf-8")
    return path


@pytest.fixture
async def empty(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """The house on both engines, on a Friday at ten in the morning; its officers have not started the bot."""
    unhurried(monkeypatch)
    async with open_stage(database_url, branch_file=_branch_file(tmp_path)) as stage:
        now = stage.house.service.clock.now()
        async with stage.house.database.transaction() as tx:
            await sync_owners(tx, [RINA], now)
            await grant_role(tx, TATI, Role.OFFICER, now)
        stage.world.people.add(Person(TATI, "Tati"))
        yield stage


@pytest.fixture
async def office(empty: Stage) -> Stage:
    """Both officers at their desks."""
    for officer in (RINA, TATI):
        await empty.says(officer, "/start", "/piket")
    return empty
