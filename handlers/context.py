"""PTB's context with the visit that the intake opened for this update."""

from contextvars import ContextVar
from typing import Any

from telegram import Bot
from telegram.ext import CallbackContext

from bot.visits import Visit

current_visit: ContextVar[Visit] = ContextVar("current_visit")


class Context(CallbackContext[Bot, dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """What PTB hands to handlers; all that ours use of it is `visit`."""

    @property
    def visit(self) -> Visit:
        return current_visit.get()
