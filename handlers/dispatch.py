"""From an update to a feature: buttons, typed text as buttons, shared contacts, and what helps otherwise."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Message, MessageEntity, Update

from bot.access import Permission, is_allowed
from bot.answers import match_option, normalise
from bot.cases.promises import tell_when_or_call
from bot.cases.relay import speak_to_staff
from bot.errors import NotAllowed, NotFound, Stale
from bot.pasted import Secret, find_secret
from bot.screens import Action, Button, MediaKind, Screen
from bot.visits import Visit
from handlers.context import Context
from handlers.routes import ActionRoute, RepliedTo, Routes, SentFile, Shared, Written
from storage.case_words import NewWords
from storage.models.cases import WordsForm

NAVIGATION = frozenset(
    {("home", "show"), ("cases", "help"), ("registration", "back"), ("registration", "pause")}
)
MISFORTUNE = ("cases", "misfortune")
FORMATTING = frozenset(
    {
        MessageEntity.BOLD,
        MessageEntity.ITALIC,
        MessageEntity.UNDERLINE,
        MessageEntity.STRIKETHROUGH,
        MessageEntity.SPOILER,
        MessageEntity.CODE,
        MessageEntity.PRE,
        MessageEntity.BLOCKQUOTE,
        MessageEntity.EXPANDABLE_BLOCKQUOTE,
        MessageEntity.TEXT_LINK,
    }
)
"""Entities that somebody set with Telegram's own menu; the others Telegram found by itself."""

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


class Dispatch:
    """Finds what an update is for, among the routes; everything it cannot place gets an answer that helps."""

    def __init__(self, routes: Routes) -> None:
        self._routes = routes

    def command(self, name: str) -> Handler:
        """The handler of a slash command, behind its permission."""
        command = self._routes.commands[name]

        async def handle(update: Update, context: Context) -> None:
            payload = _after_command(update.effective_message)
            try:
                context.visit.require(command.permission)
            except NotAllowed:
                await self.unknown_command(update, context)
                return
            await command.handler(context.visit, payload)

        return handle

    async def unknown_command(self, _update: Update, context: Context) -> None:
        """A command there is not, or not for this person: the two are answered alike."""
        visit = context.visit
        await visit.again(visit.words.render("nav-unknown-command"))

    async def button(self, update: Update, context: Context) -> None:
        """A tap; one that is old, forged or not this person's to press shows the current screen again."""
        visit, query = context.visit, update.callback_query
        action = Action.decode(query.data or "") if query else None
        route = self._routes.actions.get((action.noun, action.verb)) if action else None
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
        except Stale:
            visit.toast = visit.words.label("nav-stale")
            await visit.again()
        except (NotAllowed, NotFound):
            visit.toast = visit.words.label("nav-not-allowed")
            await visit.again()

    async def text(self, update: Update, context: Context) -> None:
        """Typed text: a button in words, an answer to the current question, or neither."""
        visit = context.visit
        text = (update.effective_message and update.effective_message.text) or ""
        if visit.place.screen not in self._routes.quoting and await self._warns(visit, text):
            return
        if visit.is_new:
            await self._routes.commands["start"].handler(visit, "")
            return
        if await self._reply(visit, update.effective_message, NewWords(WordsForm.TEXT, text)):
            return
        if _is_misfortune(text, visit):
            await self._press(visit, Action(*MISFORTUNE))
            return
        screen = await visit.current()
        exact = _said_exactly(text, screen)
        if exact is None and await self._read_as_asked(visit, update.effective_message, text):
            return
        button = exact or _meant(text, screen)
        if exact is None and await self._read_otherwise(visit, text, button):
            return
        if button is not None and button.action is not None:
            await self._press(visit, button.action)
        elif not await self._at_last(visit, text):
            await self._not_understood(visit, text)

    async def _reply(self, visit: Visit, message: Message | None, new: NewWords) -> bool:
        """A reply to a message of ours belongs to what that is about."""
        replied = _replied_to(message) if message is not None else None
        if replied is None:
            return False
        for reader in self._routes.reply_readers:
            if await reader(visit, replied, new):
                return True
        return False

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

    async def _read_as_asked(self, visit: Visit, message: Message | None, text: str) -> bool:
        """As what the current screen waits for."""
        if await self._read_all(visit, message):
            return True
        reader = self._routes.text_readers.get(visit.place.screen)
        return reader is not None and await reader(visit, text)

    async def _read_otherwise(self, visit: Visit, text: str, meant: Button | None) -> bool:
        """Words for the person one is talking to go to them, before they are looked up as a question."""
        if meant is None and await self._fall_back(visit, text):
            return True
        return await self._read_freely(visit, text, meant)

    async def _read_all(self, visit: Visit, message: Message | None) -> bool:
        """Where a screen asks for a message with its formatting or its file."""
        reader = self._routes.message_readers.get(visit.place.screen)
        return reader is not None and message is not None and await reader(visit, _written(message))

    async def _fall_back(self, visit: Visit, text: str) -> bool:
        """Whoever can make something of it; where a question is asked, only an answer will do."""
        if visit.place.screen in self._routes.text_readers:
            return False
        for reader in self._routes.fallbacks:
            if await reader(visit, text):
                return True
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

    async def _press(self, visit: Visit, action: Action) -> None:
        await self._run(visit, action, self._routes.actions[action.noun, action.verb])

    async def _not_understood(self, visit: Visit, text: str) -> None:
        key = "nav-long" if len(text) > 300 else "nav-not-understood"
        await visit.again(visit.words.render(key), failed=True)

    async def contact(self, update: Update, context: Context) -> None:
        """A shared contact: an answer where a phone is asked, else a kind word."""
        visit, message = context.visit, update.effective_message
        shared = _shared(message) if message else None
        reader = self._routes.contact_readers.get(visit.place.screen)
        if shared is None or reader is None or not await reader(visit, shared):
            await visit.again(visit.words.render("nav-contact"))

    async def voice(self, update: Update, context: Context) -> None:
        """A voice note goes to a person - unless a screen asks for one -, and the conversation stays."""
        visit, message = context.visit, update.effective_message
        file = _file(message) if message is not None else None
        if file is None or await self._warns(visit, file.caption):
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
        await visit.again(
            visit.words.joined(visit.words.render("nav-voice"), await tell_when_or_call(visit, case))
        )

    async def other(self, update: Update, context: Context) -> None:
        """A photo, sticker, place, file or whatever comes next: say what helps, and show where we are."""
        visit, message = context.visit, update.effective_message
        if message is None or await self._warns(visit, message.caption or ""):
            return
        if await self._read_all(visit, message):
            return
        file = _file(message)
        if file is not None and await self._take_file(visit, message, file):
            return
        await visit.again(visit.words.render(f"nav-{_kind(message)}"))

    async def _take_file(self, visit: Visit, message: Message, file: SentFile) -> bool:
        return await self._read_file(visit, message, file) or await self._fall_back_file(visit, file)

    async def _read_file(self, visit: Visit, message: Message | None, file: SentFile) -> bool:
        """As a reply, or as what the current screen waits for."""
        if await self._reply(visit, message, file.words()):
            return True
        reader = self._routes.file_readers.get(visit.place.screen)
        return reader is not None and await reader(visit, file)

    async def _fall_back_file(self, visit: Visit, file: SentFile) -> bool:
        for reader in self._routes.file_fallbacks:
            if await reader(visit, file):
                return True
        return False


