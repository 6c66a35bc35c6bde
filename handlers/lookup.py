"""/lead for coordinators and staff: by number, phone or a whole word of the name, each with its history."""

from bot.access import Permission
from bot.leads.notices import describe_lead
from bot.leads.searching import search_leads
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.pages import cut
from handlers.routes import Routes
from storage.leads import LeadCard
from storage.types import JsonObject

LOOKUP = "lookup"


async def look_up(visit: Visit, argument: str) -> None:
    """One found opens at once; several are listed; nothing asks again."""
    found = await search_leads(visit, argument) if argument.strip() else []
    if len(found) == 1:
        await visit.go("task", number=found[0].lead.number, history=True)
    else:
        await visit.go(LOOKUP, numbers=[card.lead.number for card in found], asked=bool(argument.strip()))


async def lookup_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.SEE_TEAM)
    words = visit.words
    numbers = params.get("numbers")
    cards = [
        card
        for number in (numbers if isinstance(numbers, list) else [])
        for card in await search_leads(visit, str(number))
    ]
    key = "lookup-found" if cards else "lookup-none" if params.get("asked") else "lookup-ask"
    rows = tuple((_button(visit, card),) for card in cards)
    return Screen(LOOKUP, words.render(key), (*rows, words.ways_out()), protected=True)


def _button(visit: Visit, card: LeadCard) -> Button:
    about = describe_lead(visit.words, visit.service, card)
    return Button(cut(f"{about['name']} · {about['place']}"), Action("followups", "show", card.lead.number))


async def read(visit: Visit, text: str) -> bool:
    visit.require(Permission.SEE_TEAM)
    await look_up(visit, text)
    return True


def register(routes: Routes) -> None:
    routes.command("lead", look_up, Permission.SEE_TEAM)
    routes.screen(LOOKUP, lookup_screen, read)
