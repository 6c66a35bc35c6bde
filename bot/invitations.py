"""Invitations: a link that makes one person a volunteer or staff, once, within two days."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from bot.access import Permission, is_allowed, roles_with
from bot.cases.duty import name_of
from bot.errors import NotAllowed, NotFound, Stale
from bot.posters import deep_link, qr_png
from bot.postings import posting_text
from bot.screens import Action, Button, Media, MediaKind, Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.database import Transaction
from storage.invitations import (
    NewInvitation,
    add_invitation,
    change_invitation,
    find_invitation,
    find_invitation_by_code,
)
from storage.models.contacts import Contact
from storage.models.invitations import Invitation, InvitationState
from storage.models.messages import Lane, Message
from storage.models.staff import Role
from storage.outbox import params_of, queue_message
from storage.staff import list_deputies, list_staff
from storage.volunteers import Territory

PREFIX = "inv_"
LASTS = timedelta(hours=48)
INVITATION = "invitation"
APPROVAL = "invitation-approval"
FIELD_ROLES = (Role.VOLUNTEER, Role.COORDINATOR, Role.CLOSER)
STAFF_ROLES = (Role.OFFICER, Role.APPROVER, Role.ADMIN)
"""Inviting these needs a second person with the right to approve."""


@dataclass(frozen=True, slots=True)
class Made:
    """An invitation that was made: with its code, or waiting for a second person (None)."""

    invitation: Invitation
    code: str | None


def hash_code(code: str) -> str:
    """What is kept of a code: SHA-256 is enough for 192 random bits."""
    return hashlib.sha256(code.encode()).hexdigest()


def _new_code() -> str:
    return PREFIX + secrets.token_urlsafe(24)


async def invite(
    tx: Transaction, new: NewInvitation, now: datetime, *, invited_by: UUID | None, approved: bool = False
) -> Made:
    """Make an invitation; one for staff waits until a second person approves it."""
    waits = new.role in STAFF_ROLES and not approved
    code = _new_code()
    state = InvitationState.WAITING if waits else InvitationState.OPEN
    invitation = await add_invitation(
        tx, new, state, now, code_hash=hash_code(code), expires_at=now + LASTS, invited_by=invited_by
    )
    if waits:
        await _ask_approvers(tx, invitation, now)
        return Made(invitation, None)
    return Made(invitation, code)


async def _ask_approvers(tx: Transaction, invitation: Invitation, now: datetime) -> None:
    """Everybody who may approve, and whoever stands in for them; never whoever invited, nor their deputy."""
    approvers = [contact for contact, _role in await list_staff(tx, roles_with(Permission.APPROVE))]
    deputies = [
        deputy
        for deputy, approver_id in await list_deputies(tx, roles_with(Permission.APPROVE))
        if approver_id != invitation.invited_by
    ]
    for contact in {contact.id: contact for contact in (*approvers, *deputies)}.values():
        if contact.id != invitation.invited_by:
            await queue_message(tx, contact.id, Lane.NOTICE, APPROVAL, now, subject_id=invitation.id)


async def answer_invitation(visit: Visit, invitation_id: UUID, *, agreed: bool) -> None:
    """A second person says yes or no; with a yes the link goes to whoever invited.

    NotAllowed for whoever invited, for their deputy, and for whoever neither approves nor stands in; Stale
    when it was answered or has expired.
    """
    invitation = await find_invitation(visit.tx, invitation_id)
    if invitation is None or not _is_still(invitation, InvitationState.WAITING, visit.now):
        raise Stale
    if invitation.invited_by == visit.contact.id or not await _may_approve(visit, invitation):
        raise NotAllowed("a second person approves")
    if agreed:
        await _approve(visit, invitation)
    else:
        await _change(visit, invitation, state=InvitationState.REFUSED, approved_by=visit.contact.id)


async def _approve(visit: Visit, invitation: Invitation) -> None:
    """Its time begins now, with a new code: what was made before waited unseen."""
    code = _new_code()
    await _change(
        visit,
        invitation,
        state=InvitationState.OPEN,
        approved_by=visit.contact.id,
        code_hash=hash_code(code),
        expires_at=visit.now + LASTS,
    )
    if invitation.invited_by is not None:
        await send_link(visit.tx, invitation.invited_by, invitation, code, visit.now)


async def _may_approve(visit: Visit, invitation: Invitation) -> bool:
    """By one's own right, or in the place of an approver who is not the one who invited."""
    if is_allowed(visit.role, Permission.APPROVE):
        return True
    deputies = await list_deputies(visit.tx, roles_with(Permission.APPROVE))
    return any(
        deputy.id == visit.contact.id and approver_id != invitation.invited_by
        for deputy, approver_id in deputies
    )


