"""Claims: a worker whom somebody registered takes their record over, by a link and the two words."""

from bot.answers import normalise
from bot.errors import NotFound, PerisaiError
from bot.visits import Visit
from storage.lead_events import add_event, count_events
from storage.leads import LeadCard, change_lead, find_lead_by_number
from storage.models.leads import LeadEventKind, LeadState

LINK = "klaim_"
TRIES = 3  # of 450 pairs of words; then only staff can help


class ClaimRefused(PerisaiError):
    """The two words are wrong."""


async def open_claim(visit: Visit, code: str) -> LeadCard:
    """The record behind a claim's link; NotFound when there is nothing to claim, or it was tried too much."""
    number, _, proof = code.removeprefix(LINK).partition("_")
    card = await find_lead_by_number(visit.tx, number)
    if card is None or not proof or not _is_proof(visit, card, proof) or card.lead.contact_id is not None:
        raise NotFound("nothing to claim")
    if (
        card.lead.state is LeadState.MERGED
        or await count_events(visit.tx, card.lead.id, LeadEventKind.CLAIM_FAILED) >= TRIES
    ):
        raise NotFound("not any more")
    return card


def _is_proof(visit: Visit, card: LeadCard, proof: str) -> bool:
    """The index keys may have changed since the link was printed."""
    indexes = visit.tx.keys.blind_indexes(LINK, str(card.lead.id))
    return any(index[-20:] == proof for index in indexes)


async def claim(visit: Visit, card: LeadCard, words: str) -> None:
    """Take a record over; ClaimRefused, and counted, when these are not the two words."""
    if card.passphrase is None or normalise(words) != normalise(card.passphrase):
        await add_event(visit.tx, card.lead.id, LeadEventKind.CLAIM_FAILED, visit.now, actor=visit.contact.id)
        raise ClaimRefused
    if not await change_lead(visit.tx, card.lead, visit.now, contact_id=visit.contact.id):
        raise NotFound("somebody was faster")
    await add_event(visit.tx, card.lead.id, LeadEventKind.CLAIMED, visit.now, actor=visit.contact.id)
