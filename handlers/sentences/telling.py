"""What the screens of /kalimat share: their names, the text a screen is about, old and new side by side."""

from datetime import date
from html import escape, unescape

from bot.access import Permission
from bot.campaigns.markup import is_html
from bot.campaigns.policy import policy_for
from bot.campaigns.refusals import Refusal
from bot.campaigns.telling import language_name, refusal_line
from bot.screens import Action, Button, Rows
from bot.sentences.catalogue import Sentence, get_sentence
from bot.sentences.pages import recorded_in
from bot.sentences.places import places, readable
from bot.sentences.previews import preview, title
from bot.sentences.rules import CODES
from bot.texts import DEFAULT_LANGUAGE, Markup
from bot.visits import Visit
from handlers.pages import cut
from handlers.starting_days import day_words
from storage.models.facts import FactChange
from storage.types import JsonObject

TOPICS = "sentences"
LIST = "sentence-list"
SENTENCE = "sentence"
HISTORY = "sentence-history"
NEW = "sentence-new"
PROPOSAL = "sentence-proposal"
DAY = "sentence-day"
CHANGE = "sentence-change"
RETURN = "sentence-return"
MAY = Permission.CHANGE_FACTS


def language_of(params: JsonObject) -> str:
    """The language whose words are looked at; Indonesian unless another was chosen."""
    return str(params.get("lang") or DEFAULT_LANGUAGE)


def sentence_of(visit: Visit, params: JsonObject) -> Sentence:
    """The text that a screen is about; NotFound when this version has it no more."""
    return get_sentence(visit.service, str(params.get("key")), language_of(params))


def in_language(visit: Visit, sentence: Sentence) -> str:
    """The name of the language it is in."""
    return language_name(visit.service.shipped, sentence.language)


def copied(visit: Visit, template: str) -> Markup:
    """A text as staff copy it with a tap, change it and send it: tags as they are typed, figures by name."""
    written = readable(visit.words, template)
    return Markup(escape(written if is_html(written) else unescape(written), quote=False))


def shown(visit: Visit, sentence: Sentence, template: str) -> Markup:
    """A text as people read it today."""
    return preview(visit.words, visit.service, sentence, template)


def side_by_side(visit: Visit, sentence: Sentence, template: str, day: date) -> Markup:
    """Old and new with today's figures, from when, and that a recording would say the old words."""
    words = visit.words
    return words.joined(
        words.render("sentences-about", language=in_language(visit, sentence)),
        words.render(
            "sentences-compared",
            old=shown(visit, sentence, sentence.told),
            new=shown(visit, sentence, template),
        ),
        words.render("sentences-from", start=day_words(visit, day)),
        voice_line(visit, sentence),
    )


def voice_line(visit: Visit, sentence: Sentence) -> str:
    """That a recording of the page says what was written before; empty where there is none."""
    heard = recorded_in(visit.service, sentence.key)
    if not heard:
        return ""
    languages = ", ".join(visit.words.label(f"voices-hear.{language}") for language in heard)
    return visit.words.render("sentences-voice", languages=languages)


def proposal_rows(visit: Visit, waiting: list[FactChange]) -> Rows:
    """A button for each proposal of other words that waits."""
    return tuple((_proposal_button(visit, change),) for change in waiting)


def _proposal_button(visit: Visit, change: FactChange) -> Button:
    sentence = get_sentence(visit.service, change.fact_id, change.language or "")
    label = visit.words.label("facts-waiting", name=title(visit.words, visit.service, sentence))
    return Button(cut(label), Action("sentences", "change", change.number))


def refusal_text(visit: Visit, sentence: Sentence, refusals: tuple[Refusal, ...]) -> Markup:
    """Everything that must be changed, a paragraph each."""
    told = (_refusal(visit, sentence, refusal) for refusal in refusals)
    return visit.words.joined(visit.words.render("sentences-refused"), *told)


def _refusal(visit: Visit, sentence: Sentence, refusal: Refusal) -> Markup:
    words = visit.words
    if refusal.code not in CODES:
        return refusal_line(words, refusal, policy_for(visit.service))
    named = ", ".join(f"{{{shown}}}" for shown in places(words, sentence.shipped).values())
    known = {"what": refusal.what, "limit": str(refusal.limit), "places": named or "-"}
    asked = words.texts.variables(words.language, f"sentences-why-{refusal.code}")
    told = {name: value for name, value in known.items() if name in asked}
    return words.render(f"sentences-why-{refusal.code}", **told)
