"""Finding leads by what staff have in hand: a number, a phone, or a whole word of a name."""

from bot.access import Permission
from bot.names import normalise_words
from bot.phones import read_phone
from bot.visits import Visit
from storage.leads import LeadCard, find_lead_by_number, list_leads_by_phone, list_leads_by_words
from storage.types import read_number

FOUND_AT_MOST = 8


async def search_leads(visit: Visit, text: str) -> list[LeadCard]:
    """The leads that typed text means, the newest first; the indexes are blind, so words must be whole."""
    visit.require(Permission.SEE_LEADS)
    number = read_number(text)
    if number is not None:
        card = await find_lead_by_number(visit.tx, number)
        if card is not None:
            return [card]
    phone = read_phone(text).phone
    if phone is not None:
        return await list_leads_by_phone(visit.tx, phone, limit=FOUND_AT_MOST)
    return await list_leads_by_words(visit.tx, normalise_words(text), limit=FOUND_AT_MOST)
