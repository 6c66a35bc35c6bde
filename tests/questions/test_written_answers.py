"""Every written answer: found by its own question, true on the day, plain."""

import re
from datetime import date

import pytest

from bot.plain_words import ANSWERING, faults
from bot.programme.errors import NotInForce
from bot.programme.facts import Facts
from bot.programme.formats import Lang
from bot.questions.answers import Answer
from bot.questions.filling import DERIVED, fact_ids, fill, is_unsettled, placeholders
from bot.questions.matching import Certainty
from tests.questions.answers import ANSWERS, LANGUAGES, QUESTIONS

FACTS = Facts.load()
TODAY = date(2026, 11, 23)
FEWEST_VARIANTS = 8
LONGEST_LABEL = 50  # characters of a question, which is also a button

EXPLAINED = {"JKK", "JKM", "JHT"}  # what "programme.abbreviations" explains, there and nowhere else
EVERY = [(id, lang) for id in ANSWERS.ids for lang in LANGUAGES]


def answer(id: str, lang: str) -> Answer:
    return ANSWERS.get(id, lang)


def filled(id: str, lang: Lang) -> str:
    return fill(answer(id, lang), FACTS, TODAY, lang)


def test_there_are_some_eighty_answers() -> None:
    """What people ask most, each with eight ways at least to ask for it."""
    assert len(ANSWERS.ids) >= 80
    few = [id for id in ANSWERS.ids if len(set(answer(id, "id").variants)) < FEWEST_VARIANTS]
    assert few == []


@pytest.mark.parametrize(("id", "lang"), EVERY)
def test_its_own_question_finds_it(id: str, lang: str) -> None:
    """In either language, surely."""
    match = QUESTIONS.ask(answer(id, lang).question)
    assert (match.certainty, match.ids[0]) == (Certainty.SURE, id)


@pytest.mark.parametrize(("id", "lang"), EVERY)
def test_its_facts_render(id: str, lang: Lang) -> None:
    """No placeholder is left, and the text fits one message."""
    text = filled(id, lang)
    assert "{" not in text
    assert 0 < len(text) < 1000


@pytest.mark.parametrize("id", ANSWERS.ids)
def test_languages_say_the_same(id: str) -> None:
    """The same figures, the same facts, the same way on."""
    indonesian, english = answer(id, "id"), answer(id, "en")
    assert placeholders(indonesian) == placeholders(english)
    assert (set(indonesian.facts), indonesian.opens) == (set(english.facts), english.opens)


@pytest.mark.parametrize("id", ANSWERS.ids)
def test_every_fact_may_be_shown(id: str) -> None:
    """Grade M or better, in force, and with the conditions that belong to it."""
    told = answer(id, "id")
    ids = fact_ids(told, FACTS.ids())
    assert placeholders(told) <= FACTS.ids() | DERIVED.keys()
    for fact in (FACTS.on(TODAY).fact(name) for name in ids):
        assert fact.grade.may_be_shown
        assert set(fact.shown_with) <= set(ids) or fact.id in told.facts, (fact.id, fact.shown_with)


@pytest.mark.parametrize(("id", "lang"), EVERY)
def test_no_answer_states_a_figure_of_its_own(id: str, lang: str) -> None:
    """Every number comes from a fact with a source and a date."""
    assert not re.search(r"[0-9]", re.sub(r"\{[^}]*\}", "", answer(id, lang).text))


@pytest.mark.parametrize(("id", "lang"), EVERY)
def test_answers_are_plain(id: str, lang: Lang) -> None:
    """At most four sentences, each one breath; no abbreviation that is not a name."""
    explained = EXPLAINED if id == "programme.abbreviations" else ()
    assert list(map(str, faults(filled(id, lang), ANSWERING, explained))) == []


@pytest.mark.parametrize(("id", "lang"), EVERY)
def test_a_question_fits_a_button(id: str, lang: str) -> None:
    """It is offered as one when it is not sure what was meant."""
    assert len(answer(id, lang).question) <= LONGEST_LABEL


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("benefit.accident-death", "48 kali Rp1 juta = Rp48 juta"),
        ("benefit.disabled", "56 kali Rp1 juta = Rp56 juta"),
    ],
)
def test_a_sum_that_goes_by_income_is_told_by_an_example(id: str, said: str) -> None:
    """In rupiah, for the lowest income; nobody is left to reckon a percentage of eighty times something."""
    assert said in filled(id, "id")
    assert "%" not in filled(id, "id")


def test_no_saying_asks_for_two_answers() -> None:
    """One way to ask that leads to two answers would make neither sure."""
    owners: dict[str, set[str]] = {}
    for id, saying in ANSWERS.sayings():
        owners.setdefault(" ".join(QUESTIONS.tokens(saying)), set()).add(id)
    assert {said: ids for said, ids in owners.items() if len(ids) > 1} == {}


def test_no_saying_says_nothing() -> None:
    """Every way to ask has a word that is looked up."""
    assert [saying for _, saying in ANSWERS.sayings() if not QUESTIONS.tokens(saying)] == []


def test_an_answer_is_taken_back_when_its_fact_ends() -> None:
    """After the discount nothing is said of it: staff are asked."""
    with pytest.raises(NotInForce):
        fill(answer("cost.discount", "id"), FACTS, date(2027, 6, 1), "id")


def test_unsettled_facts_are_told_with_advice_to_ask() -> None:
    """The three-month rule's exact wording is open: the answer about it says to make sure."""
    assert is_unsettled(answer("benefit.death-early", "id"), FACTS, TODAY)
    assert not is_unsettled(answer("pay.number", "id"), FACTS, TODAY)
