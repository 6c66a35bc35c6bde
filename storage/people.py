"""What is known of contacts as people: the name, village and work of their own newest registration."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.leads import Lead


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A contact; what is empty was never told."""

    contact_id: UUID
    language: str
    name: str = ""
    village_code: str = ""
    occupation: str = ""


async def list_people(tx: Transaction, contact_ids: Collection[UUID]) -> dict[UUID, KnownPerson]:
    """Those of the contacts that are there; what they registered for others of the family is not theirs."""
    contacts = await tx.execute(select(Contact.id, Contact.language).where(col(Contact.id).in_(contact_ids)))
    people = {id_: KnownPerson(id_, language) for id_, language in contacts}
    leads = select(Lead).where(col(Lead.contact_id).in_(contact_ids), col(Lead.for_family).is_(False))
    for lead in (await tx.execute(leads.order_by(col(Lead.submitted_at), col(Lead.id)))).scalars():
        if lead.contact_id in people:
            known = people[lead.contact_id]
            name = tx.keys.open(lead.name, table="lead", column="name", id=lead.id)
            people[lead.contact_id] = KnownPerson(
                lead.contact_id, known.language, name, lead.village_code, lead.occupation
            )
    return people
