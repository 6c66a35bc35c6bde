"""What has reached the branch: one list a day to those who see leads, never forty messages."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

from bot.access import Permission, roles_with
from bot.leads.notices import days_since
from bot.leads.tasks import tonight
from bot.screens import Action, Button, Screen
from bot.service import Service
from bot.wording import ON_A_BUTTON, Wording, shortened
from storage.database import Transaction
from storage.leads import count_open_of_branch
from storage.models.contacts import Contact
from storage.models.leads import Lead
from storage.models.messages import Lane, Message
from storage.models.timers import Timer
from storage.outbox import queue_message
from storage.staff import list_staff
from storage.tasks import Wanted, list_tasks
from storage.timers import set_timer, set_timers

BRANCH_LIST = "branch-list"
BRANCH = UUID(int=0)  # the subject of timers that are the branch's own
AT = time(8, 0)
LATENESS = timedelta(hours=6)
SHOWN = 8  # leads in one message; /tugas has them all


async def plan_branch_list(tx: Transaction, service: Service, now: datetime) -> None:
    """See to it that there is a next list; one that is planned stays as it is."""
    await set_timers(tx, BRANCH_LIST, [(BRANCH, service.calendar.next_office_hour(now, AT))], now)


async def send_branch_list(tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime) -> None:
    """Queue the day's list, if anything waits, and plan the next one."""
    await _plan_next(tx, service, now)
    if await count_open_of_branch(tx) == 0:
        return
    late_after = timers[0].due_at + LATENESS
    for contact, _role in await list_staff(tx, roles_with(Permission.SEE_LEADS)):
        await queue_message(tx, contact.id, Lane.NOTICE, BRANCH_LIST, now, late_after=late_after)


async def skip_branch_list(
    tx: Transaction, service: Service, _timers: Sequence[Timer], now: datetime
) -> None:
    """After hours of downtime the day has none; the next one is planned."""
    await _plan_next(tx, service, now)


async def _plan_next(tx: Transaction, service: Service, now: datetime) -> None:
    await set_timer(tx, BRANCH_LIST, BRANCH, service.calendar.next_office_hour(now, AT), now)


async def render_branch_list(
    tx: Transaction, service: Service, contact: Contact, _message: Message
) -> Screen | None:
    """The leads that are the branch's to move: how many, the worst of them, and the way to all.

    No names: a list that nobody opens again stands in chats for long.
    """
    count = await count_open_of_branch(tx)
    if not count:
        return None
    words = Wording(service.texts, contact.language)
    tasks = await list_tasks(tx, Wanted(None), service.clock.now(), tonight(service), limit=SHOWN)
    rows = tuple((_button(words, service, lead),) for _duty, lead, _band in tasks)
    every = Button(words.label("digests-all"), Action("followups", "list"))
    return Screen(BRANCH_LIST, words.render("leads-branch", count=count), (*rows, (every,)), protected=True)


def _button(words: Wording, service: Service, lead: Lead) -> Button:
    label = words.label(
        "leads-branch-one",
        number=lead.number,
        occupation=words.label(f"registration-occupation.{lead.occupation}"),
        days=days_since(service, lead),
    )
    return Button(shortened(label, ON_A_BUTTON), Action("followups", "show", lead.number))
