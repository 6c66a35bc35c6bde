"""An unanswered question is given the answer that was written already; and what was given so before."""

from bot.access import Permission
from bot.asked_questions import say_answer
from bot.errors import NotFound
from bot.questions.unanswered import Group, find_group
from bot.sayings import attach, detach, get_saying, is_long_enough, suggest
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.pages import PAGE, cut, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.sayings import KeptSaying, list_sayings
from storage.types import JsonObject

CHOICE = "saying-choice"
CHECK = "saying-check"
LIST = "sayings"
CARD = "saying"
UNANSWERED = "unanswered"
MAY = Permission.CHANGE_FACTS
LONGEST_QUERY = 60


async def choose(visit: Visit, key: str) -> None:
    """Which answer a question of the list asks for."""
    group = await _group(visit, key)
    if not is_long_enough(visit, group):
        visit.toast = visit.words.label("sayings-too-short")
        await visit.again()
        return
    await visit.go(CHOICE, key=key)


async def _group(visit: Visit, key: object) -> Group:
    group = await find_group(visit.tx, visit.service.questions, str(key))
    if group is None:
        raise NotFound("somebody has seen to this question")
    return group


async def choice_screen(visit: Visit, params: JsonObject) -> Screen:
    """The nearest answers, or those found by a word."""
    visit.require(MAY)
    words, query = visit.words, str(params.get("query", ""))
    group = await _group(visit, params.get("key"))
    ids = suggest(visit, group, query, PAGE)
    rows = tuple((Button(_question(visit, id), Action("sayings", "check", id)),) for id in ids)
    back = (words.button("questions-back", "questions", "page", "0"),)
    key = "sayings-which" if ids else "sayings-which-none"
    return Screen(CHOICE, words.render(key, text=group.text), (*rows, back, words.ways_out()), protected=True)


def _question(visit: Visit, id: str) -> str:
    return cut(visit.service.questions.answers.get(id, visit.language).question)


async def search(visit: Visit, text: str) -> bool:
    """Answers with a word in them."""
    visit.require(MAY)
    query = " ".join(text.split())[:LONGEST_QUERY]
    await visit.go(CHOICE, **{**visit.place.params, "query": query})
    return True


async def check(visit: Visit, id: str) -> None:
    if id not in visit.service.questions.answers.ids:
        raise NotFound(id)
    await visit.go(CHECK, key=visit.place.params.get("key"), answer=id)


async def check_screen(visit: Visit, params: JsonObject) -> Screen:
    """The question and what will be said to it, before it is."""
    visit.require(MAY)
    words, id = visit.words, str(params.get("answer"))
    group = await _group(visit, params.get("key"))
    if id not in visit.service.questions.answers.ids:
        raise NotFound(id)
    text = words.joined(words.render("sayings-check", text=group.text), say_answer(visit, id).text)
    rows = (
        (words.button("sayings-attach", "sayings", "attach"),),
        (words.button("nav-back", "sayings", "choose", group.key),),
        words.ways_out(),
    )
    return Screen(CHECK, text, rows, protected=True)


async def give(visit: Visit, _id: str) -> None:
    """From now on whoever asks so gets this answer."""
    if visit.place.screen != CHECK:
        raise NotFound("nothing was chosen")
    params = visit.place.params
    await attach(visit, await _group(visit, params.get("key")), str(params.get("answer")))
    visit.toast = visit.words.label("sayings-attached")
    await visit.go(UNANSWERED, page=0)


async def list_(visit: Visit, argument: str) -> None:
    await visit.go(LIST, page=page_number(argument))


async def list_screen(visit: Visit, params: JsonObject) -> Screen:
    """What was given an answer, the newest first."""
    visit.require(MAY)
    words, page = visit.words, page_of(params)
    kept = await list_sayings(visit.tx)
    rows = page_rows(words, "sayings", page, kept[page * PAGE :], _button)
    back = (words.button("questions-back", "questions", "page", "0"),)
    text = words.render("sayings-list" if kept else "sayings-list-empty")
    return Screen(LIST, text, (*rows, back, words.ways_out()), protected=True)


def _button(saying: KeptSaying) -> Button:
    return Button(cut(saying.text), Action("sayings", "open", saying.id.hex))


async def open_saying(visit: Visit, id_: str) -> None:
    await get_saying(visit, id_)
    await visit.go(CARD, id=id_)


async def saying_screen(visit: Visit, params: JsonObject) -> Screen:
    """A question and the answer it was given."""
    visit.require(MAY)
    words, saying = visit.words, await get_saying(visit, str(params.get("id")))
    known = saying.answer_id in visit.service.questions.answers.ids
    answer = _question(visit, saying.answer_id) if known else "-"
    day = visit.service.day(saying.kept_at, visit.language)
    text = words.render("sayings-card", text=saying.text, answer=answer, day=day)
    rows = (
        (words.button("sayings-detach", "sayings", "detach", saying.id.hex),),
        (words.button("nav-back", "sayings", "list"),),
        words.ways_out(),
    )
    return Screen(CARD, text, rows, protected=True)


async def take_away(visit: Visit, id_: str) -> None:
    """Answered so no longer: it is weighed like any other question again."""
    saying = await get_saying(visit, id_)
    await detach(visit, saying.id)
    await visit.go(LIST, page=0)


def register(routes: Routes) -> None:
    routes.screen(CHOICE, choice_screen, search)
    routes.screen(CHECK, check_screen)
    routes.screen(LIST, list_screen)
    routes.screen(CARD, saying_screen)
    routes.action("sayings", "choose", choose, MAY)
    routes.action("sayings", "check", check, MAY)
    routes.action("sayings", "attach", give, MAY)
    routes.action("sayings", "list", list_, MAY)
    routes.action("sayings", "page", list_, MAY)
    routes.action("sayings", "open", open_saying, MAY)
    routes.action("sayings", "detach", take_away, MAY)
