"""Typed questions: the written answer, "do you mean ...", and for staff what nobody has written yet."""

from bot.access import Permission, is_allowed
from bot.asked_questions import answer_aside, cleaned, find_answer, keep_question, say_answer
from bot.cases.asking import tell_what_happened
from bot.cases.relay import had_case_lately
from bot.questions.answers import Explainer
from bot.questions.matching import Certainty, Match
from bot.questions.unanswered import Group, find_group, list_groups, settle
from bot.screens import GET_HELP, GO_HOME, TELL_MISFORTUNE, Action, Button, Rows, Screen
from bot.visits import HOME, Visit
from handlers.pages import PAGE, cut, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.models.cases import Happening
from storage.types import JsonObject

ANSWER = "answer"
CHOICE = "answer-choice"
UNANSWERED = "unanswered"
CARD = "unanswered-card"
FIRST_STEPS = "first-steps"
DEATH_TOLD = "misfortune.death"  # the answer to whoever tells that somebody has died

EXPLAINERS: dict[str, tuple[str, str, str]] = {
    Explainer.BENEFITS: ("home-benefits", "programme", "benefits"),
    Explainer.COSTS: ("home-costs", "programme", "costs"),
    Explainer.REGISTER: ("home-register", "registration", "start"),
    Explainer.MISFORTUNE: ("home-misfortune", *TELL_MISFORTUNE),
}


async def read_question(visit: Visit, text: str, meant: Button | None) -> bool:
    """Typed text that is no answer to a screen; `meant` is the button it may have meant, loosely read.

    A question that is surely one of ours is answered; a misfortune comes before it, any other button after.
    What is not surely one, shortly after a case was closed, is for whoever answered that.
    """
    if visit.has_case:
        return False
    match = await find_answer(visit, text)
    is_sure = match.certainty is Certainty.SURE
    if is_sure and match.ids[0] == DEATH_TOLD:
        await _stand_by(visit)
        return True
    if _is_misfortune(meant):
        return False
    if is_sure:
        await _answer(visit, match.ids[0], match.ids[1:], cleaned(visit, text))
        return True
    return meant is None and not await had_case_lately(visit) and await _offer(visit, match, text)


async def _stand_by(visit: Visit) -> None:
    """Whoever tells of a death is not asked what happened: staff are told, and the first steps are shown."""
    case = await tell_what_happened(visit, Happening.DEATH)
    await visit.go(FIRST_STEPS, number=case.number, happened=Happening.DEATH.value)


async def read_aside(visit: Visit, text: str, meant: Button | None) -> bool:
    """A question typed where something else was asked; a button it may have meant comes first."""
    return (meant is None or "?" in text) and not _is_misfortune(meant) and await answer_aside(visit, text)


def _is_misfortune(button: Button | None) -> bool:
    return button is not None and button.route == TELL_MISFORTUNE


async def _offer(visit: Visit, match: Match, text: str) -> bool:
    """Ask which question was meant.

    One that is near none is kept for staff; False then, unless it is clearly not ours.
    """
    asked = cleaned(visit, text)
    if match.certainty is Certainty.UNKNOWN:
        await keep_question(visit, asked)
        return await _tell_where(visit, match.topic)
    await visit.go(CHOICE, ids=list(match.ids), asked=asked)
    return True


async def _tell_where(visit: Visit, topic: str) -> bool:
    """Say of what is clearly not ours whose it is, above the menu; False for chatter."""
    told = visit.service.questions.answers.told.get(topic)
    if told is None:
        return False
    await visit.go_below(visit.words.render(f"questions-elsewhere-{told}"), HOME)
    return True


async def _answer(visit: Visit, id: str, others: tuple[str, ...], asked: str) -> None:
    await visit.go(ANSWER, id=id, others=list(others), asked=asked)


async def choose(visit: Visit, id: str) -> None:
    """One of the questions on offer."""
    others = tuple(other for other in _listed(visit, visit.place.params, "ids") if other != id)
    await _answer(visit, id, others, str(visit.place.params.get("asked", "")))


async def refuse(visit: Visit, _id: str) -> None:
    """It was not that: the next best on offer, and the question kept for staff with what was shown."""
    params = visit.place.params
    asked, refused = str(params.get("asked", "")), str(params.get("id", ""))
    await keep_question(visit, asked, refused_answer=refused)
    await visit.go(CHOICE, ids=list(_listed(visit, params, "others")), asked=asked, refused=True)


