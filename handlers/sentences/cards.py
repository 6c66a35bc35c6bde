"""One sentence: as it is told now, what became of its proposals, and the way back to the shipped words."""

from collections.abc import Mapping
from uuid import UUID

from bot.access import Permission, is_allowed
from bot.campaigns.markup import read_html
from bot.cases.duty import names_of
from bot.screens import Action, Button, Rows, Screen
from bot.sentences.catalogue import Sentence, get_sentence
from bot.sentences.changing import withdraw_words
from bot.texts import Markup
from bot.visits import Visit
from bot.voice_notices import tell_outdated
from bot.wording import shortened
from handlers.routes import Routes
from handlers.sentences.telling import (
    HISTORY,
    MAY,
    SENTENCE,
    in_language,
    language_of,
    proposal_rows,
    sentence_of,
    shown,
    voice_line,
)
from handlers.starting_days import day_words
from storage.facts import list_open_proposals, list_text_changes
from storage.models.facts import FactChange, FactChangeState
from storage.types import JsonObject

MOST_SHOWN = 10
CUT = 160  # characters of what was proposed, in the history


async def open_sentence(visit: Visit, key: str) -> None:
    """A sentence in the language that is looked at."""
    sentence = get_sentence(visit.service, key, language_of(visit.place.params))
    await visit.go(SENTENCE, key=sentence.key, lang=sentence.language)


async def choose_language(visit: Visit, language: str) -> None:
    """The same sentence in another language."""
    sentence = get_sentence(visit.service, str(visit.place.params.get("key")), language)
    await visit.go(SENTENCE, key=sentence.key, lang=sentence.language)


async def sentence_screen(visit: Visit, params: JsonObject) -> Screen:
    """The words as people read them today, and whose they are."""
    visit.require(MAY)
    words, sentence = visit.words, sentence_of(visit, params)
    text = words.joined(
        words.render("sentences-now", language=in_language(visit, sentence)),
        shown(visit, sentence, sentence.told),
        _whose(visit, sentence),
        voice_line(visit, sentence),
    )
    waiting = await list_open_proposals(visit.tx, fact_id=sentence.key, texts=True)
    rows = (
        *proposal_rows(visit, [one for one in waiting if one.language == sentence.language]),
        (words.button("sentences-change", "sentences", "new"),),
        *_languages(visit, sentence),
        (words.button("sentences-history", "sentences", "history"),),
        *_withdrawal(visit, sentence),
        (Button(words.label("facts-back"), Action("sentences", "topic", sentence.topic.id)),),
        words.ways_out(),
    )
    return Screen(SENTENCE, text, rows)


def _whose(visit: Visit, sentence: Sentence) -> Markup:
    words, change = visit.words, sentence.change
    if change is not None:
        return words.render("sentences-from-chat", start=day_words(visit, change.valid_from))
    return words.render("sentences-outdated" if sentence.outdated else "sentences-shipped")


def _languages(visit: Visit, sentence: Sentence) -> Rows:
    texts = visit.service.shipped
    others = sorted(texts.languages() - {sentence.language})
    return tuple(
        (Button(texts.plain(one, "language.name"), Action("sentences", "language", one)),) for one in others
    )


def _withdrawal(visit: Visit, sentence: Sentence) -> Rows:
    if sentence.change is None or not is_allowed(visit.role, Permission.APPROVE):
        return ()
    return ((visit.words.button("sentences-withdraw", "sentences", "withdraw"),),)


async def withdraw(visit: Visit, _id: str) -> None:
    """Back to the shipped words, on every screen with the next look; the history tells it at once."""
    sentence = sentence_of(visit, visit.place.params)
    withdrawal = await withdraw_words(visit, sentence)
    await tell_outdated(visit, withdrawal.number)
    visit.toast = visit.words.label("sentences-withdrawn")
    await visit.go(HISTORY, key=sentence.key, lang=sentence.language)


async def show_history(visit: Visit, _id: str) -> None:
    sentence = sentence_of(visit, visit.place.params)
    await visit.go(HISTORY, key=sentence.key, lang=sentence.language)


async def history_screen(visit: Visit, params: JsonObject) -> Screen:
    """What was proposed for it, the latest first, and what became of it."""
    visit.require(MAY)
    words, sentence = visit.words, sentence_of(visit, params)
    changes = await list_text_changes(visit.tx, sentence.key, sentence.language)
    names = await names_of(visit.tx, _people(changes))
    lines = [_line(visit, sentence, change, names) for change in changes[:MOST_SHOWN]]
    shipped = words.render("sentences-first", text=shown(visit, sentence, sentence.shipped))
    back = (words.button("facts-back", "sentences", "open", sentence.key),)
    text = words.joined(
        words.render("sentences-past", language=in_language(visit, sentence)), *lines, shipped
    )
    return Screen(HISTORY, text, (back, words.ways_out()))


def _people(changes: list[FactChange]) -> set[UUID]:
    return {one for change in changes for one in (change.proposed_by, change.decided_by) if one}


def _line(visit: Visit, sentence: Sentence, change: FactChange, names: Mapping[UUID, str]) -> Markup:
    """When and by whom, what became of it, from which day, and how it reads."""
    words = visit.words
    day = visit.service.day(change.proposed_at, visit.language)
    by, decider = (_name(names, one) for one in (change.proposed_by, change.decided_by))
    if not change.value and change.state is FactChangeState.APPROVED:
        return words.render("sentences-line-withdrawn", day=day, by=by)
    decided = {"by": decider} if change.state is not FactChangeState.PROPOSED else {}
    return words.render(
        "sentences-line",
        day=day,
        by=by,
        state=words.label(f"sentences-state.{change.state}", **decided),
        start=day_words(visit, change.valid_from),
        text=shortened(read_html(shown(visit, sentence, change.value)).plain, CUT),
    )


def _name(names: Mapping[UUID, str], contact_id: UUID | None) -> str:
    """What officers are called; a sign for one whose account is gone."""
    return names.get(contact_id, "-") if contact_id else "-"


def register(routes: Routes) -> None:
    routes.screen(SENTENCE, sentence_screen)
    routes.screen(HISTORY, history_screen)
    routes.action("sentences", "open", open_sentence, MAY)
    routes.action("sentences", "language", choose_language, MAY)
    routes.action("sentences", "history", show_history, MAY)
    routes.action("sentences", "withdraw", withdraw, Permission.APPROVE)
