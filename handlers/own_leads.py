"""What the worker says of their own registration: called or not, paid or not, call me again."""

from functools import partial

from bot.consents import answer_consent
from bot.desk import Desk
from bot.errors import NotFound, Stale
from bot.leads.complaints import complain, note_contacted
from bot.leads.outcomes import record_outcome
from bot.leads.payments import note_paid_again, plan_payment
from bot.leads.reopening import reopen_lead
from bot.leads.rights import read_seen, require_version
from bot.screens import Screen
from bot.visits import HOME, Visit
from handlers.routes import Routes
from storage.leads import LeadCard, find_lead_by_number
from storage.models.consents import Purpose


async def _own(visit: Visit, number: str) -> LeadCard:
    card = await find_lead_by_number(visit.tx, number)
    if card is None or card.lead.contact_id != visit.contact.id:
        raise NotFound("the registration is somebody else's")
    return card


def _say(visit: Visit, key: str) -> None:
    """Said by itself: the screen the worker is on may promise what came long ago."""
    words = visit.words
    screen = Screen("own-lead", words.render(key), (words.ways_out(),))
    visit.say(screen.at_version(visit.place.version))


async def confirm(visit: Visit, id_: str, outcome: str) -> None:
    """Ya or Belum to "sudah bayar pertama?": only the worker's yes is the end."""
    number, version = read_seen(id_)
    card = await _own(visit, number)
    try:
        require_version(card.lead, version)
        lead = await record_outcome(Desk.of(visit), card, outcome)
    except Stale:
        _say(visit, "news-stale")
    else:
        await plan_payment(visit.tx, visit.service, lead, visit.now)
        await visit.go(HOME, thanks=True)


async def contacted(visit: Visit, number: str) -> None:
    card = await _own(visit, number)
    try:
        await note_contacted(Desk.of(visit), card)
    except Stale:
        _say(visit, "news-stale")
        return
    await visit.go(HOME, thanks=True)


async def not_contacted(visit: Visit, number: str) -> None:
    """Nobody called: it goes up at once."""
    card = await _own(visit, number)
    try:
        await complain(Desk.of(visit), card)
    except Stale:
        _say(visit, "news-stale")
        return
    _say(visit, "news-complained" if card.lead.owner_id else "news-complained-office")


async def call_again(visit: Visit, number: str) -> None:
    card = await _own(visit, number)
    try:
        await reopen_lead(Desk.of(visit), card)
    except Stale:
        _say(visit, "news-stale")
        return
    _say(visit, "news-reopened")


async def paid_again(visit: Visit, number: str) -> None:
    """This month is paid."""
    try:
        await note_paid_again(Desk.of(visit), await _own(visit, number))
    except Stale:
        _say(visit, "news-stale")
        return
    await visit.go(HOME, thanks=True)


async def no_reminders(visit: Visit, number: str) -> None:
    """One tap, and no reminder comes any more."""
    await _own(visit, number)
    await answer_consent(visit, Purpose.REMINDERS, granted=False)
    _say(visit, "payments-stopped")


def register(routes: Routes) -> None:
    routes.action("own-lead", "paid", partial(confirm, outcome="confirmed"), anywhere=True)
    routes.action("own-lead", "unpaid", partial(confirm, outcome="not-paid"), anywhere=True)
    routes.action("own-lead", "contacted-yes", contacted, anywhere=True)
    routes.action("own-lead", "contacted-no", not_contacted, anywhere=True)
    routes.action("own-lead", "paid-again", paid_again, anywhere=True)
    routes.action("own-lead", "no-reminders", no_reminders, anywhere=True)
    routes.action("own-lead", "call-again", call_again, anywhere=True)
