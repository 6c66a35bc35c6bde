"""The digest: one message a day at the volunteer's own hour, instead of one a lead."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.wording import Wording
from bot.working_hours import is_on_leave
from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.models.timers import Timer
from storage.models.volunteers import Volunteer
from storage.outbox import NewMessage, queue_messages
from storage.tasks import TaskCount, count_protected, count_tasks
from storage.timers import set_timer, set_timers
from storage.volunteers import find_volunteer_of, list_volunteers

DIGEST = "digest"
LATENESS = timedelta(hours=3)
PARTS_OF_DAY = ((time(11), "morning"), (time(15), "noon"), (time(18), "afternoon"), (time.max, "evening"))
"""Until when people wish each other which part of the day."""
TOMORROW = timedelta(days=1, hours=12)  # from the evening's digest to the end of the next day


async def plan_digest(tx: Transaction, service: Service, volunteer: Volunteer, now: datetime) -> None:
    """Set when somebody's next digest comes; called when they join and when they change their hours."""
    await set_timer(tx, DIGEST, volunteer.id, service.calendar.next_digest(volunteer, now), now)


async def send_digests(tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime) -> None:
    """Queue a digest for whoever is present and has something to do; everybody's next one is set."""
    volunteers = await _due(tx, service, timers, now)
    today = service.today()
    counts = await count_tasks(tx, [volunteer.id for volunteer in volunteers], now, now + TOMORROW)
    late_after = {timer.subject_id: timer.due_at + LATENESS for timer in timers}
    messages = [
        NewMessage(
            volunteer.contact_id, Lane.REMINDER, DIGEST, volunteer.id, late_after=late_after[volunteer.id]
        )
        for volunteer in volunteers
        if volunteer.contact_id is not None and volunteer.id in counts and not is_on_leave(volunteer, today)
    ]
    await queue_messages(tx, messages, now)


async def skip_digests(tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime) -> None:
    """After hours of downtime the day's digest is skipped, and the next one comes at its hour."""
    await _due(tx, service, timers, now)


async def _due(tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime) -> list[Volunteer]:
    """The active ones behind these timers, their next digest set."""
    ids: list[UUID] = [timer.subject_id for timer in timers]
    volunteers = [volunteer for volunteer in await list_volunteers(tx, ids) if volunteer.is_active]
    nexts = [(volunteer.id, service.calendar.next_digest(volunteer, now)) for volunteer in volunteers]
    await set_timers(tx, DIGEST, nexts, now)
    return volunteers


async def render_digest(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """What waits, counted at send; nothing when all is done by now."""
    card = await find_volunteer_of(tx, contact.id)
    if card is None or card.volunteer.id != message.subject_id:
        return None
    now = service.clock.now()
    counts = await count_tasks(tx, [card.volunteer.id], now, now + TOMORROW)
    count = counts.get(card.volunteer.id)
    if count is None:
        return None
    words = Wording(service.texts, contact.language)
    protected = await count_protected(tx, card.volunteer)
    text = words.joined(
        words.render(
            "digests-digest",
            greeting=_greeting(words, service, now),
            name=card.name,
            waiting=str(count.waiting),
            parts=_parts(words, count),
        ),
        words.render("digests-protected", count=str(protected)) if protected else "",
    )
    return Screen(DIGEST, text, _rows(words), protected=True)


def _greeting(words: Wording, service: Service, now: datetime) -> str:
    hour = now.astimezone(service.zone).time()
    return words.label(f"digests-greeting.{next(part for until, part in PARTS_OF_DAY if hour <= until)}")


def _parts(words: Wording, count: TaskCount) -> str:
    numbers = {"overdue": count.overdue, "appointed": count.appointed, "new": count.new}
    others = count.waiting - sum(numbers.values())
    if others > 0:
        numbers["others"] = others
    told = [
        words.label(f"digests-parts.{part}", count=str(number)) for part, number in numbers.items() if number
    ]
    return ", ".join(told)


def _rows(words: Wording) -> tuple[tuple[Button, ...], ...]:
    return (
        (
            Button(words.label("digests-one"), Action("followups", "first")),
            Button(words.label("digests-all"), Action("followups", "list")),
        ),
        (
            Button(words.label("digests-tomorrow"), Action("followups", "tomorrow")),
            Button(words.label("digests-leave"), Action("profile", "leave")),
        ),
    )
