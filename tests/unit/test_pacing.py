"""Pacing: whatever is asked for, in whatever order, Telegram's limits hold and people come first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pacing import LONGEST_DEBT, Pacer, Rates
from bot.sharing import equal_part
from storage.models.messages import Lane

BULK = (Lane.NOTICE, Lane.REMINDER, Lane.CAMPAIGN)
SARI, UJANG, GROUP = 1, 2, -100
SLOT = 1.026 / 28  # the distance of two starts
ROUNDING = 1e-5


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody wants to send: when, what, to whom, and how late its timers run."""

    at: float
    lane: Lane
    chat_id: int | None
    late: float = 0.0


@dataclass(slots=True)
class Play:
    """Plays askers against a pacer the way the limiter does, on a clock of its own."""

    pacer: Pacer
    starts: list[tuple[float, Ask]] = field(default_factory=list)

    def run(self, asks: Iterable[Ask], until: float = 1e9) -> list[tuple[float, Ask]]:
        order = count()
        heap = [(ask.at, next(order), ask) for ask in sorted(asks, key=lambda ask: ask.at)]
        while heap and heap[0][0] < until:
            now, _, ask = heappop(heap)
            wait = self.pacer.reserve(ask.lane, ask.chat_id, now)
            if wait and ask.lane is not Lane.REPLY:
                heappush(heap, (now + wait + ask.late, next(order), ask))
            else:
                self.starts.append((now + wait + (ask.late if wait else 0), ask))
        return sorted(self.starts, key=lambda start: start[0])


def asks_strategy(chats: st.SearchStrategy[int | None], seconds: float = 6.0) -> st.SearchStrategy[list[Ask]]:
    ask = st.builds(
        Ask,
        at=st.floats(0, seconds) | st.integers(0, 40).map(lambda tick: tick / 8),
        lane=st.sampled_from(Lane),
        chat_id=chats,
        late=st.sampled_from([0.0, 0.001, 0.005]),
    )
    return st.lists(ask, max_size=120)


MANY = st.none() | st.integers(1, 10_000)
FEW = st.sampled_from([SARI, UJANG])


def most_in(window: float, times: list[float]) -> int:
    """The most starts in any half-open window of that length."""
    ends = (
        sum(time < start + window - ROUNDING for time in times[index:]) for index, start in enumerate(times)
    )
    return max(ends, default=0)


def crowd(lane: Lane, amount: int, at: float = 0.0, step: float = 0.0) -> list[Ask]:
    """So many askers in different chats, one every `step` seconds."""
    return [Ask(at + index * step, lane, 1_000 + index) for index in range(amount)]


@given(asks_strategy(MANY | FEW))
def test_no_second_holds_more_than_28_starts(asks: list[Ask]) -> None:
    """Whatever is asked, and however late timers run, at most 28 sends start in any one second."""
    starts = [time for time, _ in Play(Pacer()).run(asks)]
    assert len(starts) == len(asks)
    assert most_in(1, starts) <= 28


def test_one_call_that_is_slow_among_quick_ones_makes_no_second_too_full() -> None:
    """Of a crowd each twenty-ninth arrives as late as may be: the seconds that begin with it hold no more."""
    starts = [time for time, _ in Play(Pacer()).run(crowd(Lane.REPLY, 120))]
    late = Rates().jitter
    assert most_in(1, sorted(time + late * (n % 29 == 0) for n, time in enumerate(starts))) <= 28


@given(asks_strategy(MANY | FEW), st.randoms(use_true_random=False))
def test_calls_that_take_a_little_longer_break_nothing(asks: list[Ask], dice: Random) -> None:
    """Telegram counts when a call arrives: some take 20 ms longer to it than others."""
    arrivals = sorted(time + dice.uniform(0, Rates().jitter) for time, _ in Play(Pacer()).run(asks))
    assert most_in(1, arrivals) <= 28


@pytest.mark.parametrize("step", [0.0, 0.001, 1 / 30])
def test_a_crowd_is_spread(step: float) -> None:
    """A crowd that comes at once, or just too fast, is answered at 28 a second and no faster."""
    starts = [time for time, _ in Play(Pacer()).run(crowd(Lane.REPLY, 100, step=step))]
    assert most_in(1, starts) in {27, 28}


