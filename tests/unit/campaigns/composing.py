"""What tests of a campaign's content begin with: the branch's knowledge, read once."""

from datetime import date
from functools import cache

from bot.branch import DEFAULT_BRANCH_FILE, load_branch
from bot.campaigns.content import Attachment, Content, ContentButton
from bot.campaigns.fields import Measure
from bot.campaigns.policy import Policy, policy_for
from bot.campaigns.refusals import Refusal
from bot.campaigns.rules import check_content
from bot.clock import Clock
from bot.facts_board import FactsBoard
from bot.places import PlaceIndex
from bot.service import Service
from bot.wording import Wording
from tests import shipped
from tests.unit.visiting import NO_QUESTIONS

TODAY = date(2026, 11, 23)
BOT = "perisai_serang_bot"


@cache
def service() -> Service:
    branch = load_branch(DEFAULT_BRANCH_FILE)
    return Service(
        branch=branch,
        shipped=shipped.texts(),
        board=FactsBoard(shipped.facts()),
        questions=NO_QUESTIONS,
        places=PlaceIndex(branch.areas),
        clock=Clock(),
        bot_username=BOT,
    )


@cache
def policy() -> Policy:
    return policy_for(service())


@cache
def words(language: str = "id") -> Wording:
    return Wording(service().texts, language)


@cache
def measure(language: str = "id") -> Measure:
    return Measure(words(language), service(), TODAY)


def refusals(
    html: str, media: Attachment | None = None, buttons: tuple[ContentButton, ...] = ()
) -> tuple[Refusal, ...]:
    return check_content(Content(html, media, buttons), policy(), measure())


def codes(html: str, media: Attachment | None = None, buttons: tuple[ContentButton, ...] = ()) -> list[str]:
    return [refusal.code for refusal in refusals(html, media, buttons)]