def _file(message: Message) -> SentFile | None:
    """The photo (its largest size), document or voice note in a message, with what is written below it."""
    caption = message.caption or ""
    if message.photo:
        return SentFile(MediaKind.PHOTO, message.photo[-1].file_id, caption)
    if message.document:
        return SentFile(
            MediaKind.DOCUMENT, message.document.file_id, caption, message.document.file_name or ""
        )
    if message.voice:
        return SentFile(MediaKind.VOICE, message.voice.file_id, caption)
    return None


def _replied_to(message: Message) -> RepliedTo | None:
    """What it replies to, if that is a message of ours."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.id != message.get_bot().id:
        return None
    return RepliedTo(replied.message_id, replied.text or replied.caption or "")


def _written(message: Message) -> Written:
    """Text or caption with its formatting as HTML, and the file it came with."""
    entities = message.entities or message.caption_entities
    return Written(
        message.text or message.caption or "",
        message.text_html if message.text else message.caption_html if message.caption else "",
        is_formatted=any(entity.type in FORMATTING for entity in entities),
        file=_file(message),
    )


def _after_command(message: Message | None) -> str:
    text = (message.text if message else None) or ""
    return text.partition(" ")[2].strip()


def _holds(action: Action, route: ActionRoute, visit: Visit) -> bool:
    """Whether a button may still be pressed: it belongs to the current screen, or holds anywhere."""
    return route.anywhere if action.version is None else action.version == visit.place.version


def _is_tapped_again(action: Action, visit: Visit) -> bool:
    """A button of the screen before: an impatient second tap, whose answer stands there already."""
    return action.version is not None and action.version == visit.place.version - 1


def _said_exactly(text: str, screen: Screen) -> Button | None:
    said = normalise(text)
    exact = (button for button in screen.buttons() if button.action and said in _sayings(button))
    return next(exact, None) if said else None


def _is_misfortune(text: str, visit: Visit) -> bool:
    """The word "kecelakaan" is answered wherever it is said, in the middle of a form, too."""
    return normalise(text) in _sayings(visit.words.button("home-misfortune", *MISFORTUNE))


def _sayings(button: Button) -> set[str]:
    """Its label and what may be typed instead: "ya" to a place on offer is no place to look for."""
    return {normalise(saying) for saying in (button.label, *button.aliases)}


def _meant(text: str, screen: Screen) -> Button | None:
    """The answer that was meant; going back and asking for help are only meant when said exactly."""
    buttons = [button for button in screen.buttons() if button.action]
    options = [button for button in buttons if _verb(button) not in NAVIGATION]
    key = match_option(text, [(str(index), b.label, b.aliases) for index, b in enumerate(options)])
    if key is not None:
        return options[int(key)]
    navigation = [button for button in buttons if _verb(button) in NAVIGATION]
    key = match_option(text, [(str(index), b.label, b.aliases) for index, b in enumerate(navigation)])
    return navigation[int(key)] if key is not None and not text.strip().isdigit() else None


def _verb(button: Button) -> tuple[str, str] | None:
    return (button.action.noun, button.action.verb) if button.action else None


def _shared(message: Message) -> Shared | None:
    """Rules.md: a number counts only when it is the sender's own and was not forwarded."""
    contact, sender = message.contact, message.from_user
    if contact is None or sender is None:
        return None
    is_own = contact.user_id == sender.id and message.forward_origin is None
    return Shared(contact.phone_number, is_own)


def _kind(message: Message) -> str:
    if message.photo or message.document or message.video:
        return "file"
    if message.location or message.venue:
        return "location"
    return "sticker" if message.sticker or message.animation else "other"
