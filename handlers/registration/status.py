"""/status: what a person sent in and where it stands; and the screen right after sending."""

from bot.answers import match_option
from bot.leads.merging import stands_for
from bot.leads.standings import find_standing_text
from bot.registration.drafts import has_draft
from bot.screens import Screen
from bot.texts import Markup
from bot.visits import Visit
from handlers.routes import Routes
from storage.leads import find_lead
from storage.submissions import SentIn, list_submissions
from storage.types import JsonObject

STATUS = "status"
SENT = "registration-sent"


async def show(visit: Visit, _argument: str) -> None:
    await visit.go(STATUS)


async def status_screen(visit: Visit, _params: JsonObject) -> Screen:
    """Every registration of this account with its number; what is unfinished can be gone on with."""
    words = visit.words
    sent = await list_submissions(visit.tx, visit.contact.id)
    parts = [await _line(visit, item) for item in sent]
    draft = await has_draft(visit)
    text = words.joined(
        words.render("status-intro" if sent else "status-none"),
        *parts,
        words.render("status-draft") if draft else "",
    )
    key = "status-continue" if draft else "home-register"
    rows = (
        (words.button(key, "registration", "start"),),
        words.ways_out(),
    )
    return Screen(STATUS, text, rows)


async def _line(visit: Visit, item: SentIn) -> Markup:
    """One registration, and what its worker was told of it last."""
    told = await _standing(visit, item)
    about = {
        "number": item.submission.number,
        "name": str(item.answers.get("name", "")),
        "day": visit.service.day(item.submission.submitted_at, visit.language),
    }
    if not told:
        return visit.words.render("status-line", **about)
    return visit.words.joined(visit.words.render("status-told", **about), told)


async def _standing(visit: Visit, item: SentIn) -> str:
    """Empty for whoever sent in what somebody else had sent in before: they learn nothing of that."""
    sent = await find_lead(visit.tx, item.submission.lead_id)
    stands = await stands_for(visit.tx, sent.lead) if sent else None
    card = await find_lead(visit.tx, stands.id) if stands else None
    if card is None or card.lead.contact_id != visit.contact.id or not item.submission.is_first:
        return ""
    return await find_standing_text(visit.tx, visit.service, visit.words, card)


async def sent_screen(visit: Visit, _params: JsonObject) -> Screen:
    """It is recorded; the receipt comes as a message of its own."""
    words = visit.words
    return Screen(SENT, words.render("registration-sent"), (words.ways_out(),))


async def read_go_on(visit: Visit, text: str) -> bool:
    """What is typed below the receipt, "ya" or "lanjut", is what its button says."""
    button = visit.words.button("registration-after", "consents", "ask")
    if match_option(text, [("on", button.label, button.aliases)]) is None:
        return False
    await visit.go("consent-reminders")
    return True


def register(routes: Routes) -> None:
    routes.command("status", show)
    routes.screen(STATUS, status_screen)
    routes.screen(SENT, sent_screen, read_go_on, asks=False)
