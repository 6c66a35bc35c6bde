"""Seeing a campaign before anybody gets it: to oneself at once, to chosen staff as a marked sample."""

from uuid import UUID

from bot.access import Permission, roles_with
from bot.campaigns.composing import content_for, get_campaign, list_contents
from bot.campaigns.makers import list_labels
from bot.campaigns.samples import request_sample, sample_screen
from bot.errors import NotFound
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from bot.wording import Wording
from handlers.routes import Routes
from storage.models.campaigns import Campaign
from storage.staff import list_staff
from storage.types import JsonObject

TEST = "campaign-test"


async def preview(visit: Visit, id_: str) -> None:
    """Each language as it would arrive; the card comes below."""
    campaign = await get_campaign(visit, id_.partition(".")[0])
    await show_words(visit, campaign)
    await visit.go("campaign", number=campaign.number)


async def show_words(visit: Visit, campaign: Campaign) -> None:
    """The exact words as messages of their own, above whatever comes next."""
    visit.edits = False
    for screen in await previews(visit, campaign):
        visit.say(screen)


async def previews(visit: Visit, campaign: Campaign) -> list[Screen]:
    """The campaign in each of its languages, marked as samples; NotFound while it says nothing."""
    contents = await list_contents(visit.tx, campaign)
    content_for(contents, visit.language)
    texts = visit.service.texts
    return [
        sample_screen(visit.service, Wording(texts, language), visit.words, campaign, content)
        for language, content in sorted(contents.items(), reverse=True)
    ]


async def ask_test(visit: Visit, id_: str) -> None:
    campaign = await get_campaign(visit, id_.partition(".")[0])
    content_for(await list_contents(visit.tx, campaign), visit.language)
    await visit.go(TEST, number=campaign.number)


async def test_screen(visit: Visit, params: JsonObject) -> Screen:
    """Everybody of staff who may run campaigns."""
    visit.require(Permission.RUN_CAMPAIGNS)
    words, number = visit.words, str(params.get("number"))
    staff = await list_staff(visit.tx, roles_with(Permission.RUN_CAMPAIGNS))
    labels = await list_labels(visit.tx, words, staff)
    rows = tuple((Button(label, Action("campaigns", "test-to", one.id.hex)),) for one, label in labels)
    back = (Button(words.label("nav-back"), Action("campaigns", "show", number)),)
    return Screen(TEST, words.render("campaigns-test-ask"), (*rows, back, words.ways_out()))


async def send_test(visit: Visit, id_: str) -> None:
    """Only to staff, whatever id a button carries."""
    campaign = await get_campaign(visit, str(visit.place.params.get("number")))
    staff = await list_staff(visit.tx, roles_with(Permission.RUN_CAMPAIGNS))
    contact_id = next((contact.id for contact, _ in staff if contact.id == _uuid(id_)), None)
    if contact_id is None:
        raise NotFound(id_)
    await request_sample(visit.tx, campaign, contact_id, visit.now)
    visit.toast = visit.words.label("campaigns-test-coming")
    await visit.go("campaign", number=campaign.number)


def _uuid(text: str) -> UUID:
    try:
        return UUID(hex=text)
    except ValueError:
        raise NotFound(text) from None


def register(routes: Routes) -> None:
    routes.screen(TEST, test_screen)
    routes.action("campaigns", "preview", preview, Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "test", ask_test, Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "test-to", send_test, Permission.RUN_CAMPAIGNS)
