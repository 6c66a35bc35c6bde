"""Whoever has joined by an invitation: the one who invited hears who it was, and may end it at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot.errors import NotFound
from bot.invitations import FIELD_ROLES, territory_of
from bot.postings import posting_text
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.team import end_volunteer
from bot.visits import Visit
from bot.wording import Wording
from storage.contacts import find_contact
from storage.database import Transaction
from storage.invitations import find_invitation
from storage.models.contacts import Contact
from storage.models.invitations import Invitation, InvitationState
from storage.models.messages import Lane, Message
from storage.outbox import params_of, queue_message
from storage.staff import find_role, revoke_role
from storage.volunteers import change_volunteer, find_volunteer_of, seal_phone

JOINED = "invitation-used"
MAY_END_WITHIN = timedelta(
    days=7
)  # whoever was the wrong person is known by then; later /tim and /peran end it


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who holds the role that an invitation gave them; `volunteer_id` for those in the field."""

    invitation: Invitation
    contact: Contact
    volunteer_id: UUID | None
    name: str


async def tell_joined(visit: Visit, invitation: Invitation) -> None:
    """Tell whoever invited who has come: they alone know whether it is the right person."""
    if invitation.invited_by in {None, visit.contact.id}:
        return
    params: dict[str, object] = {"name": visit.telegram_name or visit.words.label("team-nameless")}
    await queue_message(
        visit.tx,
        invitation.invited_by,
        Lane.NOTICE,
        JOINED,
        visit.now,
        subject_id=invitation.id,
        params=params,
    )


async def render_joined(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """Who has become what, as Telegram names them, with the way to end it."""
    invitation = await find_invitation(tx, message.subject_id) if message.subject_id else None
    name = params_of(tx, message).get("name")
    if invitation is None or not name or await _find_holder(tx, invitation) is None:
        return None
    words = Wording(service.texts, contact.language)
    text = words.render(
        "newcomers-joined",
        name=str(name),
        role=words.label(f"team-role.{invitation.role.value}"),
        where=await posting_text(tx, service, words, territory_of(invitation), invitation.group_id),
    )
    wrong = Button(words.label("newcomers-wrong"), Action("newcomers", "wrong", invitation.id.hex))
    return Screen(JOINED, text, ((wrong,),), protected=True)


async def _find_holder(tx: Transaction, invitation: Invitation) -> Contact | None:
    """Who came by it, as long as they are what they were invited to be."""
    if invitation.state is not InvitationState.USED or invitation.used_by is None:
        return None
    contact = await find_contact(tx, invitation.used_by)
    if contact is None or await find_role(tx, contact.telegram_id) is not invitation.role:
        return None
    return contact


async def get_newcomer(visit: Visit, id_: str) -> Newcomer:
    """Whom the person invited, as long as they are what they were invited to be; else NotFound."""
    try:
        invitation = await find_invitation(visit.tx, UUID(hex=id_))
    except ValueError:
        raise NotFound("no id") from None
    if invitation is None or invitation.invited_by != visit.contact.id:
        raise NotFound("somebody else's invitation")
    contact = await _find_holder(visit.tx, invitation)
    if contact is None or not may_end(invitation, visit.now):
        raise NotFound("nobody holds it any more, or has for long")
    card = await find_volunteer_of(visit.tx, contact.id) if invitation.role in FIELD_ROLES else None
    if card is None:
        return Newcomer(invitation, contact, None, visit.words.label(f"team-role.{invitation.role.value}"))
    return Newcomer(invitation, contact, card.volunteer.id, card.name)


def may_end(invitation: Invitation, now: datetime) -> bool:
    """Whether it was used a short while ago."""
    return invitation.used_at is not None and now - invitation.used_at <= MAY_END_WITHIN


async def end_newcomer(visit: Visit, newcomer: Newcomer) -> None:
    """The wrong person: their rights are gone at once, and their leads somebody else's. Stale: try again."""
    if newcomer.volunteer_id is None:
        await revoke_role(visit.tx, newcomer.contact.telegram_id)
    else:
        await end_volunteer(visit.tx, visit.service, newcomer.volunteer_id, visit.now, actor=visit.contact.id)


async def needs_phone(visit: Visit) -> bool:
    """Whether the branch could not call this person of the field."""
    card = await find_volunteer_of(visit.tx, visit.contact.id)
    return card is not None and card.phone is None


async def keep_phone(visit: Visit, phone: str) -> bool:
    """The person's own number, for the branch alone; False when their record changed in that moment."""
    card = await find_volunteer_of(visit.tx, visit.contact.id)
    if card is None:
        raise NotFound("not in the field")
    sealed = seal_phone(visit.tx, card.volunteer.id, phone)
    return await change_volunteer(visit.tx, card.volunteer, phone=sealed)
