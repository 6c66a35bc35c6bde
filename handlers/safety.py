"""/lapor: somebody pretends to be us; what is told goes to staff at once, with pictures of it."""

from bot.campaign_answers import note_report
from bot.cases.duty import list_takers
from bot.pasted import hide_secrets
from bot.reports import LONGEST, MOST_PICTURES, may_report, report_impostor
from bot.screens import MediaKind, Rows, Screen
from bot.visits import HOME, Visit
from handlers.routes import Routes, SentFile
from storage.types import JsonObject

REPORT = "report"


async def ask(visit: Visit, _argument: str) -> None:
    await visit.go(REPORT)


async def report_screen(visit: Visit, params: JsonObject) -> Screen:
    """What to tell: who it was, and what they wanted; a picture of it may come first."""
    words, pictures = visit.words, _pictures(params)
    enough: Rows = ((words.button("safety-send", "safety", "send"),),) if pictures else ()
    rows = (
        *enough,
        (words.button("safety-genuine", "explainers", "open", "genuine.1"),),
        words.ways_out(),
    )
    if not await list_takers(visit.tx):
        key = "safety-ask-alone"
    else:
        key = "safety-ask-words" if pictures else "safety-ask"
    return Screen(REPORT, words.render(key, phone=visit.service.call_centre), rows)


def _pictures(params: JsonObject) -> list[str]:
    found = params.get("pictures")
    return [str(file_id) for file_id in found] if isinstance(found, list) else []


async def read_report(visit: Visit, text: str) -> bool:
    """The report as it was written, but for a code or card number it quotes; that leaves the chat, too."""
    if len(text) > LONGEST:
        return False
    await _report(visit, _hidden(visit, text), _pictures(visit.place.params))
    return True


async def read_picture(visit: Visit, file: SentFile) -> bool:
    """A screenshot: with words below it the report, without them kept until they come."""
    if file.kind is not MediaKind.PHOTO:
        return False
    pictures = _with(visit, _pictures(visit.place.params), file.file_id)
    if file.caption:
        await _report(visit, _hidden(visit, file.caption), pictures)
    else:
        await visit.go(REPORT, pictures=pictures)
    return True


def _with(visit: Visit, pictures: list[str], file_id: str) -> list[str]:
    """One picture more; where there are enough, that it does not go along is said."""
    if len(pictures) < MOST_PICTURES:
        return [*pictures, file_id]
    visit.say(Screen("report-full", visit.words.render("safety-full", count=str(MOST_PICTURES))))
    return pictures


async def send(visit: Visit, _id: str) -> None:
    """The pictures alone: they may say enough."""
    pictures = _pictures(visit.place.params)
    if visit.place.screen == REPORT and pictures:
        await _report(visit, "", pictures)
    else:
        await visit.again()


def _hidden(visit: Visit, text: str) -> str:
    """Without codes and card numbers; where there was one the message is deleted from the chat."""
    told = hide_secrets(text)
    if told != text:
        visit.deletes_message = True
        visit.say(Screen("report-hidden", visit.words.render("safety-hidden")))
    return told


async def _report(visit: Visit, text: str, pictures: list[str]) -> None:
    """To staff; where it does not reach them, that is said."""
    words, phone = visit.words, visit.service.call_centre
    await note_report(visit)
    if not await may_report(visit):
        visit.say(Screen("report-refused", words.render("safety-refused", phone=phone)))
    elif await report_impostor(visit, text, pictures):
        await visit.go(HOME, written=True)
        return
    else:
        visit.say(Screen("report-nobody", words.render("safety-nobody", phone=phone)))
    await visit.go(HOME)


def register(routes: Routes) -> None:
    routes.command("lapor", ask)
    routes.screen(REPORT, report_screen, read_report, private=True, quotes=True)
    routes.sent_file(REPORT, read_picture)
    routes.action("safety", "report", ask)
    routes.action("safety", "send", send)
