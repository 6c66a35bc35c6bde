"""Somebody pretends to be the branch: staff are told at once, in the words of whoever met the impostor."""

from collections.abc import Sequence

from bot.cases.duty import list_takers
from bot.screens import Media, MediaKind, Screen
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording
from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import params_of, queue_message

IMPOSTOR_REPORT = "impostor-report"
LONGEST = 1000  # characters of a report
MOST_PICTURES = 3
MINUTES_APART = 2  # a second report of the same person within them is the same report, tapped twice


async def report_impostor(visit: Visit, text: str, pictures: Sequence[str] = ()) -> bool:
    """Tell everybody who takes cases; False when there is nobody who can be told.

    In the reply lane, so that it is with them within a minute whatever else is waiting. `pictures` are
    Telegram's ids of photos: each follows the words as a message of its own.
    """
    told = [{"text": text}, *({"picture": file_id} for file_id in pictures)]
    takers = await list_takers(visit.tx)
    for contact in takers:
        for place, part in enumerate(told):
            await _tell(visit, contact, part, place)
    return bool(takers)


async def _tell(visit: Visit, contact: Contact, part: dict[str, str], place: int) -> None:
    slot = int(visit.now.timestamp()) // (60 * MINUTES_APART)
    await queue_message(
        visit.tx,
        contact.id,
        Lane.REPLY,
        IMPOSTOR_REPORT,
        visit.now,
        params={**part, "name": visit.telegram_name},
        dedup_key=f"impostor:{visit.contact.id}:{contact.id}:{slot}" + (f":{place}" if place else ""),
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