@given(asks_strategy(FEW))
def test_a_chat_gets_one_a_second_after_three_at_once(asks: list[Ask]) -> None:
    """In any span a chat sees at most three messages and one more for each second of it."""
    by_chat = defaultdict(list)
    for time, ask in Play(Pacer()).run(asks):
        by_chat[ask.chat_id].append(time)
    for times in by_chat.values():
        for index, first in enumerate(times):
            for more, last in enumerate(times[index + 3 :], start=1):
                assert last - first >= more - ROUNDING


@given(asks_strategy(MANY))
def test_bulk_does_not_delay_replies(asks: list[Ask]) -> None:
    """A reply waits for the replies before it and a bulk message at most, never for a queue of bulk."""
    alone = Play(Pacer()).run(ask for ask in asks if ask.lane is Lane.REPLY)
    mixed = [start for start in Play(Pacer()).run(asks) if start[1].lane is Lane.REPLY]
    for (before, _), (after, _) in zip(alone, mixed, strict=True):
        assert after - before <= 2 * SLOT


@given(asks_strategy(MANY))
def test_a_reply_waits_its_turn_and_no_longer(asks: list[Ask]) -> None:
    """With n replies before it in the queue a reply starts within n + 1 distances."""
    replies = sorted((ask for ask in asks if ask.lane is Lane.REPLY), key=lambda ask: ask.at)
    fresh = [Ask(ask.at, ask.lane, 20_000 + index) for index, ask in enumerate(replies)]
    starts = Play(Pacer()).run(fresh + [ask for ask in asks if ask.lane is not Lane.REPLY])
    times = [(time, ask) for time, ask in starts if ask.lane is Lane.REPLY]
    for time, ask in times:
        waiting = sum(other.at <= ask.at and begun > ask.at for begun, other in times if other is not ask)
        assert time - ask.at <= (waiting + 2) * SLOT


def test_bulk_alone_goes_25_a_second_evenly() -> None:
    """When nobody talks bulk keeps 25 a second, and never two starts closer than the distance."""
    starts = [time for time, _ in Play(Pacer()).run(crowd(Lane.CAMPAIGN, 251))]
    assert starts[-1] == pytest.approx(10, abs=0.05)
    assert min(later - earlier for earlier, later in pairwise(starts)) >= SLOT - 0.005 - ROUNDING


@pytest.mark.parametrize("talk", [5, 10, 20])
def test_bulk_gets_what_replies_leave(talk: int) -> None:
    """With people talking at some rate, bulk and replies together stay at what bulk may use alone."""
    asks = crowd(Lane.REPLY, talk * 10, step=1 / talk) + [
        Ask(0, Lane.CAMPAIGN, 9_000 + n) for n in range(400)
    ]
    starts = Play(Pacer()).run(asks, until=10)
    bulk = sum(ask.lane is Lane.CAMPAIGN for _, ask in starts)
    assert bulk == pytest.approx((25 - talk) * 10, abs=6)


def test_bulk_starts_again_soon_after_a_rush() -> None:
    """A minute of replies at the limit does not leave bulk standing for longer than a second."""
    asks = [*crowd(Lane.REPLY, 28 * 60, step=1 / 28), Ask(30, Lane.CAMPAIGN, 9_000)]
    starts = Play(Pacer()).run(asks)
    rush_over = max(time for time, ask in starts if ask.lane is Lane.REPLY)
    bulk = next(time for time, ask in starts if ask.lane is Lane.CAMPAIGN)
    assert bulk - rush_over <= LONGEST_DEBT + SLOT


def test_a_busy_chat_does_not_hold_up_others() -> None:
    """A reply booked ahead for one hurried person leaves the time before it to everybody else."""
    pacer = Pacer()
    waits = [pacer.reserve(Lane.REPLY, SARI, 0) for _ in range(5)]
    assert waits[-1] >= 2
    assert pacer.reserve(Lane.REPLY, UJANG, 0) <= 4 * SLOT
    assert pacer.reserve(Lane.CAMPAIGN, 3, 0.5) == 0


def test_bulk_books_nothing() -> None:
    """A bulk message that has to wait takes no place: it asks again, and a reply goes first meanwhile."""
    pacer = Pacer()
    assert pacer.reserve(Lane.CAMPAIGN, 3, 0) == 0
    for _ in range(100):
        assert 0 < pacer.reserve(Lane.CAMPAIGN, 4, 0.01) <= 0.04
    assert pacer.reserve(Lane.REPLY, SARI, 0.01) <= SLOT


