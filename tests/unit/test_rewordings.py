"""Which words hold on a day: the latest to have begun, unless withdrawn, and only where they fit."""

from datetime import UTC, date, datetime, timedelta

from bot.questions.answers import Answer
from bot.rewordings import Rewordings, answer_hash
from storage.models.facts import FactChange, FactChangeState
from storage.types import new_id
from tests.shipped import texts

KEY = "explainers-ojek-1"
TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
ANSWER = Answer(id="cost.x", question="?", text="Mulai {price.other}, lewat tiga bank.", facts=("banks",))


def change(value: str, hours: int = 0, *, day: date = TODAY, **other: object) -> FactChange:
    """Words that were approved so many hours after the first."""
    at = NOW + timedelta(hours=hours)
    made: dict[str, object] = {
        "id": new_id(),
        "number": str(hours),
        "proposal": new_id(),
        "fact_id": KEY,
        "language": "id",
        "value": value,
        "source": "",
        "shipped": texts().hash("id", KEY),
        "valid_from": day,
        "state": FactChangeState.APPROVED,
        "proposed_at": at,
        "decided_at": at,
    }
    return FactChange.model_validate(made | other)


def told(*changes: FactChange, day: date = TODAY) -> str:
    return Rewordings(changes).texts(texts(), day).render("id", KEY)


SHIPPED = texts().render("id", KEY)


def test_without_changes_the_texts_are_those_of_the_files() -> None:
    """Nothing is copied."""
    assert Rewordings().texts(texts(), TODAY) is texts()


def test_the_latest_to_have_begun_is_told() -> None:
    """Of two from the same day the later decision; one of tomorrow waits for tomorrow."""
    changes = (change("Satu."), change("Dua.", 1), change("Besok.", 2, day=TODAY + timedelta(days=1)))
    assert told(*reversed(changes)) == "Dua."
    assert told(*changes, day=TODAY + timedelta(days=1)) == "Besok."
    assert told(*changes, day=TODAY - timedelta(days=1)) == SHIPPED


def test_a_withdrawal_ends_what_was_decided_before_it() -> None:
    """Also what was to begin later; but not what is approved after it."""
    begun, later, gone = change("Satu."), change("Nanti.", 1, day=date(2027, 1, 1)), change("", 2)
    assert told(begun, later, gone) == SHIPPED
    assert told(begun, later, gone, day=date(2027, 2, 1)) == SHIPPED
    assert told(begun, gone, change("Lagi.", 3)) == "Lagi."


def test_words_for_other_words_or_with_other_figures_are_not_told() -> None:
    """Written anew since, no such text, no such language, or a figure that the text does not tell."""
    assert told(change("Satu.", shipped="0" * 64)) == SHIPPED
    assert told(change("{jkm-total}.")) == SHIPPED
    assert told(change("Satu.", fact_id="explainers-gone-1")) == SHIPPED
    assert told(change("Satu.", language="jv")) == SHIPPED


def test_arguments_stay_escaped() -> None:
    """What a figure brings is no formatting."""
    key = "explainers-join-4"
    made = change("{registration-website} {phone}", fact_id=key, shipped=texts().hash("id", key))
    changed = Rewordings([made]).texts(texts(), TODAY)
    filled = changed.render("id", key, phone="<b>175</b>", **{"registration-website": "a&b"})
    assert filled == "a&amp;b &lt;b&gt;175&lt;/b&gt;"


def test_an_answer_written_after_a_fact_changed_settles_it() -> None:
    """What was decided before is told by its new words; what changes after them takes the answer back."""
    words = change(
        "Lewat banyak bank, mulai {price.other}.", 2, fact_id="cost.x", shipped=answer_hash(ANSWER)
    )
    before, after = (
        change(banks, hours, fact_id="banks", language=None, shipped=None)
        for banks, hours in (("bca", 1), ("bca,bni", 3))
    )
    written = Rewordings([words, before]).answer(ANSWER, "id", TODAY)
    assert (written.answer.text, written.settled) == (words.value, frozenset({"banks"}))
    assert Rewordings([words, before, after]).answer(ANSWER, "id", TODAY).settled == frozenset()
    assert Rewordings([words]).answer(ANSWER, "en", TODAY).answer is ANSWER
