"""The limiter: turns for what makes messages, a second try for replies, none here for bulk."""

import asyncio
from bisect import insort
from datetime import timedelta

import pytest
from telegram.error import RetryAfter

from bot.pacing import Pacer
from bot.telegram_api.limiter import LONGEST_REPLY_WAIT, REPLY_ATTEMPTS, PacedLimiter, takes_turn
from storage.models.messages import Lane

SARI, UJANG = 1, 2


class Clock:
    """Monotonic seconds that pass when everybody sleeps: the first to wake moves the time on."""

    def __init__(self) -> None:
        self.time = 100.0
        self._sleepers: list[float] = []

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        due = self.time + seconds
        insort(self._sleepers, due)
        await self._everybody()
        while self._sleepers[0] < due:
            await self._everybody()
        self._sleepers.remove(due)
        self.time = max(self.time, due)

    async def _everybody(self) -> None:
        """Let all others run until they sleep too."""
        for _ in range(100):
            await asyncio.sleep(0)


class Desk:
    """A limiter on its clock, with a Bot API that may flood."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.pacer = Pacer()
        self.is_storage_down = False
        self.floods: list[float] = []
        self.calls: list[float] = []
        self.answers: list[float] = []  # seconds of the 429s to come
        self.limiter = PacedLimiter(
            self.pacer, on_flood=self._on_flood, now=self.clock.now, sleep=self.clock.sleep
        )

    async def post(self, lane: Lane | None, chat_id: object = SARI, endpoint: str = "sendMessage") -> object:
        data = {"chat_id": chat_id}
        return await self.limiter.process_request(self._call, (endpoint, data), {}, endpoint, data, lane)

    async def send(self, lane: Lane, chat_id: int) -> object:
        """As the outbox does: take a turn, then call."""
        await self.limiter.turn(lane, chat_id)
        return await self.post(lane, chat_id)

    async def _call(self, *_: object) -> bool:
        self.calls.append(self.clock.time)
        if self.answers and (seconds := self.answers.pop(0)):
            raise RetryAfter(timedelta(seconds=seconds))
        return True

    async def _on_flood(self, seconds: float) -> None:
        self.floods.append(seconds)
        if self.is_storage_down:
            raise OSError("no database")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize(
    "endpoint",
    [
        "sendMessage",
        "sendPhoto",
        "editMessageText",
        "editMessageReplyMarkup",
        "copyMessage",
        "forwardMessage",
    ],
)
def test_what_makes_a_message_takes_a_turn(endpoint: str) -> None:
    """Telegram counts messages made and changed."""
    assert takes_turn(endpoint)


@pytest.mark.parametrize(
    "endpoint", ["answerCallbackQuery", "getMe", "setMyCommands", "deleteMessage", "sendChatAction"]
)
def test_other_calls_take_none(endpoint: str) -> None:
    """What makes no message goes at once."""
    assert not takes_turn(endpoint)


async def test_a_call_without_a_turn_never_waits(desk: Desk) -> None:
    """A button's spinner stops even in the middle of a halt."""
    desk.pacer.halt(desk.clock.time + 60, SARI)
    await desk.post(None, endpoint="answerCallbackQuery")
    assert desk.calls == [100]


async def test_no_lane_is_a_reply(desk: Desk) -> None:
    """A call that names no lane answers somebody."""
    desk.pacer.halt(desk.clock.time + 60)
    await desk.post(None)
    assert desk.calls == [100]


async def test_a_reply_is_tried_again_after_the_wait(desk: Desk) -> None:
    """After a 429 a reply goes out when Telegram allows it, and the flood is told."""
    desk.answers = [3]
    assert await desk.post(None) is True
    assert desk.calls == [100, pytest.approx(103)]
    assert desk.floods == [3]
    assert desk.pacer.halted_for(101) == 2


async def test_a_reply_survives_storage(desk: Desk) -> None:
    """That a flood could not be told to the other replicas costs nobody an answer."""
    desk.is_storage_down = True
    desk.answers = [1]
    assert await desk.post(None) is True


async def test_a_reply_gives_up_after_some_tries(desk: Desk) -> None:
    """Telegram is not asked for ever."""
    desk.answers = [1] * 10
    with pytest.raises(RetryAfter):
        await desk.post(None)
    assert len(desk.calls) == REPLY_ATTEMPTS


async def test_a_reply_does_not_wait_for_minutes(desk: Desk) -> None:
    """A wait that no person sits through is reported at once, and the next reply does not even try."""
    desk.answers = [LONGEST_REPLY_WAIT + 1]
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await desk.post(None)
    assert desk.calls == [100]


async def test_bulk_is_not_tried_again_here(desk: Desk) -> None:
    """A flooded campaign message goes back to the outbox; the next one does not even try."""
    desk.answers = [5]
    for chat in (SARI, UJANG):
        with pytest.raises(RetryAfter):
            await desk.send(Lane.CAMPAIGN, chat)
    assert desk.calls == [100]


async def test_bulk_keeps_its_pace_in_order(desk: Desk) -> None:
    """Many bulk senders at once go one after another, 25 a second."""
    await asyncio.gather(*(desk.send(Lane.CAMPAIGN, chat) for chat in range(1, 51)))
    assert desk.calls[-1] - desk.calls[0] == pytest.approx(49 / 25, abs=0.02)


async def test_a_busy_chat_does_not_hold_up_bulk(desk: Desk) -> None:
    """Ten notices to one volunteer wait for that chat, while others go on."""
    notices = [desk.send(Lane.NOTICE, SARI) for _ in range(10)]
    others = [desk.send(Lane.CAMPAIGN, chat) for chat in range(10, 20)]
    await asyncio.gather(*notices, *others)
    assert sum(call < 101 for call in desk.calls) >= 13


@pytest.mark.parametrize("lane", [Lane.CAMPAIGN, Lane.REPLY])
async def test_what_the_outbox_sends_has_taken_its_turn(desk: Desk, lane: Lane) -> None:
    """Its call starts at once and takes no second turn; a 429 goes up, for the outbox to put it back."""
    desk.pacer.halt(desk.clock.time + 60, SARI)
    desk.answers = [5]
    with pytest.raises(RetryAfter):
        await desk.post(lane)
    assert desk.calls == [100]


@pytest.mark.parametrize("chat_id", ["@channel", None, "", 0])
async def test_a_call_to_no_chat_of_ours_is_paced_too(desk: Desk, chat_id: object) -> None:
    """A call that names no numeric chat only keeps the overall pace."""
    for _ in range(5):
        await desk.post(None, chat_id)
    assert desk.calls[-1] < 100.3


async def test_a_chat_may_be_named_by_text(desk: Desk) -> None:
    """A number written as text is that chat."""
    for chat in (SARI, str(SARI), SARI, str(SARI)):
        await desk.post(None, chat)
    assert desk.calls[-1] == pytest.approx(101, abs=0.01)
