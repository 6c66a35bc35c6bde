"""Invitations: made, approved by a second person where that is asked for, and used once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, delete, or_, select, update

from storage.database import Transaction
from storage.inserts import insert_new
from storage.models.base import snapshot
from storage.models.invitations import Invitation, InvitationState
from storage.models.staff import Role
from storage.types import new_id
from storage.volunteers import Territory


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """What an invitation makes of whoever uses it; `volunteer_id` for a record that exists already."""

    role: Role
    territory: Territory
    group_id: UUID | None = None
    volunteer_id: UUID | None = None
    coordinator_id: UUID | None = None


async def add_invitation(
    tx: Transaction,
    new: NewInvitation,
    state: InvitationState,
    now: datetime,
    *,
    code_hash: str,
    expires_at: datetime,
    invited_by: UUID | None,
) -> Invitation:
    """Write an invitation down; of its code only the hash is kept."""
    invitation = Invitation(
        id=new_id(),
        code_hash=code_hash,
        role=new.role,
        state=state,
        area_code=new.territory.area_code,
        rw=new.territory.rw,
        rt=new.territory.rt,
        group_id=new.group_id,
        volunteer_id=new.volunteer_id,
        coordinator_id=new.coordinator_id,
        invited_by=invited_by,
        created_at=now,
        expires_at=expires_at,
    )
    await insert_new(tx, Invitation, invitation.model_dump())
    return invitation


async def find_invitation(tx: Transaction, invitation_id: UUID) -> Invitation | None:
    """The invitation with this id."""
    query = select(Invitation).where(col(Invitation.id) == invitation_id)
    found = (await tx.execute(query)).scalar_one_or_none()
    return None if found is None else snapshot(found)


async def find_invitation_by_code(tx: Transaction, code_hash: str) -> Invitation | None:
    """The invitation behind a link, whatever its state."""
    query = select(Invitation).where(col(Invitation.code_hash) == code_hash)
    found = (await tx.execute(query)).scalar_one_or_none()
    return None if found is None else snapshot(found)


async def list_invitations_of(tx: Transaction, contact_id: UUID) -> list[Invitation]:
    """The invitations that somebody made, approved or used, the oldest first."""
    parts = (col(Invitation.invited_by), col(Invitation.approved_by), col(Invitation.used_by))
    query = select(Invitation).where(or_(*(part == contact_id for part in parts)))
    return list((await tx.execute(query.order_by(col(Invitation.created_at)))).scalars())


async def change_invitation(tx: Transaction, invitation: Invitation, **values: object) -> bool:
    """Change an invitation unless somebody did since it was read; whether it was changed."""
    statement = update(Invitation).where(
        col(Invitation.id) == invitation.id,
        col(Invitation.state) == invitation.state,
        col(Invitation.version) == invitation.version,
    )
    return await tx.changed(statement.values(**values, version=invitation.version + 1)) == 1


async def revoke_invitations_to(tx: Transaction, volunteer_id: UUID) -> int:
    """End the open links into somebody's record, because a new one is made; how many those were."""
    statement = update(Invitation).where(
        col(Invitation.volunteer_id) == volunteer_id, col(Invitation.state) == InvitationState.OPEN
    )
    values = {"state": InvitationState.REVOKED, "version": Invitation.version + 1}
    return await tx.changed(statement.values(values))


async def forget_invitations(tx: Transaction, before: datetime) -> int:
    """Delete what expired before a time; how many went."""
    return await tx.changed(delete(Invitation).where(col(Invitation.expires_at) < before))
