"""When a campaign stops by itself."""

from datetime import UTC, datetime

import pytest

from bot.campaigns.watch import REPORTS, STOPS, TROUBLED, WINDOW, WORDS, Watch, is_unusual, is_warning
from storage.bulk import Result
from storage.models.messages import MessageState
from storage.outbox import Attempt
from storage.types import new_id

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
SENT = MessageState.SENT


def result(state: MessageState, reason: str | None = None, *, counts: bool = True) -> Result:
    attempt = Attempt(new_id(), "a", 1, NOW)
    return Result(attempt, new_id(), new_id(), state, NOW, reason=reason, counts=counts)


def watched(*states: MessageState) -> Watch:
    watch = Watch()
    for state in states:
        watch.note(result(state))
    return watch


@pytest.mark.parametrize("trouble", [MessageState.FAILED, MessageState.ERRORED, MessageState.UNKNOWN])
def test_more_than_one_in_twenty_is_too_much(trouble: MessageState) -> None:
    """Ten of the last two hundred are borne, eleven are not."""
    assert watched(*[trouble] * 10, *[SENT] * 190).verdict() is None
    assert watched(*[trouble] * 11, *[SENT] * 189).verdict() == TROUBLED


def test_one_mishap_among_the_first_says_nothing() -> None:
    """The canary's first failure does not stop it; its second does."""
    assert watched(MessageState.FAILED).verdict() is None
    assert watched(*[SENT] * 18, *[MessageState.FAILED] * 2).verdict() == TROUBLED


def test_what_is_long_past_is_forgiven() -> None:
    """Only the last results count."""
    assert watched(*[MessageState.FAILED] * 11, *[SENT] * WINDOW).verdict() is None


def test_people_who_cannot_be_reached_are_no_trouble() -> None:
    """Accounts go, and people block bots: neither is the campaign's fault."""
    assert watched(*[MessageState.UNREACHABLE] * 200).verdict() is None


def test_many_unreachable_people_are_told_of() -> None:
    """More than one in twenty, and more than a handful: staff are warned, and it goes on."""
    assert not is_warning(4, 20)
    assert not is_warning(10, 200)
    assert is_warning(11, 200)


def test_what_came_before_a_restart_counts() -> None:
    """The newest of it first, and never more than the window holds."""
    watch = watched(SENT)
    watch.recall([MessageState.FAILED] * 2 + [SENT] * 17)
    assert watch.verdict() == TROUBLED
    watch = watched(*[SENT] * 190)
    watch.recall([SENT] * 10 + [MessageState.FAILED] * 50)
    assert watch.verdict() is None


def test_a_flood_is_no_result() -> None:
    """Nothing was sent, and it waits."""
    watch = Watch()
    for _ in range(20):
        watch.note(result(MessageState.ERRORED, "429", counts=False))
    assert watch.verdict() is None
    assert not watch.states


@pytest.mark.parametrize(
    "reason",
    ["Can't parse entities: unclosed tag", "not rendered: KeyError", "BAD REQUEST: can't parse entities"],
)
def test_words_that_cannot_be_shown_stop_it_at_the_first(reason: str) -> None:
    """Everybody would be refused the same."""
    watch = watched(*[SENT] * 100)
    watch.note(result(MessageState.FAILED, reason))
    assert watch.verdict() == WORDS


def test_an_unusual_share_of_stops() -> None:
    """Five people at least, and more than one in twenty of those who got it; let on, as many more may."""
    assert not is_unusual(STOPS, 4, 20)
    assert not is_unusual(STOPS, 5, 100)
    assert is_unusual(STOPS, 6, 100)
    assert not is_unusual(STOPS, 6, 100, forgiven=1)
    assert is_unusual(STOPS, 11, 100, forgiven=1)


def test_an_unusual_share_of_reports() -> None:
    """Three people who take it for a fraud, and more than one in a hundred, are enough."""
    assert not is_unusual(REPORTS, 2, 20)
    assert is_unusual(REPORTS, 3, 25)
    assert not is_unusual(REPORTS, 18, 1840)
    assert is_unusual(REPORTS, 19, 1840)
    assert not is_unusual(REPORTS, 3, 25, forgiven=1)
    assert is_unusual(REPORTS, 6, 25, forgiven=1)
