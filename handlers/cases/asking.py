"""Asking a person: help, and "ada musibah" - an accident or a death has happened."""

from bot.cases.asking import ask_again, ask_person, tell_what_happened
from bot.cases.closing import withdraw_case
from bot.cases.misfortunes import first_steps
from bot.cases.promises import tell_when, tell_when_or_call
from bot.desk import Desk
from bot.screens import GET_HELP, TELL_MISFORTUNE, Rows, Screen
from bot.visits import HOME, Visit
from bot.voices import voice_rows
from handlers.hearing import hear, hear_after_closing
from handlers.routes import Routes, SentFile
from handlers.ways_on import ways_on
from storage.case_words import NewWords
from storage.cases import find_case_by_number, find_open_case
from storage.models.cases import Case, CaseKind, CaseState, Happening, WordsForm
from storage.types import JsonObject

HELP = "help"
MISFORTUNE = "misfortune"
FIRST_STEPS = "first-steps"
UNDO, CLOSE = "undo", "close"  # what "Salah tekan" does: end the case, or the kind it was of before


async def help_(visit: Visit, _argument: str) -> None:
    """A person is asked at once; the screen takes the question and says when an answer comes."""
    before = await find_open_case(visit.tx, visit.contact.id)
    case = await ask_person(visit, CaseKind.HELP)
    await visit.go(HELP, number=case.number, **({} if before else {UNDO: CLOSE}))


async def help_again(visit: Visit, _argument: str) -> None:
    """Not done after all."""
    case = await ask_again(visit)
    await visit.go(HELP, number=case.number)


async def help_screen(visit: Visit, params: JsonObject) -> Screen:
    words = visit.words
    text = words.joined(
        words.render("cases-help", number=str(params.get("number", "-"))),
        await tell_when_or_call(visit, await _case(visit, params)),
    )
    return Screen(HELP, text, (*await _mistake(visit, params), *await ways_on(visit)))


async def _case(visit: Visit, params: JsonObject) -> Case | None:
    card = await find_case_by_number(visit.tx, str(params.get("number", "-")))
    return card.case if card is not None and card.case.contact_id == visit.contact.id else None


async def misfortune(visit: Visit, _argument: str) -> None:
    """Staff are told at once; what to do first comes before any question."""
    before = await find_open_case(visit.tx, visit.contact.id)
    case = await ask_person(visit, CaseKind.MISFORTUNE)
    await visit.go(MISFORTUNE, number=case.number, undo=before.kind.value if before else CLOSE)


async def misfortune_screen(visit: Visit, params: JsonObject) -> Screen:
    words = visit.words
    text = words.joined(
        words.render("cases-misfortune", number=str(params.get("number", "-"))),
        words.render("cases-misfortune-first"),
        await tell_when(visit, await _case(visit, params)),
        words.render("cases-misfortune-ask"),
    )
    happenings = tuple(
        (words.button(f"cases-happened.{happened.value}", "cases", "happened", happened.value),)
        for happened in Happening
    )
    return Screen(MISFORTUNE, text, (*happenings, *await _mistake(visit, params), *await ways_on(visit)))


async def _mistake(visit: Visit, params: JsonObject) -> Rows:
    """A way back for whoever pressed the wrong button, as long as nobody has taken it up."""
    case = await _case(visit, params)
    if case is None or not params.get(UNDO) or params[UNDO] == CaseKind.MISFORTUNE:
        return ()
    if case.state is not CaseState.OPEN or case.owner_id is not None:
        return ()
    return ((visit.words.button("cases-mistake", "cases", "withdraw"),),)


async def withdraw(visit: Visit, _id: str) -> None:
    """Nobody is troubled any more; a request that was there before stays as it was."""
    params, undo = visit.place.params, str(visit.place.params.get(UNDO, ""))
    case = await _case(visit, params) if visit.place.screen in {HELP, MISFORTUNE} else None
    if case is None or undo not in {CLOSE, *CaseKind}:
        await visit.again()
        return
    back_to = None if undo == CLOSE else CaseKind(undo)
    if not await withdraw_case(Desk.of(visit), case.id, back_to):
        await visit.again(visit.words.render("cases-mistake-late"))
    elif back_to is None:
        await visit.go(HOME, withdrawn=True)
    else:
        await visit.go(HELP, number=case.number)


async def happened(visit: Visit, what: str) -> None:
    """What happened, for staff to know and for the right steps to be shown."""
    if what not in set(Happening):
        await visit.again()
        return
    case = await tell_what_happened(visit, Happening(what))
    await visit.go(FIRST_STEPS, number=case.number, happened=what)


async def first_steps_screen(visit: Visit, params: JsonObject) -> Screen:
    words = visit.words
    happened = Happening(str(params.get("happened")))
    condolence = words.render("cases-condolence") if happened is Happening.DEATH else ""
    steps = words.joined(condolence, first_steps(words, visit.service, happened))
    back = (words.button("nav-back", *TELL_MISFORTUNE),)
    when = await tell_when(visit, await _case(visit, params))
    heard = voice_rows(visit, f"{FIRST_STEPS}.{params.get('happened')}")
    return Screen(FIRST_STEPS, words.joined(steps, when), (*heard, back, *await ways_on(visit)))


async def read_question(visit: Visit, text: str) -> bool:
    """Whatever is typed where a person was asked for is the question."""
    return await _read(visit, NewWords(WordsForm.TEXT, text))


async def read_file(visit: Visit, file: SentFile) -> bool:
    """So is a photo of the receipt, or a voice note."""
    return await _read(visit, file.words())


async def _read(visit: Visit, new: NewWords) -> bool:
    return await hear(visit, new) or await hear_after_closing(visit, new)


def register(routes: Routes) -> None:
    routes.command("bantuan", help_)
    routes.command("musibah", misfortune)
    routes.screen(HELP, help_screen, read_question)
    routes.screen(MISFORTUNE, misfortune_screen, read_question)
    routes.screen(FIRST_STEPS, first_steps_screen, read_question)
    for screen in (HELP, MISFORTUNE, FIRST_STEPS):
        routes.sent_file(screen, read_file)
    routes.action(*GET_HELP, help_)
    routes.action("cases", "withdraw", withdraw)
    routes.action(*TELL_MISFORTUNE, misfortune)
    routes.action("cases", "happened", happened)
    routes.action("cases", "again", help_again, anywhere=True)
