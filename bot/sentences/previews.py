"""A text as people read it today: its figures filled in."""

from html import escape

from bot.campaigns.markup import read_html
from bot.programme.errors import FactError
from bot.questions.filling import value_of
from bot.quotes import lang_of
from bot.sentences.catalogue import Sentence
from bot.sentences.places import PHONE, place_name
from bot.service import Service
from bot.telling import fact_id, is_fact, told
from bot.texts import Markup
from bot.texts.render import PLACEHOLDER
from bot.wording import ON_A_BUTTON, Wording, shortened


def preview(words: Wording, service: Service, sentence: Sentence, template: str) -> Markup:
    """The words with today's figures; what differs from person to person stands as ‹its name›."""
    html = escape(template, quote=False) if sentence.is_answer else template
    return Markup(
        PLACEHOLDER.sub(lambda found: escape(_value(words, service, sentence, found[1]), quote=False), html)
    )


def title(words: Wording, service: Service, sentence: Sentence) -> str:
    """What staff know a text by: an answer's question, or how the text begins."""
    if sentence.is_answer:
        return service.questions.answers.get(sentence.key, words.language).question
    return shortened(PLACEHOLDER.sub("…", read_html(sentence.told).plain), ON_A_BUTTON)


def _value(words: Wording, service: Service, sentence: Sentence, name: str) -> str:
    try:
        value = _figure(service, sentence, name)
    except FactError:
        value = None
    return value or f"‹{place_name(words, name)}›"


def _figure(service: Service, sentence: Sentence, name: str) -> str | None:
    own = Wording(service.shipped, sentence.language)
    if sentence.is_answer:
        return value_of(name, service.facts, service.today(), lang_of(own))
    if is_fact(name):
        return told(own, service.facts_today, fact_id(name))
    return service.call_centre if name == PHONE else None
