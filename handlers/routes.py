"""What features register: commands, actions behind buttons, and readers of typed answers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.access import Permission
from bot.screens import Button, MediaKind, Route
from bot.visits import Builder, ScreenBook, Visit
from storage.case_words import NewWords
from storage.models.cases import WordsForm

CommandHandler = Callable[[Visit, str], Awaitable[None]]
ActionHandler = Callable[[Visit, str], Awaitable[None]]
TextReader = Callable[[Visit, str], Awaitable[bool]]
VoiceReader = Callable[[Visit, str], Awaitable[None]]
DigitRule = Callable[[Visit, str], Awaitable[bool]]
FirstReader = Callable[[Visit, NewWords], Awaitable[bool]]
FreeTextReader = Callable[[Visit, str, Button | None], Awaitable[bool]]
Interjection = Callable[[Visit, str, Callable[[], bool]], Awaitable[bool]]
"""Reads typed text before the screen does. The last argument, called, says whether the screen waits for words
or these would press one of its buttons: it takes work to find out, so only who needs it asks."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A contact somebody shared: whose it is, and whether it came straight from its owner."""

    phone: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class SentFile:
    """A photo, document or voice note somebody sent, by Telegram's id of it."""

    kind: MediaKind
    file_id: str
    caption: str = ""
    name: str = ""

    def words(self) -> NewWords:
        """The same as something said."""
        return NewWords(WordsForm(self.kind.value), self.caption, self.file_id)


@dataclass(frozen=True, slots=True)
class Written:
    """A message with all that Telegram knows of it: words, the same with formatting, and its file."""

    text: str
    html: str
    is_formatted: bool = False
    file: SentFile | None = None


ContactReader = Callable[[Visit, Shared], Awaitable[bool]]


FileReader = Callable[[Visit, SentFile], Awaitable[bool]]


