"""The second bell: the webhook; and what a load balancer and a monitor ask for."""

import hmac
import json

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.metrics import REGISTRY
from handlers.intake import Intake
from storage.database import Database
from storage.errors import StorageUnavailable

LARGEST_BODY = 256 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - reason: the header's name, not a secret


class TooLarge(Exception):
    """The body is longer than any update."""


class Web:
    """The HTTP side of one process; nothing of a request is ever logged."""

    def __init__(self, database: Database, intake: Intake, secret: str) -> None:
        self._database = database
        self._intake = intake
        self._secret = secret.encode()

    def application(self) -> Starlette:
        """The ASGI application; without a secret there is no webhook in it."""
        routes = [
            Route("/healthz", self.healthz),
            Route("/readyz", self.readyz),
            Route("/metrics", self.metrics),
        ]
        if self._secret:
            routes.append(Route("/telegram", self.telegram, methods=["POST"]))
        return Starlette(routes=routes)

    async def telegram(self, request: Request) -> Response:
        """One update: 403 without the secret, 413 too large, 400 no update, 503 come again, else 200.

        A tapped button's spinner is stopped by the answer itself, which saves a call for each tap.
        """
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return Response(status_code=403)
        try:
            body = json.loads(await _limited_body(request))
        except TooLarge:
            return Response(status_code=413)
        except (ValueError, RecursionError):
            return Response(status_code=400)
        receipt = await self._intake.receive(body, carries_call=True)
        if receipt.call is not None:
            # In ASCII: half a surrogate in the button's id could not be encoded otherwise.
            return Response(json.dumps(receipt.call), receipt.status, media_type="application/json")
        headers = {"Retry-After": str(receipt.retry_after)} if receipt.retry_after else None
        return Response(status_code=receipt.status, headers=headers)

    async def healthz(self, _request: Request) -> Response:
        """The process is alive."""
        return PlainTextResponse("ok")

    async def readyz(self, _request: Request) -> Response:
        """The process can handle an update: the database answers, and it is not about to end."""
        if not self._intake.is_open:
            return PlainTextResponse("stopping", status_code=503)
        try:
            await self._database.ping()
        except StorageUnavailable:
            return PlainTextResponse("the database does not answer", status_code=503)
        return PlainTextResponse("ready")

    async def metrics(self, _request: Request) -> Response:
        """Counters for Prometheus; nothing personal."""
        return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST)


async def _limited_body(request: Request) -> bytes:
    declared = request.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared) > LARGEST_BODY:
        raise TooLarge
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise TooLarge
    return bytes(body)
