"""Which pages that can be heard tell a text: their recordings say the old words when it changes."""

from bot.eligibility import SITUATIONS, decide, reason_text
from bot.programme.benefit_plans import PLANS, Event
from bot.sentences.catalogue import CONDITIONS, TOPICS
from bot.service import Service
from bot.voice_board import LANGUAGES
from storage.models.cases import Happening

ALONE = {
    "benefits-proof": "benefits-proof",
    "contributions-ask": "contributions",
    "facilities-ask": "facilities",
}


def recorded_in(service: Service, key: str) -> tuple[str, ...]:
    """The languages in which somebody has read aloud a page that tells this text."""
    pages = pages_of(service, key)
    heard = {language for page, language in service.voices.current if page in pages}
    return tuple(language for language in LANGUAGES if language in heard)


def texts_of(service: Service, page: str) -> tuple[str, ...]:
    """The texts that a page tells, of those that staff may change."""
    keys = (key for topic in TOPICS for key in topic.keys)
    return tuple(key for key in keys if page in pages_of(service, key))


def pages_of(service: Service, key: str) -> frozenset[str]:
    """The pages that tell a text."""
    noun, _, rest = key.partition("-")
    if noun == "explainers":
        id, _, page = rest.rpartition("-")
        return frozenset({f"{id}.{page}"})
    if noun == "eligibility":
        return frozenset(f"eligibility.{name}" for name in SITUATIONS if _is_reason(service, name, rest))
    if noun == "benefits" and key not in ALONE:
        return frozenset(f"benefit.{event}" for event in PLANS if _tells(event, key))
    first = {f"cases-first-{happening}": f"first-steps.{happening}" for happening in Happening}
    return frozenset({first.get(key) or ALONE.get(key, "")})


def _is_reason(service: Service, situation: str, reason: str) -> bool:
    return reason_text(situation, decide(service.facts, service.today(), situation).reason) == reason


def _tells(event: str, key: str) -> bool:
    if key in CONDITIONS:
        return key == f"benefits-condition-{event}"
    steps = {f"benefits-step-{plan.key.replace('.', '-')}" for plan in PLANS[Event(event)]}
    return key == "benefits-lapse" or key in steps
