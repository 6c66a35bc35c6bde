"""/siar: the campaigns, the newest first; a new one begins with its name; the rules everybody can read."""

from bot.access import Permission
from bot.campaigns.composing import begin_campaign
from bot.campaigns.policy import NAME_LIMIT, policy_for
from bot.campaigns.rules import check_name
from bot.campaigns.telling import refusal_text
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.pages import FETCHED, PAGE, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.campaigns import list_campaigns
from storage.models.campaigns import Campaign, CampaignState
from storage.types import JsonObject

CAMPAIGNS = "campaigns"
NAME = "campaign-name"
RULES = "campaign-rules"
MARKS = {
    CampaignState.DRAFT: "📝",
    CampaignState.SUBMITTED: "⏳",
    CampaignState.APPROVED: "✅",
    CampaignState.SCHEDULED: "🗓",
    CampaignState.RUNNING: "▶️",
    CampaignState.PAUSED: "⏸",
    CampaignState.CANCELLED: "✖️",
    CampaignState.FINISHED: "🏁",
    CampaignState.REFUSED: "🚫",
}


async def list_(visit: Visit, argument: str) -> None:
    await visit.go(CAMPAIGNS, page=page_number(argument))


async def list_screen(visit: Visit, params: JsonObject) -> Screen:
    """A page of campaigns, a mark for where each stands."""
    visit.require(Permission.RUN_CAMPAIGNS)
    words, page = visit.words, page_of(params)
    found = await list_campaigns(visit.tx, limit=FETCHED, offset=page * PAGE)
    rows = page_rows(words, "campaigns", page, found, _campaign_button)
    own = (
        words.button("campaigns-new", "campaigns", "new"),
        words.button("campaigns-rules-open", "campaigns", "rules"),
    )
    text = words.render("campaigns-list") if found else words.render("campaigns-none")
    return Screen(CAMPAIGNS, text, (*rows, own, words.ways_out()))


def _campaign_button(campaign: Campaign) -> Button:
    return Button(
        f"{MARKS[campaign.state]} {campaign.name}"[:60], Action("campaigns", "show", campaign.number)
    )


async def ask_name(visit: Visit, _id: str) -> None:
    await visit.go(NAME)


async def name_screen(visit: Visit, _params: JsonObject) -> Screen:
    visit.require(Permission.RUN_CAMPAIGNS)
    words = visit.words
    return Screen(NAME, words.render("campaigns-name-ask"), (_back(visit), words.ways_out()))


async def read_name(visit: Visit, text: str) -> bool:
    """The name makes the draft; everything else is added to it."""
    visit.require(Permission.RUN_CAMPAIGNS)
    refused = check_name(text, NAME_LIMIT)
    if refused:
        await visit.again(refusal_text(visit.words, refused, policy_for(visit.service)))
        return True
    campaign = await begin_campaign(visit, text.strip())
    await visit.go("campaign", number=campaign.number)
    return True


async def show_rules(visit: Visit, _id: str) -> None:
    await visit.go(RULES)


async def rules_screen(visit: Visit, _params: JsonObject) -> Screen:
    """What is refused, as the data say it: nobody need guess."""
    visit.require(Permission.RUN_CAMPAIGNS)
    words, policy = visit.words, policy_for(visit.service)
    text = words.render(
        "campaigns-rules-card",
        hosts=", ".join(policy.hosts) or "-",
        shorteners=", ".join(policy.file.shorteners),
        words=", ".join(policy.words),
        secrets=", ".join((*policy.file.demands.spelled, *policy.file.demands.things)),
        payees=", ".join(policy.file.demands.payees),
        promises=", ".join(policy.file.promises.words),
        sums=", ".join(word for _, near in policy.file.sums.fields for word in near),
        documents=", ".join(policy.file.document_endings),
    )
    return Screen(RULES, text, (_back(visit), words.ways_out()))


def _back(visit: Visit) -> tuple[Button, ...]:
    return (visit.words.button("campaigns-back", "campaigns", "page", "0"),)


def register(routes: Routes) -> None:
    routes.command("siar", list_, Permission.RUN_CAMPAIGNS)
    routes.screen(CAMPAIGNS, list_screen)
    routes.screen(NAME, name_screen, read_name)
    routes.screen(RULES, rules_screen)
    routes.action("campaigns", "page", list_, Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "new", ask_name, Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "rules", show_rules, Permission.RUN_CAMPAIGNS)
