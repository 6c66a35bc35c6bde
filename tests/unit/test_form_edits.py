"""The form engine: an edit from the summary is complete or never was, whatever is tapped in between."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.forms import ANEW, SUMMARY, Accepted, FormState, Offered, Rejected, Value
from bot.registration.form import ABOUT_THE_WORKER, EXITS, FORM

PONTANG, CIKANDE, MERAK = "36.04.12.2001", "36.04.16.2004", "36.72.04.1003"
RT_3: Value = {"rt": "003", "rw": None, "hamlet": None}
RT_4: Value = {"rt": "004", "rw": "001", "hamlet": None}
TYPED: dict[str, tuple[Value, ...]] = {
    "work": ("Tukang Cukur", "Guru"),
    "name": ("Sari", "Bu Sari"),
    "phone": ("+6281234567801", "+6281234567802"),
    "village": (PONTANG, CIKANDE),
    "neighbourhood": (RT_3, RT_4),
}
FARMER: dict[str, Value] = {
    "occupation": "farmer",
    "age": "upto39",
    "covered": "no",
    "consent": "office",
    "name": "Sari",
    "phone": "+6281234567801",
    "whose": "self",
    "village": PONTANG,
    "neighbourhood": RT_3,
    "calltime": "morning",
}
OWNER: dict[str, Value] = FARMER | {"occupation": "business", "employees": "yes"}
BARBER: dict[str, Value] = FARMER | {"occupation": "other", "work": "Tukang Cukur"}
FAMILY: dict[str, Value] = FARMER | {"whose": "family", "theirs": "yes"}
DEPENDENT = {
    "occupation": {"employees", "work"},
    "village": {"neighbourhood"},
    "whose": {"theirs", *ABOUT_THE_WORKER},
}
"""What else an edit of one answer may change."""


def answers_to(question: str) -> list[Value]:
    """Everything that may be answered to a question without leaving the form."""
    options = FORM.question(question).options
    return [option for option in options if (question, option) not in EXITS] or list(TYPED[question])


def _offered(state: FormState, pick: int) -> FormState:
    """An address with its RT, a work in own words: something to confirm, and an answer in passing."""
    if state.question == "village":
        return FORM.accept(state, Offered((CIKANDE, MERAK)[: 1 + pick % 2], {"neighbourhood": RT_4}))
    if state.question == "occupation":
        return FORM.accept(state, Offered(("other",), {"work": "Guru"}))
    return FORM.accept(state, Offered((str(answers_to(state.question)[0]),)))


def _answered(state: FormState, pick: int) -> FormState:
    values = answers_to(state.question)
    return FORM.accept(state, Accepted(values[pick % len(values)]))


TAPS: dict[str, Callable[[FormState, int], FormState]] = {
    "answer": _answered,
    "back": lambda state, _: FORM.back(state) or state,
    "not understood": lambda state, _: FORM.accept(state, Rejected("name")),
    "offered": _offered,
    "confirm": lambda state, _: FORM.confirm(state, state.offer[0]) if state.offer else state,
    "none of these": lambda state, _: FORM.refuse(state),
    "into the picker": lambda state, _: FORM.follow(state, ("36.04",)),
    "saved and resumed": lambda state, _: FORM.resume(state),
}


@pytest.mark.parametrize("old", [FARMER, OWNER, BARBER, FAMILY], ids=["farmer", "owner", "barber", "family"])
@given(
    edits=st.lists(st.sampled_from(list(FARMER)), min_size=1, max_size=3),
    taps=st.lists(st.tuples(st.sampled_from(list(TAPS)), st.integers(0, 9)), max_size=15),
)
def test_at_the_summary_there_is_never_a_mix(
    old: dict[str, Value], edits: list[str], taps: list[tuple[str, int]]
) -> None:
    """All answers are as they were, or one edit - with what hangs on it - is complete."""
    state, rest = FormState(SUMMARY, dict(old)), iter(taps)
    for question in edits:
        before = state.answers
        state = _walked(FORM.edit(state, question), rest)
        if state.question != SUMMARY:
            return  # the taps came to an end within the edit
        changed = {id_ for id_ in before | state.answers if before.get(id_) != state.answers.get(id_)}
        assert changed <= {question} | DEPENDENT.get(question, set())
        assert FORM.is_complete(state)
        assert state == FormState(SUMMARY, state.answers, known=state.known)


def _walked(state: FormState, taps: Iterator[tuple[str, int]]) -> FormState:
    """Tap until the summary is there again, or nothing is left to tap."""
    for tap, pick in taps:
        state = TAPS[tap](state, pick)
        if state.question == SUMMARY:
            break
    return state


@pytest.mark.parametrize("question", list(FARMER))
def test_back_out_of_an_edit_changes_nothing(question: str) -> None:
    """Also where the new answer has led to another question."""
    for value in answers_to(question):
        state = FORM.accept(FORM.edit(FormState(SUMMARY, dict(FARMER)), question), Accepted(value))
        if state.question != SUMMARY:
            assert FORM.back(state) == FormState(SUMMARY, FARMER)


def test_an_rt_belongs_to_its_village() -> None:
    """Who moves to another village in the form is asked the RT again; who names the same one is not."""
    state = FORM.edit(FormState(SUMMARY, dict(FARMER)), "village")
    assert FORM.accept(state, Accepted(CIKANDE)).question == "neighbourhood"
    assert FORM.accept(state, Accepted(PONTANG)) == FormState(SUMMARY, FARMER)


def test_anew_asks_what_it_was_about_once_more() -> None:
    """And nothing else: where to call and the consent stay."""
    state = FORM.accept(FormState("theirs", FARMER | {"whose": "family"}), Accepted(ANEW))
    assert state.question == "occupation"
    assert set(state.answers) == {*FARMER, "theirs"} - set(ABOUT_THE_WORKER)


def test_a_draft_of_the_older_form_is_asked_what_is_new() -> None:
    """It was for the family, and all else was answered; one for oneself is as complete as it was."""
    assert FORM.resume(FormState(SUMMARY, FARMER | {"whose": "family"})).question == "theirs"
    assert FORM.resume(FormState(SUMMARY, dict(FARMER))) == FormState(SUMMARY, FARMER)
