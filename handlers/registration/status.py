"""/status: what a person sent in and where it stands; and the screen right after sending."""

from bot.answers import match_option
from bot.leads.complaints import may_complain
from bot.leads.merging import stands_for
from bot.leads.standings import find_standing_text
from bot.registration.drafts import has_draft
from bot.screens import Action, Button, Rows, Screen
from bot.texts import Markup
from bot.visits import Visit
from handlers.pages import cut
from handlers.routes import Routes
from storage.leads import LeadCard, find_lead
from storage.submissions import SentIn, list_submissions
from storage.types import JsonObject

STATUS = "status"
SENT = "registration-sent"
NOT_CONTACTED = ("own-lead", "contacted-no")


async def show(visit: Visit, _argument: str) -> None:
    await visit.go(STATUS)


async def status_screen(visit: Visit, _params: JsonObject) -> Screen:
    """Every registration of this account with its number; what is unfinished can be gone on with."""
    words = visit.words
    sent = [
        (item, await _find_lead(visit, item)) for item in await list_submissions(visit.tx, visit.contact.id)
    ]
    parts = [await _line(visit, item, card) for item, card in sent]
    draft = await has_draft(visit)
    text = words.joined(
        words.render("status-intro" if sent else "status-none"),
        *parts,
        words.render("status-draft") if draft else "",
    )
    key = "status-continue" if draft else "home-register"
    rows = (
        *await _complaint_rows(visit, [card for _, card in sent if card is not None]),
        (words.button(key, "registration", "start"),),
        words.ways_out(),
    )
    return Screen(STATUS, text, rows)


async def _complaint_rows(visit: Visit, cards: list[LeadCard]) -> Rows:
    """For each that has waited too long, that nobody called; of whom, where there are several."""
    words = visit.words
    waiting = [card for card in cards if await may_complain(visit.tx, card.lead, visit.now)]
    if len(waiting) == 1:
        return ((words.button("status-not-contacted", *NOT_CONTACTED, waiting[0].lead.number),),)
    return tuple(
        (
            Button(
                cut(words.label("status-not-contacted-of", name=card.name)),
                Action(*NOT_CONTACTED, card.lead.number),
            ),
        )
        for card in waiting
    )


async def _line(visit: Visit, item: SentIn, card: LeadCard | None) -> Markup:
    """One registration, and what its worker was told of it last."""
    told = await find_standing_text(visit.tx, visit.service, visit.words, card) if card else ""
    about = {
        "number": item.submission.number,
        "name": str(item.answers.get("name", "")),
        "day": visit.service.day(item.submission.submitted_at, visit.language),
    }
    if not told:
        return visit.words.render("status-line", **about)
    return visit.words.joined(visit.words.render("status-told", **about), told)


async def _find_lead(visit: Visit, item: SentIn) -> LeadCard | None:
    """None for whoever sent in what somebody else had sent in before: they learn nothing of that."""
    sent = await find_lead(visit.tx, item.submission.lead_id)
    stands = await stands_for(visit.tx, sent.lead) if sent else None
    card = await find_lead(visit.tx, stands.id) if stands else None
    if card is None or card.lead.contact_id != visit.contact.id or not item.submission.is_first:
        return None
    return card


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
