"""Screens read aloud by staff: this is how Jawa Serang and Sunda Banten are served. The text always stays.

One reads a page aloud, another hears it before anybody else does; and what no longer says what the page says
is not offered.
"""

from bot.access import Permission, is_allowed
from bot.errors import NotFound
from bot.recordings import heard_now, still_holds
from bot.screens import Action, Button, Media, MediaKind, Rows, Screen, in_rows
from bot.visits import Visit
from bot.voice_board import LANGUAGES, Recording
from bot.voice_notices import tell_approvers, tell_recorder
from storage.models.voices import WaitingVoice
from storage.voices import add_waiting_voice, find_waiting_voice, keep_voice, take_waiting_voice

A_ROW = 2


def voice_rows(visit: Visit, page: str) -> Rows:
    """The languages a page can be heard in; for staff the way to record it, and what waits for them."""
    words, heard = visit.words, heard_now(visit.service, page)
    buttons = [
        Button(words.label(f"voices-hear.{lang}"), Action("voices", "hear", f"{page}.{lang}"))
        for lang in LANGUAGES
        if lang in heard
    ]
    rows = in_rows(buttons, A_ROW)
    if is_allowed(visit.role, Permission.RECORD_VOICES):
        rows += ((words.button("voices-record", "voices", "record", page),),)
    return (*rows, *_waiting(visit, page))


def _waiting(visit: Visit, page: str) -> Rows:
    """What somebody else recorded for the page, for whoever may decide on it."""
    if not is_allowed(visit.role, Permission.APPROVE):
        return ()
    waiting = visit.service.voices.waiting
    mine = visit.contact.id
    found = [lang for lang in LANGUAGES if (page, lang) in waiting and waiting[page, lang] != mine]
    return tuple((_judge_button(visit, page, lang),) for lang in found)


def _judge_button(visit: Visit, page: str, lang: str) -> Button:
    label = visit.words.label("voices-waiting", language=visit.words.label(f"voices-in.{lang}"))
    return Button(label, Action("voices", "judge", f"{page}.{lang}"))


def find_voice(visit: Visit, page: str, language: str) -> Screen:
    """The recording as a message; NotFound when there is none, or it no longer says what the page says."""
    note = heard_now(visit.service, page).get(language)
    if note is None:
        raise NotFound("nobody has read this aloud")
    return voice_message(visit, language, note.file_id)


def voice_message(visit: Visit, language: str, file_id: str) -> Screen:
    """A recording as a message of its own."""
    caption = visit.words.render(f"voices-hear.{language}")
    return Screen("voice", caption, media=Media(MediaKind.VOICE, file_id))


async def offer_voice(visit: Visit, page: str, language: str, file_id: str) -> None:
    """Put a recording down for a second person; NotAllowed to whoever may not, NotFound in no language."""
    visit.require(Permission.RECORD_VOICES)
    if language not in LANGUAGES:
        raise NotFound(f"nobody is offered {language!r}")
    await add_waiting_voice(visit.tx, page, language, file_id, visit.contact.id, visit.now)
    await tell_approvers(visit, page, language)
    visit.service.voices.look_again()


async def get_waiting(visit: Visit, page: str, language: str) -> WaitingVoice:
    """The recording that waits; NotFound when none does, NotAllowed to whoever may not decide."""
    visit.require(Permission.APPROVE)
    waiting = await find_waiting_voice(visit.tx, page, language)
    if waiting is None:
        raise NotFound("nothing waits")
    return waiting


def is_up_to_date(visit: Visit, waiting: WaitingVoice) -> bool:
    """Whether it says what its page says today."""
    note = Recording(waiting.file_id, waiting.recorded_at)
    return still_holds(visit.service, waiting.page, waiting.language, note)


async def settle_voice(visit: Visit, seen: WaitingVoice, *, approve: bool) -> bool:
    """Attach it to its page or throw it away; False when it was decided meanwhile, or is one's own.

    What no longer says what its page says cannot be approved: False, too.
    """
    visit.require(Permission.APPROVE)
    if approve and not is_up_to_date(visit, seen):
        return False
    if not await take_waiting_voice(visit.tx, seen, visit.contact.id):
        return False
    if approve:
        await keep_voice(visit.tx, seen, visit.contact.id, visit.now)
    await tell_recorder(visit, seen, approve=approve)
    visit.service.voices.look_again()
    return True
