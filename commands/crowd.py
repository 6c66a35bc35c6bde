"""What the demo knows of its crowd: who agreed to campaigns, who registered once, where they live."""

from datetime import datetime, timedelta
from uuid import UUID

from bot.consents import TEXT_KEYS, TEXT_VERSION
from bot.names import normalise_words, same_name_key
from bot.service import Service
from playground.crowd import APPROVER
from playground.people import Person
from storage.consents import record_consent
from storage.contacts import meet_contact, note_source, opt_out
from storage.database import Database, Transaction
from storage.leads import NewLead, add_lead, change_lead
from storage.models.consents import Purpose
from storage.models.leads import LeadState, Routing
from storage.models.staff import Role
from storage.staff import grant_role
from storage.types import new_number

VILLAGES = ("36.04.12.2001", "36.04.12.2002", "36.04.12.2003", "36.73.01.1001", "36.04.15.2001")
OCCUPATIONS = ("fisher", "farmer", "trader", "transport", "daily")
SOURCES = ("nelayan-karangantu", "desa-pontang", "pasar-rau")
BEGAN_AGO = timedelta(days=40)
NEVER_ASKED_EVERY, STOPPED_EVERY, UNREGISTERED_EVERY = 17, 23, 4  # one in so many


async def settle_crowd(database: Database, service: Service, people: list[Person]) -> None:
    """Write the crowd down as people who came some weeks ago, in one transaction."""
    began = service.clock.now() - BEGAN_AGO
    async with database.transaction() as tx:
        await grant_role(tx, APPROVER.id, Role.APPROVER, began)
        for number, person in enumerate(people):
            await _settle(tx, service, person, number, began)


async def _settle(tx: Transaction, service: Service, person: Person, number: int, began: datetime) -> None:
    contact = await meet_contact(tx, person.id, began)
    await note_source(tx, contact, SOURCES[number % len(SOURCES)])
    if number % NEVER_ASKED_EVERY:
        await _agree(tx, service, contact.id, began)
    if number % STOPPED_EVERY == STOPPED_EVERY - 1:
        await opt_out(tx, contact.id, began)
    if number % UNREGISTERED_EVERY:
        await _register(tx, contact.id, person, number, began)


async def _agree(tx: Transaction, service: Service, contact_id: UUID, at: datetime) -> None:
    await record_consent(
        tx,
        contact_id,
        Purpose.CAMPAIGNS,
        at,
        granted=True,
        text_version=TEXT_VERSION,
        text_hash=service.texts.hash("id", TEXT_KEYS[Purpose.CAMPAIGNS]),
        language="id",
    )


async def _register(tx: Transaction, contact_id: UUID, person: Person, number: int, at: datetime) -> None:
    """Somebody who was visited, and was not ready yet: closed, so that no volunteer owes them a visit."""
    name = f"{person.first_name} {person.last_name}"
    new = NewLead(
        contact_id=contact_id,
        routing=Routing.OFFICE,
        name=name,
        name_key=same_name_key(name),
        name_words=normalise_words(name),
        phone=f"+{person.international_phone()}",
        for_family=False,
        occupation=OCCUPATIONS[number % len(OCCUPATIONS)],
        occupation_detail=None,
        has_employees=None,
        age_group="upto39",
        already_covered="no",
        needs_check=False,
        village_code=VILLAGES[number % len(VILLAGES)],
        rt="003",
        rw="005",
        hamlet=None,
        call_time="morning",
        first_source=SOURCES[number % len(SOURCES)],
        last_source=None,
    )
    lead = await add_lead(tx, new, new_number(), at)
    if lead is not None:
        await change_lead(tx, lead, at, state=LeadState.DECLINED)
