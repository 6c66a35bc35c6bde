"""The live count of a group night: one message to its host, edited as people register."""

from datetime import datetime, timedelta
from uuid import UUID

from bot.screens import Action, Button, Rows, Screen
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.gatherings import count_gathered, find_gathering
from storage.messages import list_sent
from storage.models.contacts import Contact
from storage.models.gatherings import Gathering
from storage.models.messages import Lane, Message
from storage.outbox import queue_message
from storage.sources import find_source

GATHERING_COUNT = "gathering-count"
EVERY = timedelta(seconds=3)  # at most one edit in so long: a chat takes one message a second
SLACK = timedelta(seconds=1)  # for what commits at the very end of such a stretch


async def update_count(tx: Transaction, gathering: Gathering, now: datetime) -> None:
    """See to it that the host's count is brought up to date within some seconds, however many register."""
    if gathering.host_id is None:
        return
    due_at = _end_of_stretch(now) + SLACK
    await queue_message(
        tx,
        gathering.host_id,
        Lane.NOTICE,
        GATHERING_COUNT,
        now,
        subject_id=gathering.id,
        due_at=due_at,
        dedup_key=f"{GATHERING_COUNT}:{gathering.id}:{due_at.timestamp():.0f}",
    )


def _end_of_stretch(now: datetime) -> datetime:
    seconds = EVERY.total_seconds()
    return now + timedelta(seconds=seconds - now.timestamp() % seconds)


async def render_count(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """How many there are, counted at send, in place of the count before."""
    gathering = await find_gathering(tx, message.subject_id) if message.subject_id else None
    source = await find_source(tx, gathering.code) if gathering else None
    if gathering is None or source is None or gathering.host_id != contact.id:
        return None
    words = Wording(service.texts, contact.language)
    turnout = await count_gathered(tx, gathering.id)
    text = words.render(
        "gatherings-count",
        label=source.label,
        count=str(turnout.all),
        typed=str(turnout.on_behalf),
        at=service.short_moment(service.clock.now()),
    )
    open_ = Button(words.label("gatherings-open"), Action("gatherings", "show"))
    rows: Rows = ((open_,),) if gathering.closed_at is None else ()
    return Screen(GATHERING_COUNT, text, rows, replaces=await _standing(tx, gathering.id))


async def _standing(tx: Transaction, gathering_id: UUID) -> int | None:
    """The message that shows the count already."""
    sent = await list_sent(tx, GATHERING_COUNT, [gathering_id])
    return sent[0].telegram_message_id if sent else None
