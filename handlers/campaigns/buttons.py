"""Up to three buttons below a campaign: the bot's own by a tap, a link by two typed lines."""

from bot.access import Permission
from bot.campaigns.composing import get_campaign, get_draft, list_buttons, save_buttons
from bot.campaigns.content import ButtonKind, ContentButton
from bot.campaigns.policy import MOST_BUTTONS, policy_for
from bot.campaigns.rendering import LABELS
from bot.campaigns.telling import refusal_text
from bot.errors import NotFound
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.campaigns.seen import reading, unless_changed
from handlers.routes import Routes
from storage.types import JsonObject

BUTTONS = "campaign-buttons"


async def ask(visit: Visit, number: str) -> None:
    await get_draft(visit, number)
    await visit.go(BUTTONS, number=number)


async def buttons_screen(visit: Visit, params: JsonObject) -> Screen:
    """Those that are on have a tick; a link is taken off by a tap."""
    visit.require(Permission.RUN_CAMPAIGNS)
    words, number = visit.words, str(params.get("number"))
    chosen = await list_buttons(visit, await get_campaign(visit, number))
    own = tuple((_own(visit, kind, chosen, number),) for kind in LABELS)
    links = tuple((_link(button, index, number),) for index, button in enumerate(chosen) if button.url)
    text = words.joined(
        words.render("campaigns-buttons-ask", limit=str(MOST_BUTTONS)),
        words.render("campaigns-buttons-always"),
    )
    back = (Button(words.label("nav-back"), Action("campaigns", "show", number)),)
    return Screen(BUTTONS, text, (*own, *links, back, words.ways_out()))


def _own(visit: Visit, kind: ButtonKind, chosen: tuple[ContentButton, ...], number: str) -> Button:
    mark = "✅ " if any(button.kind is kind for button in chosen) else ""
    return Button(
        mark + visit.words.label(LABELS[kind]), Action("campaigns", "toggle", f"{number}.{kind.value}")
    )


def _link(button: ContentButton, index: int, number: str) -> Button:
    return Button(f"✅ 🔗 {button.label}", Action("campaigns", "unlink", f"{number}.{index}"))


async def toggle(visit: Visit, id_: str) -> None:
    number, _, kind = id_.partition(".")
    if kind not in {own.value for own in LABELS}:
        raise NotFound(id_)
    wanted = ContentButton(ButtonKind(kind))
    chosen = await list_buttons(visit, await get_draft(visit, number))
    changed = tuple(button for button in chosen if button != wanted)
    await _keep(visit, number, changed if wanted in chosen else (*chosen, wanted))


async def unlink(visit: Visit, id_: str) -> None:
    number, _, index = id_.partition(".")
    chosen = await list_buttons(visit, await get_draft(visit, number))
    await _keep(visit, number, tuple(button for place, button in enumerate(chosen) if str(place) != index))


async def read(visit: Visit, text: str) -> bool:
    """A link as it was typed: its words, and below them its address."""
    visit.require(Permission.RUN_CAMPAIGNS)
    number = str(visit.place.params.get("number"))
    label, separator, url = text.strip().rpartition("\n")
    if not separator:
        return False
    chosen = await list_buttons(visit, await get_draft(visit, number))
    await _keep(visit, number, (*chosen, ContentButton(ButtonKind.LINK, label.strip(), url.strip())))
    return True


async def _keep(visit: Visit, number: str, buttons: tuple[ContentButton, ...]) -> None:
    refused = await save_buttons(visit, await get_draft(visit, number), buttons)
    if refused:
        policy = policy_for(visit.service)
        await visit.again(refusal_text(visit.words, refused, policy))
        return
    await visit.go(BUTTONS, number=number)


def register(routes: Routes) -> None:
    routes.screen(BUTTONS, buttons_screen, reading(read))
    routes.action("campaigns", "buttons", unless_changed(ask), Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "toggle", unless_changed(toggle), Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "unlink", unless_changed(unlink), Permission.RUN_CAMPAIGNS)
