"""Somebody pretends to be the branch: staff are told at once, in the words of whoever met the impostor."""

from datetime import timedelta

from bot.cases.duty import list_takers
from bot.screens import Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import count_occasions, params_of, queue_message

IMPOSTOR_REPORT = "impostor-report"
LONGEST = 1000  # characters of a report
MOST_AN_HOUR = 5  # reports of one person; whoever has more to tell is asked to telephone
HOUR = timedelta(hours=1)


async def may_report(visit: Visit) -> bool:
    """Whether staff can be told once more: not when somebody has reported again and again within the hour."""
    told = await count_occasions(visit.tx, IMPOSTOR_REPORT, visit.contact.id, visit.now - HOUR)
    return told < MOST_AN_HOUR


async def report_impostor(visit: Visit, text: str) -> bool:
    """Tell everybody who takes cases; False when there is nobody who can be told.

    In the reply lane, so that it is with them within a minute whatever else is waiting. An update is handled
    once, so each report goes out, however soon after the last; what it is about is who reported.
    """
    takers = await list_takers(visit.tx)
    for contact in takers:
        await queue_message(
            visit.tx,
            contact.id,
            Lane.REPLY,
            IMPOSTOR_REPORT,
            visit.now,
            subject_id=visit.contact.id,
            params={"text": text, "name": visit.telegram_name},
        )
    return bool(takers)


async def render_impostor_report(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The report, which is not forwarded: it may name somebody who is innocent."""
    words, params = Wording(service.texts, contact.language), params_of(tx, message)
    text = words.render("safety-reported", name=str(params["name"]) or "-", text=str(params["text"]))
    return Screen(IMPOSTOR_REPORT, text, protected=True)
