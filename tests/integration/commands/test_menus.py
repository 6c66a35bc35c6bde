"""The command menus: as they should be, whatever Telegram did not take at first."""

from collections.abc import Iterable
from datetime import timedelta

import pytest

from bot.menu import REST_AFTER_FAILURE, MenuBoard
from bot.telegram_api.menus import CommandMenus
from storage.models.staff import Role
from storage.staff import grant_role, sync_owners
from tests.integration.house_stage import NOW, RINA, SARI, Stage

STAFF_ALONE = "leads"


def menu(stage: Stage, who: int) -> list[str]:
    """The commands that a phone shows."""
    return [one["command"] for one in stage.world.profile.commands_for(who, "id")]


async def owners_are(stage: Stage, *owners: int) -> None:
    async with stage.house.database.transaction() as tx:
        await sync_owners(tx, owners, NOW)


async def refresh(stage: Stage, board: MenuBoard | None = None) -> None:
    await (board or stage.house.desk.menus).refresh(stage.house.database)


def after_a_restart(stage: Stage) -> MenuBoard:
    """A board that knows nothing of what the one before has shown."""
    house = stage.house
    return MenuBoard(house.service, CommandMenus(house.bot), house.routes.menu())


def tries(stage: Stage) -> int:
    return sum(call["method"] == "setMyCommands" for call in stage.world.calls.after(0))


async def test_everybody_has_a_menu_and_staff_their_own(stage: Stage) -> None:
    """It is set once, and again for whoever becomes staff."""
    await stage.says(RINA, "/start")
    await refresh(stage)
    assert menu(stage, SARI) == menu(stage, RINA)
    assert STAFF_ALONE not in menu(stage, SARI)
    before = tries(stage)
    await refresh(stage)
    assert tries(stage) == before
    await owners_are(stage, RINA)
    await refresh(stage)
    assert STAFF_ALONE in menu(stage, RINA)
    assert STAFF_ALONE not in menu(stage, SARI)


async def test_a_menu_that_telegram_did_not_take_is_set_later(stage: Stage) -> None:
    """A minute later, not at every tick; and then all of it."""
    await stage.says(RINA, "/start")
    await owners_are(stage, RINA)
    stage.world.trouble.cause({"outage_seconds": 3600})
    await refresh(stage)
    assert menu(stage, SARI) == []
    stage.world.trouble.cause({"outage_seconds": 0})
    before = tries(stage)
    await refresh(stage)
    assert tries(stage) == before
    stage.house.service.clock.move(REST_AFTER_FAILURE)
    await refresh(stage)
    assert STAFF_ALONE in menu(stage, RINA)
    assert menu(stage, SARI)
    assert stage.world.profile.state()["description"]


@pytest.mark.parametrize("owners", [(), (SARI,)])
async def test_whoever_is_staff_no_more_has_everybodys_menu(stage: Stage, owners: Iterable[int]) -> None:
    """OWNER_IDS changes at a restart, so the process that took the role never showed the menu."""
    await stage.says(RINA, "/start")
    await owners_are(stage, RINA)
    await refresh(stage)
    await owners_are(stage, *owners)
    await refresh(stage, after_a_restart(stage))
    assert menu(stage, RINA) == menu(stage, SARI)


async def test_whoever_has_another_role_again_has_its_menu(stage: Stage) -> None:
    """An officer who was admin for a while."""
    await stage.says(RINA, "/start")
    async with stage.house.database.transaction() as tx:
        await grant_role(tx, RINA, Role.OFFICER, NOW - timedelta(days=1))
    await refresh(stage)
    officers = menu(stage, RINA)
    await owners_are(stage, RINA)
    await refresh(stage)
    await owners_are(stage)
    await refresh(stage)
    assert menu(stage, RINA) == officers
