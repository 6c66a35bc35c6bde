"""Hearing a screen read aloud; for staff recording it from that very screen, and deciding on a recording."""

from bot.access import Permission
from bot.errors import NotFound
from bot.screens import Action, Button, Rows, Screen
from bot.visits import HOME, Visit
from bot.voice_board import LANGUAGES
from bot.voice_notices import page_name
from bot.voices import find_voice, get_waiting, is_up_to_date, offer_voice, settle_voice, voice_message
from handlers.routes import Routes
from storage.models.voices import WaitingVoice
from storage.types import JsonObject

LANGUAGE = "voice-language"
WAIT = "voice-wait"
JUDGE = "voice-judge"
LONGEST_PAGE = 40


async def hear(visit: Visit, id_: str) -> None:
    """The recording as a message of its own; the screen stays as it is."""
    page, _, language = id_.rpartition(".")
    visit.say(find_voice(visit, page, language))


async def record(visit: Visit, page: str) -> None:
    """Staff want to read this screen aloud: ask in which language."""
    if not 0 < len(page) <= LONGEST_PAGE:
        raise NotFound("no such page")
    await visit.go(LANGUAGE, page=page, screen=visit.place.screen, params=visit.place.params)


async def language_screen(visit: Visit, _params: JsonObject) -> Screen:
    visit.require(Permission.RECORD_VOICES)
    words = visit.words
    buttons = (
        Button(words.label(f"voices-hear.{lang}"), Action("voices", "language", lang)) for lang in LANGUAGES
    )
    rows = tuple((button,) for button in buttons)
    back = (words.button("voices-back", "voices", "back"),)
    return Screen(LANGUAGE, words.render("voices-which"), (*rows, back, words.ways_out()))


async def choose_language(visit: Visit, language: str) -> None:
    if language not in LANGUAGES:
        raise NotFound("no such language")
    await visit.go(WAIT, **{**visit.place.params, "language": language})


async def wait_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.RECORD_VOICES)
    words = visit.words
    language = str(params.get("language"))
    if language not in LANGUAGES:
        raise NotFound("no such language")
    text = words.render("voices-send", language=words.label(f"voices-hear.{language}"))
    return Screen(WAIT, text, ((words.button("voices-back", "voices", "back"),), words.ways_out()))


async def take_voice(visit: Visit, file_id: str) -> None:
    """The voice note waits for a second person; back to the screen it belongs to."""
    params = visit.place.params
    await offer_voice(visit, str(params.get("page")), str(params.get("language")), file_id)
    visit.say(Screen("voices-kept", visit.words.render("voices-kept")))
    await back(visit, "")


async def back(visit: Visit, _id: str) -> None:
    """Where the recording began."""
    params = visit.place.params.get("params")
    screen = str(visit.place.params.get("screen", HOME))
    await visit.go(screen, **(params if isinstance(params, dict) else {}))


async def judge(visit: Visit, id_: str) -> None:
    """A recording that waits is heard, and then decided upon."""
    page, _, language = id_.rpartition(".")
    waiting = await get_waiting(visit, page, language)
    visit.say(voice_message(visit, language, waiting.file_id))
    await visit.go(JUDGE, page=page, language=language, at=waiting.recorded_at.isoformat())


async def judge_screen(visit: Visit, params: JsonObject) -> Screen:
    """Whose page it is, and the two buttons; none for one's own, nor for what its page no longer says."""
    visit.require(Permission.APPROVE)
    words, waiting = visit.words, await _seen(visit, params)
    if waiting is None:
        return Screen(JUDGE, words.render("voices-decided"), (words.ways_out(),), protected=True)
    text = words.render(
        "voices-judge",
        page=page_name(words, visit.service, waiting.page),
        language=words.label(f"voices-in.{waiting.language}"),
    )
    if not is_up_to_date(visit, waiting):
        text = words.joined(text, words.render("voices-changed-since"))
    return Screen(JUDGE, text, (*_decision(visit, waiting), words.ways_out()), protected=True)


def _decision(visit: Visit, waiting: WaitingVoice) -> Rows:
    if waiting.recorded_by == visit.contact.id:
        return ()
    words = visit.words
    no = words.button("facts-reject", "voices", "reject")
    if not is_up_to_date(visit, waiting):
        return ((no,),)
    return ((words.button("facts-approve", "voices", "approve"), no),)


async def _seen(visit: Visit, params: JsonObject) -> WaitingVoice | None:
    """The recording that was heard; None when it was decided or replaced since."""
    try:
        waiting = await get_waiting(visit, str(params.get("page")), str(params.get("language")))
    except NotFound:
        return None
    return waiting if waiting.recorded_at.isoformat() == params.get("at") else None


async def approve(visit: Visit, _id: str) -> None:
    await _settle(visit, approve=True)


async def reject(visit: Visit, _id: str) -> None:
    await _settle(visit, approve=False)


async def _settle(visit: Visit, *, approve: bool) -> None:
    waiting = await _seen(visit, visit.place.params)
    if waiting is None or not await settle_voice(visit, waiting, approve=approve):
        visit.toast = visit.words.label("facts-stale")
    await visit.go(JUDGE, **visit.place.params)


def register(routes: Routes) -> None:
    routes.screen(LANGUAGE, language_screen)
    routes.screen(WAIT, wait_screen, asks=True)
    routes.screen(JUDGE, judge_screen)
    routes.voice(WAIT, take_voice)
    routes.action("voices", "hear", hear)
    routes.action("voices", "record", record, Permission.RECORD_VOICES)
    routes.action("voices", "language", choose_language, Permission.RECORD_VOICES)
    routes.action("voices", "back", back, Permission.RECORD_VOICES)
    routes.action("voices", "judge", judge, Permission.APPROVE, anywhere=True)
    routes.action("voices", "approve", approve, Permission.APPROVE)
    routes.action("voices", "reject", reject, Permission.APPROVE)
