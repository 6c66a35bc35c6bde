"""What is said to a question, and what is kept of one that nothing written answers."""

import re
from dataclasses import dataclass

from bot.programme.errors import FactError
from bot.questions.cleaning import clean
from bot.questions.filling import fill, is_unsettled
from bot.questions.matching import SHOWN, Certainty, Match
from bot.quotes import lang_of
from bot.texts import Markup
from bot.visits import Visit
from storage.questions import add_question

_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
FEWEST_WORDS = 2  # less is no question that somebody could write an answer to


@dataclass(frozen=True, slots=True)
class Said:
    """An answer's words as HTML; `opens` is the explainer that tells more."""

    text: Markup
    opens: str | None


def say_answer(visit: Visit, id: str) -> Said:
    """The written answer with the facts of today, or that staff know; KeyError for an id there is not."""
    service, words = visit.service, visit.words
    written = service.answer(id, words.language)
    answer = written.answer
    today = service.today()
    try:
        filled = fill(answer, service.facts, today, lang_of(words), settled=written.settled)
    except FactError:
        return Said(words.render("questions-ask-staff"), None)
    advice = words.render("questions-unsettled") if is_unsettled(answer, service.facts, today) else ""
    paragraphs = (words.render("questions-answer", text=part) for part in in_paragraphs(filled))
    return Said(words.joined(*paragraphs, advice), answer.opens)


def in_paragraphs(text: str) -> list[str]:
    """Two sentences each: more in one piece is not read on a small screen."""
    sentences = _BETWEEN_SENTENCES.split(text.strip())
    return [" ".join(sentences[start : start + 2]) for start in range(0, len(sentences), 2)]


async def find_answer(visit: Visit, text: str) -> Match:
    """Which answers a text asks for; the first time it waits for what is learnt in a thread.

    What staff have seen asked word for word is sure; everything else is weighed.
    """
    service = visit.service
    await service.questions.prepare()
    match = service.questions.ask(text)
    known = service.sayings.find(service.questions, cleaned(visit, text))
    if known is None:
        return match
    return Match(Certainty.SURE, (known, *(id for id in match.ids if id != known))[:SHOWN])


async def answer_aside(visit: Visit, text: str) -> bool:
    """Answer a question asked in the middle of something else, and show that again; False unless it is one.

    Only one that is surely ours: what was asked stays as it is, and nothing of the text is kept.
    """
    if len(visit.service.questions.tokens(text)) < FEWEST_WORDS:
        return False
    match = await find_answer(visit, text)
    if match.certainty is not Certainty.SURE:
        return False
    await visit.again(say_answer(visit, match.ids[0]).text)
    return True


def cleaned(visit: Visit, text: str) -> str:
    """The question without personal data: all that is ever kept of it."""
    return clean(text, visit.telegram_name, visit.service.questions.known_words)


async def keep_question(visit: Visit, text: str, *, refused_answer: str | None = None) -> None:
    """Keep a cleaned question for staff, without its asker; small talk is not kept."""
    if len(visit.service.questions.tokens(text)) >= FEWEST_WORDS:
        await add_question(visit.tx, text, visit.now, refused_answer=refused_answer)
