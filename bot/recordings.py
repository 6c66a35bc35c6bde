"""What a recording says, and whether that still holds: what no longer does is not offered to be heard."""

from collections.abc import Iterator
from datetime import date, datetime

from bot.cases.misfortunes import DOCUMENTS, REPORT
from bot.cases.misfortunes import LAPSE as CLAIM_LAPSE
from bot.eligibility import decide
from bot.facilities import FACILITIES
from bot.programme import benefit_plans, contributions
from bot.programme.benefit_plans import CLAIMS, PLANS, Event
from bot.programme.contributions import Group
from bot.programme.entries import Fact
from bot.sentences.pages import texts_of
from bot.service import Service
from bot.telling import told_facts
from bot.voice_board import Recording
from storage.models.cases import Happening
from storage.models.facts import FactChange

TEXTS_IN = {"en": "en"}  # the language of the text that is read aloud; of all others it is Indonesian
QUOTED = (Group.TRANSPORT, Group.OTHER)  # whose price the first screen of contributions tells
CALL_CENTRE = "contact.call_centre"  # stands on nearly every page


def language_of_text(language: str) -> str:
    """The language in which what is read aloud is written."""
    return TEXTS_IN.get(language, "id")


def heard_now(service: Service, page: str) -> dict[str, Recording]:
    """The recordings of a page that say what it says today, by language.

    Found out once a day, and again when facts, words or recordings change: it takes milliseconds.
    """
    heard = service.voices.heard_at((service.board.version, service.today()))
    if page not in heard:
        heard[page] = _heard(service, page)
    return heard[page]


def _heard(service: Service, page: str) -> dict[str, Recording]:
    found = {lang: note for (name, lang), note in service.voices.current.items() if name == page}
    return {lang: note for lang, note in found.items() if still_holds(service, page, lang, note)}


def still_holds(service: Service, page: str, language: str, note: Recording) -> bool:
    """Whether nothing that the page tells has changed since it was read aloud."""
    said_on = note.recorded_at.astimezone(service.zone).date()
    since = (
        change
        for change in service.board.approved
        if change.valid_from <= service.today() and _decided_at(change) > note.recorded_at
    )
    return not any(tells(service, page, language, change) for change in since) and not any(
        _differs(service, id, said_on) for id in facts_told(service, page)
    )


def _decided_at(change: FactChange) -> datetime:
    return change.decided_at or change.proposed_at


def tells(service: Service, page: str, language: str, change: FactChange) -> bool:
    """Whether a recording of the page says what is changed."""
    if change.language is None:
        return change.fact_id in facts_told(service, page)
    return change.language == language_of_text(language) and change.fact_id in texts_of(service, page)


def facts_told(service: Service, page: str) -> frozenset[str]:
    """The facts that a page tells: by its texts, and by what it reckons."""
    known = set(service.shipped.keys("id"))
    keys = [key for key in (*texts_of(service, page), *_headline(page)) if key in known]
    named = told_facts(service.shipped, "id", *keys) if keys else frozenset()
    return named | {CALL_CENTRE} | frozenset(_reckoned(service, page))


def _headline(page: str) -> tuple[str, ...]:
    noun, _, name = page.partition(".")
    return (f"benefits-headline-{name}",) if noun == "benefit" else ()


def _reckoned(service: Service, page: str) -> Iterator[str]:
    noun, _, name = page.partition(".")
    match noun:
        case "benefit" if name in set(Event):
            yield from _benefit(Event(name))
        case "contributions":
            yield from (*contributions.FACT_IDS, *(group.discount_id for group in QUOTED))
        case "facilities":
            yield FACILITIES
        case "first-steps" if name in set(Happening):
            yield from (DOCUMENTS.get(Happening(name), CLAIM_LAPSE), CLAIM_LAPSE, REPORT)
        case "eligibility":
            yield from decide(service.facts, service.today(), name).fact_ids


def _benefit(event: Event) -> Iterator[str]:
    yield from (id for plan in PLANS[event] for id in plan.fact_ids + plan.conditions)
    yield from (CLAIMS[event], benefit_plans.LAPSE, contributions.ROWS)


def _differs(service: Service, id: str, said_on: date) -> bool:
    """Whether the fact had another value on the day of the recording than today."""
    then, now = (service.facts.find(id, day) for day in (said_on, service.today()))
    return _said(then) != _said(now)


def _said(fact: Fact | None) -> object:
    return (fact.value, fact.rows, fact.valid_until if fact.ends else None) if fact else None
