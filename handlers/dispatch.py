"""From an update to a feature: buttons, typed text as buttons, shared contacts, and what helps otherwise."""

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from functools import partial, wraps
from typing import Any

from telegram import Message, Update

from bot.access import Permission, is_allowed
from bot.cases.promises import tell_when_or_call
from bot.cases.relay import speak_to_staff
from bot.errors import NotAllowed, NotFound, Stale
from bot.everyday import find_courtesy
from bot.pasted import Secret, find_secret
from bot.screens import GET_HELP, TELL_MISFORTUNE, Action, Button, Screen
from bot.texts import Markup
from bot.visits import HOME, Visit
from handlers.context import Context
from handlers.hearing import PASSED_ON, TALKING
from handlers.messages import (
    after_command,
    file_of,
    kind_of,
    replied_to,
    shared_contact,
    without_nik,
    written_of,
)
from handlers.routes import ActionRoute, Command, Routes, SentFile
from handlers.said_words import (
    is_misfortune,
    meant_button,
    said_back,
    said_button,
    said_command,
    shown_button,
)
from storage.case_words import NewWords
from storage.conversations import Place
from storage.models.cases import WordsForm

ASKING = (TELL_MISFORTUNE, GET_HELP)
"""What opens a case: those who answer people ask for nobody by a word, only by a tap."""
Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]
Method = Callable[["Dispatch", Update, Context], Coroutine[Any, Any, None]]


@asynccontextmanager
async def said_kindly(visit: Visit) -> AsyncIterator[None]:
    """What somebody may not, or is there no more, is told them in a sentence, and nothing is set aside."""
    try:
        yield
    except (NotAllowed, NotFound):
        await visit.again(visit.words.render("nav-not-allowed"))


def kindly(method: Method) -> Method:
    """The same around a whole way of handling something."""

    @wraps(method)
    async def handle(self: "Dispatch", update: Update, context: Context) -> None:
        async with said_kindly(context.visit):
            await method(self, update, context)

    return handle