async def _change(visit: Visit, invitation: Invitation, **values: object) -> None:
    if not await change_invitation(visit.tx, invitation, **values):
        raise Stale


async def send_link(
    tx: Transaction, contact_id: UUID, invitation: Invitation, code: str, now: datetime
) -> None:
    """Send somebody the link with its QR code; the sealed row forgets the code once it is sent."""
    await queue_message(
        tx, contact_id, Lane.REPLY, INVITATION, now, subject_id=invitation.id, params={"code": code}
    )


async def open_invitation(visit: Visit, code: str) -> Invitation:
    """The invitation behind a link; NotFound when it was used, refused, has expired or never was."""
    invitation = await find_invitation_by_code(visit.tx, hash_code(code))
    if invitation is None or not _is_still(invitation, InvitationState.OPEN, visit.now):
        raise NotFound("no such invitation")
    return invitation


def _is_still(invitation: Invitation, state: InvitationState, now: datetime) -> bool:
    """Whether an invitation stands in this state and has not expired there."""
    return invitation.state is state and invitation.expires_at > now


async def use_invitation(visit: Visit, invitation: Invitation) -> None:
    """Mark it used by this person; Stale when somebody else was faster."""
    await _change(visit, invitation, state=InvitationState.USED, used_by=visit.contact.id, used_at=visit.now)


def territory_of(invitation: Invitation) -> Territory:
    """What the invitation makes somebody answer for."""
    return Territory(invitation.area_code, invitation.rw, invitation.rt)


async def render_invitation(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The link and its QR code for whoever invited."""
    invitation = await find_invitation(tx, message.subject_id) if message.subject_id else None
    code = params_of(tx, message).get("code")
    if invitation is None or not code:
        return None
    words = Wording(service.texts, contact.language)
    link = deep_link(service.bot_username, str(code))
    text = words.render(
        "invitations-link",
        role=words.label(f"team-role.{invitation.role.value}"),
        where=await posting_text(tx, service, words, territory_of(invitation), invitation.group_id),
        link=link,
    )
    qr = Media(MediaKind.PHOTO, partial(qr_png, link), "undangan.png")
    return Screen(INVITATION, text, media=qr)


async def render_approval(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """Who invited whom to be what, where and when, for a second person to say yes or no."""
    invitation = await find_invitation(tx, message.subject_id) if message.subject_id else None
    if invitation is None or invitation.state is not InvitationState.WAITING:
        return None
    words = Wording(service.texts, contact.language)
    text = words.render(
        "invitations-approval",
        who=await name_of(tx, invitation.invited_by) or words.label("invitations-somebody"),
        role=words.label(f"team-role.{invitation.role.value}"),
        where=await posting_text(tx, service, words, territory_of(invitation), invitation.group_id),
        when=service.moment(invitation.created_at, contact.language),
    )
    yes = Button(words.label("invitations-approve"), Action("invitations", "approve", invitation.id.hex))
    no = Button(words.label("invitations-refuse"), Action("invitations", "refuse", invitation.id.hex))
    return Screen(APPROVAL, text, ((yes, no),), protected=True)
