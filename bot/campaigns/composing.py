"""Composing a campaign: what was sent is checked as a whole, then kept, or refused with its reasons."""

from collections.abc import Mapping
from uuid import UUID

from bot.campaigns.content import (
    Attachment,
    Content,
    ContentButton,
    buttons_json,
    media_json,
    read_content,
)
from bot.campaigns.drafts import remove_text, start_draft, write_text
from bot.campaigns.fields import Measure
from bot.campaigns.makers import note_name
from bot.campaigns.markup import read_html
from bot.campaigns.policy import policy_for
from bot.campaigns.refusals import ContentRefused, Refusal
from bot.campaigns.rules import check_content
from bot.errors import NotFound, Stale
from bot.screens import MediaKind
from bot.service import Service
from bot.texts.render import DEFAULT_LANGUAGE
from bot.visits import Visit
from bot.wording import Wording
from storage.campaign_texts import NewText, list_texts
from storage.campaigns import find_campaign_by_number
from storage.database import Transaction
from storage.models.campaigns import Campaign, CampaignState

BY_ITSELF = frozenset(
    {
        CampaignState.APPROVED,
        CampaignState.SCHEDULED,
        CampaignState.RUNNING,
        CampaignState.FINISHED,
        CampaignState.CANCELLED,
    }
)
Refused = tuple[Refusal, ...]
SentMedia = tuple[MediaKind, str, str]  # kind, Telegram's file_id, filename


async def get_campaign(visit: Visit, number: str) -> Campaign:
    """The campaign with this number; NotFound when there is none."""
    campaign = await find_campaign_by_number(visit.tx, number)
    if campaign is None:
        raise NotFound(f"no campaign has the number {number}")
    return campaign


def seen_of(campaign: Campaign) -> str:
    """What a button says of the campaign it was shown with.

    While people write, decide or hold it, its version: what is approved is what was read. Once it goes by
    itself, freezing and waves raise the version every moment, and only where it stands matters.
    """
    return campaign.state.value if campaign.state in BY_ITSELF else str(campaign.version)


async def get_draft(visit: Visit, number: str) -> Campaign:
    """A campaign that may still be written; Stale once it was submitted."""
    campaign = await get_campaign(visit, number)
    if campaign.state is not CampaignState.DRAFT:
        raise Stale
    return campaign


async def begin_campaign(visit: Visit, name: str) -> Campaign:
    """A new draft."""
    campaign = await start_draft(visit.tx, visit.service, visit.contact.id, name)
    await note_name(visit, campaign)
    return campaign


async def list_contents(tx: Transaction, campaign: Campaign) -> dict[str, Content]:
    """What the campaign says now, by language."""
    texts = await list_texts(tx, campaign.id, campaign.text_version)
    return {text.language: read_content(text.html, text.media, text.buttons) for text in texts}


def content_for(contents: dict[str, Content], language: str) -> Content:
    """The version in a language, else the Indonesian one; NotFound before there is one."""
    content = contents.get(language) or contents.get(DEFAULT_LANGUAGE)
    if content is None:
        raise NotFound("the campaign says nothing yet")
    return content


def measure_for(service: Service, language: str) -> Measure:
    """How long texts in a language can get from today on."""
    return Measure(Wording(service.texts, language), service, service.today())


def check(service: Service, language: str, content: Content) -> Refused:
    """What must be changed in one language's version."""
    return check_content(content, policy_for(service), measure_for(service, language))


async def check_campaign(tx: Transaction, service: Service, campaign: Campaign) -> Refused:
    """What must be changed in any language; "empty" without an Indonesian text, the fallback."""
    contents = await list_contents(tx, campaign)
    return check_all(service, contents) if DEFAULT_LANGUAGE in contents else (Refusal("empty"),)


def check_all(service: Service, contents: Mapping[str, Content]) -> Refused:
    """What must be changed in any of these languages' versions, each reason once."""
    found = (refusal for lang, content in contents.items() for refusal in check(service, lang, content))
    return tuple(dict.fromkeys(found))


async def save_text(
    visit: Visit, campaign: Campaign, language: str, html: str, sent: SentMedia | None
) -> Refused:
    """Keep a language's words and file; what comes without the other leaves the other as it was.

    Gives what must be changed instead, and keeps nothing then.
    """
    contents = await list_contents(visit.tx, campaign)
    before = contents.get(language)
    try:
        text = read_html(html).html
    except ContentRefused as refused:
        return refused.refusals
    content = Content(
        text or (before.html if before else ""),
        Attachment(*sent) if sent else (before.media if before else None),
        before.buttons if before else shared_buttons(contents),
    )
    return await _keep(visit, campaign, {language: content})


async def save_buttons(visit: Visit, campaign: Campaign, buttons: tuple[ContentButton, ...]) -> Refused:
    """Put the same buttons below every language's text; gives what must be changed instead."""
    contents = await list_contents(visit.tx, campaign)
    return await _keep(visit, campaign, with_buttons(contents, buttons)) if contents else (Refusal("empty"),)


def with_buttons(contents: Mapping[str, Content], buttons: tuple[ContentButton, ...]) -> dict[str, Content]:
    """Every language with these buttons."""
    return {lang: Content(one.html, one.media, buttons) for lang, one in contents.items()}


async def _keep(visit: Visit, campaign: Campaign, contents: Mapping[str, Content]) -> Refused:
    return await keep_contents(visit.tx, visit.service, visit.contact.id, campaign, contents)


async def keep_contents(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, contents: Mapping[str, Content]
) -> Refused:
    """Keep these languages' versions; gives what must be changed instead, and keeps nothing then."""
    if found := check_all(service, contents):
        return found
    for language, content in contents.items():
        new = NewText(language, content.html, media_json(content.media), buttons_json(content.buttons))
        campaign = await write_text(tx, service, by, campaign, new)
    return ()


async def drop_file(visit: Visit, campaign: Campaign, language: str) -> None:
    """The words without their file."""
    before = (await list_contents(visit.tx, campaign)).get(language)
    if before is None or before.media is None:
        raise NotFound("there is no file")
    await _keep(visit, campaign, {language: Content(before.html, None, before.buttons)})


async def drop_language(visit: Visit, campaign: Campaign, language: str) -> None:
    """Whoever reads this language gets the Indonesian text."""
    await remove_text(visit.tx, visit.service, visit.contact.id, campaign, language)


def shared_buttons(contents: dict[str, Content]) -> tuple[ContentButton, ...]:
    """The buttons of the campaign: every language has the same."""
    return next((content.buttons for content in contents.values()), ())


async def list_buttons(visit: Visit, campaign: Campaign) -> tuple[ContentButton, ...]:
    """The buttons of the campaign."""
    return shared_buttons(await list_contents(visit.tx, campaign))
