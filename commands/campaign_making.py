"""`campaign new`, `write`, `preview`: a campaign made from the shell, checked as in the chat."""

import asyncio
from html import escape
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from rich.console import Console

from bot.campaigns.approving import approval_text
from bot.campaigns.composing import check, list_contents
from bot.campaigns.content import Content, buttons_json, media_json
from bot.campaigns.drafts import start_draft, write_text
from bot.campaigns.fields import Recipient
from bot.campaigns.makers import note_known_name
from bot.campaigns.markup import read_html
from bot.campaigns.policy import policy_for
from bot.campaigns.refusals import ContentRefused, Refusal
from bot.campaigns.rendering import Target, render_content
from bot.campaigns.samples import request_sample
from bot.campaigns.telling import refusal_text
from bot.errors import Stale
from bot.wording import Wording
from commands.campaign_desk import (
    By,
    CampaignUnknown,
    Number,
    Office,
    get_actor,
    get_campaign,
    office,
    print_parts,
)
from storage.campaign_texts import NewText
from storage.database import Transaction
from storage.models.campaigns import Campaign

Language = Annotated[str, typer.Option(help="The text's language; everybody falls back on id.")]
Words = Annotated[Path, typer.Argument(help="A file with the text, in Telegram's HTML.", dir_okay=False)]


def new(name: str, words: Words, *, language: Language = "id", by: By = 0) -> None:
    """Begin a draft with its text; nothing is sent before somebody else approves it."""
    asyncio.run(_new(name, _read(words), language, by))


async def _new(name: str, html: str, language: str, by: int) -> None:
    async with office() as desk, desk.database.transaction() as tx:
        actor = await get_actor(tx, by)
        campaign = await start_draft(tx, desk.service, actor, name)
        await note_known_name(tx, desk.service, actor, campaign)
        await _write(tx, desk, actor, campaign, language, html)
    Console().print(f"{campaign.number}: {name}", markup=False)


def write(number: Number, words: Words, *, language: Language = "id", by: By = 0) -> None:
    """Write a draft's text in a language, in place of what it said."""
    asyncio.run(_rewrite(number, _read(words), language, by))


async def _rewrite(number: str, html: str, language: str, by: int) -> None:
    async with office() as desk, desk.database.transaction() as tx:
        campaign, actor = await get_campaign(tx, number), await get_actor(tx, by)
        await _write(tx, desk, actor, campaign, language, html)
    Console().print(f"{campaign.name}: the text in {language} is written.", markup=False)


def _read(words: Path) -> str:
    try:
        return words.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CampaignUnknown(f"{words} cannot be read ({error})") from None


async def _write(
    tx: Transaction, desk: Office, actor: UUID, campaign: Campaign, language: str, html: str
) -> None:
    """Checked as in the chat; file and buttons stay as they are."""
    if language not in desk.service.texts.languages():
        raise CampaignUnknown(f"{language} is none of {', '.join(sorted(desk.service.texts.languages()))}")
    before = (await list_contents(tx, campaign)).get(language)
    try:
        content = Content(read_html(html).html)
    except ContentRefused as refused:
        raise _refused(desk, refused.refusals) from None
    if before is not None:
        content = Content(content.html, before.media, before.buttons)
    if refusals := check(desk.service, language, content):
        raise _refused(desk, refusals)
    text = NewText(language, content.html, media_json(content.media), buttons_json(content.buttons))
    try:
        await write_text(tx, desk.service, actor, campaign, text)
    except Stale:
        raise CampaignUnknown(f"{campaign.number} is {campaign.state.value}, and no draft") from None


def _refused(desk: Office, refusals: tuple[Refusal, ...]) -> CampaignUnknown:
    policy = policy_for(desk.service)
    return CampaignUnknown(read_html(refusal_text(desk.words, refusals, policy)).plain)


def preview(
    number: Number, *, to: Annotated[int, typer.Option(help="Also send it to this officer, marked.")] = 0
) -> None:
    """A campaign as somebody of whom nothing is known gets it, and what whoever approves is told."""
    asyncio.run(_preview(number, to))


async def _preview(number: str, to: int) -> None:
    async with office() as desk:
        async with desk.database.transaction(read_only=True) as tx:
            campaign = await get_campaign(tx, number)
            parts = [f"{escape(campaign.name)} ({campaign.number}): {campaign.state.value}"]
            parts += [
                _drawn(desk, language, content)
                for language, content in (await list_contents(tx, campaign)).items()
            ]
            now = desk.service.clock.now()
            parts.append(
                await approval_text(tx, service=desk.service, words=desk.words, campaign=campaign, now=now)
            )
        if to:
            async with desk.database.transaction() as tx:
                await request_sample(tx, campaign, await get_actor(tx, to), desk.service.clock.now())
    print_parts(parts)


def _drawn(desk: Office, language: str, content: Content) -> str:
    """The text with its fields filled in, its buttons in brackets."""
    words = Wording(desk.service.texts, language)
    today = desk.service.today()
    screen = render_content(desk.service, words, content, Target(), Recipient(), today)
    buttons = " ".join(f"[{button.label}]" for row in screen.rows for button in row)
    return f"{screen.text}\n{buttons}"


MAKING = (new, write, preview)
