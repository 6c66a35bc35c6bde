"""One tap for what a contact gave; an appointment asks when, a refusal why."""

from datetime import date, datetime, time, timedelta
from functools import partial

from bot.access import Permission
from bot.errors import NotFound, Stale
from bot.leads.outcomes import Given, read_membership_number, record_outcome
from bot.leads.policy import ANSWERS, OUTCOMES, REASONS, Asks
from bot.leads.rights import Standing, get_lead_for, may_answer_for, read_seen, standing_of
from bot.leads.undoing import find_undoable
from bot.programme.formats import short_date
from bot.quotes import lang_of
from bot.said_times import is_about_time, read_day_and_hour
from bot.screens import Action, Button, Rows, Screen, in_rows
from bot.visits import Visit
from handlers.followups.taking import desk_at, lead_as_seen
from handlers.routes import Routes
from storage.leads import LeadCard, find_lead_by_number
from storage.types import JsonObject
from storage.volunteers import find_volunteer

ASK = "task-ask"
WHENS: dict[str, tuple[int | None, time]] = {
    "today": (0, time(16, 0)),
    "tomorrow": (1, time(9, 0)),
    "saturday": (None, time(10, 0)),
}
"""Appointments by one tap: days from now (None: the coming Saturday) and the hour."""
SATURDAY = 5
DAY = "task-day"
DONE = "task-done"
NUMBER = "task-number"
DAYS_ON_OFFER = 21
DAY_HOURS = (time(8, 0), time(10, 0), time(13, 0), time(16, 0), time(18, 45), time(20, 0))


async def tap(visit: Visit, id_: str, key: str) -> None:
    """An outcome was tapped: record it, or ask for what it needs first."""
    asks = OUTCOMES[key].asks
    if asks is Asks.NOTHING:
        await _record(visit, id_, key, Given())
        return
    await _mine(visit, id_)
    await visit.go(NUMBER if asks is Asks.NUMBER else ASK, id=id_, outcome=key)


async def answer_for(visit: Visit, id_: str, key: str) -> None:
    """A worker without Telegram said it to the branch; nobody else's to say."""
    card, standing = await get_lead_for(visit, read_seen(id_)[0])
    if not may_answer_for(card.lead, standing):
        raise NotFound(id_)
    await _record(visit, id_, key, Given())


async def _record(visit: Visit, id_: str, key: str, given: Given) -> None:
    try:
        card = await _mine(visit, id_)
        lead = await record_outcome(await desk_at(visit, card), card, key, given)
        visit.toast = visit.words.label("followups-recorded")
    except Stale:
        visit.toast = visit.words.label("followups-stale")
    else:
        if await standing_of(visit, lead) is None:
            await visit.go(DONE, number=lead.number)
            return
    await visit.go("task", number=read_seen(id_)[0])


async def done_screen(visit: Visit, params: JsonObject) -> Screen:
    """The lead is somebody else's with that: whose, and for ten minutes the way back."""
    visit.require(Permission.FOLLOW_UP)
    words, tasks = visit.words, (visit.words.button("followups-back", "followups", "list"),)
    card = await find_lead_by_number(visit.tx, str(params.get("number")))
    if card is None or not await find_undoable(visit.tx, card.lead, visit.contact.id, visit.now):
        return Screen(DONE, words.render("followups-moved-on"), (tasks, words.ways_out()))
    owner = await find_volunteer(visit.tx, card.lead.owner_id) if card.lead.owner_id else None
    text = words.render(
        "followups-handed-over",
        name=card.name,
        state=words.label(f"followups-state.{card.lead.state.value}"),
        owner=owner.name if owner else words.label("gatherings-office"),
    )
    undo = (words.button("followups-undo", "followups", "undo", card.lead.number),)
    rows = (undo, tasks, words.ways_out())
    return Screen(DONE, text, rows, protected=True, about=(card.lead.id,))


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
    choices = REASONS if asks is Asks.REASON else [c for c in WHENS if _moment(visit, c) > visit.now]
    rows: Rows = tuple(
        (
            Button(
                words.label(f"followups-{asks.value}.{choice}"),
                Action("followups", f"{asks.value}-{choice}", id_),
            ),
        )
        for choice in choices
    )
    if asks is Asks.WHEN:
        rows = (*rows, (words.button("followups-other-day", "followups", "other-day", id_),))
    back = (Button(words.label("nav-back"), Action("followups", "show", card.lead.number)),)
    text = words.render(f"followups-ask-{asks.value}", name=card.name)
    return Screen(ASK, text, (*rows, back, words.ways_out()), protected=True, about=(card.lead.id,))


async def number_screen(visit: Visit, params: JsonObject) -> Screen:
    """The membership number, typed; whoever does not have it at hand goes on without."""
    visit.require(Permission.FOLLOW_UP)
    id_, words = str(params.get("id")), visit.words
    card = await _mine(visit, id_)
    rows = (
        (words.button("followups-number.skip", "followups", "number-skip", id_),),
        (words.button("nav-back", "followups", "show", card.lead.number),),
        words.ways_out(),
    )
    text = words.render("followups-ask-number", name=card.name)
    return Screen(NUMBER, text, rows, protected=True, about=(card.lead.id,))


