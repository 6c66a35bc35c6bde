"""An hour before an appointment, whoever has agreed to it is reminded."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from bot.leads.notices import describe_lead
from bot.leads.subjects import unchanged_lead_about
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.followups import find_follow_up
from storage.leads import list_holders
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.models.timers import Timer
from storage.outbox import NewMessage, queue_messages

APPOINTMENT = "appointment"
LATENESS = timedelta(minutes=50)  # later than that the hour has come


async def remind_of_appointments(
    tx: Transaction, _service: Service, timers: Sequence[Timer], now: datetime
) -> None:
    """Queue the reminder of each appointment that still stands as it was made, all in a few statements."""
    holders = await list_holders(tx, [timer.subject_id for timer in timers])
    messages = [
        _reminder(timer, holders[timer.subject_id][1])
        for timer in timers
        if timer.subject_id in holders and holders[timer.subject_id][0] == timer.version
    ]
    await queue_messages(tx, messages, now)


def _reminder(timer: Timer, contact_id: UUID) -> NewMessage:
    params: dict[str, object] = {"version": timer.version}
    late_after = timer.due_at + LATENESS
    return NewMessage(contact_id, Lane.REMINDER, APPOINTMENT, timer.subject_id, late_after, params)


async def render_appointment(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """Whom to meet, where and when; nothing when it was changed meanwhile."""
    card = await unchanged_lead_about(tx, message)
    if card is None:
        return None
    follow_up = await find_follow_up(tx, card.lead.id)
    if follow_up is None:
        return None
    words = Wording(service.texts, contact.language)
    at = service.moment(follow_up.due_at, contact.language)
    text = words.render("followups-appointment", at=at, **describe_lead(words, service, card))
    open_ = Button(words.label("leads-open"), Action("followups", "show", card.lead.number))
    return Screen(APPOINTMENT, text, ((open_,),), protected=True)
