"""Screens read aloud by staff: this is how Jawa Serang and Sunda Banten are served. The text always stays."""

from bot.access import Permission, is_allowed
from bot.errors import NotFound
from bot.screens import Action, Button, Media, MediaKind, Rows, Screen
from bot.visits import Visit
from storage.voices import keep_voice

LANGUAGES = ("id", "jv-serang", "su-banten", "en")
A_ROW = 2


def voice_rows(visit: Visit, page: str) -> Rows:
    """The languages a page can be heard in; for staff who record, the way to record it."""
    words = visit.words
    heard = [
        Button(words.label(f"voices-hear.{lang}"), Action("voices", "hear", f"{page}.{lang}"))
        for lang in LANGUAGES
        if (page, lang) in visit.service.voices.current
    ]
    rows = tuple(tuple(heard[start : start + A_ROW]) for start in range(0, len(heard), A_ROW))
    if is_allowed(visit.role, Permission.RECORD_VOICES):
        rows += ((words.button("voices-record", "voices", "record", page),),)
    return rows


def find_voice(visit: Visit, page: str, language: str) -> Screen:
    """The recording as a message; NotFound when there is none."""
    file_id = visit.service.voices.current.get((page, language))
    if file_id is None:
        raise NotFound("nobody has read this aloud")
    caption = visit.words.render(f"voices-hear.{language}")
    return Screen("voice", caption, media=Media(MediaKind.VOICE, file_id))


async def record_voice(visit: Visit, page: str, language: str, file_id: str) -> None:
    """Attach a voice note to a page; NotAllowed to whoever may not, NotFound for another language."""
    visit.require(Permission.RECORD_VOICES)
    if language not in LANGUAGES:
        raise NotFound(f"nobody is offered {language!r}")
    await keep_voice(visit.tx, page, language, file_id, visit.contact.id, visit.now)
    visit.service.voices.look_again()
