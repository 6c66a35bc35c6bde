"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable
from inspect import isawaitable
from typing import cast
from urllib.parse import unquote

from starlette.types import Receive, Scope, Send

from playground.bodies import read_params
from playground.methods import METHODS
from playground.methods.call import Call
from playground.refusals import Refused, bad_request
from playground.schema import load_schema
from playground.settings import Settings
from playground.shapes import Json, Upload
from playground.world import World

TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{3,}")
LARGEST_BODY = 52 * 1024 * 1024
JSON_TYPE = (b"content-type", b"application/json")
ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class BotApi:
    """Answers calls on a world; an ASGI application, kept off any framework because benchmarks lean on it."""

    def __init__(self, settings: Settings) -> None:
        self._token = settings.token
        self._schema = load_schema()
        self._names = {name.lower(): name for name in self._schema.methods}  # Telegram ignores their case
        self.world = World(settings, self.perform)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        token, _, method = scope["path"].removeprefix("/bot").partition("/")
        started = self.world.time.monotonic()
        status, body, params = await self._answer(token, method, scope, receive)
        self.world.calls.record(method, params.get("chat_id"), status, started, body.get("description"))
        await self._reply(status, body, scope, receive, send)

    async def _answer(
        self, token: str, method: str, scope: Scope, receive: Receive
    ) -> tuple[int, Json, Json]:
        params: Json = {}
        try:
            self._admit(token)
            params = read_params(
                scope["query_string"].decode(), _header(scope, b"content-type"), await _read_body(receive)
            )
            return 200, {"ok": True, "result": await self.call(method, params)}, params
        except Refused as refusal:
            return refusal.status, refusal.body(), params

    def _admit(self, token: str) -> None:
        self.world.trouble.raise_outage()
        token = unquote(token)
        if not TOKEN.fullmatch(token):
            raise Refused(404, "Not Found")
        if self._token not in {None, token}:
            raise Refused(401, "Unauthorized")

    async def call(self, method: str, params: Json) -> object:
        """Carry out one method; raises Refused."""
        name = self._names.get(method.lower())
        if name is None:
            raise Refused(404, "Not Found")
        played = METHODS.get(name)
        if played is None:
            raise bad_request(f"playground: {name} is not played here")
        files = {key: value for key, value in params.items() if type(value) is Upload}
        checked = self._schema.check(name, _fields(params, files) if files else params)
        result = played(Call(self.world, checked, files))
        return await cast("Awaitable[object]", result) if isawaitable(result) else result

    async def perform(self, method: str, params: Json) -> object:
        """A method that came in a webhook's answer; a refusal is only logged."""
        status, description, result = 200, None, None
        try:
            result = await self.call(method, params)
        except Refused as refusal:
            status, description = refusal.status, refusal.description
        now = self.world.time.monotonic()
        self.world.calls.record(method, params.get("chat_id"), status, now, description)
        return result

    async def _reply(self, status: int, body: Json, scope: Scope, receive: Receive, send: Send) -> None:
        trouble = self.world.trouble
        if trouble.latency_ms:
            await self.world.time.sleep(trouble.latency_ms / 1000)
        if trouble.drops_answer():
            return await hang_up(scope, receive, send)
        content = ENCODE(body).encode("utf-8", "replace")
        length = (b"content-length", str(len(content)).encode())
        await send({"type": "http.response.start", "status": status, "headers": [JSON_TYPE, length]})
        return await send({"type": "http.response.body", "body": content})

    async def download(self, scope: Scope, send: Send) -> None:
        """A file that getFile named."""
        token, _, path = scope["path"].removeprefix("/file/bot").partition("/")
        try:
            self._admit(token)
            stored = self.world.files.at(path)
            status, kind, content = 200, "application/octet-stream", stored.upload.content
        except Refused as refusal:
            status, kind, content = refusal.status, "application/json", ENCODE(refusal.body()).encode()
        headers = [(b"content-type", kind.encode()), (b"content-length", str(len(content)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})


def _fields(params: Json, files: dict[str, Upload]) -> Json:
    """Without the parts of a multipart body that are only `attach://`ed to."""
    named = {
        value.removeprefix("attach://")
        for value in params.values()
        if isinstance(value, str) and value.startswith("attach://")
    }
    return {key: value for key, value in params.items() if key not in named or key not in files}


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


async def _read_body(receive: Receive) -> bytes:
    message = await receive()
    if not message.get("more_body"):
        return bytes(message.get("body", b""))
    parts, size = [message["body"]], len(message["body"])
    while message.get("more_body"):
        message = await receive()
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > LARGEST_BODY:
            raise Refused(413, "Request Entity Too Large")
    return b"".join(parts)


async def hang_up(scope: Scope, receive: Receive, send: Send) -> None:
    """Close the connection with no answer (server.py lets us), or else in the middle of one."""
    abort = scope.get("state", {}).get("hang_up")
    if abort is None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"100")]})
        return
    abort()
    while (await receive())["type"] != "http.disconnect":
        pass
