"""One tap for what a contact gave; an appointment asks when, a refusal why."""

from datetime import datetime, time, timedelta
from functools import partial

from bot.access import Permission
from bot.errors import NotFound, Stale
from bot.leads.outcomes import Desk, Given, record_outcome
from bot.leads.policy import OUTCOMES, REASONS, Asks
from bot.leads.rights import Standing, read_seen
from bot.screens import Action, Button, Rows, Screen
from bot.visits import Visit
from handlers.followups.taking import lead_as_seen
from handlers.routes import Routes
from storage.leads import LeadCard
from storage.types import JsonObject

ASK = "task-ask"
WHENS: dict[str, tuple[int | None, time]] = {
    "today": (0, time(16, 0)),
    "tomorrow": (1, time(9, 0)),
    "saturday": (None, time(10, 0)),
}
"""Appointments by one tap: days from now (None: the coming Saturday) and the hour."""
SATURDAY = 5


async def tap(visit: Visit, id_: str, key: str) -> None:
    """An outcome was tapped: record it, or ask for what it needs first."""
    if OUTCOMES[key].asks in {Asks.WHEN, Asks.REASON}:
        await _mine(visit, id_)
        await visit.go(ASK, id=id_, outcome=key)
        return
    await _record(visit, id_, key, Given())


async def _record(visit: Visit, id_: str, key: str, given: Given) -> None:
    try:
        card = await _mine(visit, id_)
        await record_outcome(Desk.of(visit), card, key, given)
        visit.toast = visit.words.label("followups-recorded")
    except Stale:
        visit.toast = visit.words.label("followups-stale")
    await visit.go("task", number=read_seen(id_)[0])


async def _mine(visit: Visit, id_: str) -> LeadCard:
    card, standing = await lead_as_seen(visit, id_)
    if standing is Standing.COORDINATOR:
        raise NotFound
    return card


async def ask_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.FOLLOW_UP)
    id_, key = str(params.get("id")), str(params.get("outcome"))
    card = await _mine(visit, id_)
    words = visit.words
    asks = OUTCOMES[key].asks
    choices = WHENS if asks is Asks.WHEN else REASONS
    rows: Rows = tuple(
        (
            Button(
                words.label(f"followups-{asks.value}.{choice}"),
                Action("followups", f"{asks.value}-{choice}", id_),
            ),
        )
        for choice in choices
    )
    back = (Button(words.label("nav-back"), Action("followups", "show", card.lead.number)),)
    text = words.render(f"followups-ask-{asks.value}", name=card.name)
    return Screen(ASK, text, (*rows, back), protected=True)


async def choose_when(visit: Visit, id_: str, choice: str) -> None:
    await _answer(visit, id_, Given(due_at=_moment(visit, choice)))


async def choose_reason(visit: Visit, id_: str, choice: str) -> None:
    await _answer(visit, id_, Given(reason=choice))


async def _answer(visit: Visit, id_: str, given: Given) -> None:
    await _record(visit, id_, str(visit.place.params.get("outcome")), given)


def _moment(visit: Visit, choice: str) -> datetime:
    days, hour = WHENS[choice]
    today = visit.service.today()
    if days is None:
        days = (SATURDAY - today.weekday()) % 7 or 7
    return datetime.combine(today + timedelta(days=days), hour, visit.service.zone)


def register(routes: Routes) -> None:
    routes.screen(ASK, ask_screen)
    for key, outcome in OUTCOMES.items():
        if not outcome.by_worker:
            routes.action("followups", key, partial(tap, key=key), Permission.FOLLOW_UP)
    for choice in WHENS:
        routes.action(
            "followups", f"when-{choice}", partial(choose_when, choice=choice), Permission.FOLLOW_UP
        )
    for choice in REASONS:
        routes.action(
            "followups", f"reason-{choice}", partial(choose_reason, choice=choice), Permission.FOLLOW_UP
        )
