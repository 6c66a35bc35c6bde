"""Duty: who takes cases, who of them is there, and what colleagues call them."""

from collections.abc import Collection
from datetime import datetime, time
from uuid import UUID

from bot.access import Permission, is_allowed, roles_with
from bot.cases.policy import LEAVES
from bot.visits import Visit
from storage.cases import list_cases_owned
from storage.database import Transaction
from storage.models.contacts import Contact
from storage.officers import know_officer, off_duty_until, officer_names, set_off_duty
from storage.staff import find_role, list_staff
from storage.volunteers import names_by_contact


async def list_takers(tx: Transaction) -> list[Contact]:
    """Everybody who takes cases and can be reached."""
    return [contact for contact, _role in await list_staff(tx, roles_with(Permission.TAKE_CASES))]


async def list_approvers(tx: Transaction) -> list[Contact]:
    """Those to whom what nobody answers goes last."""
    return [contact for contact, _role in await list_staff(tx, roles_with(Permission.APPROVE))]


async def list_on_duty(tx: Transaction, moment: datetime) -> list[Contact]:
    """Those who take cases and are not off duty at a moment."""
    takers = await list_takers(tx)
    off = await off_duty_until(tx, [contact.id for contact in takers])
    return [contact for contact in takers if off.get(contact.id, moment) <= moment]


async def takes_cases(tx: Transaction, contact: Contact) -> bool:
    """Whether somebody takes cases, as the database has it now."""
    return is_allowed(await find_role(tx, contact.telegram_id), Permission.TAKE_CASES)


async def name_of(tx: Transaction, contact_id: UUID | None) -> str:
    """What colleagues call an officer; empty when nobody knows."""
    return (await names_of(tx, [contact_id])).get(contact_id, "") if contact_id else ""


async def names_of(tx: Transaction, contact_ids: Collection[UUID]) -> dict[UUID, str]:
    """What colleagues call these officers: as their Telegram does, or as they are called in the field."""
    return await names_by_contact(tx, contact_ids) | await officer_names(tx, contact_ids)


async def show_up(visit: Visit) -> None:
    """Whoever works on cases has a name for colleagues from then on."""
    await know_officer(visit.tx, visit.contact.id, visit.telegram_name or visit.words.label("cases-somebody"))


async def go_off_duty(visit: Visit, leave: str) -> int:
    """No cards for some days; how many open cases stay theirs. KeyError for a leave that there is not."""
    service = visit.service
    begins = datetime.combine(service.today(), time(), service.zone)
    await show_up(visit)
    await set_off_duty(visit.tx, visit.contact.id, begins + LEAVES[leave])
    return len(await list_cases_owned(visit.tx, visit.contact.id))


async def come_on_duty(visit: Visit) -> None:
    """Cards come again."""
    await show_up(visit)
    await set_off_duty(visit.tx, visit.contact.id, None)


async def off_until(visit: Visit) -> datetime | None:
    """Until when the visitor is off duty; None when they are on it."""
    until = (await off_duty_until(visit.tx, [visit.contact.id])).get(visit.contact.id)
    return until if until is not None and until > visit.now else None
