"""What the worker is told of their own registration: who will come, their two words, what came of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.leads.policy import WORKER_ASKED, WORKER_MAY_COMPLAIN_AFTER, Outcome
from bot.leads.subjects import lead_about
from bot.screens import Action, Button, Rows, Screen
from bot.service import Service
from bot.telling import tell
from bot.texts import Markup
from bot.wording import Wording
from storage.database import Transaction
from storage.leads import LeadCard, find_lead
from storage.messages import list_about
from storage.models.contacts import Contact
from storage.models.leads import CLOSED_STATES, Lead
from storage.models.messages import Lane, Message, MessageState
from storage.models.staff import Role
from storage.models.timers import Timer
from storage.outbox import params_of, queue_message
from storage.timers import set_timer
from storage.volunteers import VolunteerCard, find_volunteer

TAKEN = "lead-taken"
OUTCOME = "lead-outcome"
CONTACTED = "lead-contacted?"
CONTACTED_TIMER = "contacted?"
LATENESS = timedelta(days=2)


async def tell_taken(tx: Transaction, lead: Lead, now: datetime) -> None:
    """Tell the worker who will come, and the two words they will say."""
    await _tell(tx, lead, TAKEN, now)


async def tell_outcome(tx: Transaction, lead: Lead, outcome: Outcome, now: datetime) -> None:
    """Tell the worker what was recorded, where the policy says so; the first payment is asked about."""
    if outcome.tells_worker:
        await _tell(tx, lead, OUTCOME, now, params={"outcome": outcome.key, "version": lead.version})


async def _tell(
    tx: Transaction,
    lead: Lead,
    kind: str,
    now: datetime,
    params: dict[str, object] | None = None,
    *,
    late_after: datetime | None = None,
) -> None:
    """Nothing for a worker without Telegram: whoever registered them tells them."""
    if lead.contact_id is None:
        return
    until = late_after or now + LATENESS
    await queue_message(
        tx, lead.contact_id, Lane.NOTICE, kind, now, subject_id=lead.id, params=params, late_after=until
    )


async def plan_asking(tx: Transaction, service: Service, lead: Lead, now: datetime) -> None:
    """Have the worker asked in some days whether somebody called; whoever takes the lead has as many anew.

    From the day they registered: nobody may ever take it, and the receipt promised them a call.
    """
    if lead.contact_id is not None and lead.contacted_at is None:
        await set_timer(tx, CONTACTED_TIMER, lead.id, _awake(service, now + WORKER_MAY_COMPLAIN_AFTER), now)


def _awake(service: Service, moment: datetime) -> datetime:
    """This moment, or the first one after it at which a worker may be asked."""
    local, (begins, ends) = moment.astimezone(service.zone), WORKER_ASKED
    if begins <= local.time() < ends:
        return moment
    day = local.date() + timedelta(days=int(local.time() >= ends))
    return datetime.combine(day, begins, service.zone)


async def ask_contacted(tx: Transaction, _service: Service, timers: Sequence[Timer], now: datetime) -> None:
    """Some days after they registered, or somebody took the lead: was the worker called? Not where known."""
    for timer in timers:
        card = await find_lead(tx, timer.subject_id)
        if card is not None and card.lead.contacted_at is None and card.lead.state not in CLOSED_STATES:
            params: dict[str, object] = {"version": card.lead.version}
            await _tell(tx, card.lead, CONTACTED, now, params, late_after=timer.due_at + LATENESS)


async def render_taken(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """Who will come and what they say; nothing once the lead is somebody else's to take."""
    card = await _own(tx, contact, message)
    if card is None or card.lead.state in CLOSED_STATES:
        return None
    words = Wording(service.texts, contact.language)
    anew = words.render("news-taken-anew") if await _was_told(tx, card.lead) else ""
    return Screen(TAKEN, words.joined(await taken_text(tx, words, card), anew))


async def taken_text(tx: Transaction, words: Wording, card: LeadCard) -> Markup:
    """Who will come, and the two words by which they are known."""
    owner = await find_volunteer(tx, card.lead.owner_id) if card.lead.owner_id else None
    passphrase = words.render("news-taken", passphrase=card.passphrase or "-")
    return words.joined(_who_calls(words, owner), passphrase)


def _who_calls(words: Wording, owner: VolunteerCard | None) -> str:
    """A neighbour, whoever completes the registration, or the office."""
    if owner is None:
        return words.render("news-officer-calls")
    if owner.volunteer.role is Role.CLOSER:
        return words.render("news-closer-calls", name=owner.name)
    return words.render("news-volunteer-calls", name=owner.name)


async def _was_told(tx: Transaction, lead: Lead) -> bool:
    """Whether other two words stand in the worker's chat already."""
    return any(told.state is MessageState.SENT for told in await list_about(tx, (TAKEN,), lead.id))


async def render_outcome(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """What was recorded; "sudah bayar pertama" asks the worker, and only their yes makes it final."""
    card = await _own(tx, contact, message)
    if card is None:
        return None
    params = params_of(tx, message)
    words, outcome = Wording(service.texts, contact.language), str(params["outcome"])
    rows: Rows = ()
    if outcome == "paid":
        id_ = f"{card.lead.number}.{params['version']}"
        rows = (
            (_button(words, "news-paid-yes", "paid", id_), _button(words, "news-paid-no", "unpaid", id_)),
        )
    elif outcome == "unreached":
        rows = ((_button(words, "news-call-again", "call-again", card.lead.number),),)
    facts = service.facts_today
    return Screen(OUTCOME, tell(words, facts, f"news-{outcome}", phone=service.call_centre), rows)


async def render_contacted(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """Was the worker called? A no goes to the coordinator at once."""
    card = await _own(tx, contact, message)
    if card is None or card.lead.contacted_at is not None:
        return None
    words, id_ = Wording(service.texts, contact.language), card.lead.number
    yes = _button(words, "news-contacted-yes", "contacted-yes", id_)
    no = _button(words, "news-contacted-no", "contacted-no", id_)
    asked = "news-contacted" if card.lead.owner_id else "news-contacted-office"
    return Screen(CONTACTED, words.render(asked), ((yes, no),))


async def _own(tx: Transaction, contact: Contact, message: Message) -> LeadCard | None:
    card = await lead_about(tx, message)
    return card if card is not None and card.lead.contact_id == contact.id else None


def _button(words: Wording, key: str, verb: str, id_: str) -> Button:
    return Button(words.label(key), Action("own-lead", verb, id_))