class Dispatch:
    """Finds what an update is for, among the routes; everything it cannot place gets an answer that helps."""

    def __init__(self, routes: Routes) -> None:
        self._routes = routes

    def command(self, name: str) -> Handler:
        """The handler of a slash command, behind its permission."""
        return partial(self._command, self._routes.commands[name])

    async def _command(self, command: Command, update: Update, context: Context) -> None:
        if not is_allowed(context.visit.role, command.permission):
            await self.unknown_command(update, context)
            return
        payload = after_command(context.visit, update.effective_message)
        async with said_kindly(context.visit):
            await command.handler(context.visit, payload)

    async def unknown_command(self, _update: Update, context: Context) -> None:
        """A command there is not, or not for this person: the two are answered alike."""
        visit = context.visit
        await self._show_below(visit, visit.words.render("nav-unknown-command"))

    async def button(self, update: Update, context: Context) -> None:
        """A tap; one that is old, forged or not this person's to press shows the current screen again."""
        visit, query = context.visit, update.callback_query
        action = Action.decode(query.data or "") if query else None
        route = self._routes.actions.get(action.route) if action else None
        if action is None or route is None or not _holds(action, route, visit):
            visit.toast = visit.words.label("nav-stale")
            await visit.again()
            visit.edits = action is not None and _is_tapped_again(action, visit)
            return
        visit.edits = action.version is not None
        await self._run(visit, action, route)

    async def _run(self, visit: Visit, action: Action, route: ActionRoute) -> None:
        try:
            visit.require(route.permission)
            await route.handler(visit, action.id)
            await self._reread(visit)
        except Stale:
            visit.toast = visit.words.label("nav-stale")
            await visit.again()
        except (NotAllowed, NotFound):
            visit.toast = visit.words.label("nav-not-allowed")
            await visit.again()

    @kindly
    async def text(self, update: Update, context: Context) -> None:
        """Typed text: a button in words, an answer to the current question, or neither."""
        visit = context.visit
        text = (update.effective_message and update.effective_message.text) or ""
        if visit.place.screen not in self._routes.quoting and await self._warns(visit, text):
            return
        visit.is_typed, text = True, without_nik(visit, text)
        if await self._read_first(visit, NewWords(WordsForm.TEXT, text)):
            return
        if visit.is_new:
            await self._routes.commands["start"].handler(visit, "")
            return
        if await self._reply(visit, update.effective_message, NewWords(WordsForm.TEXT, text)):
            return
        if is_misfortune(text, visit):
            await self._press_said(visit, Action(*TELL_MISFORTUNE))
            return
        screen = await visit.current()
        if not await self._interjects(visit, text, screen):
            await self._read(visit, text, screen, update.effective_message)

    async def _read(self, visit: Visit, text: str, screen: Screen, message: Message | None) -> None:
        """On the screen the person is on."""
        exact = self._said(visit, text, screen) or said_back(self._routes, visit, text, screen)
        if exact is None and await self._obeys(visit, text):
            return
        if exact is None and await self._read_as_asked(visit, message, text):
            return
        button = exact or meant_button(text, screen)
        if exact is None and await self._read_otherwise(visit, text, button):
            return
        if button is not None and button.action is not None:
            await self._press_said(visit, button.action)
        elif not await self._at_last(visit, text):
            await self._not_understood(visit, text)

    def _said(self, visit: Visit, text: str, screen: Screen) -> Button | None:
        """A button whose very words these are, whether the screen shows it or not."""
        return shown_button(text, screen) or said_button(self._routes, visit, text)

    async def _read_first(self, visit: Visit, new: NewWords) -> bool:
        """What may not wait for any question or answer."""
        for reader in self._routes.firsts:
            if await reader(visit, new):
                return True
        return False

    async def _interjects(self, visit: Visit, text: str, screen: Screen) -> bool:
        """Whether it is for what came after the screen, and not for the screen."""
        asked = partial(self._is_asked, visit, text, screen)
        for reader in self._routes.interjections:
            if await reader(visit, text, asked):
                return True
        return False

    def _is_asked(self, visit: Visit, text: str, screen: Screen) -> bool:
        """Whether the screen waits for words, or these are one of its buttons, or a command."""
        return (
            visit.place.screen in self._routes.asking
            or (self._said(visit, text, screen) or meant_button(text, screen)) is not None
            or said_command(self._routes, visit, text) is not None
        )

    async def _obeys(self, visit: Visit, text: str) -> bool:
        """The name of a command is one without its slash, too; where something is asked most are answers."""
        command = said_command(self._routes, visit, text)
        if command is None or not self._hears(command, visit.place.screen):
            return False
        asking = [self._routes.actions[route].handler for route in ASKING]
        if command.handler in asking and is_allowed(visit.role, Permission.TAKE_CASES):
            return False
        await command.handler(visit, "")
        return True

    def _hears(self, command: Command, screen: str) -> bool:
        """Whoever writes a text for others may write any word into it."""
        if command.everywhere:
            return screen not in self._routes.message_readers
        return self._routes.is_idle(screen)

    async def _reread(self, visit: Visit) -> None:
        """What was typed before, where it was typed after all."""
        text, visit.rereads = visit.rereads, ""
        if text:
            visit.is_typed = True
            await self._read(visit, text, await visit.current(), None)

    async def _reply(self, visit: Visit, message: Message | None, new: NewWords) -> bool:
        """A reply to a message of ours belongs to what that is about."""
        replied = replied_to(message) if message is not None else None
        if replied is None:
            return False
        for reader in self._routes.reply_readers:
            if await reader(visit, replied, new):
                return await self._asks_again(visit)
        return False

    async def _asks_again(self, visit: Visit) -> bool:
        """True; what was asked before words were passed on stands below again."""
        place, last = visit.place.screen, visit.replies[-1].name if visit.replies else ""
        if last == PASSED_ON and place in self._routes.asking - TALKING:
            await visit.again()
        return True

    async def edited(self, update: Update, context: Context) -> None:
        """Edits change nothing; but a code that was edited into a message is no better than one sent."""
        visit, message = context.visit, update.effective_message
        if message is None or not await self._warns(visit, message.text or message.caption or ""):
            visit.has_keyboard = False  # nothing is shown, so nothing takes the keyboard away

    async def _warns(self, visit: Visit, text: str) -> bool:
        """A pasted code, PIN or card number: the message is deleted, and nothing of it is read or kept."""
        rule = self._routes.digit_rules.get(visit.place.screen)
        secret = find_secret(text, digits_expected=False)
        if secret is Secret.CODE and rule is not None and await rule(visit, text):
            secret = find_secret(text, digits_expected=True)
        if secret is None:
            return False
        visit.deletes_message = True
        phone = visit.service.call_centre
        await visit.again(visit.words.render(f"safety-warn-{secret}", phone=phone))
        return True

    async def _warns_below(self, visit: Visit, message: Message) -> bool:
        """The same for what stands below a file; a photo on a screen that quotes is read by that screen."""
        quoted = bool(message.photo) and visit.place.screen in self._routes.quoting
        return not quoted and await self._warns(visit, message.caption or "")

    async def _read_as_asked(self, visit: Visit, message: Message | None, text: str) -> bool:
        """As what the current screen waits for."""
        if await self._read_all(visit, message):
            return True
        reader = self._routes.text_readers.get(visit.place.screen)
        return reader is not None and await reader(visit, text)

    async def _read_otherwise(self, visit: Visit, text: str, meant: Button | None) -> bool:
        """Words for the person one is talking to go to them, before they are looked up as a question."""
        if meant is None and (
            await self._fall_back(visit, text) or await self._returns_courtesy(visit, text)
        ):
            return True
        return await self._read_freely(visit, text, meant)

    async def _returns_courtesy(self, visit: Visit, text: str) -> bool:
        """A greeting, thanks or "oke" is met with the same, and nothing else changes."""
        name = find_courtesy(visit.words, text)
        if name is not None:
            await self._show_below(visit, visit.words.render(f"everyday-{name}"))
        return name is not None

    async def _read_all(self, visit: Visit, message: Message | None) -> bool:
        """Where a screen asks for a message with its formatting or its file."""
        reader = self._routes.message_readers.get(visit.place.screen)
        return reader is not None and message is not None and await reader(visit, written_of(visit, message))

    async def _fall_back(self, visit: Visit, text: str) -> bool:
        """Whoever can make something of it; where a question is asked, only an answer will do."""
        if visit.place.screen in self._routes.text_readers:
            return False
        for reader in self._routes.fallbacks:
            if await reader(visit, text):
                return await self._asks_again(visit)
        return False

    async def _read_freely(self, visit: Visit, text: str, meant: Button | None) -> bool:
        """Read it as a question of the person's own; where one of ours waits for an answer, as one aside."""
        asked = visit.place.screen in self._routes.asking
        reader = self._routes.aside_reader if asked else self._routes.free_text_reader
        return reader is not None and await reader(visit, text, meant)

    async def _at_last(self, visit: Visit, text: str) -> bool:
        """Whoever takes what nobody understood; where a question is asked, only an answer will do."""
        if visit.place.screen in self._routes.asking:
            return False
        for reader in self._routes.last_resorts:
            if await reader(visit, text):
                return True
        return False

    async def _press_said(self, visit: Visit, action: Action) -> None:
        """A button that was said."""
        if action.route in ASKING and is_allowed(visit.role, Permission.TAKE_CASES):
            await visit.again(visit.words.render("cases-typed-nowhere"))
            return
        await self._run(visit, action, self._routes.actions[action.route])

    async def _not_understood(self, visit: Visit, text: str) -> None:
        key = "nav-long" if len(text) > 300 else "nav-not-understood"
        await self._show_below(visit, visit.words.render(key), failed=True)

    async def _show_below(self, visit: Visit, note: Markup, *, failed: bool = False) -> None:
        """A note, and below it where the person stands: home, where that only told something."""
        if visit.place.screen in self._routes.telling or visit.place.screen == HOME:
            visit.place = Place(HOME, {}, visit.place.version + 1, visit.place.failures)
        await visit.again(note, failed=failed)

    @kindly
    async def contact(self, update: Update, context: Context) -> None:
        """A shared contact: an answer where a phone is asked, else a kind word."""
        visit, message = context.visit, update.effective_message
        shared = shared_contact(message) if message else None
        reader = self._routes.contact_readers.get(visit.place.screen)
        if shared is None or reader is None or not await reader(visit, shared):
            await self._show_below(visit, visit.words.render("nav-contact"))

    @kindly
    async def voice(self, update: Update, context: Context) -> None:
        """A voice note goes to a person - unless a screen asks for one -, and the conversation stays."""
        visit, message = context.visit, update.effective_message
        file = file_of(visit, message) if message is not None else None
        if file is None or await self._warns(visit, file.caption):
            return
        if await self._read_first(visit, file.words()):
            return
        if await self._read_file(visit, message, file):
            return
        reader = self._routes.voice_readers.get(visit.place.screen)
        if reader is not None:
            await reader(visit, file.file_id)
            return
        if await self._read_all(visit, message):
            return
        if is_allowed(visit.role, Permission.TAKE_CASES):
            await visit.again(visit.words.render("cases-voice-where"))
            return
        case = await speak_to_staff(visit, file.words())
        told = await tell_when_or_call(visit, case)
        await self._show_below(visit, visit.words.joined(visit.words.render("nav-voice"), told))

    @kindly
    async def other(self, update: Update, context: Context) -> None:
        """A photo, sticker, place, file or whatever comes next: say what helps, and show where we are."""
        visit, message = context.visit, update.effective_message
        if message is None or await self._warns_below(visit, message):
            return
        file, caption = file_of(visit, message), without_nik(visit, message.caption or "")
        if await self._read_first(visit, file.words() if file else NewWords(WordsForm.TEXT, caption)):
            return
        if await self._read_all(visit, message):
            return
        if file is not None and await self._take_file(visit, message, file):
            return
        await self._show_below(visit, visit.words.render(f"nav-{kind_of(message)}"))

    async def _take_file(self, visit: Visit, message: Message, file: SentFile) -> bool:
        return await self._read_file(visit, message, file) or await self._fall_back_file(visit, file)

    async def _read_file(self, visit: Visit, message: Message | None, file: SentFile) -> bool:
        """As a reply, or as what the current screen waits for."""
        if await self._reply(visit, message, file.words()):
            return True
        reader = self._routes.file_readers.get(visit.place.screen)
        return reader is not None and await reader(visit, file)

    async def _fall_back_file(self, visit: Visit, file: SentFile) -> bool:
        """Whoever can make something of it; a question that waits for its answer is shown again below."""
        for reader in self._routes.file_fallbacks:
            if await reader(visit, file):
                return await self._asks_again(visit)
        return False


def _holds(action: Action, route: ActionRoute, visit: Visit) -> bool:
    """Whether a button may still be pressed: it belongs to the current screen, or holds anywhere."""
    return route.anywhere if action.version is None else action.version == visit.place.version


def _is_tapped_again(action: Action, visit: Visit) -> bool:
    """A button of the screen before: an impatient second tap, whose answer stands there already."""
    return action.version is not None and action.version == visit.place.version - 1
