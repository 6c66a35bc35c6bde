"""Answers in plain words: how each is named, and how it is written for the person who gave it."""

from collections.abc import Callable, Collection, Mapping

from bot.addresses import near_text, village_name
from bot.phones import national
from bot.registration.ages import option_label
from bot.registration.form import CHECKS, FORM
from bot.service import Service
from bot.texts import Markup
from bot.wording import Wording

Stored = Mapping[str, object]


def summary_lines(
    words: Wording, service: Service, answers: Stored, only: Collection[str] | None = None
) -> Markup:
    """One line an answer: what it is about, and what was answered; of all questions, or of some `only`."""
    lines = [
        words.render(
            "registration-line", topic=topic_of(words, id_), answer=spoken(words, service, id_, answers)
        )
        for id_ in answered(answers)
        if only is None or id_ in only
    ]
    return Markup("\n".join(lines))


def plain_text(words: Wording, service: Service, answers: Stored, *questions: str) -> str:
    """What was answered to some questions, in one line without markup; empty when nothing was."""
    told = (question for question in questions if question in answers)
    return ", ".join(f"{topic_of(words, id_)}: {spoken(words, service, id_, answers)}" for id_ in told)


def answered(answers: Stored) -> list[str]:
    """The ids of the answered questions, in the form's order."""
    ids = (question.id for question in FORM.questions if question.id in answers)
    return [id_ for id_ in ids if id_ not in CHECKS]


def topic_of(words: Wording, question: str) -> str:
    """What a question is about, in a word or two."""
    return words.label(f"registration-{question}.topic")


def spoken(words: Wording, service: Service, question: str, answers: Stored) -> str:
    """An answer as the person would say it."""
    value = answers[question]
    special = _SPOKEN.get(question)
    if special is not None:
        return special(words, service, value)
    if FORM.question(question).options:
        return option_label(words, service.facts_today, question, str(value))
    return str(value)


def _phone(_words: Wording, _service: Service, value: object) -> str:
    return national(str(value))


def _village(words: Wording, service: Service, value: object) -> str:
    return village_name(words, service.places, str(value))


def _neighbourhood(words: Wording, _service: Service, value: object) -> str:
    where = value if isinstance(value, dict) else {}
    near = near_text(where.get("rt"), where.get("rw"), where.get("hamlet"))
    return near or words.label("registration-neighbourhood.unknown")


_SPOKEN: dict[str, Callable[[Wording, Service, object], str]] = {
    "phone": _phone,
    "village": _village,
    "neighbourhood": _neighbourhood,
}
