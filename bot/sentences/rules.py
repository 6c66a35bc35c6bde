"""What a text is held to that staff wrote in the chat: read, then judged; whatever is found is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.campaigns.markup import Formatted, read_html
from bot.campaigns.policy import policy_for
from bot.campaigns.refusals import ContentRefused, Refusal
from bot.campaigns.rules import check_words
from bot.plain_words import capitals, faults
from bot.programme.errors import FactError
from bot.sentences.catalogue import Sentence
from bot.sentences.places import folded, places
from bot.sentences.previews import preview
from bot.service import Service
from bot.telling import fact_id, is_fact
from bot.texts import DEFAULT_LANGUAGE
from bot.texts.render import PLACEHOLDER
from bot.wording import Wording
from storage.models.facts import LONGEST_VALUE

CODES = (
    "alone",
    "empty",
    "figure",
    "formatted",
    "hard",
    "lost",
    "room",
    "same",
    "sentences",
    "unexplained",
    "unknown",
    "words",
)
"""What is refused in words of its own; links, account numbers and the like are told as in campaigns."""

_BRACES = re.compile(r"\{([^{}]*)\}")
_TAG = re.compile(r"</?([a-z-]+)[^>]*>")
_LISTED = re.compile(r"(?m)^\s*[0-9]{1,2}[.)] ")
_FIGURE = re.compile(
    r"\d[\d.,]*|%|\b(?:ratus|ribu|juta|miliar|persen|hundred|thousand|million|billion|percent)\b",
    re.IGNORECASE,
)
"""A figure in digits or in words: each comes from a fact, which has a source and a day."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was typed, with {name} for each variable, and what must be changed before anybody sees it."""

    template: str
    refusals: tuple[Refusal, ...]


def judge(words: Wording, service: Service, sentence: Sentence, html: str) -> Judged:
    """Read what staff typed for a text; `html` is the message with its formatting."""
    try:
        read = read_html(html)
    except ContentRefused as refused:
        return Judged("", refused.refusals)
    template, strange = _with_places(words, sentence, read)
    found = (
        *strange,
        *_tags(read, sentence),
        *_lost(words, sentence, template),
        *_figures(template),
        *_said(words, service, sentence, template),
        *_conditions(words, service, template),
        *_told_elsewhere(service, sentence, read, template),
    )
    return Judged(template, tuple(dict.fromkeys(found)))


def _with_places(words: Wording, sentence: Sentence, read: Formatted) -> tuple[str, tuple[Refusal, ...]]:
    """The template, and what stands in braces and is none of this text's figures."""
    named = {folded(shown): name for name, shown in places(words, sentence.shipped).items()}
    source = " ".join(read.plain.split()) if sentence.is_answer else read.html
    typed = _BRACES.findall(source)
    strange = [Refusal("unknown", f"{{{name}}}") for name in typed if folded(name) not in named]
    template = _BRACES.sub(lambda found: f"{{{named.get(folded(found[1]), '')}}}", source)
    if re.search(r"[{}]", _BRACES.sub("", source)):
        strange.append(Refusal("unknown", "{ }"))
    return template, tuple(strange)


def _tags(read: Formatted, sentence: Sentence) -> Iterator[Refusal]:
    for tag in dict.fromkeys(_TAG.findall(read.html)):
        if tag not in sentence.topic.tags:
            yield Refusal("formatted", tag)


def _lost(words: Wording, sentence: Sentence, template: str) -> Iterator[Refusal]:
    kept = set(PLACEHOLDER.findall(template))
    for name, shown in places(words, sentence.shipped).items():
        if name not in kept:
            yield Refusal("lost", f"{{{shown}}}")


def _figures(template: str) -> Iterator[Refusal]:
    bare = _LISTED.sub("", PLACEHOLDER.sub(" ", _TAG.sub("", template)))
    for found in dict.fromkeys(_FIGURE.findall(bare)):
        yield Refusal("figure", found)


def _said(words: Wording, service: Service, sentence: Sentence, template: str) -> Iterator[Refusal]:
    """Whether it is as people read it: there, other than before, short, and in plain words."""
    if not PLACEHOLDER.sub("", template).strip():
        yield Refusal("empty")
        return
    if template == sentence.told:
        yield Refusal("same")
    shown, shipped = (preview(words, service, sentence, text) for text in (template, sentence.shipped))
    length, room = len(_TAG.sub("", shown)), sentence.topic.room
    if length > room or len(template) > LONGEST_VALUE:
        yield Refusal("room", str(max(length, room + 1)), room)
    limits = sentence.topic.limits
    if sentence.language != DEFAULT_LANGUAGE:
        limits = replace(limits, ease=None)  # the score is made for Indonesian
    for fault in faults(shown, limits, capitals(shipped)):
        yield Refusal(fault.code, fault.what[:80], fault.limit)


def _conditions(words: Wording, service: Service, template: str) -> Iterator[Refusal]:
    """A sum and what it hangs on stand in one paragraph: Rp42 juta is never told without its three months."""
    told = set(map(_fact, PLACEHOLDER.findall(template)))
    for paragraph in template.split("\n\n"):
        here = {_fact(name): name for name in PLACEHOLDER.findall(paragraph)}
        for id in here:
            if missing := (_shown_with(service, id) & told) - here.keys():
                shown = places(words, paragraph)[here[id]]
                yield Refusal("alone", f"{{{shown}}}", len(missing))


def _fact(name: str) -> str:
    return fact_id(name) if is_fact(name) else name


def _shown_with(service: Service, id: str) -> frozenset[str]:
    try:
        return frozenset(service.facts_today.fact(id).shown_with)
    except FactError:
        return frozenset()


def _told_elsewhere(
    service: Service, sentence: Sentence, read: Formatted, template: str
) -> Iterator[Refusal]:
    """Links, accounts, programs and the like, as campaigns are judged; but for what is shipped so."""
    policy = policy_for(service)
    plain = PLACEHOLDER.sub(" ", _TAG.sub("", template))
    shipped = Formatted("", PLACEHOLDER.sub(" ", _TAG.sub("", sentence.shipped)))
    known = set(check_words(shipped, policy))
    judged = check_words(Formatted("", plain, read.links), policy)
    yield from (refusal for refusal in judged if refusal not in known)
