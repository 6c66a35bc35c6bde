"""What staff read of a fact: where it stands written, in words of their own language."""

import re

import pytest

from bot.fact_words import source_words
from bot.programme.facts import Facts
from bot.wording import Wording
from tests.shipped import texts

FACTS = Facts.load()
SOURCES = sorted({fact.source for id in FACTS.ids() for fact in FACTS.history(id)})
OURS = re.compile(r"\.md|eligibility\.|\d{4}-\d\d-\d\d|secondary|gathered")
ENGLISH = re.compile(r"\b(?:by|the|and|quoting|own|law|pages|same|consents|kick-off|article|promise)\b")


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_is_told_in_words_of_staff(source: str) -> None:
    """No name of a file of ours, no date in figures, and in Indonesian no English."""
    indonesian, english = (source_words(Wording(texts(), lang), source) for lang in ("id", "en"))
    assert not OURS.search(indonesian)
    assert not OURS.search(english)
    assert not ENGLISH.search(indonesian)


def test_a_source_says_what_was_read_and_when() -> None:
    """The rule it goes back to, and that it was not read there."""
    told = source_words(
        Wording(texts(), "id"), "PP 82/2019, by secondary pages, gathered 2026-11-21 (programme.md, Benefits)"
    )
    assert told == "PP 82/2019, menurut tulisan di internet, dibaca 21 November 2026"
