"""Staff: who has which role."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import col, func, select, update

from storage.database import Transaction
from storage.inserts import upsert
from storage.models.contacts import Contact
from storage.models.staff import Role, StaffMember


async def sync_owners(tx: Transaction, telegram_ids: Iterable[int], now: datetime) -> None:
    """Make the accounts named in the settings admins, and those no longer named there nothing.

    Whoever is an admin already stays as they are, however they became it.
    """
    owners = list(telegram_ids)
    gone = update(StaffMember).where(
        col(StaffMember.from_settings).is_(True), col(StaffMember.telegram_id).not_in(owners)
    )
    await tx.execute(gone.values(active=False))
    for telegram_id in owners:
        if await _find_active(tx, telegram_id) is not Role.ADMIN:
            await grant_role(tx, telegram_id, Role.ADMIN, now, from_settings=True)


async def _find_active(tx: Transaction, telegram_id: int) -> Role | None:
    query = select(StaffMember.role).where(
        col(StaffMember.telegram_id) == telegram_id, col(StaffMember.active).is_(True)
    )
    return (await tx.execute(query)).scalar_one_or_none()


async def grant_role(
    tx: Transaction, telegram_id: int, role: Role, now: datetime, *, from_settings: bool = False
) -> None:
    """Give an account a role from now on."""
    values = {
        "telegram_id": telegram_id,
        "role": role,
        "active": True,
        "from_settings": from_settings,
        "granted_at": now,
    }
    await upsert(tx, StaffMember, values, key=("telegram_id",))


async def revoke_role(tx: Transaction, telegram_id: int) -> None:
    """Take an account's role away at once."""
    statement = update(StaffMember).where(col(StaffMember.telegram_id) == telegram_id)
    await tx.execute(statement.values(active=False))


async def list_staff(tx: Transaction, roles: Iterable[Role]) -> list[tuple[Contact, Role]]:
    """The reachable contacts with one of these roles; those who never wrote to the bot have none."""
    query = (
        select(Contact, StaffMember.role)
        .join(StaffMember, col(StaffMember.telegram_id) == col(Contact.telegram_id))
        .where(
            col(StaffMember.active).is_(True),
            col(StaffMember.role).in_(list(roles)),
            col(Contact.unreachable_at).is_(None),
        )
        .order_by(col(Contact.id))
    )
    return [(contact, role) for contact, role in (await tx.execute(query)).all()]


async def find_member(tx: Transaction, telegram_id: int) -> StaffMember | None:
    """The role an account has or had, if it ever had one."""
    query = select(StaffMember).where(col(StaffMember.telegram_id) == telegram_id)
    return (await tx.execute(query)).scalar_one_or_none()


async def list_members(tx: Transaction) -> list[StaffMember]:
    """Everybody with an active role, whether or not they ever wrote to the bot."""
    query = select(StaffMember).where(col(StaffMember.active).is_(True))
    return list((await tx.execute(query.order_by(col(StaffMember.telegram_id)))).scalars())


async def count_members(tx: Transaction, roles: Iterable[Role]) -> int:
    """How many accounts hold one of these roles."""
    query = select(func.count()).where(
        col(StaffMember.active).is_(True), col(StaffMember.role).in_(list(roles))
    )
    return int((await tx.execute(query)).scalar_one())
