from datetime import datetime

from storage.database import Database
from storage.models.staff import Role
from storage.staff import find_member, grant_role, list_former_staff, sync_owners
from tests.integration.storage.rows import DAY, NOW, RINA, UJANG, meet


async def standing(database: Database, telegram_id: int) -> tuple[Role, bool, bool, datetime]:
    async with database.transaction(read_only=True) as tx:
        member = await find_member(tx, telegram_id)
    assert member is not None
    return member.role, member.active, member.from_settings, member.granted_at


async def start(database: Database, owners: list[int], now: datetime) -> None:
    async with database.transaction() as tx:
        await sync_owners(tx, owners, now)


async def test_a_start_with_the_same_settings_changes_nothing(database: Database) -> None:
    """Since when an owner is one is told to them on request: it is the first start, not the last."""
    await start(database, [RINA], NOW)
    await start(database, [RINA], NOW + DAY)
    assert await standing(database, RINA) == (Role.ADMIN, True, True, NOW)


async def test_an_officer_named_in_the_settings_is_one_again_afterwards(database: Database) -> None:
    """OWNER_IDS lifts, and takes only what it gave; a role given meanwhile waits until then."""
    async with database.transaction() as tx:
        await grant_role(tx, RINA, Role.OFFICER, NOW)
        await grant_role(tx, UJANG, Role.OFFICER, NOW)
    await start(database, [RINA, UJANG], NOW)
    async with database.transaction() as tx:
        await grant_role(tx, UJANG, Role.CLOSER, NOW)
    assert await standing(database, UJANG) == (Role.ADMIN, True, True, NOW)
    await start(database, [], NOW)
    assert await standing(database, RINA) == (Role.OFFICER, True, False, NOW)
    assert await standing(database, UJANG) == (Role.CLOSER, True, False, NOW)


async def test_an_admin_by_another_way_stays_one(database: Database) -> None:
    """Named in OWNER_IDS or not: the settings gave them nothing, and take nothing."""
    async with database.transaction() as tx:
        await grant_role(tx, RINA, Role.ADMIN, NOW)
    for owners in ([RINA], []):
        await start(database, owners, NOW + DAY)
        assert await standing(database, RINA) == (Role.ADMIN, True, False, NOW)


async def test_an_owner_comes_and_goes(database: Database) -> None:
    """Whoever left is former staff; named anew they are admin from then on."""
    await meet(database, RINA)
    for owners, former in (([RINA], []), ([], [RINA]), ([RINA], [])):
        await start(database, owners, NOW)
        async with database.transaction() as tx:
            assert await list_former_staff(tx) == former
