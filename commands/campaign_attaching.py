"""`campaign attach`, `detach`: a draft's photo, document or voice note, from the shell.

Telegram keeps files by ids of its own, which it gives once a file was sent. So the file goes first to whoever
attaches it, who sees it before anybody else.
"""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.campaigns.composing import list_contents, shared_buttons
from bot.campaigns.content import Attachment, Content
from bot.messenger import FileGone
from bot.pacing import Pacer
from bot.screens import Media, MediaKind
from bot.settings import load_settings
from bot.telegram_api.messenger import TelegramMessenger
from bot.texts.render import DEFAULT_LANGUAGE
from bot.wording import Wording
from commands.asking import answers_named
from commands.campaign_desk import (
    By,
    CampaignUnknown,
    Number,
    Office,
    get_actor,
    get_campaign,
    get_officer,
    office,
)
from commands.campaign_keeping import Language, keep_checked, require_fit
from commands.composition import build_bot
from storage.database import Transaction
from storage.models.campaigns import Campaign
from storage.models.contacts import Contact

KINDS = {
    **dict.fromkeys((".jpg", ".jpeg", ".png"), MediaKind.PHOTO),
    **dict.fromkeys((".ogg", ".oga", ".opus"), MediaKind.VOICE),
}
"""What is shown and heard in the chat; everything else is a document, and the policy says which may be."""

File = Annotated[Path, typer.Argument(help="A photo, a PDF, or a voice note in OGG.", dir_okay=False)]


def attach(number: Number, file: File, *, language: Language = DEFAULT_LANGUAGE, by: By = 0) -> None:
    """Attach a file to a draft's text in a language; you get it in your chat as well."""
    asyncio.run(_attach(number, _read(file), language, by))


def _read(file: Path) -> Media:
    kind = KINDS.get(file.suffix.casefold(), MediaKind.DOCUMENT)
    try:
        return Media(kind, file.read_bytes(), file.name)
    except OSError as error:
        raise CampaignUnknown(f"{file} cannot be read ({error.strerror})") from None


async def _attach(number: str, media: Media, language: str, by: int) -> None:
    """Refused before anything is sent, where it can be; kept in a transaction of its own afterwards."""
    attached = Attachment(media.kind, "", media.filename)
    async with office() as desk:
        async with desk.database.transaction(read_only=True) as tx:
            campaign, officer = await get_campaign(tx, number), await get_officer(tx, by)
            require_fit(desk, campaign, await _with_file(tx, campaign, language, attached))
        file_id = await _sent(desk, officer, campaign, media)
        attached = Attachment(media.kind, file_id, media.filename)
        async with desk.database.transaction() as tx:
            campaign = await get_campaign(tx, number)
            await keep_checked(
                tx, desk, officer.id, campaign, await _with_file(tx, campaign, language, attached)
            )
    Console().print(f"{campaign.name}: {media.filename} is attached.", markup=False)


async def _sent(desk: Office, officer: Contact, campaign: Campaign, media: Media) -> str:
    """Telegram's id of the file, which whoever attaches it now has in their chat."""
    caption = Wording(desk.service.texts, officer.language).render("campaigns-file", name=campaign.name)
    try:
        with answers_named():
            async with build_bot(load_settings(), Pacer(), None) as bot:
                return await TelegramMessenger(bot).upload(officer.telegram_id, media, caption)
    except FileGone as error:
        raise CampaignUnknown(f"Telegram refused the file: {error}") from None


async def _with_file(
    tx: Transaction, campaign: Campaign, language: str, media: Attachment | None
) -> dict[str, Content]:
    """The language's version with this file in place of what there was, or without any."""
    contents = await list_contents(tx, campaign)
    before = contents.get(language) or Content("", None, shared_buttons(contents))
    return {language: Content(before.html, media, before.buttons)}


def detach(number: Number, *, language: Language = DEFAULT_LANGUAGE, by: By = 0) -> None:
    """Take the file off a draft's text in a language; the words stay."""
    asyncio.run(_detach(number, language, by))


async def _detach(number: str, language: str, by: int) -> None:
    async with office() as desk, desk.database.transaction() as tx:
        campaign, actor = await get_campaign(tx, number), await get_actor(tx, by)
        before = (await list_contents(tx, campaign)).get(language)
        if before is None or before.media is None:
            raise CampaignUnknown(f"{campaign.number} has no file in {language}")
        await keep_checked(tx, desk, actor, campaign, await _with_file(tx, campaign, language, None))
    Console().print(f"{campaign.name}: its file is taken off.", markup=False)


ATTACHING = (attach, detach)
