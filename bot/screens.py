"""What is shown to a person, without Telegram: screens, buttons and the actions behind them."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from storage.database import Transaction

CALLBACK_DATA_BYTES = 64  # Bot API: InlineKeyboardButton.callback_data is 1-64 bytes
ANY_VERSION = "-"  # an action that does not depend on the screen it was shown on

Route = tuple[str, str]
"""The noun and the verb of an action: what is done, whatever it is done to."""
GO_HOME: Route = ("home", "show")
GET_HELP: Route = ("cases", "help")
TELL_MISFORTUNE: Route = ("cases", "misfortune")


@dataclass(frozen=True, slots=True)
class Action:
    """What a button asks for: `noun:verb:id:version`, at most 64 bytes.

    `version` is that of the conversation when the button was shown; None for a button that is
    valid wherever it stands (a notice to staff). Nothing in an action is trusted.
    """

    noun: str
    verb: str
    id: str = ""
    version: int | None = None

    @property
    def route(self) -> Route:
        return self.noun, self.verb

    def encode(self) -> str:
        """The callback data; ValueError past 64 bytes or with a colon inside a part."""
        version = ANY_VERSION if self.version is None else str(self.version)
        parts = (self.noun, self.verb, self.id, version)
        data = ":".join(parts)
        if len(data.encode()) > CALLBACK_DATA_BYTES or any(":" in part for part in parts):
            raise ValueError(f"not a callback: {data!r}")
        return data

    @classmethod
    def decode(cls, data: str) -> "Action | None":
        """Read callback data; None when it is not of our making."""
        parts = data.split(":")
        if not data.isprintable() or len(parts) != 4 or not parts[0] or not parts[1]:
            return None
        noun, verb, id_, version = parts
        if version == ANY_VERSION:
            return cls(noun, verb, id_)
        if not (version.isascii() and version.isdigit() and len(version) <= 10):
            return None
        return cls(noun, verb, id_, int(version))


@dataclass(frozen=True, slots=True)
class Button:
    """One tap: a label and either an action or a link (https, t.me, wa.me)."""

    label: str
    action: Action | None = None
    url: str | None = None
    aliases: tuple[str, ...] = ()  # what a person may type instead: "ya", "1"

    @property
    def route(self) -> Route | None:
        """What it does; None for a link."""
        return self.action.route if self.action else None


Rows = tuple[tuple[Button, ...], ...]


def in_rows(buttons: Sequence[Button], a_row: int) -> Rows:
    """Buttons in their order, so many a row."""
    return tuple(tuple(buttons[at : at + a_row]) for at in range(0, len(buttons), a_row))


@dataclass(frozen=True, slots=True)
class ContactRequest:
    """A reply keyboard with one button that shares the person's own phone number."""

    label: str


@dataclass(frozen=True, slots=True)
class RemoveKeyboard:
    """Takes a reply keyboard away."""


class MediaKind(StrEnum):
    """How a file is shown."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Media:
    """A file to send with a screen; the text becomes its caption.

    `content` is its bytes, Telegram's file_id, or a function that makes the bytes: the outbox calls it in a
    thread, outside any transaction, because drawing takes longer than a transaction may.
    """

    kind: MediaKind
    content: bytes | str | Callable[[], bytes] = field(repr=False)
    filename: str = "file"


Later = Callable[[Transaction], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: HTML text (Telegram's tags, already escaped), and what may be tapped below it.

    `later` finds out what takes longer than an update's transaction may: it is asked after the commit, in a
    transaction that only reads, and what it gives stands below the text. For replies; the outbox has none.
    `about` are the leads a screen tells of: where it stands is noted, so that they can go from the chat.
    """

    name: str
    text: str
    rows: Rows = ()
    keyboard: ContactRequest | RemoveKeyboard | None = None
    media: Media | None = None
    protected: bool = False  # protect_content: no forwarding, no saving
    replaces: int | None = None  # the message of ours in whose place this comes, where it still stands
    later: Later | None = field(default=None, repr=False)
    about: tuple[UUID, ...] = ()

    def at_version(self, version: int) -> "Screen":
        """The same screen, its actions bound to the conversation's version."""
        rows = tuple(tuple(_bind(button, version) for button in row) for row in self.rows)
        return replace(self, rows=rows)

    def buttons(self) -> tuple[Button, ...]:
        """All buttons in reading order."""
        return tuple(button for row in self.rows for button in row)


def _bind(button: Button, version: int) -> Button:
    if button.action is None:
        return button
    return replace(button, action=replace(button.action, version=version))
