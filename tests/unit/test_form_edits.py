"""An edit from the summary is complete or never was, whatever is tapped in between."""

from hypothesis import given
from hypothesis import strategies as st

from bot.forms import SUMMARY, Accepted, FormState, Rejected, Value
from bot.registration.form import FORM

ANSWERS: dict[str, Value] = {
    "occupation": "farmer",
    "age": "upto39",
    "covered": "no",
    "consent": "office",
    "name": "Sari",
    "phone": "+6281234567801",
    "whose": "self",
    "village": "36.04.12.2001",
    "neighbourhood": {"rt": "003", "rw": "005", "hamlet": None},
    "calltime": "morning",
}
BACK = "back"
TAPS = st.lists(st.sampled_from([BACK, "first", "second", "last", "nonsense"]), max_size=6)


def answered(state: FormState, tap: str) -> FormState:
    question = FORM.question(state.question)
    options = question.options or ("typed", "typed otherwise")
    chosen = {"first": options[0], "second": options[1], "last": options[-1]}.get(tap)
    return FORM.accept(state, Accepted(chosen) if chosen else Rejected("name"))


@given(st.sampled_from(list(ANSWERS)), TAPS)
def test_at_the_summary_there_is_never_a_mix(question: str, taps: list[str]) -> None:
    """Back brings all old answers; an edit that reaches the summary is complete."""
    state = FORM.edit(FormState(SUMMARY, dict(ANSWERS)), question)
    for tap in taps:
        if state.question == SUMMARY:
            break
        after = FORM.back(state) if tap == BACK else answered(state, tap)
        assert after is not None
        if tap == BACK:
            assert after.question == SUMMARY
            assert after.answers == ANSWERS
        state = after
    if state.question == SUMMARY:
        assert FORM.is_complete(state)
        assert not state.before
        assert not state.editing
