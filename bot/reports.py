"""Somebody pretends to be the branch: staff are told at once, in the words of whoever met the impostor."""

from collections.abc import Sequence
from datetime import timedelta

from bot.cases.duty import list_takers
from bot.screens import Media, MediaKind, Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.database import Transaction
from storage.messages import count_occasions
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import params_of, queue_message

IMPOSTOR_REPORT = "impostor-report"
LONGEST = 1000  # characters of a report
MOST_PICTURES = 3
MOST_AN_HOUR = 5  # reports of one person; whoever has more to tell is asked to telephone
HOUR = timedelta(hours=1)


async def may_report(visit: Visit) -> bool:
    """Whether staff can be told once more: not when somebody has reported again and again within the hour."""
    told = await count_occasions(visit.tx, IMPOSTOR_REPORT, visit.contact.id, visit.now - HOUR)
    return told < MOST_AN_HOUR


async def report_impostor(visit: Visit, text: str, pictures: Sequence[str] = ()) -> bool:
    """Tell everybody who takes cases; False when there is nobody who can be told.

    In the reply lane, so that it is with them within a minute whatever else is waiting. `pictures` are
    Telegram's ids of photos: each follows the words as a message of its own. An update is handled once, so
    each report goes out, however soon after the last; what it is about is who reported.
    """
    told = [{"text": text}, *({"picture": file_id} for file_id in pictures)]
    takers = await list_takers(visit.tx)
    for contact in takers:
        for part in told:
            await _tell(visit, contact, part)
    return bool(takers)


async def _tell(visit: Visit, contact: Contact, part: dict[str, str]) -> None:
    await queue_message(
        visit.tx,
        contact.id,
        Lane.REPLY,
        IMPOSTOR_REPORT,
        visit.now,
        subject_id=visit.contact.id,
        params={**part, "name": visit.telegram_name},
    )


async def render_impostor_report(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The report, or a picture of it, which is not forwarded: it may name somebody who is innocent."""
    words, params = Wording(service.texts, contact.language), params_of(tx, message)
    name = str(params["name"]) or "-"
    if "picture" in params:
        media = Media(MediaKind.PHOTO, str(params["picture"]))
        text = words.render("safety-picture", name=name)
        return Screen(IMPOSTOR_REPORT, text, media=media, protected=True)
    told = str(params["text"]) or words.label("safety-wordless")
    return Screen(IMPOSTOR_REPORT, words.render("safety-reported", name=name, text=told), protected=True)
