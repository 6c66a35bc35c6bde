"""One update of one person: who it is, where they are, and what they are to be shown."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.access import Permission, is_allowed
from bot.errors import NotAllowed, NotFound
from bot.names import clean_name
from bot.screens import GET_HELP, ContactRequest, Screen
from bot.service import Service
from bot.texts import Markup
from bot.wording import Wording
from storage.conversations import Place, SavedDraft, SealedDraft, save_place
from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.staff import Role
from storage.types import JsonObject

HOME = "home"
FAILURES_BEFORE_HELP = 2  # answers in a row nobody understood, until a person is offered

Builder = Callable[["Visit", JsonObject], Awaitable[Screen]]


class ScreenBook:
    """The screens of all features by name: how one feature reaches another without importing it."""

    def __init__(self) -> None:
        self._builders: dict[str, Builder] = {}
        self._links: dict[str, str] = {}
        self._private: set[str] = set()

    def add(self, name: str, builder: Builder, *, private: bool = False) -> None:
        """Register a screen; ValueError when the name is taken.

        What is said and tapped on a private one is kept nowhere, not even in quarantine.
        """
        if name in self._builders:
            raise ValueError(f"two screens are called {name!r}")
        self._builders[name] = builder
        self._private |= {name} if private else set()

    def is_private(self, name: str) -> bool:
        """Whether nothing said on this screen may be kept."""
        return name in self._private

    def link(self, prefix: str, screen: str) -> None:
        """Let deep links that begin with this open a screen; it gets the whole payload as `code`."""
        self._links[prefix] = screen

    def linked(self, payload: str) -> str | None:
        """The screen that a deep link opens, if it is one with a meaning of its own."""
        return next((screen for prefix, screen in self._links.items() if payload.startswith(prefix)), None)

    def builder(self, name: str) -> Builder:
        """The builder of a screen; NotFound for a name this version does not know."""
        try:
            return self._builders[name]
        except KeyError:
            raise NotFound(f"no screen is called {name!r}") from None

    def names(self) -> frozenset[str]:
        return frozenset(self._builders)


@dataclass(slots=True)
class Visit:
    """What handlers work with: the open transaction, the person, and the replies so far."""

    tx: Transaction
    service: Service
    book: ScreenBook
    contact: Contact
    role: Role
    place: Place
    now: datetime
    full_name: str = ""  # what the person's Telegram is signed with, whatever that is
    phone_language: str = ""  # what the person's Telegram is set to, "en"; empty where it does not say
    replies: list[Screen] = field(default_factory=list)
    toast: str = ""
    is_typed: bool = False  # an answer was said in words, where a slip of the finger says another
    tapped: int | None = None  # which message's button was tapped
    edits: bool = False  # the first reply replaces the message that was tapped
    erased: bool = False  # the contact is gone: there is nothing to save
    is_new: bool = False  # never shown a screen before
    has_case: bool = False  # a case of theirs was open when this update came
    has_keyboard: bool = False  # the screen before this update had a reply keyboard
    rereads: str = ""  # what was typed before, to be read on the screen the person is back on
    deletes_message: bool = False  # what was sent must not stay in the chat
    chosen_language: str = ""
    came_from: str = ""  # the screen on which this update met the person
    sealed_draft: SealedDraft | None = None  # of the form that is shown there, if they answered any of it
    drafts: dict[str, SavedDraft | None] = field(default_factory=dict)  # by form, as read or saved last

    @property
    def telegram_name(self) -> str:
        """The name to call the person by as their Telegram has it; empty where that is none."""
        return clean_name(self.full_name) or ""

    @property
    def language(self) -> str:
        """What the person reads: chosen a moment ago, or before."""
        return self.chosen_language or self.contact.language

    def speak(self, language: str) -> None:
        """From now on in this visit; use-cases keep the choice for later ones."""
        self.chosen_language = language

    @property
    def words(self) -> Wording:
        """The texts in the person's language."""
        return Wording(self.service.texts, self.language)

    def require(self, permission: Permission) -> None:
        """NotAllowed unless the person's role, as the database has it now, carries the permission."""
        if not is_allowed(self.role, permission):
            raise NotAllowed(permission.value)

    async def go(self, name: str, **params: object) -> None:
        """Show a screen and leave the person on it."""
        self.place = Place(name, dict(params), self.place.version + 1)
        await self._show()

    async def go_below(self, note: Markup, name: str, **params: object) -> None:
        """The same below a note: what was typed has no toast, and a reason deserves to be read."""
        self.place = Place(name, dict(params), self.place.version + 1)
        await self.again(note)

    async def again(self, note: Markup | None = None, *, failed: bool = False) -> None:
        """Show the current screen again, below a note; `failed` counts towards offering a person."""
        if failed:
            self.place = replace(self.place, failures=self.place.failures + 1)
        self.edits = False
        await self._show(note)

    def say(self, screen: Screen) -> None:
        """Show something that does not change where the person is."""
        self.replies.append(screen)

    def show_once(self, name: str, screen: Screen) -> None:
        """Leave the person on one screen and show another, kept nowhere: a repeat shows the first."""
        self.place = Place(name, {}, self.place.version + 1)
        self.replies.append(screen.at_version(self.place.version))

    async def current(self) -> Screen:
        """The screen the person is on, built anew.

        Home when it is no longer theirs to see, or this version has no such screen.
        """
        try:
            screen = await self.book.builder(self.place.screen)(self, self.place.params)
        except (NotFound, NotAllowed):
            self.place = Place(HOME, {}, self.place.version + 1)
            screen = await self.book.builder(HOME)(self, {})
        return screen.at_version(self.place.version)

    async def _show(self, note: Markup | None = None) -> None:
        screen = await self.current()
        if isinstance(screen.keyboard, ContactRequest):
            self.place = replace(self.place, params={**self.place.params, "keyboard": True})
        if note is not None:
            screen = replace(screen, text=self.words.joined(note, self._way_to_help(screen), screen.text))
        self.replies.append(screen)

    def _way_to_help(self, screen: Screen) -> str:
        """Whoever was not understood again and again is told of the button for that, where there is one."""
        is_offered = any(button.route == GET_HELP for button in screen.buttons())
        if self.place.failures < FAILURES_BEFORE_HELP or not is_offered:
            return ""
        return self.words.render("nav-stuck")

    async def save(self) -> None:
        """Keep where the person is; the intake calls this before it commits."""
        if self.erased:
            return
        await save_place(self.tx, self.contact.id, self.place, self.now)
