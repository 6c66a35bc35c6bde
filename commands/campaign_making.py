"""`campaign new`, `write`, `preview`: a campaign made from the shell, checked as in the chat."""

import asyncio
from html import escape
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from rich.console import Console

from bot.campaigns.approving import approval_text
from bot.campaigns.composing import list_contents, shared_buttons, with_buttons
from bot.campaigns.content import ButtonKind, Content, ContentButton
from bot.campaigns.drafts import start_draft
from bot.campaigns.fields import Recipient
from bot.campaigns.makers import note_known_name
from bot.campaigns.markup import read_html
from bot.campaigns.refusals import ContentRefused, Refusal
from bot.campaigns.rendering import LABELS, Target, render_content
from bot.campaigns.samples import request_sample
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
from commands.campaign_keeping import Language, keep_checked, refused
from storage.database import Transaction
from storage.models.campaigns import Campaign

Words = Annotated[Path, typer.Argument(help="A file with the text, in Telegram's HTML.", dir_okay=False)]
NewWords = Annotated[
    Path | None,
    typer.Argument(
        help="A file with the text, in Telegram's HTML; without one the text stays.", dir_okay=False
    ),
]
NO_BUTTONS = "none"
OWN_BUTTONS = ", ".join(kind.value for kind in LABELS)
ButtonsTyped = Annotated[
    list[str] | None,
    typer.Option(
        "--button",
        help=f"Up to three, in every language: {OWN_BUTTONS}, or a link as 'Its words=https://...'; "
        f"{NO_BUTTONS} takes them off.",
    ),
]


def new(
    name: Annotated[str, typer.Argument(help="What staff call the campaign; recipients never see it.")],
    words: Words,
    *,
    language: Language = "id",
    button: ButtonsTyped = None,
    by: By = 0,
) -> None:
    """Begin a draft with its text; nothing is sent before somebody else approves it."""
    asyncio.run(_new(name, _read(words), _buttons(button), language, by))


async def _new(
    name: str, html: str, buttons: tuple[ContentButton, ...] | None, language: str, by: int
) -> None:
    async with office() as desk, desk.database.transaction() as tx:
        actor = await get_actor(tx, by)
        campaign = await start_draft(tx, desk.service, actor, name)
        await note_known_name(tx, desk.service, actor, campaign)
        await _write(tx, desk, actor, campaign, language, html, buttons)
    Console().print(f"{campaign.number}: {name}", markup=False)


def write(
    number: Number,
    words: NewWords = None,
    *,
    language: Language = "id",
    button: ButtonsTyped = None,
    by: By = 0,
) -> None:
    """Write a draft's text in a language, its buttons, or both, in place of what there was."""
    if words is None and not button:
        raise CampaignUnknown("name a file with the text, or a --button")
    asyncio.run(_rewrite(number, _read(words) if words else None, _buttons(button), language, by))


async def _rewrite(
    number: str, html: str | None, buttons: tuple[ContentButton, ...] | None, language: str, by: int
) -> None:
    async with office() as desk, desk.database.transaction() as tx:
        campaign, actor = await get_campaign(tx, number), await get_actor(tx, by)
        await _write(tx, desk, actor, campaign, language, html, buttons)
    done = f"the text in {language} is written" if html is not None else "its buttons are changed"
    Console().print(f"{campaign.name}: {done}.", markup=False)


def _read(words: Path) -> str:
    try:
        return words.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CampaignUnknown(f"{words} cannot be read ({error})") from None


def _buttons(typed: list[str] | None) -> tuple[ContentButton, ...] | None:
    """What was typed; None where nothing was: the buttons stay."""
    if not typed:
        return None
    return () if typed == [NO_BUTTONS] else tuple(_button(one) for one in typed)


def _button(typed: str) -> ContentButton:
    label, separator, url = typed.partition("=")
    if separator:
        return ContentButton(ButtonKind.LINK, label.strip(), url.strip())
    if typed not in {kind.value for kind in LABELS}:
        raise CampaignUnknown(f"{typed} is no button: {OWN_BUTTONS}, or a link as 'Its words=https://...'")
    return ContentButton(ButtonKind(typed))


async def _write(
    tx: Transaction,
    desk: Office,
    actor: UUID,
    campaign: Campaign,
    language: str,
    html: str | None,
    buttons: tuple[ContentButton, ...] | None,
) -> None:
    """Checked as in the chat; a file stays as it is, and so do text and buttons where none are given."""
    contents = await list_contents(tx, campaign)
    changed: dict[str, Content] = {}
    if html is not None:
        before = contents.get(language)
        media = before.media if before else None
        changed[language] = Content(_canonical(desk, html), media, shared_buttons(contents))
    if buttons is not None:
        changed = with_buttons(contents | changed, buttons)
    if not changed:
        raise refused(desk, (Refusal("empty"),))
    await keep_checked(tx, desk, actor, campaign, changed)


def _canonical(desk: Office, html: str) -> str:
    try:
        return read_html(html).html
    except ContentRefused as error:
        raise refused(desk, error.refusals) from None


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
