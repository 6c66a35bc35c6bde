"""Finding leads by what people have in hand: a number, a phone, or a whole word of a name."""

from bot.access import Permission, is_allowed
from bot.leads.rights import standing_of
from bot.names import normalise_words
from bot.phones import read_phone
from bot.visits import Visit
from storage.leads import LeadCard, find_lead_by_number, list_leads_by_phone, list_leads_by_words
from storage.types import read_number

FOUND_AT_MOST = 8
LOOKED_THROUGH = 500  # found of the whole branch, before what is not theirs is left out


async def search_leads(visit: Visit, text: str) -> list[LeadCard]:
    """The leads that typed text means, the newest first; a coordinator finds those of their area alone.

    The indexes are blind, so words must be whole.
    """
    visit.require(Permission.SEE_TEAM)
    found = await _search(visit, text)
    theirs = [card for card in found if await standing_of(visit, card.lead) is not None]
    return theirs[:FOUND_AT_MOST]


async def _search(visit: Visit, text: str) -> list[LeadCard]:
    number = read_number(text)
    if number is not None:
        card = await find_lead_by_number(visit.tx, number)
        if card is not None:
            return [card]
    at_most = FOUND_AT_MOST if is_allowed(visit.role, Permission.SEE_LEADS) else LOOKED_THROUGH
    phone = read_phone(text).phone
    if phone is not None:
        return await list_leads_by_phone(visit.tx, phone, limit=at_most)
    return await list_leads_by_words(visit.tx, normalise_words(text), limit=at_most)