@pytest.mark.parametrize("lane", BULK)
def test_a_halt_stops_bulk_and_never_ends_early(lane: Lane) -> None:
    """After a 429 no bulk lane starts before the deadline, and a shorter halt does not cut it."""
    pacer = Pacer()
    pacer.halt(until=30)
    pacer.halt(until=5)
    assert pacer.reserve(lane, UJANG, 1) == pytest.approx(29)
    assert pacer.halted_for(1) == 29
    assert pacer.halted_for(31) == 0
    assert pacer.reserve(lane, UJANG, 30) == 0


def test_a_halt_keeps_replies_to_that_chat_only() -> None:
    """A 429 for one chat makes its replies wait as told; the others go on."""
    pacer = Pacer()
    pacer.halt(until=30, chat_id=SARI)
    assert pacer.chat_wait(SARI, 0) == 30
    assert pacer.reserve(Lane.REPLY, SARI, 0) == pytest.approx(30)
    assert pacer.reserve(Lane.REPLY, UJANG, 0) == 0


def test_a_group_gets_18_a_minute() -> None:
    """A group, whose id is negative, is sent to at most 18 times in any minute."""
    starts = [time for time, _ in Play(Pacer()).run([Ask(0, Lane.NOTICE, GROUP)] * 40)]
    assert most_in(60, starts) == 18


@given(st.integers(1, 5), asks_strategy(MANY, seconds=2))
def test_replicas_share(replicas: int, asks: list[Ask]) -> None:
    """All replicas together keep the limit when each keeps its share."""
    pacer = Pacer()
    share = equal_part(replicas, Rates())
    pacer.set_rates(share.total, share.bulk)
    starts = [time for time, _ in Play(pacer).run(asks)]
    assert most_in(replicas, starts) <= 28


def test_the_holder_of_the_lease_may_send_more_bulk() -> None:
    """A replica that was given more than its part sends bulk at that rate."""
    pacer = Pacer()
    pacer.set_rates(22, 20)
    assert len(Play(pacer).run(crowd(Lane.CAMPAIGN, 400), until=10)) == pytest.approx(200, abs=2)


def test_rates_can_be_raised() -> None:
    """A benchmark raises the rates: 1,000 a second go out although timers tick in milliseconds."""
    pacer = Pacer(Rates(total_per_second=1_100, bulk_per_second=1_000, chat_per_second=100))
    asks = [Ask(0, Lane.CAMPAIGN, n, late=0.001) for n in range(1_000)]
    starts = [time for time, _ in Play(pacer).run(asks)]
    assert starts[-1] == pytest.approx(1, abs=0.05)
    assert most_in(1, starts) <= 1_100


def test_high_rates_are_kept_too() -> None:
    """When many starts fit into a timer's lateness they are still counted, each once."""
    pacer = Pacer(Rates(total_per_second=1_000, bulk_per_second=900))
    starts = [time for time, _ in Play(pacer).run(crowd(Lane.REPLY, 1_500, step=0.0001))]
    assert most_in(0.1, starts) <= 105


def test_what_a_busy_loop_holds_up_is_made_up_for_at_raised_rates() -> None:
    """The loop comes by every 35 ms alone: 500 a second start all the same, and no second holds too many."""
    pacer = Pacer(Rates.up_to(560))
    starts: list[float] = []
    for beat in range(300):
        while not pacer.reserve(Lane.CAMPAIGN, None, beat * 0.035):
            starts.append(beat * 0.035)
    assert len(starts) / starts[-1] == pytest.approx(500, rel=0.02)
    assert most_in(1, starts) <= 560


def test_up_to_the_usual_total_nothing_starts_later_than_usual() -> None:
    """Where 28 are allowed, each keeps its distance, whether broadcasts are paid for or not."""
    assert Rates.up_to(28) == Rates()


def test_who_waits_is_counted() -> None:
    """Replies that have a place in the times to come, and no others."""
    pacer = Pacer()
    for number in range(10):
        pacer.reserve(Lane.REPLY, number, 0)
    assert pacer.count_waiting(0) == 9
    assert pacer.count_waiting(5 * SLOT) == 4
    assert pacer.count_waiting(1) == 0


def test_quiet_chats_are_forgotten() -> None:
    """Memory holds the chats of the last seconds, not all that were ever sent to."""
    pacer = Pacer(Rates(total_per_second=1_000, bulk_per_second=1_000), chats_kept=100)
    for index in range(20_000):
        pacer.reserve(Lane.REPLY, index, index / 500)
        pacer.halt(index / 500 + 1, chat_id=index)
    assert len(pacer._chats) <= 4_000
    assert len(pacer._starts) <= 20
