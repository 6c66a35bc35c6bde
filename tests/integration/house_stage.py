"""The real house in this process before a playground on loopback, and short words to drive both."""

import asyncio
from collections.abc import AsyncIterator, Callable, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
import structlog
from sqlalchemy import text

from bot.clock import Clock
from bot.pacing import Rates
from bot.settings import Settings, load_settings
from commands.composition import House, open_house
from handlers.arrivals import Receipt
from playground import phones
from playground.clock import RealTime, Time
from playground.people import Person
from playground.server import Running, running
from playground.settings import Settings as PlaygroundSettings
from playground.shapes import Json
from playground.views import sorted_messages, text_of, view_message
from playground.world import World
from storage.crypto import generate_data_key, generate_index_key
from tests.shipped import read_once

TOKEN = "7000000001:AAplayground-token"
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
SARI, BUDI, RINA = 1001, 1002, 1003


def house_settings(database_url: str, api_url: str, **changes: object) -> Settings:
    """A deployment's settings, with nothing of the environment; Bu Rina owns the bot."""
    wanted: dict[str, Any] = {
        "_env_file": None,
        "bot_token": TOKEN,
        "bot_api_url": api_url,
        "database_url": database_url,
        "data_keys": generate_data_key(),
        "index_key": generate_index_key(),
        "owner_ids": str(RINA),
        "rate_per_second": 1000,
    }
    return load_settings(**wanted | changes)


@dataclass(frozen=True, slots=True)
class Stage:
    """The house and the phones in front of it."""

    house: House
    world: World
    server: Running

    def person(self, telegram_id: int) -> Person:
        found = self.world.people.find(telegram_id)
        return found or self.world.people.add(Person(telegram_id, f"Warga {telegram_id}"))

    def written(self, who: int, words: str) -> Json:
        """The update of somebody writing; it is not delivered yet."""
        phones.write(self.world, self.person(who), {"text": words})
        return self._caught()

    def sent(self, who: int, **content: object) -> Json:
        """The update of somebody sending a contact, a photo, a voice note ..."""
        phones.write(self.world, self.person(who), content)
        return self._caught()

    def tapped(self, who: int, data: str) -> Json:
        """The update of somebody pressing a button, whether or not there is one."""
        last = max(self.world.chats.of(who).messages, default=1)
        phones.tap(self.world, self.person(who), last, data, forged=True)
        return self._caught()

    def does(self, act: Callable[[World, Person], object], who: int) -> Json:
        """The update of another act of the phone: block, unblock."""
        act(self.world, self.person(who))
        return self._caught()

    def _caught(self) -> Json:
        waiting = self.world.updates.all()[-1]
        self.world.updates.remove(waiting)
        return waiting.update

    async def receives(self, update: object) -> Receipt:
        return await self.house.intake.receive(update)

    async def says(self, who: int, *words: str) -> None:
        """Somebody writes, one thing after the other, each answered before the next."""
        for said in words:
            assert (await self.receives(self.written(who, said))).status == 200

    async def presses(self, who: int, label: str) -> None:
        """Somebody presses the newest button with this label."""
        assert (await self.receives(self.tapped(who, self.button(who, label)))).status == 200

    def button(self, who: int, label: str) -> str:
        """What is behind the newest button with this label."""
        data = self._find_button(who, label)
        assert data is not None, f"no button {label!r} for {who}"
        return data

    def offers(self, who: int, label: str) -> bool:
        """Whether somebody could press such a button anywhere in their chat."""
        return self._find_button(who, label) is not None

    def _find_button(self, who: int, label: str) -> str | None:
        for message in reversed(self._chat(who)):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if button["text"] == label:
                        return str(button["callback_data"])
        return None

    def labels(self, who: int) -> list[str]:
        """What stands on the buttons of the newest message."""
        rows = self.messages(who)[-1]["inline_keyboard"] or []
        return [button["text"] for row in rows for button in row]

    def messages(self, who: int) -> list[Json]:
        """The chat as its phone shows it, the oldest first."""
        return [view_message(message) for message in self._chat(who)]

    def chat(self, who: int) -> str:
        """All of a chat in one text: words, buttons and links; no hours, whose digits may be anybody's."""
        hours = ("date", "edit_date")
        return str([{k: v for k, v in message.items() if k not in hours} for message in self.messages(who)])

    def shown(self, who: int) -> list[str]:
        """What the bot wrote to somebody; it is asked for after each tap, so nothing is drawn for it."""
        return [text_of(message) for message in self._chat(who) if message["from"]["is_bot"]]

    def _chat(self, who: int) -> list[Json]:
        return sorted_messages(self.world.chats.of(self.person(who).id))

    def last(self, who: int) -> str:
        return self.shown(who)[-1]

    async def value(self, statement: str) -> Any:
        """One value out of the database."""
        async with self.house.database.transaction(read_only=True) as tx:
            return (await tx.execute(text(statement))).scalar()

    async def count(self, table: str) -> int:
        return int(await self.value(f"SELECT count(*) FROM {table}"))


@asynccontextmanager
async def open_stage(
    database_url: str, *, time: Time | None = None, **settings: object
) -> AsyncIterator[Stage]:
    """A house on this database before a playground that never floods, the clock pinned."""
    structlog.configure(logger_factory=structlog.stdlib.LoggerFactory(), processors=[_event_alone])
    playground = PlaygroundSettings(token=TOKEN, limits=None, time=time or RealTime())
    async with (
        running(playground) as (server, world),
        open_house(house_settings(database_url, server.url, **settings), Clock(pinned=NOW)) as house,
    ):
        yield Stage(house, world, server)
        await house.intake.finish()


def _event_alone(_logger: object, _method: str, event: MutableMapping[str, Any]) -> str:
    """What happened, without the traceback, which structlog would draw for seconds."""
    return str(event["event"])


def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A house that is built at once, sends to one chat as fast as it can, and has replied when it returns."""
    monkeypatch.setattr("handlers.intake.REPLY_PATIENCE", 60)
    monkeypatch.setattr(Rates, "up_to", lambda total: Rates(total, total, 10_000, 10_000))
    read_once(monkeypatch)


async def until(happened: Callable[[], object]) -> None:
    """Let the loop run until it has happened."""
    async with asyncio.timeout(60):
        while not happened():  # noqa: ASYNC110 - what is waited for is in another part, and sets no event
            await asyncio.sleep(0.002)
