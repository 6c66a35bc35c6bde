"""Asking a person: help, and "ada musibah" - an accident or a death has happened."""

from functools import partial

from bot.access import Permission, roles_with
from bot.cases.closing import finish_case, rate
from bot.cases.opening import ask_person, name_of
from bot.cases.policy import SHOWN
from bot.cases.promises import tell_promise
from bot.cases.relaying import said_text
from bot.cases.taking import may_take, put_back, take_case
from bot.errors import NotFound, Stale
from bot.registration.drafts import has_draft
from bot.screens import Action, Button, Rows, Screen
from bot.texts import Markup
from bot.visits import Visit
from bot.wording import Wording
from handlers.pages import FETCHED, PAGE, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.case_entries import list_entries
from storage.cases import CaseCard, count_service, find_case_by_number, list_open_cases
from storage.models.cases import Case, CaseKind, CaseState
from storage.staff import find_member, list_on_duty, set_on_duty
from storage.types import JsonObject

HELP = "help"
MISFORTUNE = "misfortune"
CASES = "cases"
CARD = "case"
HAPPENED = ("accident", "death")  # what to do, told as explainers of the claims shelf
WHEN_ALONE = {"cases-help": "cases-help-alone", "cases-misfortune": "cases-misfortune-alone"}


async def help_(visit: Visit, _argument: str) -> None:
    """A person is asked at once; the screen says so and when to expect them."""
    case = await ask_person(visit, CaseKind.HELP)
    await visit.go(HELP, number=case.number)


async def help_screen(visit: Visit, params: JsonObject) -> Screen:
    words, branch = visit.words, visit.service.branch
    number = str(params.get("number", "-"))
    text = words.joined(
        words.render(await _told(visit, "cases-help"), number=number, phone=branch.call_centre),
        await _promise(visit, number),
        words.render("cases-hours", hours=branch.hours) if branch.hours else "",
    )
    return Screen(HELP, text, await _leave(visit))


async def _told(visit: Visit, key: str) -> str:
    """The text that does not say that somebody was told when nobody could be."""
    on_duty = await list_on_duty(visit.tx, roles_with(Permission.TAKE_CASES))
    return key if on_duty else WHEN_ALONE[key]


async def _promise(visit: Visit, number: str) -> Markup:
    """By when the answer comes, where a day was promised and it is not there yet."""
    card = await find_case_by_number(visit.tx, number)
    if card is None or card.case.contact_id != visit.contact.id or card.case.answered_at is not None:
        return Markup("")
    return tell_promise(visit.words, visit.service, card.case.promised_by, visit.now)


async def misfortune(visit: Visit, _argument: str) -> None:
    """Staff are told at once; the person gets a short checklist meanwhile."""
    case = await ask_person(visit, CaseKind.MISFORTUNE)
    await visit.go(MISFORTUNE, number=case.number)


async def misfortune_screen(visit: Visit, params: JsonObject) -> Screen:
    """What to do first, when somebody answers, and what to do next by what has happened."""
    words = visit.words
    number, phone = str(params.get("number", "-")), visit.service.branch.call_centre
    text = words.joined(
        words.render(await _told(visit, "cases-misfortune"), number=number, phone=phone),
        await _promise(visit, number),
    )
    what = tuple(words.button(f"cases-happened-{id_}", "explainers", "open", f"{id_}.1") for id_ in HAPPENED)
    return Screen(MISFORTUNE, text, (what, *await _leave(visit)))


async def _leave(visit: Visit) -> Rows:
    """Back to what was begun, if anything was; and home."""
    words = visit.words
    home = (words.button("nav-home", "home", "show"),)
    if not await has_draft(visit):
        return (home,)
    return ((words.button("cases-continue", "registration", "resume"),), home)


async def list_(visit: Visit, argument: str) -> None:
    """Cases that are not closed."""
    await visit.go(CASES, page=page_number(argument))


async def cases_screen(visit: Visit, params: JsonObject) -> Screen:
    """Whoever waits, how promises were kept this month, and whether one is on duty."""
    visit.require(Permission.TAKE_CASES)
    words, page = visit.words, page_of(params)
    cards = await list_open_cases(visit.tx, limit=FETCHED, offset=page * PAGE)
    rows = page_rows(words, "cases", page, cards, partial(_case_button, words))
    text = words.joined(words.render("cases-list" if cards else "cases-none"), await _kept(visit))
    return Screen(CASES, text, (*rows, await _duty(visit), words.ways_out()), protected=True)


async def _kept(visit: Visit) -> Markup:
    """Promises kept and ratings of this month; nothing while there are none."""
    found = await count_service(visit.tx, visit.service.month_begins(), visit.now)
    lines = []
    if found.promised:
        kept, promised = str(found.kept), str(found.promised)
        lines.append(visit.words.render("cases-kept", kept=kept, promised=promised))
    if found.rated:
        average, rated = f"{found.average:.1f}".replace(".", ","), str(found.rated)
        lines.append(visit.words.render("cases-rated", average=average, rated=rated))
    return Markup("\n".join(lines))


async def _duty(visit: Visit) -> tuple[Button, ...]:
    member = await find_member(visit.tx, visit.contact.telegram_id)
    verb = "off" if member is None or member.on_duty else "on"
    return (visit.words.button(f"cases-duty-{verb}", "cases", "duty", verb),)


