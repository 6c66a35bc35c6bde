"""Which sentences staff may change, by topic: of screens that explain, and of the written answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from bot.eligibility import REASONS
from bot.errors import NotFound
from bot.explainers import Shelf, on_shelf
from bot.plain_words import ANSWERING, EXPLAINING, PAGING, Limits
from bot.programme.benefit_plans import PLANS, Event
from bot.rewordings import Where, answer_hash, fits, is_answer
from bot.service import Service
from storage.models.cases import Happening
from storage.models.facts import FactChange

FORMATTED = frozenset({"b", "i"})
PAGE, LINE, STEPS = 500, 220, 700
"""How much a text may come to, in characters with its figures: a page, a line of a list, the first steps."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Texts that are found together, and what each is held to; or answers, by the first part of their ids."""

    id: str
    keys: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    room: int = PAGE
    limits: Limits = EXPLAINING
    tags: frozenset[str] = FORMATTED


@dataclass(frozen=True, slots=True)
class Sentence:
    """One text in one language: as shipped and as told now, with {name} for each variable.

    `change` is what gave it the words it has; `outdated` one that stands, but was made against other words.
    """

    key: str
    language: str
    topic: Topic
    shipped: str
    shipped_hash: str
    told: str
    change: FactChange | None = None
    outdated: FactChange | None = None

    @property
    def is_answer(self) -> bool:
        """A written answer is plain text; any other one is HTML."""
        return is_answer(self.key)


def _shelf(shelf: Shelf) -> tuple[str, ...]:
    return tuple(f"explainers-{e.id}-{page}" for e in on_shelf(shelf) for page in range(1, e.pages + 1))


def _steps() -> tuple[str, ...]:
    plans = chain.from_iterable(PLANS.values())
    return tuple(dict.fromkeys(f"benefits-step-{plan.key.replace('.', '-')}" for plan in plans))


CONDITIONS = tuple(
    f"benefits-condition-{event}"
    for event in (Event.DEATH, Event.SCHOLARSHIP, Event.REACHES_AGE, Event.STOPS_WORKING)
)

TOPICS: tuple[Topic, ...] = (
    Topic("stories", ("stories-list", *_shelf(Shelf.STORIES)), limits=PAGING),
    Topic("guides", ("guides-list", *_shelf(Shelf.GUIDES)), limits=PAGING),
    Topic("claims", ("claims-list", *_shelf(Shelf.CLAIMS)), limits=PAGING),
    Topic("benefits", ("benefits-menu", "benefits-after-death", "benefits-proof")),
    Topic("steps", (*_steps(), *CONDITIONS, "benefits-lapse"), room=LINE, tags=frozenset()),
    Topic("eligibility", ("eligibility-ask", *(f"eligibility-{reason}" for reason in REASONS))),
    Topic(
        "misfortune",
        ("cases-misfortune-first", *(f"cases-first-{happening}" for happening in Happening)),
        room=STEPS,
    ),
    Topic("others", ("contributions-ask", "contributions-owner", "facilities-ask", "safety-ask")),
    *(
        Topic(f"answers-{id}", answers=groups, room=PAGE, limits=ANSWERING, tags=frozenset())
        for id, groups in (
            ("costs", ("cost", "pay")),
            ("benefits", ("benefit", "why", "misfortune")),
            ("claims", ("claim",)),
            ("joining", ("elig", "register", "facilities", "volunteer")),
            ("programme", ("programme", "difference")),
            ("service", ("bot", "office", "privacy", "trust")),
        )
    ),
)


def get_topic(id: str) -> Topic:
    """The topic; NotFound for one there is not."""
    found = next((topic for topic in TOPICS if topic.id == id), None)
    if found is None:
        raise NotFound(f"no topic is called {id!r}")
    return found


def keys_of(service: Service, topic: Topic) -> tuple[str, ...]:
    """Its texts, in the order in which people meet them."""
    answers = service.questions.answers.ids if topic.answers else ()
    return (*topic.keys, *(id for id in answers if id.partition(".")[0] in topic.answers))


def get_sentence(service: Service, key: str, language: str) -> Sentence:
    """A text in a language, as it is today; NotFound when it is none that staff may change."""
    topic = next((one for one in TOPICS if _holds(service, one, key)), None)
    if topic is None or language not in service.shipped.languages():
        raise NotFound(f"{key!r} is no sentence in {language!r}")
    shipped, hash_ = _shipped(service, key, language)
    change = standing_change(service, key, language)
    if change is None:
        return Sentence(key, language, topic, shipped, hash_, shipped)
    if not fits(change, shipped, hash_):
        return Sentence(key, language, topic, shipped, hash_, shipped, outdated=change)
    return Sentence(key, language, topic, shipped, hash_, change.value, change)


def standing_change(service: Service, key: str, language: str) -> FactChange | None:
    """What staff gave a text words with, as of today, if anybody did; it may not fit any more."""
    where: Where = (language, key)
    return service.board.rewordings.on(service.today()).get(where)


def list_sentences(service: Service, language: str) -> Iterator[Sentence]:
    """Every text that staff may change, topic by topic."""
    for topic in TOPICS:
        yield from (get_sentence(service, key, language) for key in keys_of(service, topic))


def _holds(service: Service, topic: Topic, key: str) -> bool:
    if not is_answer(key):
        return key in topic.keys
    return key.partition(".")[0] in topic.answers and key in service.questions.answers.ids


def _shipped(service: Service, key: str, language: str) -> tuple[str, str]:
    if is_answer(key):
        answer = service.questions.answers.get(key, language)
        return answer.text, answer_hash(answer)
    template = service.shipped.template(language, key)
    if template is None:
        raise NotFound(f"{key!r} chooses its words, and is no sentence")
    return template, service.shipped.hash(language, key)
