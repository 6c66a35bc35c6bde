"""Who may be registered already, looked for before Kirim: by phone, and by an alike name of the village."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.leads.merging import stands_for
from bot.leads.review_policy import COMPARED_AT_MOST
from bot.leads.reviewing import find_rule
from bot.leads.rights import standing_of
from bot.leads.routing import covers
from bot.names import normalise_words, same_name_key
from bot.registration.drafts import Draft
from bot.visits import Visit
from storage.leads import LeadCard, find_lead, find_same_lead
from storage.models.leads import Lead, Routing
from storage.reviews import list_namesakes, list_same_phone
from storage.volunteers import find_volunteer_of, list_postings

SHOWN_AT_MOST = 3


class Alike(StrEnum):
    """In what a record is like the one in the form, the surest first."""

    PERSON = "person"  # this phone and this name: no second record is made
    PHONE_AND_NAME = "phone-and-name"
    PHONE = "phone"  # of another name: families share one
    NAME = "name"  # an alike name of the same village, with another phone


@dataclass(frozen=True, slots=True)
class Duplicates:
    """In what somebody is alike who is registered already; of those leads, the ones the person may see."""

    alike: Alike
    theirs: tuple[LeadCard, ...]


async def find_duplicates(visit: Visit, draft: Draft) -> Duplicates | None:
    """The surest kind of likeness there is; None as long as nobody is like the person in the form."""
    answers = draft.state.answers
    name, phone = str(answers.get("name", "")), str(answers.get("phone", ""))
    person = await _same_person(visit, phone, name)
    if person is not None:
        return await _told(visit, Alike.PERSON, [person])
    of_phone = await list_same_phone(visit.tx, phone)
    of_name = [card for card in of_phone if find_rule(name, card.name, same_phone=True)]
    if of_phone:
        return await _told(visit, Alike.PHONE_AND_NAME if of_name else Alike.PHONE, of_name or of_phone)
    nearby = await _namesakes(visit, name, str(answers.get("village", "")))
    return await _told(visit, Alike.NAME, nearby) if nearby else None


async def _same_person(visit: Visit, phone: str, name: str) -> LeadCard | None:
    """Whom this phone and name are recorded for already, as the lead that stands for them."""
    same = await find_same_lead(visit.tx, phone, same_name_key(name))
    return await find_lead(visit.tx, (await stands_for(visit.tx, same)).id) if same else None


async def _namesakes(visit: Visit, name: str, village: str) -> list[LeadCard]:
    """Those of an alike name, as far as the person may know that there is one.

    A name is quickly guessed, a phone is not: only whoever works in the village is told of its names, and
    of those who asked for the office alone only whoever sees them anyway.
    """
    found = await list_namesakes(visit.tx, normalise_words(name), village, limit=COMPARED_AT_MOST)
    alike = [card for card in found if find_rule(name, card.name, same_phone=False)]
    works_there = bool(alike) and await _works_in(visit, village)
    return [
        card
        for card in alike
        if (works_there and card.lead.routing is not Routing.OFFICE) or await _is_theirs(visit, card.lead)
    ]


async def _works_in(visit: Visit, village: str) -> bool:
    own = await find_volunteer_of(visit.tx, visit.contact.id)
    postings = await list_postings(visit.tx, own.volunteer.id) if own else []
    return any(post.group_id is None and covers(post.area_code, village) for post in postings)


async def _told(visit: Visit, alike: Alike, cards: Sequence[LeadCard]) -> Duplicates:
    theirs = [card for card in cards if await _is_theirs(visit, card.lead)]
    return Duplicates(alike, tuple(theirs[:SHOWN_AT_MOST]))


async def _is_theirs(visit: Visit, lead: Lead) -> bool:
    """Whether the person could look at it anyway."""
    return await standing_of(visit, lead) is not None
