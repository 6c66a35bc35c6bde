"""The whole playground's state, and the few acts that touch several parts of it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

from playground.calls import CallLog
from playground.chats import Chat, Chats
from playground.clock import Clock
from playground.events import Events
from playground.files import Files
from playground.floods import FloodGate
from playground.people import People, Person
from playground.profile import Profile
from playground.refusals import BLOCKED, CHAT_NOT_FOUND, DEACTIVATED, NOT_STARTED, flooded, refused
from playground.settings import Settings
from playground.shapes import Json
from playground.trouble import Trouble
from playground.updates import CALLBACK_LIFE, Updates
from playground.webhooks import Perform, Webhook

TYPING_SECONDS = 5


class World:
    """Everything that a Bot API call or a phone can see or change."""

    def __init__(self, settings: Settings, perform: Perform) -> None:
        self.settings = settings
        self.time = settings.time
        self.events = Events(self.time)
        self.profile = Profile(settings.bot_id, settings.username, settings.name)
        self.updates = Updates(self.time)
        self.webhook = Webhook(self.time, self.updates, perform)
        self.calls = CallLog()
        self._errands: set[asyncio.Task[None]] = set()
        self._last_query = 0
        self._start_over()

    def _start_over(self) -> None:
        self.people = People()
        self.chats = Chats()
        self.files = Files()
        self.clock = Clock(self.time)
        self.gate = FloodGate(self.settings.limits)
        self.trouble = Trouble(self.time, self.gate)
        self.queries: dict[str, tuple[int, float]] = {}

    async def reset(self) -> None:
        """As at start, but the bot keeps its webhook, its profile and its commands."""
        target = self.webhook.target
        await self.webhook.stop()
        self.updates.clear()
        self.calls.clear()
        self._start_over()
        await self.webhook.point_at(target)
        for kind in ("people", "clock", "trouble", "bot"):
            self.events.emit(kind)

    async def close(self) -> None:
        """Let go of everyone who waits, so that the server can stop."""
        self.events.close()
        self.updates.stop_poll()
        await self.webhook.stop()
        for errand in self._errands:
            errand.cancel()
        await asyncio.gather(*self._errands, return_exceptions=True)

    def errand(self, work: Coroutine[None, None, None]) -> None:
        """Something that happens by itself a little later."""
        task = asyncio.ensure_future(work)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)

    # --- from the bot's side ---

    def reachable(self, chat_id: int | str) -> Person:
        """The person the bot may write to; refuses in Telegram's words."""
        person = self.known(chat_id)
        if person.deactivated:
            raise refused(DEACTIVATED)
        if person.blocked:
            raise refused(BLOCKED)
        if not person.started:
            raise refused(NOT_STARTED)
        return person

    def known(self, chat_id: int | str) -> Person:
        try:
            number = int(chat_id)
        except ValueError:
            raise refused(CHAT_NOT_FOUND) from None
        person = self.people.find(number)
        if person is None and self.settings.anyone and number > 0:
            return Person(number, "Warga", started=True)
        if person is None:
            raise refused(CHAT_NOT_FOUND)
        return person

    def admit_send(self, person: Person) -> None:
        """Count the start of a send or edit; refuses a flood."""
        retry_after = self.gate.admit(person.id, self.time.monotonic())
        if retry_after:
            raise flooded(retry_after)

    def chat_changed(self, person_id: int) -> None:
        if self.settings.keep_history:
            self.events.emit("chat", person_id)

    def show_typing(self, chat: Chat) -> None:
        chat.typing_until = self.time.monotonic() + TYPING_SECONDS
        self._show_for(chat, TYPING_SECONDS)

    def show_toast(self, chat: Chat, text: str, *, alert: bool, query_id: str) -> None:
        seconds = 60 if alert else self.settings.toast_seconds
        chat.toast, chat.toast_until = (
            {"text": text, "alert": alert, "id": query_id},
            self.time.monotonic() + seconds,
        )
        self._show_for(chat, seconds)

    def _show_for(self, chat: Chat, seconds: float) -> None:
        if self.settings.keep_history:
            self.chat_changed(chat.person_id)
            self.errand(self._changed_after(chat, seconds))

    async def _changed_after(self, chat: Chat, seconds: float) -> None:
        await self.time.sleep(seconds)
        self.chat_changed(chat.person_id)

    # --- from the people's side ---

    def tell_bot(self, kind: str, payload: Json, person_id: int) -> None:
        waiting = self.updates.add(kind, payload, person_id)
        if waiting:
            self.webhook.offer(waiting)

    def new_query(self, person_id: int) -> str:
        now = self.time.monotonic()
        self._last_query += 1
        query_id = str(4_000_000_000_000_000_000 + self._last_query)
        self.queries[query_id] = (person_id, now + CALLBACK_LIFE)
        if len(self.queries) > 50_000:
            self.queries = {key: known for key, known in self.queries.items() if known[1] > now}
        return query_id

    def take_query(self, query_id: str) -> int | None:
        """Whose query this is; None when it is too old, answered or unknown."""
        person_id, until = self.queries.pop(query_id, (0, 0.0))
        return person_id if until > self.time.monotonic() else None