async def change_duty(visit: Visit, verb: str) -> None:
    """Whether one is told of new cases; nobody on duty means everybody is."""
    await set_on_duty(visit.tx, visit.contact.telegram_id, on_duty=verb == "on")
    await visit.go(CASES, page=0)


def _case_button(words: Wording, card: CaseCard) -> Button:
    kind = words.label(f"cases-kind.{card.case.kind.value}")
    mark = "" if card.case.waits_since is None else "⏳ "
    return Button(f"{mark}{kind} · {card.note}"[:60], Action("cases", "card", card.case.number))


async def open_card(visit: Visit, number: str) -> None:
    await visit.go(CARD, number=number)


async def card_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.TAKE_CASES)
    words = visit.words
    card = await find_case_by_number(visit.tx, str(params.get("number")))
    back = words.button("cases-back", "cases", "list")
    if card is None:
        return Screen(CARD, words.render("cases-gone"), ((back,),))
    text = words.render(
        "cases-card",
        kind=words.label(f"cases-kind.{card.case.kind.value}"),
        name=await name_of(visit.tx, visit.service, card),
        number=card.case.number,
        at=visit.service.moment(card.case.opened_at, visit.language),
        state=words.label(f"cases-state.{_state(visit, card.case)}"),
    )
    text = words.joined(text, await _said(visit, card))
    return Screen(CARD, text, (*_verbs(visit, card.case), (back,), words.ways_out()), protected=True)


def _state(visit: Visit, case: Case) -> str:
    """As staff see it: one's own, or somebody else's."""
    return "mine" if _is_mine(visit, case) else case.state.value


def _is_mine(visit: Visit, case: Case) -> bool:
    return case.state is CaseState.TAKEN and case.taken_by == visit.contact.id


async def _said(visit: Visit, card: CaseCard) -> Markup:
    """The last things said, the oldest of them first."""
    lines = [
        visit.words.render(
            "cases-line",
            who="👤" if said.entry.is_from_staff else "💬",
            text=said_text(visit.words, visit.service, said.body)[:200],
        )
        for said in await list_entries(visit.tx, card.case.id, limit=SHOWN)
    ]
    return Markup("\n".join(lines))


def _verbs(visit: Visit, case: Case) -> Rows:
    """What may be done with the case by whoever looks at it."""
    words, seen = visit.words, f"{case.number}.{case.version}"
    take = (Button(words.label("cases-take"), Action("cases", "take", seen)),)
    answer = (words.button("replies-button", "replies", "answer", case.number),)
    close = (Button(words.label("cases-close"), Action("cases", "close", seen)),)
    back = (words.button("cases-put-back", "cases", "putback", case.number),)
    if _is_mine(visit, case):
        return (answer, close, back)
    if case.state is CaseState.OPEN:
        return (take, answer, close)
    return (take,) if may_take(visit, case) else ()


async def take(visit: Visit, id_: str) -> None:
    """Take a case by one tap; whoever comes second is told so, and sees how it stands."""
    number, _, version = id_.partition(".")
    try:
        await take_case(visit, number, int(version) if version.isdecimal() else -1)
    except Stale:
        visit.toast = visit.words.label("cases-too-late")
    await visit.go(CARD, number=number)


async def give_back(visit: Visit, number: str) -> None:
    """Let others have it."""
    try:
        await put_back(visit, number)
    except Stale:
        visit.toast = visit.words.label("cases-stale")
    await visit.go(CARD, number=number)


async def close(visit: Visit, id_: str) -> None:
    """Close a case, unless somebody was faster."""
    number, _, version = id_.partition(".")
    if not await finish_case(visit, number, version):
        visit.toast = visit.words.label("cases-stale")
    await visit.go(CARD, number=number)


async def give_rating(visit: Visit, id_: str) -> None:
    """The person says how it was; the screen they are on stays."""
    number, _, rating = id_.partition(".")
    if not rating.isdecimal():
        raise NotFound("no such rating")
    is_new = await rate(visit, number, int(rating))
    visit.toast = visit.words.label("cases-thanks" if is_new else "cases-rated-already")


def register(routes: Routes) -> None:
    routes.command("bantuan", help_)
    routes.command("musibah", misfortune)
    routes.command("kasus", list_, Permission.TAKE_CASES)
    routes.screen(HELP, help_screen)
    routes.screen(MISFORTUNE, misfortune_screen)
    routes.screen(CASES, cases_screen)
    routes.screen(CARD, card_screen)
    routes.action("cases", "help", help_)
    routes.action("cases", "misfortune", misfortune)
    routes.action("cases", "again", help_, anywhere=True)
    routes.action("cases", "rate", give_rating, anywhere=True)
    routes.action("cases", "list", list_, Permission.TAKE_CASES)
    routes.action("cases", "page", list_, Permission.TAKE_CASES)
    routes.action("cases", "duty", change_duty, Permission.TAKE_CASES)
    routes.action("cases", "card", open_card, Permission.TAKE_CASES, anywhere=True)
    routes.action("cases", "take", take, Permission.TAKE_CASES, anywhere=True)
    routes.action("cases", "putback", give_back, Permission.TAKE_CASES)
    routes.action("cases", "close", close, Permission.TAKE_CASES)
