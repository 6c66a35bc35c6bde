"""Acting for a volunteer without Telegram: their list on paper, and what came of it entered for them."""

from functools import partial
from uuid import UUID

from bot.access import Permission
from bot.errors import NotFound
from bot.leads.papers import PDF, XLSX, request_paper
from bot.screens import Action, Button, Screen
from bot.team_records import Member, get_member
from bot.visits import Visit
from handlers.pages import FETCHED, PAGE, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.followups import list_ready
from storage.leads import open_lead
from storage.types import JsonObject

ENTER = "enter"


async def _silent_member(visit: Visit, id_: object) -> Member:
    """Somebody of the team who has no Telegram; NotFound for anybody else: they speak for themselves."""
    try:
        member = await get_member(visit, UUID(hex=str(id_)))
    except ValueError:
        raise NotFound("no id") from None
    if member.card.volunteer.contact_id is not None:
        raise NotFound("they have Telegram")
    return member


async def paper(visit: Visit, id_: str, form: str) -> None:
    """The list comes as a file, drawn by the outbox."""
    member = await _silent_member(visit, id_)
    count = await request_paper(visit, member.card.volunteer.id, form)
    visit.toast = visit.words.label("papers-coming" if count else "papers-none")


async def enter(visit: Visit, id_: str) -> None:
    await _silent_member(visit, id_)
    await visit.go(ENTER, id=id_)


async def page(visit: Visit, number: str) -> None:
    await visit.go(ENTER, id=visit.place.params.get("id"), page=page_number(number))


async def enter_screen(visit: Visit, params: JsonObject) -> Screen:
    """What they have to do, the longest due first; each opens the card on which outcomes are tapped."""
    visit.require(Permission.SEE_TEAM)
    words, number = visit.words, page_of(params)
    member = await _silent_member(visit, params.get("id"))
    found = await list_ready(visit.tx, member.card.volunteer.id, limit=FETCHED, offset=number * PAGE)
    tasks = [
        Button(
            f"{open_lead(visit.tx, lead).name} · {words.label(f'followups-duty.{follow_up.duty.value}')}"[
                :60
            ],
            Action("followups", "show", lead.number),
        )
        for follow_up, lead in found
    ]
    rows = page_rows(words, "papers", number, tasks, lambda button: button)
    text = words.render("papers-enter" if tasks else "papers-none-open", name=member.card.name)
    back = (words.button("nav-back", "team", "show", member.card.volunteer.id.hex),)
    return Screen(ENTER, text, (*rows, back, words.ways_out()), protected=True)


def register(routes: Routes) -> None:
    routes.screen(ENTER, enter_screen)
    routes.action("papers", "pdf", partial(paper, form=PDF), Permission.SEE_TEAM)
    routes.action("papers", "xlsx", partial(paper, form=XLSX), Permission.SEE_TEAM)
    routes.action("papers", "enter", enter, Permission.SEE_TEAM)
    routes.action("papers", "page", page, Permission.SEE_TEAM)
