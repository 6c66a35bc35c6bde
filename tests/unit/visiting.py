"""A visit without a database or a Telegram, for screens that need neither."""

from datetime import UTC, datetime
from functools import cache
from typing import cast

from bot.branch import DEFAULT_BRANCH_FILE, load_branch
from bot.clock import Clock
from bot.facts_board import FactsBoard
from bot.places import PlaceIndex
from bot.questions.matching import Questions
from bot.screens import Screen
from bot.service import Service
from bot.visits import HOME, Visit
from handlers.features import collect_routes
from handlers.routes import Routes
from storage.conversations import Place
from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.staff import Role
from storage.types import new_id
from tests.shipped import facts
from tests.shipped import strict_texts as texts

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
NO_DATABASE = cast("Transaction", None)
NO_PLACES = cast("PlaceIndex", None)
NO_QUESTIONS = cast("Questions", None)


@cache
def routes() -> Routes:
    return collect_routes()


def service(now: datetime = NOW) -> Service:
    """The shipped knowledge at a moment."""
    return Service(
        branch=load_branch(DEFAULT_BRANCH_FILE),
        shipped=texts(),
        board=FactsBoard(facts()),
        places=NO_PLACES,
        questions=NO_QUESTIONS,
        clock=Clock(pinned=now),
        bot_username="perisai_serang_bot",
    )


def visit(screen: str = HOME, *, language: str = "id", now: datetime = NOW, **params: object) -> Visit:
    """Somebody on a screen."""
    contact = Contact(id=new_id(), telegram_id=1001, language=language, created_at=now, last_seen_at=now)
    return Visit(
        tx=NO_DATABASE,
        service=service(now),
        book=routes().screens,
        contact=contact,
        role=Role.WORKER,
        place=Place(screen, dict(params)),
        now=now,
    )


def shown(visiting: Visit) -> Screen:
    """What was shown last."""
    return visiting.replies[-1]


async def press(visiting: Visit, label: str) -> Screen:
    """Press a button of what was shown last."""
    action = next(b.action for b in shown(visiting).buttons() if b.label == label and b.action)
    await routes().actions[action.noun, action.verb].handler(visiting, action.id)
    return shown(visiting)
