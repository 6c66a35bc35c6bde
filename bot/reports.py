"""Somebody pretends to be the branch: staff are told at once, in the words of whoever met the impostor."""

from bot.cases.duty import list_takers
from bot.screens import Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import params_of, queue_message

IMPOSTOR_REPORT = "impostor-report"
LONGEST = 1000  # characters of a report
MINUTES_APART = 2  # a second report of the same person within them is the same report, tapped twice


async def report_impostor(visit: Visit, text: str) -> bool:
    """Tell everybody who takes cases; False when there is nobody who can be told.

    In the reply lane, so that it is with them within a minute whatever else is waiting.
    """
    slot = int(visit.now.timestamp()) // (60 * MINUTES_APART)
    takers = await list_takers(visit.tx)
    for contact in takers:
        await queue_message(
            visit.tx,
            contact.id,
            Lane.REPLY,
            IMPOSTOR_REPORT,
            visit.now,
            params={"text": text, "name": visit.telegram_name},
            dedup_key=f"impostor:{visit.contact.id}:{contact.id}:{slot}",
        )
    return bool(takers)


async def render_impostor_report(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The report, which is not forwarded: it may name somebody who is innocent."""
    words, params = Wording(service.texts, contact.language), params_of(tx, message)
    text = words.render("safety-reported", name=str(params["name"]) or "-", text=str(params["text"]))
    return Screen(IMPOSTOR_REPORT, text, protected=True)