async def answer_screen(visit: Visit, params: JsonObject) -> Screen:
    """The answer, the explainer that tells more, and the way on when it was not that."""
    words = visit.words
    id = str(params.get("id"))
    if id not in visit.service.questions.answers.ids:
        return await choice_screen(visit, {"refused": True})
    said = say_answer(visit, id)
    more: Rows = ((words.button(*EXPLAINERS[said.opens]),),) if said.opens else ()
    not_that = (words.button("questions-not-that", "questions", "refuse"),)
    return Screen(ANSWER, said.text, (*more, not_that, words.ways_out()))


async def choice_screen(visit: Visit, params: JsonObject) -> Screen:
    """The questions that may have been meant, and a person."""
    words, answers = visit.words, visit.service.questions.answers
    rows = tuple(
        (Button(answers.get(id, words.language).question, Action("questions", "choose", id)),)
        for id in _listed(visit, params, "ids")
    )
    key = "questions-others" if params.get("refused") else "questions-unsure"
    person = words.button("questions-person", *GET_HELP)
    home = words.button("nav-home", *GO_HOME)
    return Screen(CHOICE, words.render(key if rows else "questions-none"), (*rows, (person,), (home,)))


def _listed(visit: Visit, params: JsonObject, name: str) -> tuple[str, ...]:
    """Ids of answers out of a screen's params, without those that this version no longer has."""
    ids = params.get(name)
    known = visit.service.questions.answers.ids
    return tuple(str(id) for id in ids if id in known) if isinstance(ids, list) else ()


async def list_(visit: Visit, argument: str) -> None:
    """What people asked and nobody has written an answer to."""
    await visit.go(UNANSWERED, page=page_number(argument))


async def unanswered_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.TAKE_CASES)
    words, page = visit.words, page_of(params)
    groups = await list_groups(visit.tx, visit.service.questions)
    rows = page_rows(words, "questions", page, groups[page * PAGE :], _group_button)
    text = words.render("questions-list" if groups else "questions-list-empty")
    given = (words.button("sayings-open", "sayings", "list"),)
    return Screen(UNANSWERED, text, (*rows, given, words.ways_out()), protected=True)


def _group_button(group: Group) -> Button:
    return Button(cut(f"{len(group.ids)}× {group.text}"), Action("questions", "card", group.key))


async def open_card(visit: Visit, key: str) -> None:
    await visit.go(CARD, key=key)


async def card_screen(visit: Visit, params: JsonObject) -> Screen:
    """One question in full, and what was shown for it in vain."""
    visit.require(Permission.TAKE_CASES)
    words, service = visit.words, visit.service
    group = await find_group(visit.tx, service.questions, str(params.get("key")))
    back = words.button("questions-back", "questions", "page", "0")
    if group is None:
        return Screen(CARD, words.render("questions-gone"), ((back,), words.ways_out()))
    at = service.moment(group.asked_at, visit.language)
    text = words.render("questions-card", text=group.text, count=len(group.ids), at=at)
    rows = (
        *_answer_it(visit, group),
        (words.button("questions-settle", "questions", "settle", group.key),),
        (back,),
        words.ways_out(),
    )
    return Screen(CARD, words.joined(text, _refused(visit, group)), rows, protected=True)


def _answer_it(visit: Visit, group: Group) -> Rows:
    """For whoever may change what is told: the question gets an answer that is written already."""
    if not is_allowed(visit.role, Permission.CHANGE_FACTS):
        return ()
    return ((visit.words.button("sayings-choose", "sayings", "choose", group.key),),)


def _refused(visit: Visit, group: Group) -> str:
    answers = visit.service.questions.answers
    if group.refused_answer not in answers.ids:
        return ""
    shown = answers.get(str(group.refused_answer), visit.language).question
    return visit.words.render("questions-card-refused", shown=shown)


async def settle_card(visit: Visit, key: str) -> None:
    """Written, or not worth an answer: it leaves the list, with everything that asks the same."""
    group = await find_group(visit.tx, visit.service.questions, key)
    if group is not None:
        await settle(visit.tx, group)
    await visit.go(UNANSWERED, page=0)


def register(routes: Routes) -> None:
    routes.free_text(read_question, aside=read_aside)
    routes.command("pertanyaan", list_, Permission.TAKE_CASES)
    routes.screen(ANSWER, answer_screen, tells=True)
    routes.screen(CHOICE, choice_screen, tells=True)
    routes.screen(UNANSWERED, unanswered_screen)
    routes.screen(CARD, card_screen)
    routes.action("questions", "choose", choose)
    routes.action("questions", "refuse", refuse)
    routes.action("questions", "page", list_, Permission.TAKE_CASES)
    routes.action("questions", "card", open_card, Permission.TAKE_CASES)
    routes.action("questions", "settle", settle_card, Permission.TAKE_CASES)
