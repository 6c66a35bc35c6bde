"""Opt-outs: what /berhenti ends, and whether a message is still wanted when its turn has come."""

from datetime import timedelta

from bot.access import is_allowed
from bot.consents import STOPPABLE, newest, withdraw_consent
from bot.notices import DUTIES, GROUNDS, Ground
from bot.visits import Visit
from storage.campaign_taps import STOP, find_latest_received, note_tap
from storage.consents import has_agreed, list_consents
from storage.contacts import opt_out
from storage.database import Transaction
from storage.models.consents import Purpose
from storage.models.contacts import Contact
from storage.models.messages import Message
from storage.outbox import cancel_messages_to
from storage.staff import find_role

ANSWERS_TO_CAMPAIGN = timedelta(days=2)
"""A /berhenti or /lapor so soon after a campaign is counted as an answer to it."""


async def stop_messages(visit: Visit) -> None:
    """End what goes out by consent only: consents are withdrawn, and what waits is cancelled."""
    await opt_out(visit.tx, visit.contact.id, visit.now)
    answered = await find_latest_received(visit.tx, visit.contact.id, visit.now - ANSWERS_TO_CAMPAIGN)
    if answered is not None:
        await note_tap(visit.tx, answered, visit.contact.id, STOP, visit.now)
    for consent in newest(await list_consents(visit.tx, visit.contact.id)):
        if consent.granted and consent.purpose in STOPPABLE:
            await withdraw_consent(visit, consent, "stop")
    stopped = [kind for kind, ground in GROUNDS.items() if isinstance(ground, Purpose)]
    await cancel_messages_to(visit.tx, visit.contact.id, stopped, visit.now, "the person said stop")


async def is_wanted(tx: Transaction, message: Message, contact: Contact) -> bool:
    """Whether the ground a message was queued on still holds, as the database has it now.

    A duty ends with its role: who was one of the branch's people an hour ago is told nothing any more.
    """
    ground = GROUNDS[message.kind]
    if isinstance(ground, Purpose):
        return await has_agreed(tx, message.contact_id, ground)
    if ground is Ground.DUTY:
        return is_allowed(await find_role(tx, contact.telegram_id), DUTIES[message.kind])
    return True
