"""How fast we send: evenly spaced starts, replies first, a pause for bulk when Telegram says so.

Two meters, both GCRA (a timestamp instead of a bucket), over one calendar of starts:

- every start keeps its distance from every other, so no second holds more than `total_per_second`;
- bulk keeps a second, longer distance, and each reply pushes it on: what replies use, bulk does not.

A reply books the first free place, also in the future, and keeps it. Bulk never books ahead - a
place taken by bulk is a place in front of somebody who is waiting for an answer.
"""

from bisect import bisect_right, insort
from dataclasses import dataclass, replace
from math import inf

from storage.models.messages import Lane

NOW = 1e-6  # a wait this short is no wait: below it, now + wait may equal now
LATENESS_RAISED = 0.04  # seconds: hundreds of starts a second keep the loop busy for as long
LONGEST_DEBT = 1.0  # seconds: bulk waits no longer than this once the last reply has started


@dataclass(frozen=True, slots=True)
class Rates:
    """What Telegram allows and we use; only a benchmark, which raises both sides, changes them."""

    total_per_second: float = 28
    bulk_per_second: float = 25
    chat_per_second: float = 1
    chat_burst: int = 3
    group_per_minute: float = 18
    lateness: float = 0.005  # seconds a start may run late (timers, a busy loop) without breaking a promise
    jitter: float = 0.02  # seconds one call may take longer to reach Telegram than the next one does

    @classmethod
    def up_to(cls, total_per_second: float) -> "Rates":
        """These rates with another total, bulk keeping its part of it; a chat's own rules stay.

        Above the usual total more of what starts late in a busy loop is made up for.
        """
        usual = cls()
        bulk_per_second = total_per_second * usual.bulk_per_second / usual.total_per_second
        lateness = LATENESS_RAISED if total_per_second > usual.total_per_second else usual.lateness
        return cls(total_per_second, bulk_per_second, lateness=lateness)

    def with_quick_chats(self) -> "Rates":
        """The same, and where the total was raised each chat's rate is, too: for a stand-in for Telegram."""
        factor = max(1.0, self.total_per_second / Rates().total_per_second)
        return replace(self, chat_per_second=self.chat_per_second * factor)


class Pacer:
    """Gives out the times at which sends may start. Times are monotonic seconds, passed in by the caller."""

    def __init__(self, rates: Rates | None = None, *, chats_kept: int = 10_000) -> None:
        self._rates = rates or Rates()
        self._starts: list[float] = []  # the latest ones and those booked ahead, ascending
        self._bulk_next = -inf
        self._halted_until = -inf
        self._replies = 0
        self._chats = _Chats(self._rates, chats_kept)
        self.set_rates(self._rates.total_per_second, self._rates.bulk_per_second)

    def set_rates(self, total_per_second: float, bulk_per_second: float) -> None:
        """Send at most this, of which bulk at most that: what bot.sharing reckoned for this replica."""
        self._distance = (1 + self._rates.lateness + self._rates.jitter + 2 * NOW) / total_per_second
        self._bulk_distance = 1 / min(bulk_per_second, total_per_second)

    @property
    def rates(self) -> Rates:
        """What all replicas together may send."""
        return self._rates

    def count_replies(self) -> int:
        """How many replies were begun or booked since it was asked last."""
        count, self._replies = self._replies, 0
        return count

    def count_waiting(self, now: float) -> int:
        """How many replies have a place and wait for it."""
        return len(self._starts) - bisect_right(self._starts, now)

    def reserve(self, lane: Lane, chat_id: int | None, now: float) -> float:
        """Seconds to wait, 0 for now.

        For a reply the place is booked: wait, then send. For the other lanes a wait books nothing:
        wait, then ask again. `chat_id` None is a send that belongs to no chat.
        """
        self._forget(now)
        if lane is Lane.REPLY:
            return self._reserve_reply(chat_id, now)
        return self._reserve_bulk(chat_id, now)

    def halt(self, until: float, chat_id: int | None = None) -> None:
        """A 429: nothing in bulk and nothing to that chat before `until`. A halt never ends early."""
        self._halted_until = max(self._halted_until, until)
        if chat_id is not None:
            self._chats.halt(chat_id, until)

    def halted_for(self, now: float) -> float:
        """Seconds for which bulk stands still."""
        return max(0.0, self._halted_until - now)

    def chat_wait(self, chat_id: int | None, now: float) -> float:
        """Seconds that this chat alone asks for, whatever the others send."""
        return max(0.0, self._chats.earliest(chat_id) - now)

    def _reserve_reply(self, chat_id: int | None, now: float) -> float:
        start = self._first_free(max(now - self._rates.lateness, self._chats.earliest(chat_id)))
        self._take(chat_id, start, now)
        self._replies += 1
        return _wait(start, now)

    def _reserve_bulk(self, chat_id: int | None, now: float) -> float:
        earliest = max(now - self._rates.lateness, self._halted_until, self._bulk_next)
        start = self._first_free(max(earliest, self._chats.earliest(chat_id)))
        if wait := _wait(start, now):
            return wait
        self._take(chat_id, start, now)
        return 0.0

    def _first_free(self, earliest: float) -> float:
        """The first time from `earliest` on that keeps its distance from every start."""
        start = earliest
        for index in range(bisect_right(self._starts, earliest - self._distance), len(self._starts)):
            if self._starts[index] >= start + self._distance:
                break
            start = self._starts[index] + self._distance
        return start

    def _take(self, chat_id: int | None, start: float, now: float) -> None:
        insort(self._starts, start)
        bulk_next = max(self._bulk_next, min(start, now)) + self._bulk_distance
        self._bulk_next = min(bulk_next, now + LONGEST_DEBT)
        self._chats.take(chat_id, start, now)

    def _forget(self, now: float) -> None:
        """Drop the starts that are too long past to keep anybody waiting."""
        del self._starts[: bisect_right(self._starts, now - self._rates.lateness - self._distance)]


