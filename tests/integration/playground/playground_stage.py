"""A playground on a loopback port, its time in the test's hand, and short words to drive it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from playground.clock import ManualTime
from playground.world import World

TOKEN = "7000000001:AAplayground-token"
SARI, BUDI = 1001, 1002


class Stage:
    """The playground as a bot and a phone see it."""

    def __init__(self, url: str, world: World, time: ManualTime, client: httpx.AsyncClient) -> None:
        self.url = url
        self.world = world
        self.time = time
        self.client = client

    async def call(self, method: str, **params: object) -> dict[str, Any]:
        answer = await self.client.post(f"{self.url}/bot{TOKEN}/{method}", json=params)
        body: dict[str, Any] = answer.json()
        assert answer.status_code == body.get("error_code", 200)
        return body

    async def result(self, method: str, **params: object) -> Any:
        body = await self.call(method, **params)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **params: object) -> str:
        body = await self.call(method, **params)
        assert not body["ok"], body
        return str(body["description"])

    async def say(self, text: str, chat_id: int = SARI, **params: object) -> Any:
        return await self.result("sendMessage", chat_id=chat_id, text=text, **params)

    async def phone(self, verb: str, person: int = SARI, **body: object) -> Any:
        answer = await self.client.post(f"{self.url}/api/people/{person}/{verb}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def control(self, path: str, **body: object) -> Any:
        answer = await self.client.post(f"{self.url}/api/{path}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def see(self, path: str) -> Any:
        answer = await self.client.get(f"{self.url}/api/{path}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def starts(self, *people: int) -> None:
        """These people press START, and the bot has seen it."""
        for person in people or (SARI,):
            await self.phone("open", person)
        await self.updates(offset=-1)
        await self.updates(offset=2**40)

    async def updates(self, **params: object) -> list[Any]:
        found: list[Any] = await self.result("getUpdates", **params)
        return found


async def until(happened: Callable[[], object]) -> None:
    """Let the loop run until it has happened."""
    async with asyncio.timeout(60):
        while not happened():  # noqa: ASYNC110 - what is waited for is in another part, and sets no event
            await asyncio.sleep(0.001)


class Receiver:
    """A bot's webhook that answers as it is told, 200 when not told."""

    def __init__(self) -> None:
        self.updates: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.answers: list[Response] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.url = ""

    def answer_next(self, *statuses: int, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.extend(Response(status_code=status, headers=named) for status in statuses)

    def replies(self, body: dict[str, object]) -> None:
        self.answers.append(JSONResponse(body))

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.updates if "message" in update]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        update = await request.json()
        self.updates.append(update)
        self.headers.append(dict(request.headers))
        text = update.get("message", {}).get("text", "")
        if text in self.gates:
            await self.gates[text].wait()
        answer = self.answers.pop(0) if self.answers else Response()
        await answer(scope, receive, send)
