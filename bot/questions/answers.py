"""The written answers: one TOML table each, Indonesian first and English beside it."""

import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.errors import TextError

FOLDER = "questions"
LANGUAGES = ("id", "en")
LONGEST_ID = 40


class Explainer(StrEnum):
    """The screens an answer may lead on to."""

    BENEFITS = "benefits"
    COSTS = "costs"
    REGISTER = "register"
    MISFORTUNE = "misfortune"


class Answer(BaseModel):
    """One answer in one language: how it is asked for, and what is said.

    `text` holds {placeholders}: ids of facts, or names in `bot/questions/filling.py`. `facts` are those it
    tells in words of its own: corrected by the branch, they take the answer back until it is written anew.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z]+\.[a-z0-9-]+$", max_length=LONGEST_ID)
    question: str
    variants: tuple[str, ...] = ()
    text: str
    facts: tuple[str, ...] = ()
    opens: Explainer | None = None

    @property
    def sayings(self) -> tuple[str, ...]:
        """Every way to ask for it that is written down."""
        return (self.question, *self.variants)


class _Document(BaseModel):
    """What one file holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    answer: tuple[Answer, ...] = ()
    elsewhere: Mapping[str, tuple[str, ...]] = {}
    told: Mapping[str, str] = {}


class Answers:
    """Every answer by its id, in each language; and what people ask that belongs elsewhere, by topic.

    `told` names, by topic, the text `questions-elsewhere-...` that says where; topics without are chatter.
    """

    def __init__(
        self,
        texts: Mapping[str, Mapping[str, Answer]],
        elsewhere: Mapping[str, tuple[str, ...]],
        told: Mapping[str, str],
    ) -> None:
        self._texts = texts
        self.elsewhere = elsewhere
        self.told = told
        self.ids: tuple[str, ...] = tuple(texts[LANGUAGES[0]])

    @classmethod
    def load(cls, directory: Path) -> "Answers":
        """Read <language>/questions/*.toml; TextError for what is broken, double or in one language alone."""
        documents = {lang: [*_read(directory / lang / FOLDER)] for lang in LANGUAGES}
        texts = {lang: _by_id(found) for lang, found in documents.items()}
        if alone := set(texts["id"]) ^ set(texts["en"]):
            raise TextError(f"answers in one language alone: {sorted(alone)}")
        files = [file for found in documents.values() for file in found]
        elsewhere = {topic: said for file in files for topic, said in file.elsewhere.items()}
        told = {topic: where for file in files for topic, where in file.told.items()}
        if unknown := told.keys() - elsewhere.keys():
            raise TextError(f"told of topics that there are not: {sorted(unknown)}")
        return cls(texts, elsewhere, told)

    def get(self, id: str, lang: str) -> Answer:
        """The answer in a language (Indonesian where it is not known); KeyError for an unknown id."""
        return self._texts.get(lang, self._texts[LANGUAGES[0]])[id]

    def sayings(self) -> Iterator[tuple[str, str]]:
        """Every way to ask, in every language, with the id of its answer."""
        for texts in self._texts.values():
            for answer in texts.values():
                yield from ((answer.id, saying) for saying in answer.sayings)


def _read(folder: Path) -> Iterator[_Document]:
    for path in sorted(folder.glob("*.toml")):
        try:
            yield _Document.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        except (tomllib.TOMLDecodeError, ValidationError) as error:
            raise TextError(f"{path.parent.parent.name}/{FOLDER}/{path.name}: {error}") from None


def _by_id(documents: list[_Document]) -> dict[str, Answer]:
    answers = [answer for document in documents for answer in document.answer]
    found = {answer.id: answer for answer in answers}
    if len(found) != len(answers):
        raise TextError(f"{len(answers) - len(found)} answers have an id that is taken")
    return found
