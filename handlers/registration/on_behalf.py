"""/daftarkan: a volunteer reads the questions out and types the answers of somebody without Telegram."""

from dataclasses import replace

from bot.access import Permission
from bot.forms import SUMMARY
from bot.posters import deep_link
from bot.registration.drafts import open_draft
from bot.registration.duplicates import Duplicates, find_duplicates
from bot.registration.form import REGISTRATION
from bot.registration.on_behalf import claim_code
from bot.screens import Screen
from bot.texts import Markup
from bot.visits import Visit
from handlers.registration.questions import registration_screen
from handlers.routes import Routes
from storage.leads import find_lead_by_number
from storage.types import JsonObject

RECORDED = "on-behalf-recorded"


async def form_screen(visit: Visit, params: JsonObject) -> Screen:
    """The same questions, with a word to whoever reads them out; who may be known already is said before."""
    visit.require(Permission.FOLLOW_UP)
    screen = await registration_screen(visit, params)
    words = visit.words
    draft = await open_draft(visit)
    if draft.state.question != SUMMARY:
        note = words.render("onbehalf-read-out")
        return replace(screen, text=words.joined(note, screen.text), protected=True)
    found = await find_duplicates(visit, draft)
    note = _duplicates_note(visit, found) if found else Markup("")
    about = tuple(card.lead.id for card in found.theirs) if found else ()
    return replace(screen, text=words.joined(note, screen.text), protected=True, about=about)


def _duplicates_note(visit: Visit, found: Duplicates) -> Markup:
    """In what somebody is alike; who that is only where the person could look at the lead anyway."""
    words = visit.words
    known = [words.render("onbehalf-theirs", name=c.name, number=c.lead.number) for c in found.theirs]
    return words.joined(words.render(f"onbehalf-alike-{found.alike}"), *known)


async def recorded_screen(visit: Visit, params: JsonObject) -> Screen:
    """What the volunteer tells the worker: number, the two words, and the link for a phone with Telegram."""
    visit.require(Permission.FOLLOW_UP)
    words = visit.words
    card = await find_lead_by_number(visit.tx, str(params.get("number")))
    again = (words.button("onbehalf-again", REGISTRATION, "other"),)
    if card is None or card.lead.recorded_by != visit.contact.id:
        return Screen(RECORDED, words.render("onbehalf-known"), (again, words.ways_out()))
    text = words.render(
        "onbehalf-recorded",
        number=card.lead.number,
        passphrase=card.passphrase or "-",
        link=deep_link(visit.service.bot_username, claim_code(visit, card.lead)),
    )
    rows = (again, words.ways_out())
    return Screen(RECORDED, text, rows, protected=True, about=(card.lead.id,))


async def told_in_a_row(visit: Visit, number: str) -> Screen:
    """The same without its buttons: the next one's first question stands below it."""
    return replace(await recorded_screen(visit, {"number": number}), rows=())


def register(routes: Routes) -> None:
    routes.screen(RECORDED, recorded_screen)