class _Chats:
    """One meter a chat; a chat that may send its whole burst again is forgotten, for it is as good as new."""

    def __init__(self, rates: Rates, kept: int) -> None:
        self._private = _Meter(1 / rates.chat_per_second, rates.chat_burst, rates.lateness)
        self._group = _Meter(60 / rates.group_per_minute, 1, rates.lateness)
        self._full_at: dict[int, float] = {}  # chat -> when its whole burst is there again
        self._halts: dict[int, float] = {}
        self._kept = self._sweep_at = kept

    def earliest(self, chat_id: int | None) -> float:
        if chat_id is None:
            return -inf
        meter = self._meter(chat_id)
        return max(meter.earliest(self._full_at.get(chat_id, -inf)), self._halts.get(chat_id, -inf))

    def take(self, chat_id: int | None, start: float, now: float) -> None:
        if chat_id is None:
            return
        self._full_at[chat_id] = self._meter(chat_id).after(self._full_at.get(chat_id, -inf), start)
        if len(self) > self._sweep_at:
            self._sweep(now)

    def halt(self, chat_id: int, until: float) -> None:
        self._halts[chat_id] = max(self._halts.get(chat_id, -inf), until)

    def __len__(self) -> int:
        return len(self._full_at) + len(self._halts)

    def _meter(self, chat_id: int) -> "_Meter":
        return self._group if chat_id < 0 else self._private

    def _sweep(self, now: float) -> None:
        self._full_at = {chat: full_at for chat, full_at in self._full_at.items() if full_at > now}
        self._halts = {chat: until for chat, until in self._halts.items() if until > now}
        self._sweep_at = max(self._kept, 2 * len(self))


@dataclass(frozen=True, slots=True)
class _Meter:
    """GCRA: `full_at` moves on by one interval a start, and may lie `burst` intervals ahead."""

    interval: float
    burst: int
    lateness: float

    def earliest(self, full_at: float) -> float:
        return full_at - (self.burst - 1) * self.interval

    def after(self, full_at: float, start: float) -> float:
        return max(full_at, start + self.lateness) + self.interval


def _wait(start: float, now: float) -> float:
    wait = start - now
    return wait if wait > NOW else 0.0
