"""/manfaat: what the family gets, by what happens; treatment and recovery first."""

from bot.benefits import AFTER_DEATH, IN_LIFE, benefit_lines, compose_benefit, request_card
from bot.contributions import row_of
from bot.errors import NotFound
from bot.programme.benefit_plans import Event
from bot.programme.contributions import Row
from bot.quotes import lang_of
from bot.screens import Action, Button, Rows, Screen
from bot.telling import since, source_of, tell
from bot.visits import Visit
from bot.voices import voice_rows
from handlers.routes import Routes
from storage.types import JsonObject

BENEFITS = "benefits"
FAMILY = "benefits-family"
EVENT = "benefit"
PROOF = "benefits-proof"
PROOF_FACT = "regency.claims_paid"


async def show(visit: Visit, _argument: str) -> None:
    await visit.go(BENEFITS)


async def benefits_screen(visit: Visit, _params: JsonObject) -> Screen:
    return _menu(visit)


async def show_for_row(visit: Visit, row: str) -> None:
    """The same for somebody who has just reckoned: their row travels on in the buttons."""
    visit.show_once(BENEFITS, _menu(visit, _row(visit, row)))


def _menu(visit: Visit, row: Row | None = None) -> Screen:
    words = visit.words
    rows = (
        *_event_rows(visit, IN_LIFE, row),
        (words.button("benefits-family", "benefits", "family", _suffix(row)),),
        (words.button("benefits-proof-button", "benefits", "proof"),),
        (words.button("home-register", "registration", "start"),),
        words.ways_out(),
    )
    return Screen(BENEFITS, words.render("benefits-menu"), rows)


def _event_rows(visit: Visit, events: tuple[Event, ...], row: Row | None) -> Rows:
    return tuple((_event_button(visit, event, row),) for event in events)


def _event_button(visit: Visit, event: Event, row: Row | None) -> Button:
    label = visit.words.label(f"benefits-event.{event}")
    return Button(label, Action("benefits", "event", f"{event}.{_suffix(row)}"))


def _suffix(row: Row | None) -> str:
    return str(row.number) if row else ""


def _row(visit: Visit, number: str) -> Row:
    if not (number.isascii() and number.isdigit() and len(number) < 4):
        raise NotFound("no row")
    return row_of(visit.service.facts, int(number), visit.service.today())


async def show_family(visit: Visit, row: str) -> None:
    """What is left to a family: behind a tap of its own."""
    if row:
        visit.show_once(FAMILY, _family(visit, _row(visit, row)))
    else:
        await visit.go(FAMILY)


async def family_screen(visit: Visit, _params: JsonObject) -> Screen:
    return _family(visit)


def _family(visit: Visit, row: Row | None = None) -> Screen:
    words = visit.words
    rows = (*_event_rows(visit, AFTER_DEATH, row), (_back(visit, row),), words.ways_out())
    return Screen(FAMILY, words.render("benefits-after-death"), rows)


def _back(visit: Visit, row: Row | None = None) -> Button:
    if row is None:
        return visit.words.button("benefits-list", "programme", "benefits")
    return visit.words.button("benefits-list", "benefits", "list", str(row.number))


async def show_event(visit: Visit, id_: str) -> None:
    """One event, for the lowest row or for the one that the button carries."""
    name, _, row = id_.partition(".")
    event = _event(name)
    if row:
        visit.show_once(BENEFITS, _event_screen(visit, event, _row(visit, row)))
    else:
        await visit.go(EVENT, event=event.value)


async def event_screen(visit: Visit, params: JsonObject) -> Screen:
    return _event_screen(visit, _event(str(params.get("event"))))


def _event(name: str) -> Event:
    if name not in set(Event):
        raise NotFound("no such event")
    return Event(name)


def _event_screen(visit: Visit, event: Event, row: Row | None = None) -> Screen:
    words = visit.words
    text = compose_benefit(words, visit.service, event, row)
    rows = (
        *voice_rows(visit, f"benefit.{event}"),
        (words.button("benefits-picture", "benefits", "picture", event.value),),
        (_back(visit, row),),
        (words.button("home-costs", "programme", "costs"),),
        (words.button("home-register", "registration", "start"),),
        words.ways_out(),
    )
    return Screen(EVENT, benefit_lines(words, visit.service, text), rows)


async def send_picture(visit: Visit, name: str) -> None:
    """The picture is drawn and sent by the outbox: drawing takes longer than an update may."""
    is_coming = await request_card(visit.tx, visit.contact.id, _event(name), visit.now)
    visit.toast = visit.words.label("benefits-coming" if is_coming else "benefits-enough")


async def show_proof(visit: Visit, _id: str) -> None:
    await visit.go(PROOF)


async def proof_screen(visit: Visit, _params: JsonObject) -> Screen:
    """That it is paid here: the regency's own figures, with their day and source."""
    words = visit.words
    today = visit.service.facts_today
    fact = today.fact(PROOF_FACT)
    text = tell(words, today, "benefits-proof", day=since(fact, lang_of(words)), source=source_of(fact))
    return Screen(PROOF, text, (*voice_rows(visit, PROOF), (_back(visit),), words.ways_out()))


def register(routes: Routes) -> None:
    routes.command("manfaat", show)
    routes.screen(BENEFITS, benefits_screen, private=True)
    routes.screen(FAMILY, family_screen, private=True)
    routes.screen(EVENT, event_screen, tells=True)
    routes.screen(PROOF, proof_screen, tells=True)
    routes.action("programme", "benefits", show)
    routes.action("benefits", "list", show_for_row)
    routes.action("benefits", "family", show_family)
    routes.action("benefits", "event", show_event)
    routes.action("benefits", "picture", send_picture)
    routes.action("benefits", "proof", show_proof)
