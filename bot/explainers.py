"""What is explained page by page - stories by occupation, and guides -, and where each leads on."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bot.programme.facts import FactsOnDay
from bot.screens import TELL_MISFORTUNE
from bot.telling import tell
from bot.texts import Markup
from bot.wording import Wording


class Shelf(StrEnum):
    """Where an explainer is found."""

    STORIES = "stories"
    GUIDES = "guides"
    CLAIMS = "claims"


@dataclass(frozen=True, slots=True)
class Link:
    """Where an explainer leads on: a button's text and its action."""

    text: str
    noun: str
    verb: str
    id: str = ""


REGISTER = Link("home-register", "registration", "start")
COSTS = Link("home-costs", "programme", "costs")
BENEFITS = Link("home-benefits", "programme", "benefits")
MISFORTUNE = Link("home-misfortune", *TELL_MISFORTUNE)
REPORT = Link("safety-report", "safety", "report")


@dataclass(frozen=True, slots=True)
class Explainer:
    """A few pages, one idea each: texts `explainers-<id>-<page>`, beginning with page 1."""

    id: str
    shelf: Shelf
    pages: int
    leads_to: tuple[Link, ...]

    def page(self, words: Wording, today: FactsOnDay, page: int, phone: str) -> Markup:
        """The words of one page with the facts it names; FactError where one cannot be shown today."""
        return tell(words, today, f"explainers-{self.id}-{page}", phone=phone)

    def title(self, words: Wording) -> str:
        return words.label(f"explainers-title.{self.id}")


def _story(id: str) -> Explainer:
    return Explainer(id, Shelf.STORIES, 4, (COSTS, REGISTER))


def _claim(id: str, *links: Link) -> Explainer:
    return Explainer(id, Shelf.CLAIMS, 2, links)


EXPLAINERS: Mapping[str, Explainer] = MappingProxyType(
    {
        explainer.id: explainer
        for explainer in (
            _story("ojek"),
            _story("trader"),
            _story("farmer"),
            _story("fisher"),
            _story("business"),
            _story("labourer"),
            Explainer("join", Shelf.GUIDES, 4, (COSTS, REGISTER)),
            Explainer("pay", Shelf.GUIDES, 4, (COSTS,)),
            Explainer("lapse", Shelf.GUIDES, 4, (COSTS,)),
            Explainer("genuine", Shelf.GUIDES, 4, (REPORT,)),
            _claim("accident", MISFORTUNE),
            _claim("death", MISFORTUNE),
            _claim("savings", BENEFITS),
        )
    }
)


def on_shelf(shelf: Shelf) -> tuple[Explainer, ...]:
    """The explainers of a shelf, in the order they are offered."""
    return tuple(explainer for explainer in EXPLAINERS.values() if explainer.shelf is shelf)