async def read_number(visit: Visit, text: str) -> bool:
    """A number of membership ends the question; anything else is told kindly, and asked again."""
    number = read_membership_number(text)
    if number is None:
        await visit.again(visit.words.render("followups-why-number"), failed=True)
    else:
        await _answer(visit, str(visit.place.params.get("id")), Given(number=number))
    return True


async def skip_number(visit: Visit, id_: str) -> None:
    if visit.place.screen != NUMBER:
        raise NotFound(id_)
    await _answer(visit, id_, Given())


async def other_day(visit: Visit, id_: str) -> None:
    """A day of one's own choice."""
    await _mine(visit, id_)
    await visit.go(DAY, id=id_, outcome=visit.place.params.get("outcome"))


async def day_screen(visit: Visit, params: JsonObject) -> Screen:
    """Three weeks of days, then the hours of the chosen one."""
    visit.require(Permission.FOLLOW_UP)
    words, card = visit.words, await _mine(visit, str(params.get("id")))
    chosen = params.get("day")
    if chosen:
        day = short_date(date.fromisoformat(str(chosen)), lang_of(words))
        buttons = [Button(f"{at:%H.%M}", Action("followups", "at", f"{at:%H%M}")) for at in DAY_HOURS]
        text = words.render("followups-ask-hour", name=card.name, day=day)
    else:
        buttons = [
            Button(short_date(day, lang_of(words)), Action("followups", "day", day.isoformat()))
            for day in _days(visit)
        ]
        text = words.render("followups-ask-day", name=card.name)
    back = (words.button("nav-back", "followups", "show", card.lead.number),)
    return Screen(
        DAY, text, (*in_rows(buttons, 3), back, words.ways_out()), protected=True, about=(card.lead.id,)
    )


def _days(visit: Visit) -> list[date]:
    return [visit.service.today() + timedelta(days=days) for days in range(1, DAYS_ON_OFFER + 1)]


async def choose_day(visit: Visit, chosen: str) -> None:
    """One of the days on offer."""
    if chosen not in {day.isoformat() for day in _days(visit)}:
        raise NotFound(chosen)
    await visit.go(DAY, **{**visit.place.params, "day": chosen})


async def choose_hour(visit: Visit, chosen: str) -> None:
    """The hour of the chosen day; with it the appointment stands."""
    params = visit.place.params
    hours = {f"{at:%H%M}": at for at in DAY_HOURS}
    if chosen not in hours or visit.place.screen != DAY or not params.get("day"):
        raise NotFound(chosen)
    await _appoint(visit, date.fromisoformat(str(params["day"])), hours[chosen])


async def read_when(visit: Visit, text: str) -> bool:
    """A day, an hour or both, typed instead of tapped: within the days on offer, and not in the past.

    An hour by itself is today's, unless a day was chosen before.
    """
    params, today = visit.place.params, visit.service.today()
    if OUTCOMES[str(params.get("outcome"))].asks is not Asks.WHEN:
        return False
    day, hour = read_day_and_hour(text, today)
    chosen = date.fromisoformat(str(params["day"])) if params.get("day") else None
    if hour is not None and (day or chosen or today) <= _days(visit)[-1]:
        await _appoint(visit, day or chosen or today, hour)
    elif hour is None and day is not None and day <= _days(visit)[-1]:
        await visit.go(DAY, **{**params, "day": day.isoformat()})
    elif not is_about_time(text):
        return False
    else:
        key = "profile-why-time" if chosen else "profile-why-day"
        await visit.again(visit.words.render(key), failed=True)
    return True


async def _appoint(visit: Visit, day: date, hour: time) -> None:
    """The appointment stands, unless its hour is over already."""
    params = visit.place.params
    at = datetime.combine(day, hour, visit.service.zone)
    if at <= visit.now:
        await visit.again(visit.words.render("profile-why-time"), failed=True)
        return
    await _record(visit, str(params.get("id")), str(params.get("outcome")), Given(due_at=at))


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
    routes.screen(ASK, ask_screen, read_when, digits=True, asks=False)
    routes.screen(DAY, day_screen, read_when, digits=True)
    routes.screen(DONE, done_screen)
    routes.screen(NUMBER, number_screen, read_number, private=True, digits=True)
    routes.action("followups", "number-skip", skip_number, Permission.FOLLOW_UP)
    routes.action("followups", "other-day", other_day, Permission.FOLLOW_UP)
    routes.action("followups", "day", choose_day, Permission.FOLLOW_UP)
    routes.action("followups", "at", choose_hour, Permission.FOLLOW_UP)
    for key, outcome in OUTCOMES.items():
        if not outcome.by_worker:
            routes.action("followups", key, partial(tap, key=key), Permission.FOLLOW_UP)
    for key in ANSWERS:
        routes.action("followups", f"answer-{key}", partial(answer_for, key=key), Permission.SEE_LEADS)
    for choice in WHENS:
        routes.action(
            "followups", f"when-{choice}", partial(choose_when, choice=choice), Permission.FOLLOW_UP
        )
    for choice in REASONS:
        routes.action(
            "followups", f"reason-{choice}", partial(choose_reason, choice=choice), Permission.FOLLOW_UP
        )
