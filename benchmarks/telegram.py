"""A lean Telegram for benchmarks: answers each call at once, delivers updates, times each first reply.

It shares its process (and so its clock) with the load, and neither shares one with the bot.
"""

import asyncio
import json
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter, time

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector, web

from benchmarks.people import Json, Person, read_markup

MAX_CONNECTIONS = 40  # what both bots ask for in setWebhook, and Telegram's own default
LARGEST_BODY = 4 * 2**20
SPEAKING = ("send", "editMessageText", "editMessageCaption")
BOT = {"id": 7_000_000_001, "is_bot": True, "first_name": "Perisai Serang", "username": "perisai_serang_bot"}

COMPACT = json.JSONEncoder(separators=(",", ":")).encode  # as Telegram writes it
Listener = Callable[[Person, float], None]


@dataclass(slots=True)
class Telegram:
    """The stand-in: its people, the bot's webhook, and what went wrong."""

    people: dict[int, Person]
    url: str = ""
    token: str = field(default_factory=lambda: f"7000000001:{secrets.token_urlsafe(26)}")
    webhook: Json = field(default_factory=dict)
    has_webhook: asyncio.Event = field(default_factory=asyncio.Event)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    listener: Listener = lambda _person, _at: None
    statuses: Counter[int] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    session: ClientSession | None = None
    _ids: "count[int]" = field(default_factory=lambda: count(1_000))
    _posts: set[asyncio.Task[None]] = field(default_factory=set)

    # --- what the bot calls ---

    async def called(self, request: web.Request) -> web.Response:
        """Any method of the Bot API."""
        at = perf_counter()
        method = request.match_info["method"]
        given = {key: value for key, value in (await request.post()).items() if isinstance(value, str)}
        self.calls[method] += 1
        return web.json_response({"ok": True, "result": self._result(method, given, at)}, dumps=COMPACT)

    def _result(self, method: str, given: dict[str, str], at: float) -> object:
        if method == "getMe":
            return BOT | {"can_join_groups": False, "can_read_all_group_messages": False}
        if method == "setWebhook":
            self.webhook = dict(given)
            self.has_webhook.set()
        return self._message(given, at) if method.startswith(SPEAKING) else True

    def _message(self, given: dict[str, str], at: float) -> Json:
        chat_id = int(given["chat_id"])
        message_id = int(given.get("message_id") or next(self._ids))
        markup = read_markup(given.get("reply_markup"))
        self._show(self.people.get(chat_id), message_id, markup, at)
        shown = {"reply_markup": markup} if markup and "inline_keyboard" in markup else {}
        chat = {"id": chat_id, "type": "private", "first_name": "Warga"}
        text = given.get("text", "")
        return {
            "message_id": message_id,
            "date": int(time()),
            "chat": chat,
            "from": BOT,
            "text": text,
        } | shown

    def _show(self, person: Person | None, message_id: int, markup: Json | None, at: float) -> None:
        if person is None:
            return
        person.sees(message_id, markup)
        if person.is_waiting:
            person.is_waiting = False
            self.listener(person, at)
        self.news.set()

    # --- what it delivers ---

    def deliver(self, person: Person, due: float) -> None:
        """Send the person's next update; the reply's time counts from `due`."""
        person.due, person.is_waiting = due, True
        task = asyncio.create_task(self._post(person.next_update(next(self._ids), int(time()))))
        self._posts.add(task)
        task.add_done_callback(self._posts.discard)

    async def _post(self, update: Json) -> None:
        """Until it is acknowledged, as Telegram does."""
        while (wait := await self._offer(update)) is not None:  # noqa: ASYNC110 - reason: a time, not an event
            await asyncio.sleep(wait)

    async def _offer(self, update: Json) -> float | None:
        assert self.session is not None
        secret = self.webhook.get("secret_token", "")
        headers = {
            "X-Telegram-Bot-Api-Secret-Token": secret,
            "Content-Type": "application/json",
        }
        body = json.dumps(update).encode()
        try:
            async with self.session.post(self.webhook["url"], data=body, headers=headers) as answer:
                self.statuses[answer.status] += 1
                return None if answer.ok else float(answer.headers.get("Retry-After", 1))
        except (ClientError, TimeoutError):
            self.statuses[0] += 1
            return 0.02

    async def rest(self, patience: float) -> bool:
        """Wait until every update is acknowledged; False when that takes too long."""
        if self._posts:
            await asyncio.wait(set(self._posts), timeout=patience)
        return not self._posts

    def forgive(self) -> None:
        """Whoever still waits waits no longer: what was measured is over."""
        for person in self.people.values():
            person.is_waiting = False


@asynccontextmanager
async def open_telegram(people: list[Person]) -> AsyncIterator[Telegram]:
    """A Telegram on a free port, until the block ends."""
    telegram = Telegram({person.id: person for person in people})
    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_post("/bot{token}/{method}", telegram.called)
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    telegram.url = f"http://{host}:{port}"
    connector = TCPConnector(limit=MAX_CONNECTIONS)
    try:
        async with ClientSession(connector=connector, timeout=ClientTimeout(total=60)) as telegram.session:
            yield telegram
    finally:
        await runner.cleanup()
