"""New words for a sentence: typed in one message, judged at once, shown side by side, sent on."""

import re
from datetime import date

from bot.campaigns.markup import is_html
from bot.errors import NotFound
from bot.screens import Button, Rows, Screen
from bot.sentences.catalogue import Sentence
from bot.sentences.changing import propose_words
from bot.sentences.places import places
from bot.sentences.rules import judge
from bot.visits import Visit
from handlers.routes import Routes, Written
from handlers.sentences.telling import (
    CHANGE,
    DAY,
    MAY,
    NEW,
    PROPOSAL,
    copied,
    in_language,
    refusal_text,
    sentence_of,
    side_by_side,
)
from handlers.starting_days import day_rows, typed_day
from storage.types import JsonObject

_COPIED = re.compile(r"</?(?:code|pre)>")  # how the text to copy is shown: it may come back with it


async def ask(visit: Visit, _id: str) -> None:
    """New words for the sentence that is looked at."""
    sentence = sentence_of(visit, visit.place.params)
    await visit.go(NEW, key=sentence.key, lang=sentence.language)


async def new_screen(visit: Visit, params: JsonObject) -> Screen:
    """The words to copy and change; what was typed last, where some was."""
    visit.require(MAY)
    words, sentence = visit.words, sentence_of(visit, params)
    template = str(params.get("words") or sentence.told)
    text = words.joined(
        words.render("sentences-ask", language=in_language(visit, sentence)),
        words.render("sentences-copy", text=copied(visit, template)),
        words.render("sentences-places") if places(words, sentence.shipped) else "",
    )
    return Screen(NEW, text, (_back(visit, sentence), words.ways_out()))


def _back(visit: Visit, sentence: Sentence) -> tuple[Button, ...]:
    return (visit.words.button("facts-back", "sentences", "open", sentence.key),)


async def read(visit: Visit, written: Written) -> bool:
    """The new words, or everything that must be changed about them."""
    visit.require(MAY)
    sentence = sentence_of(visit, visit.place.params)
    if written.file is not None or not written.text:
        return False
    judged = judge(visit.words, visit.service, sentence, _html(written))
    if judged.refusals:
        await visit.again(refusal_text(visit, sentence, judged.refusals))
        return True
    await _propose(visit, sentence, judged.template, visit.service.today())
    return True


def _html(written: Written) -> str:
    """With the formatting of Telegram's menu, or with tags where they were typed."""
    return written.text if is_html(written.text) else _COPIED.sub("", written.html)


async def _propose(visit: Visit, sentence: Sentence, template: str, day: date) -> None:
    params = {"key": sentence.key, "lang": sentence.language, "words": template, "from": day.isoformat()}
    await visit.go(PROPOSAL, **params, shipped=sentence.shipped_hash)


async def proposal_screen(visit: Visit, params: JsonObject) -> Screen:
    """Old and new side by side, before anybody else hears of it."""
    visit.require(MAY)
    words, sentence = visit.words, sentence_of(visit, params)
    template, day = _proposed(params)
    rows: Rows = (
        (words.button("facts-send", "sentences", "propose"),),
        (words.button("sentences-rewrite", "sentences", "rewrite"),),
        (words.button("sentences-other-day", "sentences", "day"),),
        _back(visit, sentence),
        words.ways_out(),
    )
    text = words.joined(side_by_side(visit, sentence, template, day), words.render("facts-second"))
    return Screen(PROPOSAL, text, rows)


def _proposed(params: JsonObject) -> tuple[str, date]:
    """The words as they were typed, and their day; NotFound where there is no proposal."""
    try:
        day = date.fromisoformat(str(params.get("from", "")))
    except ValueError:
        raise NotFound("no proposal") from None
    return str(params.get("words", "")), day


async def rewrite(visit: Visit, _id: str) -> None:
    """Type it again, beginning with what was typed last."""
    await visit.go(NEW, **visit.place.params)


async def show_days(visit: Visit, _id: str) -> None:
    _proposed(visit.place.params)
    await visit.go(DAY, **visit.place.params)


async def day_screen(visit: Visit, params: JsonObject) -> Screen:
    """From when: today, the first of next month, or a day as it is typed."""
    visit.require(MAY)
    words, back = visit.words, _back(visit, sentence_of(visit, params))
    rows = (*day_rows(visit, "sentences"), back, words.ways_out())
    return Screen(DAY, words.render("facts-ask-day"), rows)


async def choose_day(visit: Visit, written: str) -> None:
    """One of the days on offer."""
    await take_day(visit, written)


async def take_day(visit: Visit, text: str) -> bool:
    """A day as people write it."""
    visit.require(MAY)
    day = await typed_day(visit, text)
    if day is not None:
        await visit.go(PROPOSAL, **{**visit.place.params, "from": day.isoformat()})
    return True


async def propose(visit: Visit, _id: str) -> None:
    """Send it to whoever may approve; not when the text was written anew since it was typed."""
    params = visit.place.params
    sentence = sentence_of(visit, params)
    template, day = _proposed(params)
    if params.get("shipped") != sentence.shipped_hash:
        raise NotFound("the text was written anew meanwhile")
    change = await propose_words(visit, sentence, template, day)
    await visit.go(CHANGE, number=change.number)


def register(routes: Routes) -> None:
    routes.screen(NEW, new_screen, asks=True, digits=True)
    routes.message(NEW, read)
    routes.screen(PROPOSAL, proposal_screen)
    routes.screen(DAY, day_screen, take_day, digits=True)
    routes.action("sentences", "new", ask, MAY)
    routes.action("sentences", "rewrite", rewrite, MAY)
    routes.action("sentences", "day", show_days, MAY)
    routes.action("sentences", "from", choose_day, MAY)
    routes.action("sentences", "propose", propose, MAY)
