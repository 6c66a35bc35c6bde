"""A Bot API that misbehaves on request, over real sockets, and a bot that talks to it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from telegram.ext import ExtBot

from bot.pacing import Pacer
from bot.telegram_api.limiter import PacedLimiter
from bot.telegram_api.transport import GuardedRequest, Timeouts, build_request
from storage.models.messages import Lane

TOKEN = "987654321:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw8"
SHORT = Timeouts(connect=0.3, pool=0.4, read=0.2, write=0.3, media_write=0.3)
MESSAGE = {"message_id": 77, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "Halo"}

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def http(status: str, body: bytes | dict[str, Any], extra: str = "") -> bytes:
    """A whole HTTP answer."""
    payload = body if isinstance(body, bytes) else json.dumps(body).encode()
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(payload)}\r\n{extra}\r\n".encode() + payload


def answers(answer: bytes) -> Behaviour:
    """A server that sends these bytes for each request."""

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()

    return behave


def refuses(code: int, description: str, **parameters: int) -> Behaviour:
    """A server that refuses as the Bot API does."""
    body = {"ok": False, "error_code": code, "description": description}
    return answers(http(f"{code} No", body | ({"parameters": parameters} if parameters else {})))


TAKES = answers(http("200 OK", {"ok": True, "result": MESSAGE}))
NODS = answers(http("200 OK", {"ok": True, "result": True}))


@dataclass(slots=True)
class FakeTelegram:
    """Plays one behaviour a request, the last one for ever; remembers requests and connections."""

    url: str = ""
    script: list[Behaviour] = field(default_factory=list)
    requests: list[tuple[str, bytes]] = field(default_factory=list)
    head: str = ""  # of the last request
    connections: int = 0
    writers: list[asyncio.StreamWriter] = field(default_factory=list)

    def plays(self, *behaviours: Behaviour) -> None:
        self.script = list(behaviours)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.writers.append(writer)
        try:
            while not writer.is_closing() and await self._read(reader):
                behaviour = self.script.pop(0) if len(self.script) > 1 else self.script[0]
                await behaviour(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _read(self, reader: asyncio.StreamReader) -> bool:
        head = self.head = (await reader.readuntil(b"\r\n\r\n")).decode()
        lines = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if line)
        if self.script[0] is never_reads:
            return True
        body = await reader.readexactly(int(lines.get("content-length", "0")))
        self.requests.append((head.split(" ", 2)[1].rsplit("/", 1)[1], body))
        return True

    @property
    def methods(self) -> list[str]:
        return [method for method, _ in self.requests]


async def never_reads(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A peer that takes no more bytes and does not hang up either."""
    await asyncio.Event().wait()


def make_request(connections: int = 4, timeouts: Timeouts = SHORT) -> GuardedRequest:
    return build_request(lambda: False, connections=connections, timeouts=timeouts)


def make_bot(url: str, request: GuardedRequest, pacer: Pacer | None = None) -> ExtBot[Lane]:
    return ExtBot(
        TOKEN,
        base_url=f"{url}/bot",
        request=request,
        get_updates_request=request,
        rate_limiter=PacedLimiter(pacer or Pacer()),
    )
