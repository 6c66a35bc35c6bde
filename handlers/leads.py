"""/leads for staff: newest first, a page at a time, each opening a card."""

from functools import partial

from bot.access import Permission
from bot.errors import NotFound
from bot.leads.cards import queue_card
from bot.leads.notices import describe_lead
from bot.phones import mask_phone
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.pages import FETCHED, PAGE, cut, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.leads import LeadCard, count_leads, find_lead_by_number, list_leads
from storage.sources import find_source
from storage.types import JsonObject

LEADS = "leads"
CARD = "lead"


async def list_(visit: Visit, argument: str) -> None:
    await visit.go(LEADS, page=page_number(argument))


async def leads_screen(visit: Visit, params: JsonObject) -> Screen:
    """A page of leads; the total stands above it."""
    visit.require(Permission.SEE_LEADS)
    words, page = visit.words, page_of(params)
    cards = await list_leads(visit.tx, limit=FETCHED, offset=page * PAGE)
    rows = page_rows(words, "leads", page, cards, partial(_lead_button, visit))
    text = (
        words.render("leads-page", count=await count_leads(visit.tx)) if cards else words.render("leads-none")
    )
    return Screen(LEADS, text, (*rows, words.ways_out()), protected=True)


def _lead_button(visit: Visit, card: LeadCard) -> Button:
    about = describe_lead(visit.words, visit.service, card)
    return Button(cut(f"{about['name']} · {about['occupation']}"), Action("leads", "card", card.lead.number))


async def open_card(visit: Visit, number: str) -> None:
    await visit.go(CARD, number=number)


async def phone(visit: Visit, number: str) -> None:
    """Show the phone in a message of its own, which loses it when the lead moves on or is erased."""
    card = await find_lead_by_number(visit.tx, number)
    if card is None:
        raise NotFound(number)
    await queue_card(visit.tx, card.lead, visit.contact.id, visit.now)
    visit.toast = visit.words.label("followups-coming")


async def card_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.SEE_LEADS)
    words = visit.words
    card = await find_lead_by_number(visit.tx, str(params.get("number")))
    back = (words.button("leads-list", "leads", "page", "0"),)
    if card is None:
        return Screen(CARD, words.render("leads-gone"), (back, words.ways_out()))
    source = await find_source(visit.tx, card.lead.first_source or "")
    label = source.label if source else card.lead.first_source or "-"
    phone_row = (words.button("followups-phone", "leads", "phone", card.lead.number),)
    rows, text = (phone_row, back, words.ways_out()), _card_text(visit, card, label)
    return Screen(CARD, text, rows, protected=True, about=(card.lead.id,))


def _card_text(visit: Visit, card: LeadCard, source: str) -> str:
    words, lead = visit.words, card.lead
    main = words.render(
        "leads-card",
        number=lead.number,
        phone=mask_phone(card.phone),
        at=visit.service.moment(lead.submitted_at, visit.language),
        source=source,
        covered=words.label(f"registration-covered.{lead.already_covered}"),
        routing=words.label(f"registration-consent.{lead.routing.value}"),
        **describe_lead(words, visit.service, card),
    )
    check = words.render("leads-check") if lead.needs_check else ""
    family = words.render("leads-family") if lead.for_family else ""
    return words.joined(main, check, family)


def register(routes: Routes) -> None:
    routes.command("leads", list_, Permission.SEE_LEADS)
    routes.screen(LEADS, leads_screen)
    routes.screen(CARD, card_screen)
    routes.action("leads", "page", list_, Permission.SEE_LEADS, anywhere=True)
    routes.action("leads", "card", open_card, Permission.SEE_LEADS, anywhere=True)
    routes.action("leads", "phone", phone, Permission.SEE_LEADS)
