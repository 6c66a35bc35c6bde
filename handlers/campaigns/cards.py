"""The card of a campaign: what it is, where it stands, and what this person may do about it now."""

from functools import partial

from bot.access import Permission, is_allowed
from bot.campaigns.approving import approval_text
from bot.campaigns.authors import list_authors, list_deciders
from bot.campaigns.composing import get_campaign, list_contents, seen_of, shared_buttons
from bot.campaigns.makers import maker_name
from bot.campaigns.picking import rule_in_words
from bot.campaigns.progress_texts import progress_text
from bot.campaigns.running import waits_for_wave
from bot.campaigns.telling import language_name
from bot.screens import Action, Button, Later, Rows, Screen
from bot.visits import Visit
from handlers.campaigns.previews import show_words
from handlers.campaigns.seen import CARD
from handlers.routes import Routes
from storage.campaigns import open_decision_note
from storage.models.campaigns import Campaign, CampaignState
from storage.types import JsonObject

ENDED = frozenset({CampaignState.CANCELLED, CampaignState.FINISHED})
SENT_TO_SOMEBODY = frozenset({CampaignState.RUNNING, CampaignState.PAUSED, *ENDED})

VERBS: dict[CampaignState, tuple[tuple[str, ...], ...]] = {
    CampaignState.DRAFT: (("preview", "test"), ("submit",), ("discard",)),
    CampaignState.SUBMITTED: (("preview", "test"), ("approve",), ("return", "refuse"), ("withdraw",)),
    CampaignState.APPROVED: (("start", "schedule"), ("preview",), ("cancel",)),
    CampaignState.SCHEDULED: (("start", "schedule"), ("preview",), ("cancel",)),
    CampaignState.RUNNING: (("pause", "wave"), ("watch", "ledger"), ("cancel",)),
    CampaignState.PAUSED: (("resume",), ("watch", "ledger"), ("cancel",)),
    CampaignState.CANCELLED: (("ledger", "results"), ("copy",)),
    CampaignState.FINISHED: (("ledger", "results"), ("retry", "unknown"), ("copy",)),
    CampaignState.REFUSED: (("preview", "copy"),),
}
"""What may be done in each state, as rows of buttons; who may is asked for each."""
DECIDING = frozenset({"approve", "return", "refuse"})


async def show(visit: Visit, number: str) -> None:
    """Whoever is to decide reads the exact words first: nobody approves what they have not seen."""
    campaign = await get_campaign(visit, number)
    if await _decides(visit, campaign):
        await show_words(visit, campaign)
    await visit.go(CARD, number=number)


async def card_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.RUN_CAMPAIGNS)
    campaign = await get_campaign(visit, str(params.get("number")))
    text = visit.words.joined(await _head(visit, campaign), await _draft_text(visit, campaign))
    return Screen(CARD, text, await _rows(visit, campaign), later=_later(visit, campaign))


async def _head(visit: Visit, campaign: Campaign) -> str:
    words = visit.words
    note = open_decision_note(visit.tx, campaign)
    about = words.render(
        "campaigns-card",
        name=campaign.name,
        number=campaign.number,
        state=words.label(f"campaigns-state.{campaign.state.value}"),
        maker=await maker_name(visit.tx, words, campaign) or "-",
    )
    return words.joined(
        about, words.render("campaigns-note", note=note) if note else "", await _stuck(visit, campaign)
    )


async def _stuck(visit: Visit, campaign: Campaign) -> str:
    """That it waits for somebody there is not: as long as that is so, whoever looks reads it."""
    if campaign.state is not CampaignState.SUBMITTED or await list_deciders(visit.tx, campaign):
        return ""
    return visit.words.render("campaigns-nobody-decides")


def _later(visit: Visit, campaign: Campaign) -> Later | None:
    """Counting a whole audience or ledger takes longer than an update's transaction may."""
    if campaign.state is CampaignState.DRAFT:
        return None
    tell = progress_text if campaign.state in SENT_TO_SOMEBODY else approval_text
    return partial(tell, service=visit.service, words=visit.words, campaign=campaign, now=visit.now)


async def _draft_text(visit: Visit, campaign: Campaign) -> str:
    """What is there by now, while it is being written."""
    if campaign.state is not CampaignState.DRAFT:
        return ""
    words = visit.words
    contents = await list_contents(visit.tx, campaign)
    nothing = words.label("campaigns-nothing")
    return words.render(
        "campaigns-draft-card",
        texts=", ".join(language_name(visit.service.texts, lang) for lang in contents) or nothing,
        buttons=str(len(shared_buttons(contents))),
        segment=await rule_in_words(visit.tx, visit.service, words, campaign),
    )


async def _rows(visit: Visit, campaign: Campaign) -> Rows:
    words = visit.words
    own = await _composing_rows(visit, campaign) if campaign.state is CampaignState.DRAFT else ()
    decides = await _decides(visit, campaign)
    verbs = tuple(
        tuple(_button(visit, verb, campaign) for verb in row if _may(visit, verb, campaign, decides=decides))
        for row in VERBS[campaign.state]
    )
    back = (words.button("campaigns-back", "campaigns", "page", "0"),)
    return (*own, *(row for row in verbs if row), back, words.ways_out())


def _button(visit: Visit, verb: str, campaign: Campaign) -> Button:
    """Each carries what was seen; what only shows does not look at it."""
    return Button(
        visit.words.label(f"campaigns-do.{verb}"),
        Action("campaigns", verb, f"{campaign.number}.{seen_of(campaign)}"),
    )


async def _decides(visit: Visit, campaign: Campaign) -> bool:
    """Whether this person is to decide on it now: nobody does who had a hand in it."""
    if campaign.state is not CampaignState.SUBMITTED or not is_allowed(visit.role, Permission.APPROVE):
        return False
    return visit.contact.id not in await list_authors(visit.tx, campaign)


def _may(visit: Visit, verb: str, campaign: Campaign, *, decides: bool) -> bool:
    """Only its maker takes a campaign back, and a wave must be waiting."""
    if verb in DECIDING:
        return decides
    if verb == "wave":
        return waits_for_wave(campaign)
    return campaign.made_by == visit.contact.id if verb == "withdraw" else True


async def _composing_rows(visit: Visit, campaign: Campaign) -> Rows:
    words, number = visit.words, campaign.number
    contents = await list_contents(visit.tx, campaign)
    texts = tuple(
        (_text_button(visit, number, lang, is_there=lang in contents),) for lang in _languages(visit)
    )
    count = str(len(shared_buttons(contents)))
    buttons = Button(
        words.label("campaigns-edit-buttons", count=count), Action("campaigns", "buttons", number)
    )
    segment = Button(words.label("campaigns-edit-segment"), Action("campaigns", "segment", number))
    return (*texts, (buttons, segment))


def _languages(visit: Visit) -> list[str]:
    """Indonesian first: everybody falls back on it."""
    return sorted(visit.service.texts.languages(), key=lambda lang: (lang != "id", lang))


def _text_button(visit: Visit, number: str, language: str, *, is_there: bool) -> Button:
    name = language_name(visit.service.texts, language)
    label = visit.words.label("campaigns-edit-text", language=name, mark=" ✅" if is_there else "")
    return Button(label, Action("campaigns", "text", f"{number}.{language}"))


def register(routes: Routes) -> None:
    routes.screen(CARD, card_screen)
    routes.action("campaigns", "show", show, Permission.RUN_CAMPAIGNS, anywhere=True)
