"""Whatever goes wrong on the wire, a message is never sent twice by us nor silently lost."""

import asyncio
import socket
import struct

import pytest

from bot.errors import ConfigurationError
from bot.messenger import Errored, Failed, Flooded, Outcome, Sent, Unknown, Unreachable
from bot.screens import Media, MediaKind, Screen
from bot.telegram_api.messenger import TelegramMessenger
from bot.telegram_api.transport import Timeouts
from storage.models.messages import Lane
from tests.integration.telegram_api.fake_telegram import (
    TAKES,
    Behaviour,
    FakeTelegram,
    answers,
    http,
    make_bot,
    make_request,
    never_reads,
    refuses,
)

SCREEN = Screen("hello", "Halo")
BIG = Screen("poster", "Poster", media=Media(MediaKind.DOCUMENT, b"x" * 20_000_000, "poster.pdf"))
HTML = b"<html><body><h1>502 Bad Gateway</h1></body></html>"


async def hangs_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def resets(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def breaks_off(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(http("200 OK", {"ok": True, "result": {"message_id": 77}})[:-9])
    await writer.drain()
    writer.close()


async def stalls_in_the_body(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(http("200 OK", {"ok": True})[:-3])
    await asyncio.Event().wait()


async def send(messenger: TelegramMessenger, screen: Screen = SCREEN) -> Outcome:
    return await messenger.send(1, screen, Lane.NOTICE)


@pytest.mark.parametrize(
    ("behaviour", "expected"),
    [
        (TAKES, Sent),
        (hangs_up, Unknown),
        (resets, Unknown),
        (never_reads, Unknown),
        (breaks_off, Unknown),
        (stalls_in_the_body, Unknown),
        (answers(http("502 Bad Gateway", HTML)), Unknown),
        (answers(http("500 Oops", {"ok": False, "error_code": 500, "description": "Internal"})), Unknown),
        (answers(http("200 OK", b"<html>")), Unknown),
        (answers(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"), Unknown),
        (refuses(429, "Too Many Requests: retry after 7", retry_after=7), Flooded),
        (refuses(429, "Too Many Requests: retry after 7"), Flooded),
        (answers(http("429 Too Many Requests", b"<html>")), Flooded),
        (refuses(403, "Forbidden: bot was blocked by the user"), Unreachable),
        (refuses(400, "Bad Request: chat not found"), Unreachable),
        (refuses(400, "Bad Request: can't parse entities: unsupported start tag"), Failed),
        (refuses(413, "Request Entity Too Large"), Failed),
    ],
)
async def test_each_misbehaviour_has_its_outcome(
    telegram: FakeTelegram, messenger: TelegramMessenger, behaviour: Behaviour, expected: type
) -> None:
    """What may have been read is never called unsent, and a refusal is told apart from trouble."""
    telegram.plays(behaviour)
    assert isinstance(await send(messenger), expected)


async def test_a_connection_that_died_idle_is_not_called_unsent(
    telegram: FakeTelegram, messenger: TelegramMessenger
) -> None:
    """A kept connection that closes on the next request leaves it open whether that was read."""
    telegram.plays(TAKES, hangs_up)
    assert isinstance(await send(messenger), Sent)
    assert isinstance(await send(messenger), Unknown)
    assert telegram.connections == 1


async def test_a_refused_connection_may_be_tried_again() -> None:
    """Where nobody listens nothing was sent."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert isinstance(await send_to(f"http://127.0.0.1:{port}"), Errored)


async def test_an_unknown_host_may_be_tried_again() -> None:
    """Where no name resolves nothing was sent."""
    assert isinstance(await send_to("http://nowhere.invalid"), Errored)


async def test_a_failed_handshake_may_be_tried_again(telegram: FakeTelegram) -> None:
    """A server that does not speak TLS has read no request."""
    assert isinstance(await send_to(telegram.url.replace("http:", "https:")), Errored)


async def test_a_connect_timeout_may_be_tried_again() -> None:
    """A host that accepts nothing, its queue being full, was sent nothing."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        fillers = [_knock(full.getsockname()) for _ in range(4)]
        outcome = await send_to(f"http://127.0.0.1:{full.getsockname()[1]}")
        for filler in fillers:
            filler.close()
    assert isinstance(outcome, Errored)


async def test_a_pool_timeout_may_be_tried_again(telegram: FakeTelegram) -> None:
    """A message that got no connection was not sent, while the one that holds it is unknown."""
    telegram.plays(never_reads)
    request = make_request(connections=1, timeouts=Timeouts(connect=0.05, pool=0.05, read=0.3, write=0.3))
    messenger = TelegramMessenger(make_bot(telegram.url, request))
    outcomes = await asyncio.gather(send(messenger), messenger.send(2, SCREEN, Lane.REPLY))
    await request.shutdown()
    assert {type(outcome) for outcome in outcomes} == {Errored, Unknown}


async def test_a_peer_that_stops_reading_cannot_hold_us(
    telegram: FakeTelegram, messenger: TelegramMessenger
) -> None:
    """An upload into a full pipe ends at the deadline, and whether it arrived is unknown."""
    telegram.plays(never_reads)
    async with asyncio.timeout(60):
        assert isinstance(await send(messenger, BIG), Unknown)


@pytest.mark.parametrize("code", [401, 404, 409])
async def test_trouble_with_the_bot_itself_is_raised(
    telegram: FakeTelegram, messenger: TelegramMessenger, code: int
) -> None:
    """A wrong token or a second instance is no fate of one message: it is raised and stops the service."""
    telegram.plays(refuses(code, "Unauthorized"))
    with pytest.raises(ConfigurationError):
        await send(messenger)


async def test_seconds_of_a_flood_are_told(telegram: FakeTelegram, messenger: TelegramMessenger) -> None:
    """The wait that Telegram names reaches the outbox."""
    telegram.plays(refuses(429, "Too Many Requests: retry after 7", retry_after=7))
    assert await send(messenger) == Flooded(7)


async def send_to(url: str) -> Outcome:
    request = make_request()
    try:
        return await send(TelegramMessenger(make_bot(url, request)))
    finally:
        await request.shutdown()


def _knock(address: tuple[str, int]) -> socket.socket:
    client = socket.socket()
    client.setblocking(False)
    client.connect_ex(address)
    return client
