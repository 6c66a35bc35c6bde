"""A campaign's words in one language: staff send one message, formatting and file included."""

from bot.access import Permission
from bot.campaigns.composing import (
    drop_file,
    drop_language,
    get_campaign,
    get_draft,
    list_contents,
    measure_for,
    save_text,
)
from bot.campaigns.content import Content
from bot.campaigns.fields import FIELDS
from bot.campaigns.markup import is_html, read_html
from bot.campaigns.policy import policy_for
from bot.campaigns.telling import language_name, refusal_text
from bot.errors import NotFound
from bot.programme.formats import number
from bot.quotes import lang_of
from bot.screens import Action, Button, Rows, Screen
from bot.texts.render import DEFAULT_LANGUAGE
from bot.visits import Visit
from handlers.campaigns.seen import reading, unless_changed
from handlers.routes import Routes, Written
from storage.types import JsonObject

TEXT = "campaign-text"


async def ask(visit: Visit, id_: str) -> None:
    """`<number>.<language>`."""
    campaign_number, language = _parts(visit, id_)
    await get_draft(visit, campaign_number)
    await visit.go(TEXT, number=campaign_number, language=language)


def _parts(visit: Visit, id_: str) -> tuple[str, str]:
    campaign_number, _, language = id_.partition(".")
    if language not in visit.service.texts.languages():
        raise NotFound(id_)
    return campaign_number, language


async def text_screen(visit: Visit, params: JsonObject) -> Screen:
    """What is there, how long it can get, and what may be used in it."""
    visit.require(Permission.RUN_CAMPAIGNS)
    words, language = visit.words, str(params.get("language"))
    campaign = await get_campaign(visit, str(params.get("number")))
    content = (await list_contents(visit.tx, campaign)).get(language)
    text = words.joined(
        words.render("campaigns-text-ask", language=language_name(visit.service.texts, language)),
        _length_line(visit, language, content) if content else "",
        words.render("campaigns-text-fields", fields=", ".join(f"{{{name}}}" for name in FIELDS)),
    )
    return Screen(TEXT, text, (*_rows(visit, campaign.number, language, content), words.ways_out()))


def _length_line(visit: Visit, language: str, content: Content) -> str:
    measure, lang = measure_for(visit.service, language), lang_of(visit.words)
    longest, limit = (
        measure.longest(read_html(content.html).plain),
        measure.limit(is_caption=bool(content.media)),
    )
    return visit.words.render("campaigns-text-now", length=number(longest, lang), limit=number(limit, lang))


def _rows(visit: Visit, campaign_number: str, language: str, content: Content | None) -> Rows:
    words, id_ = visit.words, f"{campaign_number}.{language}"
    drops: list[Button] = []
    if content is not None and content.media is not None:
        drops.append(words.button("campaigns-text-drop-file", "campaigns", "drop-file", id_))
    if content is not None and language != DEFAULT_LANGUAGE:
        drops.append(words.button("campaigns-text-drop", "campaigns", "drop-text", id_))
    back = (Button(words.label("nav-back"), Action("campaigns", "show", campaign_number)),)
    return (tuple(drops), back) if drops else (back,)


async def read(visit: Visit, written: Written) -> bool:
    """Keep what was sent, or say everything that must be changed, and ask again."""
    visit.require(Permission.RUN_CAMPAIGNS)
    params = visit.place.params
    campaign = await get_draft(visit, str(params.get("number")))
    language = str(params.get("language"))
    html = written.text if not written.is_formatted and is_html(written.text) else written.html
    file = written.file
    attached = (file.kind, file.file_id, file.name) if file else None
    refused = await save_text(visit, campaign, language, html, attached)
    if refused:
        policy = policy_for(visit.service)
        await visit.again(refusal_text(visit.words, refused, policy))
        return True
    await visit.go("campaign", number=campaign.number)
    return True


async def remove_file(visit: Visit, id_: str) -> None:
    campaign_number, language = _parts(visit, id_)
    await drop_file(visit, await get_draft(visit, campaign_number), language)
    await visit.go(TEXT, number=campaign_number, language=language)


async def remove_text(visit: Visit, id_: str) -> None:
    """Whoever reads this language gets the Indonesian text."""
    campaign_number, language = _parts(visit, id_)
    if language == DEFAULT_LANGUAGE:
        raise NotFound(id_)
    await drop_language(visit, await get_draft(visit, campaign_number), language)
    await visit.go("campaign", number=campaign_number)


def register(routes: Routes) -> None:
    routes.screen(TEXT, text_screen, asks=True)
    routes.message(TEXT, reading(read))
    routes.action("campaigns", "text", unless_changed(ask), Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "drop-file", unless_changed(remove_file), Permission.RUN_CAMPAIGNS)
    routes.action("campaigns", "drop-text", unless_changed(remove_text), Permission.RUN_CAMPAIGNS)