MessageReader = Callable[[Visit, Written], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class RepliedTo:
    """A message of ours that somebody replies to: Telegram's number of it, and its words."""

    message_id: int
    text: str


ReplyReader = Callable[[Visit, RepliedTo, NewWords], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command: its handler, who may use it, and whether the menu shows it.

    What the menu says of it is the text `command-<name>`. Its name and the words of `command-<name>-also` are
    obeyed without the slash, where nothing is asked or read; or `everywhere`, in the middle of a form, too.
    """

    name: str
    handler: CommandHandler
    permission: Permission
    in_menu: bool
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class ActionRoute:
    """What a button does, who may press it, and whether it is valid on notices, too.

    A button of a screen holds only as long as that screen is the person's current one.
    """

    handler: ActionHandler
    permission: Permission
    anywhere: bool


@dataclass(frozen=True, slots=True)
class Saying:
    """What presses the button of the text `key` when it is typed, shown or not, where nothing is asked."""

    key: str
    noun: str
    verb: str


class Routes:
    """Everything the features registered; a name taken twice is a ValueError at start."""

    def __init__(self) -> None:
        self.commands: dict[str, Command] = {}
        self.actions: dict[Route, ActionRoute] = {}
        self.text_readers: dict[str, TextReader] = {}
        self.digit_rules: dict[str, DigitRule] = {}
        self.quoting: set[str] = set()
        self.voice_readers: dict[str, VoiceReader] = {}
        self.free_text_reader: FreeTextReader | None = None
        self.aside_reader: FreeTextReader | None = None
        self.asking: set[str] = set()
        self.sayings: list[Saying] = []
        self.telling: set[str] = set()
        self.message_readers: dict[str, MessageReader] = {}
        self.contact_readers: dict[str, ContactReader] = {}
        self.file_readers: dict[str, FileReader] = {}
        self.fallbacks: list[TextReader] = []
        self.file_fallbacks: list[FileReader] = []
        self.firsts: list[FirstReader] = []
        self.interjections: list[Interjection] = []
        self.last_resorts: list[TextReader] = []
        self.reply_readers: list[ReplyReader] = []
        self.screens = ScreenBook()

    def command(
        self,
        name: str,
        handler: CommandHandler,
        permission: Permission = Permission.USE_SERVICE,
        *,
        in_menu: bool = True,
        everywhere: bool = False,
    ) -> None:
        """Register `/name`; the handler gets what was typed behind it."""
        _once(name in self.commands, f"/{name}")
        self.commands[name] = Command(name, handler, permission, in_menu, everywhere)

    def menu(self) -> dict[str, Permission]:
        """The commands that menus show, in their order, with who may use them."""
        return {name: command.permission for name, command in self.commands.items() if command.in_menu}

    def action(
        self,
        noun: str,
        verb: str,
        handler: ActionHandler,
        permission: Permission = Permission.USE_SERVICE,
        *,
        anywhere: bool = False,
    ) -> None:
        """Register what buttons `noun:verb:...` do; the handler gets the id in them."""
        _once((noun, verb) in self.actions, f"{noun}:{verb}")
        self.actions[noun, verb] = ActionRoute(handler, permission, anywhere)

    def screen(
        self,
        name: str,
        builder: Builder,
        reader: TextReader | None = None,
        *,
        private: bool = False,
        digits: bool | DigitRule = False,
        quotes: bool = False,
        asks: bool | None = None,
        tells: bool = False,
    ) -> None:
        """Register a screen, with the reader of what is typed on it.

        `private` keeps what is said out of quarantine; with `digits` - always, or as a rule finds - a bare
        number is no secret code. On a screen that `quotes`, the reader itself hides a code that is told of.
        A screen that `asks` (unless told, one with a reader) waits for an answer: nothing else is read there.
        One that only `tells` something is no place to stand on: below what answers other words comes home.
        """
        self.screens.add(name, builder, private=private)
        if reader is not None:
            self.text_readers[name] = reader
        if reader is not None if asks is None else asks:
            self.asking.add(name)
        if digits:
            self.digit_rules[name] = _always if digits is True else digits
        if quotes:
            self.quoting.add(name)
        if tells:
            self.telling.add(name)

    def saying(self, key: str, noun: str, verb: str) -> None:
        """Register a button that somebody may say, and nothing else, wherever nothing is asked."""
        _once(any(saying.key == key for saying in self.sayings), f"the saying {key}")
        self.sayings.append(Saying(key, noun, verb))

    def listens(self, screen: str) -> bool:
        """Whether a screen reads what is typed without asking for anything."""
        return screen in self.text_readers and screen not in self.asking

    def is_idle(self, screen: str) -> bool:
        """Whether a screen neither asks for anything nor reads what is typed."""
        return screen not in self.asking and screen not in self.text_readers

    def reply(self, reader: ReplyReader) -> None:
        """Register a reader of replies to messages of ours; the first to take one has it."""
        self.reply_readers.append(reader)

    def free_text(self, reader: FreeTextReader, *, aside: FreeTextReader) -> None:
        """Register the reader of what is typed where nothing is asked, with the button it may mean.

        `aside` reads what is typed where something else is asked, and is no answer to that.
        """
        _once(self.free_text_reader is not None, "the reader of free text")
        self.free_text_reader, self.aside_reader = reader, aside

    def voice(self, screen: str, reader: VoiceReader) -> None:
        """Register what a voice note means on a screen; elsewhere it goes to a person."""
        _once(screen in self.voice_readers, f"voice reader of {screen}")
        self.voice_readers[screen] = reader

    def fallback(self, text: TextReader, file: FileReader | None = None) -> None:
        """Register readers of what is neither a button nor an answer; the first to take it has it."""
        self.fallbacks.append(text)
        if file is not None:
            self.file_fallbacks.append(file)

    def first(self, reader: FirstReader) -> None:
        """Register a reader before all others, wherever somebody is, also of a file with words below it."""
        self.firsts.append(reader)

    def interjection(self, reader: Interjection) -> None:
        """Register a reader of what may answer something that came between the screen and the answer."""
        self.interjections.append(reader)

    def typed(self, screen: str, reader: TextReader, *, digits: DigitRule) -> None:
        """Register what is typed on a screen of another feature, one that waits for no answer."""
        _once(screen in self.text_readers, f"reader of {screen}")
        self.text_readers[screen] = reader
        self.digit_rules[screen] = digits

    def last_resort(self, reader: TextReader) -> None:
        """Register a reader of what nobody else, not even the answers to free questions, understood."""
        self.last_resorts.append(reader)

    def sent_file(self, screen: str, reader: FileReader) -> None:
        """Register what a photo, a document or a voice note means on a screen."""
        _once(screen in self.file_readers, f"file reader of {screen}")
        self.file_readers[screen] = reader

    def message(self, screen: str, reader: MessageReader) -> None:
        """Register what a whole message means on a screen, with its formatting and its file."""
        _once(screen in self.message_readers, f"message reader of {screen}")
        self.message_readers[screen] = reader

    def shared_contact(self, screen: str, reader: ContactReader) -> None:
        """Register what a shared contact means on a screen."""
        _once(screen in self.contact_readers, f"contact reader of {screen}")
        self.contact_readers[screen] = reader


async def _always(_visit: Visit, _text: str) -> bool:
    return True


def _once(taken: bool, what: str) -> None:
    if taken:
        raise ValueError(f"{what} is registered twice")
