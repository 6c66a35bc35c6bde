"""What ships beside the code and never changes, read once a process: to read it takes most of a second."""

from functools import cache, partial

import pytest

from bot.places import PlaceIndex
from bot.programme.facts import Facts
from bot.questions.answers import Answers
from bot.questions.lexicon import load_lexicon
from bot.questions.matching import Questions
from bot.texts import TEXTS_DIRECTORY, Texts
from commands import composition

texts = cache(partial(Texts.load, TEXTS_DIRECTORY))
strict_texts = cache(partial(Texts.load, TEXTS_DIRECTORY, strict=True))
"""An argument that a text does not use is an error."""

facts = cache(Facts.load)
places = cache(PlaceIndex)
answers = cache(partial(Answers.load, TEXTS_DIRECTORY))


@cache
def questions() -> Questions:
    return Questions(answers(), load_lexicon())


def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads or learns any of it is given what was read and learnt already."""
    monkeypatch.setattr(Texts, "load", lambda _: texts())
    monkeypatch.setattr(Facts, "load", facts)
    monkeypatch.setattr(Answers, "load", lambda _: answers())
    monkeypatch.setattr(composition, "PlaceIndex", places)
    monkeypatch.setattr(composition, "Questions", lambda _answers, _lexicon: questions())
