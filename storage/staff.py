"""Staff: who has which role."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, delete, func, select, update

from storage.database import Transaction
from storage.inserts import upsert
from storage.models.contacts import Contact
from storage.models.staff import Role, StaffMember


async def sync_owners(tx: Transaction, telegram_ids: Iterable[int], now: datetime) -> None:
    """Make the accounts named in the settings admins; those no longer named are what they were before.

    Only what is missing is granted and only what was granted here is taken: an admin by another way stays
    one, and a start with the same settings changes nothing.
    """
    owners = list(telegram_ids)
    await _release(tx, owners)
    for telegram_id in owners:
        member = await find_member(tx, telegram_id)
        if member is None or not member.active:
            await _grant(tx, telegram_id, Role.ADMIN, now, from_settings=True)
        elif member.role is not Role.ADMIN:
            await _grant(tx, telegram_id, Role.ADMIN, now, from_settings=True, role_before=member.role)


async def _release(tx: Transaction, owners: list[int]) -> None:
    """Take the role that the settings gave from those they name no more."""
    gone = update(StaffMember).where(
        col(StaffMember.from_settings).is_(True), col(StaffMember.telegram_id).not_in(owners)
    )
    before = col(StaffMember.role_before)
    await tx.execute(gone.where(before.is_(None)).values(active=False, from_settings=False))
    again = gone.where(before.is_not(None))
    await tx.execute(again.values(role=before, role_before=None, from_settings=False))


async def grant_role(tx: Transaction, telegram_id: int, role: Role, now: datetime) -> None:
    """Give an account a role from now on; an admin by OWNER_IDS has it once they are that no more."""
    lifted = update(StaffMember).where(
        col(StaffMember.telegram_id) == telegram_id,
        col(StaffMember.from_settings).is_(True),
        col(StaffMember.active).is_(True),
    )
    if not await tx.changed(lifted.values(role_before=role)):
        await _grant(tx, telegram_id, role, now)


async def _grant(
    tx: Transaction,
    telegram_id: int,
    role: Role,
    now: datetime,
    *,
    from_settings: bool = False,
    role_before: Role | None = None,
) -> None:
    values = {
        "telegram_id": telegram_id,
        "role": role,
        "active": True,
        "from_settings": from_settings,
        "role_before": role_before,
        "granted_at": now,
    }
    await upsert(tx, StaffMember, values, key=("telegram_id",))


async def revoke_role(tx: Transaction, telegram_id: int) -> None:
    """Take an account's role away at once."""
    statement = update(StaffMember).where(col(StaffMember.telegram_id) == telegram_id)
    await tx.execute(statement.values(active=False))


async def forget_role(tx: Transaction, telegram_id: int, roles: Collection[Role]) -> None:
    """Delete what is held of an account's role, if it is one of these."""
    statement = delete(StaffMember).where(
        col(StaffMember.telegram_id) == telegram_id, col(StaffMember.role).in_(roles)
    )
    await tx.execute(statement)


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


async def list_former_staff(tx: Transaction) -> list[int]:
    """The Telegram ids of the reachable contacts whose role was taken."""
    query = (
        select(Contact.telegram_id)
        .join(StaffMember, col(StaffMember.telegram_id) == col(Contact.telegram_id))
        .where(col(StaffMember.active).is_(False), col(Contact.unreachable_at).is_(None))
        .order_by(col(Contact.id))
    )
    return list((await tx.execute(query)).scalars())


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


async def find_role(tx: Transaction, telegram_id: int) -> Role:
    """What an account is now; WORKER for whoever has no active role."""
    member = await find_member(tx, telegram_id)
    return member.role if member is not None and member.active else Role.WORKER


async def set_deputy(tx: Transaction, telegram_id: int, deputy_telegram_id: int | None) -> None:
    """Name who stands in for somebody (None: nobody any more); one at a time."""
    statement = update(StaffMember).where(col(StaffMember.telegram_id) == telegram_id)
    await tx.execute(statement.values(deputy_telegram_id=deputy_telegram_id))


async def list_deputies(tx: Transaction, roles: Iterable[Role]) -> list[tuple[Contact, UUID]]:
    """Who stands in for the active holders of these roles, with the contact they stand in for.

    Only deputies who are active staff themselves, and can be reached.
    """
    principal, deputy = aliased(StaffMember), aliased(StaffMember)
    own, theirs = aliased(Contact), aliased(Contact)
    query = (
        select(theirs, own.id)
        .join(deputy, col(deputy.telegram_id) == col(theirs.telegram_id))
        .join(principal, col(principal.deputy_telegram_id) == col(deputy.telegram_id))
        .join(own, col(own.telegram_id) == col(principal.telegram_id))
        .where(
            col(principal.active).is_(True),
            col(principal.role).in_(list(roles)),
            col(deputy.active).is_(True),
            col(deputy.role).in_((Role.OFFICER, Role.APPROVER, Role.ADMIN)),
            col(theirs.unreachable_at).is_(None),
        )
        .order_by(col(theirs.id))
    )
    return [(row[0], row[1]) for row in (await tx.execute(query)).all()]
