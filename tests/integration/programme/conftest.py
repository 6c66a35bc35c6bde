"""Two people who may change facts, and somebody who reads what is told of them."""

import pytest

from bot import facts_board
from storage.models.staff import Role
from storage.staff import grant_role, sync_owners
from tests.integration.house_stage import BUDI, NOW, RINA, SARI, Stage


@pytest.fixture
async def two(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Bu Rina owns the bot, Pak Budi approves, too; every update looks for changes."""
    monkeypatch.setattr(facts_board, "LOOKS_APART", 0.0)
    async with stage.house.database.transaction() as tx:
        await sync_owners(tx, [RINA], NOW)
        await grant_role(tx, BUDI, Role.APPROVER, NOW)
    for who in (RINA, BUDI, SARI):
        await stage.says(who, "/start")
    return stage
