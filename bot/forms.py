"""The form engine: questions, answers, back, edit and resume, with no idea of screens or storage.

Answers are keyed by question id and nothing else is kept, so a new version of a form goes on with the
answers of the old: what it no longer asks is dropped, what it asks anew is asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

Value = str | dict[str, str | None]
Answers = Mapping[str, Value]

SUMMARY = "summary"
ANEW = "anew"  # the option by which what a question `redoes` is asked once more


def _always(_answers: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its options, or the name of the reader that understands typed answers to it.

    The answer to one that `follows` another says nothing once the other's has changed: it is asked again.
    One that `redoes` others asks whether their answers hold; ANEW has them asked again, too.
    """

    id: str
    step: int
    options: tuple[str, ...] = ()
    reader: str = ""
    when: Callable[[Answers], bool] = _always
    follows: str = ""
    redoes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """An answer that was understood; `also` answers other questions in passing."""

    value: Value
    also: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offered:
    """What the answer may have meant: one value to confirm or several to choose from."""

    values: tuple[str, ...]
    also: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rejected:
    """An answer that was not understood, and why, as a text key."""

    reason: str


Reading = Accepted | Offered | Rejected


@dataclass(frozen=True, slots=True)
class FormState:
    """Where somebody is in a form.

    `offer` holds what is to be confirmed or chosen from, `aside` answers that came with it, `path` how
    far a picker has been followed, `known` values that are only to be confirmed, and `before` the answers
    as they were when an edit began: until it is complete, leaving it brings them back.
    """

    question: str
    answers: dict[str, Value] = field(default_factory=dict)
    editing: bool = False
    offer: tuple[str, ...] = ()
    aside: dict[str, Value] = field(default_factory=dict)
    path: tuple[str, ...] = ()
    known: dict[str, str] = field(default_factory=dict)
    before: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """An ordered set of questions; `steps` is the total that people see, and it never grows."""

    name: str
    version: int
    questions: tuple[Question, ...]

    @property
    def steps(self) -> int:
        """How many steps people are told there are."""
        return max(question.step for question in self.questions)

    def question(self, id_: str) -> Question:
        """The question with this id; KeyError when the form does not ask it."""
        for question in self.questions:
            if question.id == id_:
                return question
        raise KeyError(id_)

    def asked(self, answers: Answers) -> tuple[Question, ...]:
        """The questions these answers lead to, in order."""
        return tuple(question for question in self.questions if question.when(answers))

    def start(self, known: dict[str, str] | None = None) -> FormState:
        """A form nobody has answered yet; what is `known` is confirmed instead of asked."""
        return self._enter(FormState(question=self.questions[0].id, known=dict(known or {})))

    def resume(self, state: FormState) -> FormState:
        """The same place in the form as it is now, whatever version the state was saved by."""
        ids = {question.id for question in self.asked(state.answers)}
        answers = {id_: value for id_, value in state.answers.items() if id_ in ids}
        kept = replace(state, answers=answers)
        if state.question in ids:
            return kept
        return self._enter(replace(kept, question=self._next(answers)))

    def accept(self, state: FormState, reading: Reading) -> FormState:
        """Take a reading of an answer to the current question; a rejected one changes nothing."""
        match reading:
            case Rejected():
                return state
            case Offered(values, also):
                return replace(state, offer=values, aside=also, path=())
            case Accepted(value, also):
                return self._accepted(state, value, also)

    def _accepted(self, state: FormState, value: Value, also: dict[str, Value]) -> FormState:
        given = {**self._unmoved(state, value), **state.aside, **also, state.question: value}
        ids = {question.id for question in self.asked(given)}
        answers = {id_: answer for id_, answer in given.items() if id_ in ids}
        known = {id_: v for id_, v in state.known.items() if id_ != state.question}
        next_ = self._next(answers)
        editing = state.editing and next_ != SUMMARY
        before = state.before if editing else {}
        return self._enter(FormState(next_, answers, editing=editing, known=known, before=before))

    def _unmoved(self, state: FormState, value: Value) -> dict[str, Value]:
        """The answers so far that a new answer to the current question leaves as they are."""
        if state.answers.get(state.question) == value != ANEW:
            return state.answers
        moved = {question.id for question in self.questions if question.follows == state.question}
        if value == ANEW:
            moved |= set(self.question(state.question).redoes)
        return {id_: answer for id_, answer in state.answers.items() if id_ not in moved}

    def confirm(self, state: FormState, value: str) -> FormState:
        """Choose one of the values on offer; one that is not on offer changes nothing."""
        return self._accepted(state, value, {}) if value in state.offer else state

    def refuse(self, state: FormState) -> FormState:
        """None of what is on offer: ask the question itself."""
        known = {id_: value for id_, value in state.known.items() if id_ != state.question}
        return replace(state, offer=(), aside={}, path=(), known=known)

    def follow(self, state: FormState, path: tuple[str, ...]) -> FormState:
        """Go to a place in the current question's picker."""
        return replace(state, offer=(), path=path)

    def back(self, state: FormState) -> FormState | None:
        """One step back: out of a picker, else to the question before; None at the first question."""
        if state.path:
            return replace(state, path=state.path[:-1])
        if state.editing:
            return self.leave_edit(state)
        before = self._before(state)
        if before is None:
            return None
        return replace(state, question=before, offer=(), aside={}, path=())

    def edit(self, state: FormState, id_: str) -> FormState:
        """Change one answer from the summary; the rest stays."""
        if id_ not in {question.id for question in self.asked(state.answers)}:
            return state
        return replace(
            state, question=id_, editing=True, offer=(), aside={}, path=(), before=dict(state.answers)
        )

    def leave_edit(self, state: FormState) -> FormState:
        """Back to the summary with the answers as they were: an edit is complete, or it never was."""
        if not state.editing:
            return state
        return FormState(SUMMARY, dict(state.before or state.answers), known=state.known)

    def is_complete(self, state: FormState) -> bool:
        """Whether every question that these answers lead to is answered."""
        return all(question.id in state.answers for question in self.asked(state.answers))

    def _before(self, state: FormState) -> str | None:
        ids = [question.id for question in self.asked(state.answers)]
        index = len(ids) if state.question == SUMMARY else ids.index(state.question)
        return ids[index - 1] if index > 0 else None

    def _next(self, answers: Answers) -> str:
        open_ = (question.id for question in self.asked(answers) if question.id not in answers)
        return next(open_, SUMMARY)

    def _enter(self, state: FormState) -> FormState:
        known = state.known.get(state.question)
        offer = (known,) if known and state.question not in state.answers else ()
        return replace(state, offer=offer, aside={}, path=())
