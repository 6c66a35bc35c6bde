"""What staff of campaigns are called: they have a name in the database only where they did something."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.campaign_events import (
    add_campaign_event,
    list_campaign_events,
    list_events_of,
    open_campaign_details,
)
from storage.contacts import find_contact
from storage.database import Transaction
from storage.models.campaigns import Campaign, CampaignEvent
from storage.models.contacts import Contact
from storage.models.staff import Role
from storage.officers import officer_names
from storage.staff import find_role

NAMED = "named"
TAIL = 4  # last digits of a Telegram id, for whoever has no name here yet


async def note_name(visit: Visit, campaign: Campaign) -> None:
    """Write down, sealed, what Telegram calls whoever acts now."""
    if visit.telegram_name:
        await _note(visit.tx, visit.service, visit.contact.id, campaign, visit.telegram_name)


async def note_known_name(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> None:
    """The same for whoever acts from the shell, where Telegram says no name: the last one known."""
    if name := (await names_known(tx, [by])).get(by):
        await _note(tx, service, by, campaign, name)


async def _note(tx: Transaction, service: Service, by: UUID, campaign: Campaign, name: str) -> None:
    now = service.clock.now()
    await add_campaign_event(tx, campaign.id, NAMED, now, actor=by, details={"name": name})


async def names_known(tx: Transaction, contact_ids: Sequence[UUID]) -> dict[UUID, str]:
    """What those of these people were called who did something: at their last deed, or with a case."""
    events = await list_events_of(tx, contact_ids, NAMED)
    noted = {event.actor_contact_id: _name(tx, event) for event in events}
    called = {contact_id: name for contact_id, name in noted.items() if contact_id and name}
    return await officer_names(tx, contact_ids) | called


def _name(tx: Transaction, event: CampaignEvent) -> str:
    return str(open_campaign_details(tx, event).get("name") or "")


async def maker_name(tx: Transaction, words: Wording, campaign: Campaign) -> str:
    """The name of whoever made it, else their role and the end of their id; empty once they were erased."""
    if campaign.made_by is None:
        return ""
    for event in await list_campaign_events(tx, campaign.id):
        if event.kind == NAMED and event.actor_contact_id == campaign.made_by and (name := _name(tx, event)):
            return name
    contact = await find_contact(tx, campaign.made_by)
    if contact is None:
        return ""
    known = (await names_known(tx, [contact.id])).get(contact.id)
    return known or role_and_tail(words, contact, await find_role(tx, contact.telegram_id))


async def list_labels(
    tx: Transaction, words: Wording, staff: Sequence[tuple[Contact, Role]]
) -> list[tuple[Contact, str]]:
    """Whom a button means: by name, where one is known and nobody else here bears it."""
    names = await names_known(tx, [contact.id for contact, _ in staff])
    shared = Counter(names.values())

    def label(contact: Contact, role: Role) -> str:
        name = names.get(contact.id, "")
        if shared[name] != 1:
            return role_and_tail(words, contact, role, name)
        return words.label("campaigns-test-named", name=name, role=_role(words, role))

    return [(contact, label(contact, role)) for contact, role in staff]


def _role(words: Wording, role: Role) -> str:
    """What staff are; whoever is none any more is told of without."""
    return words.label("campaigns-test-former" if role is Role.WORKER else f"team-role.{role.value}")


def role_and_tail(words: Wording, contact: Contact, role: Role, name: str = "") -> str:
    """Which of several it is, where a name does not tell."""
    return words.label(
        "campaigns-test-staff", role=name or _role(words, role), tail=str(contact.telegram_id)[-TAIL:]
    )
