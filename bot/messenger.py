"""How the outbox sends: a small protocol, and what can come of a send."""

from dataclasses import dataclass
from typing import Protocol

from bot.screens import Screen
from storage.errors import PerisaiError
from storage.models.messages import Lane


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram took it; `message_id` is the chat's number for it."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Flooded:
    """429: not sent; nothing in bulk may be sent for `retry_after` seconds."""

    retry_after: float


@dataclass(frozen=True, slots=True)
class Errored:
    """Certainly not sent (no connection was made); may be tried again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """May or may not have been sent (timed out after the request, 5xx, broken protocol)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The person blocked the bot, deleted the account or never started it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Refused for good: sending the same again will not help."""

    reason: str


Outcome = Sent | Flooded | Errored | Unknown | Unreachable | Failed


class FileGone(PerisaiError):
    """Telegram has the file no more, not as what it was sent, or it is too large."""


class FileAway(PerisaiError):
    """Telegram cannot be asked for the file now."""


class Files(Protocol):
    """Fetches what people sent."""

    async def fetch(self, file_id: str, *, at_most: int) -> bytes:
        """The content, of at most so many bytes; FileGone for good, FileAway for now."""
        ...


class Messenger(Protocol):
    """Sends one screen to one chat and says what came of it; never raises for Telegram's refusals."""

    def chat_wait(self, chat_id: int) -> float:
        """Seconds until this chat may get another message, whatever goes to others."""
        ...

    async def wait_turn(self, lane: Lane, chat_id: int) -> bool:
        """Wait until a message in this lane to this chat may start; False while Telegram forbids the lane."""
        ...

    async def send(self, chat_id: int, screen: Screen, lane: Lane) -> Outcome:
        """Send a new message now; whoever calls has waited for its turn."""
        ...

    async def edit(self, chat_id: int, message_id: int, screen: Screen) -> Outcome:
        """Replace text and buttons of a message of ours; "not modified" counts as Sent."""
        ...
