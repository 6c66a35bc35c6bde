"""Joining the field and leaving it: the pledge, the profile, and what happens to open leads."""

from datetime import date, datetime
from functools import partial
from uuid import UUID

from bot.digests import plan_digest
from bot.errors import NotFound, Stale
from bot.invitations import FIELD_ROLES, territory_of, use_invitation
from bot.leads.assigning import pass_on
from bot.leads.moving import move_all
from bot.leads.silence import Silent, offer_leads
from bot.leads.stages import waits_for_owner
from bot.service import Service
from bot.visits import Visit
from storage.contacts import find_contact
from storage.database import Transaction
from storage.followups import ready_of
from storage.leads import list_open_of
from storage.models.contacts import Contact
from storage.models.invitations import Invitation
from storage.models.leads import LeadEventKind
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.staff import forget_role, grant_role, revoke_role
from storage.volunteers import (
    add_volunteer,
    change_volunteer,
    delete_volunteer,
    find_volunteer,
    find_volunteer_of,
    find_volunteer_record,
    post,
)

PLEDGE = "team-pledge"
PLEDGE_VERSION = "2026-11"


async def join(visit: Visit, invitation: Invitation) -> None:
    """The person agrees to the pledge and becomes what the invitation says; Stale when it was used."""
    await use_invitation(visit, invitation)
    await grant_role(visit.tx, visit.contact.telegram_id, invitation.role, visit.now)
    if invitation.role in FIELD_ROLES:
        volunteer = await _known_or_new(visit, invitation)
        await _pledge(visit, volunteer, invitation.role)
        await plan_digest(visit.tx, visit.service, volunteer, visit.now)
        where = territory_of(invitation)
        await post(visit.tx, volunteer.id, visit.now, territory=where, group_id=invitation.group_id)


async def _known_or_new(visit: Visit, invitation: Invitation) -> Volunteer:
    """The record the invitation is for, the person's own - also one that had ended -, or a new one."""
    if invitation.volunteer_id is not None:
        known = await find_volunteer(visit.tx, invitation.volunteer_id)
    else:
        known = await find_volunteer_record(visit.tx, visit.contact.id)
    if known is not None:
        return known.volunteer
    name = visit.telegram_name or visit.words.label("team-nameless")
    return await add_volunteer(
        visit.tx,
        invitation.role,
        name,
        visit.now,
        contact_id=visit.contact.id,
        coordinator_id=invitation.coordinator_id,
    )


async def _pledge(visit: Visit, volunteer: Volunteer, role: Role) -> None:
    """Recorded with the words it was given to: nothing is forwarded, no money is ever taken.

    Whoever comes back, or is asked to be something else, is active as what they were invited for.
    """
    changed = await change_volunteer(
        visit.tx,
        volunteer,
        role=role,
        is_active=True,
        ended_at=None,
        contact_id=visit.contact.id,
        pledge_version=PLEDGE_VERSION,
        pledge_hash=visit.service.texts.hash(visit.language, PLEDGE),
        pledged_at=visit.now,
    )
    if not changed:
        raise Stale


async def end_volunteer(
    tx: Transaction, service: Service, volunteer_id: UUID, now: datetime, *, actor: UUID | None
) -> int:
    """Take somebody out of the field at once: rights gone, open leads given to others, numbers withdrawn.

    How many leads moved on. NotFound when there is nobody, Stale when somebody changed them meanwhile.
    """
    card = await find_volunteer(tx, volunteer_id)
    if card is None or not card.volunteer.is_active:
        raise NotFound("nobody active")
    moves = partial(move_all, tx, service, volunteer_id, now, kind=LeadEventKind.OWNER_LEFT, actor=actor)
    async with tx.attempt():
        moved = await moves()
        if not await change_volunteer(tx, card.volunteer, is_active=False, ended_at=now):
            raise Stale
    await _revoke(tx, card.volunteer)
    return moved + await moves()  # what they were given before their row was ours


async def forget_volunteer(tx: Transaction, service: Service, contact: Contact, now: datetime) -> None:
    """Take somebody who wants nothing kept out of the field, and delete their record and role there."""
    card = await find_volunteer_record(tx, contact.id)
    if card is None:
        return
    if card.volunteer.is_active:
        await end_volunteer(tx, service, card.volunteer.id, now, actor=contact.id)
    await delete_volunteer(tx, card.volunteer.id)
    await forget_role(tx, contact.telegram_id, FIELD_ROLES)


async def act_for(visit: Visit, volunteer: Volunteer) -> None:
    """The coordinator enters for somebody without Telegram from now on: only so are they given leads.

    NotFound when the person is no coordinator, or the volunteer has Telegram; Stale when they were changed
    since they were read.
    """
    own = await find_volunteer_of(visit.tx, visit.contact.id)
    if own is None or own.volunteer.role is not Role.COORDINATOR or volunteer.contact_id is not None:
        raise NotFound("nobody to act for")
    if not await change_volunteer(visit.tx, volunteer, coordinator_id=own.volunteer.id):
        raise Stale


async def go_on_leave(
    tx: Transaction, service: Service, volunteer: Volunteer, until: date, now: datetime
) -> None:
    """New leads go elsewhere until that day; what was not taken yet moves on, the rest is offered to others.

    Stale when the volunteer was changed since they were read.
    """
    async with tx.attempt():
        await _pass_on_untaken(tx, service, volunteer, now)
        if not await change_volunteer(tx, volunteer, leave_until=until):
            raise Stale
    # what they were given before their row was ours:
    taken = await _pass_on_untaken(tx, service, volunteer, now)
    await offer_leads(tx, service, taken, now)


async def _pass_on_untaken(
    tx: Transaction, service: Service, volunteer: Volunteer, now: datetime
) -> list[Silent]:
    """Give what somebody has not taken yet to others; what they have taken."""
    leads = [card.lead for card in await list_open_of(tx, volunteer.id)]
    ready = await ready_of(tx, [lead.id for lead in leads])
    untaken = [lead for lead in leads if waits_for_owner(lead, ready.get(lead.id))]
    if untaken:
        kind = LeadEventKind.OWNER_ON_LEAVE
        await pass_on(tx, service, untaken, now, kind=kind, actor=volunteer.contact_id)
    return [Silent(lead, ready[lead.id]) for lead in leads if lead not in untaken and lead.id in ready]


async def _revoke(tx: Transaction, volunteer: Volunteer) -> None:
    contact = await find_contact(tx, volunteer.contact_id) if volunteer.contact_id else None
    if contact is not None:
        await revoke_role(tx, contact.telegram_id)
