"""Turns a text key and its arguments into words: escaped and complete, or an error."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any, Self

from fluent.runtime import FluentBundle

from bot.errors import TextError
from bot.texts.source import Source, describe, parse

DEFAULT_LANGUAGE = "id"


class Markup(str):
    """HTML that is already safe, such as a rendered text: it is not escaped again."""

    __slots__ = ()


Argument = str | int
PLACEHOLDER = re.compile(r"\{([a-z0-9_.-]+)\}")
"""A variable in a template, or in the words that staff gave a text."""


@dataclass(frozen=True, slots=True)
class _Text:
    """One text, ready to be formatted."""

    bundle: FluentBundle
    pattern: Any  # fluent.runtime's compiled pattern
    source: Source
    words: str | None = None  # what staff say instead: HTML, a {name} for each variable


class Texts:
    """Every text in every language, built once by `load`.

    A key is a message's id, or `id.attribute` for the small words beside it (button labels).
    Arguments are str, escaped for HTML unless they are Markup. Whatever is printed arrives formatted
    ("Rp16.800", "Senin, 3 Maret 2025"); an int is taken only where the text chooses a plural by it
    (and is then printed with the language's grouping, 1.234), so that no number is formatted by chance.
    """

    def __init__(self, texts: Mapping[str, Mapping[str, _Text]], *, strict: bool = False) -> None:
        self._texts = texts
        self._strict = strict

    @classmethod
    def load(cls, directory: Path, *, strict: bool = False) -> Self:
        """Read `directory`/<language>/*.ftl; TextError for what is broken, double or refers to nothing.

        With `strict` (tests) an argument that the text does not use is an error as well.
        """
        folders = sorted({path.parent for path in directory.glob("*/*.ftl")})
        texts = {folder.name: _load_language(folder) for folder in folders}
        if DEFAULT_LANGUAGE not in texts:
            raise TextError(f"no texts in {directory / DEFAULT_LANGUAGE}")
        return cls(texts, strict=strict)

    def render(self, lang: str, key: str, /, **args: Argument) -> Markup:
        """The text as Telegram's HTML.

        An unknown language reads as Indonesian; an unknown key or arguments that do not fit: TextError.
        """
        safe = {name: _escaped(value) for name, value in args.items()}
        return Markup(self._format(lang, key, safe))

    def plain(self, lang: str, key: str, /, **args: Argument) -> str:
        """The text without escaping: for button labels, alerts and file names, which are not HTML."""
        if any(isinstance(value, Markup) for value in args.values()):
            raise TextError(f"{key}: Markup in a plain text would show its tags")
        return self._format(lang, key, args)

    def reworded(self, words: Mapping[tuple[str, str], str]) -> Self:
        """These texts, but other words (HTML, a {name} for each variable) by language and key.

        What a text takes and its hash stay those of the files; TextError for a text there is not.
        """
        texts = {lang: dict(known) for lang, known in self._texts.items()}
        for (lang, key), said in words.items():
            texts[lang][key] = replace(self._text(lang, key), words=said)
        return type(self)(texts, strict=self._strict)

    def template(self, lang: str, key: str) -> str | None:
        """The words as shipped, with {name} for each variable; None for a text that is more than that."""
        return self._text(lang, key).source.template

    def languages(self) -> frozenset[str]:
        return frozenset(self._texts)

    def keys(self, lang: str) -> frozenset[str]:
        """Every key of exactly this language, attributes included."""
        return frozenset(self._texts.get(lang, {}))

    def has(self, lang: str, key: str) -> bool:
        """Whether exactly this language says it: asked some four times an update."""
        return key in self._texts.get(lang, {})

    def variables(self, lang: str, key: str) -> frozenset[str]:
        """The arguments the text takes, also through the texts it takes in."""
        return self._text(lang, key).source.variables

    def numbers(self, lang: str, key: str) -> frozenset[str]:
        """Those of its arguments that must be int, because a plural is chosen by them."""
        return self._text(lang, key).source.numbers

    def hash(self, lang: str, key: str) -> str:
        """SHA-256 (hex) of the words as written, with those it takes in; a consent records it."""
        return self._text(lang, key).source.hash

    def _text(self, lang: str, key: str) -> _Text:
        texts = self._texts.get(lang) or self._texts[DEFAULT_LANGUAGE]
        try:
            return texts[key]
        except KeyError:
            raise TextError(f"{key}: no such text in {lang!r}") from None

    def _format(self, lang: str, key: str, args: Mapping[str, Argument]) -> str:
        text = self._text(lang, key)
        self._check(key, text.source, args)
        if text.words is not None:
            return PLACEHOLDER.sub(lambda found: str(args[found[1]]), text.words)
        words, errors = text.bundle.format_pattern(text.pattern, dict(args))
        if errors or not isinstance(words, str):
            raise TextError(f"{key}: {[type(error).__name__ for error in errors]}")
        return words

    def _check(self, key: str, source: Source, args: Mapping[str, Argument]) -> None:
        if missing := source.variables - args.keys():
            raise TextError(f"{key}: {sorted(missing)} missing")
        if self._strict and (unused := args.keys() - source.variables):
            raise TextError(f"{key}: {sorted(unused)} not used")
        for name, value in args.items():
            if not _fits(value, number=name in source.numbers):
                raise TextError(f"{key}: {name} is {type(value).__name__}")


def _load_language(folder: Path) -> dict[str, _Text]:
    resource, patterns = parse(folder)
    bundle = FluentBundle([folder.name], use_isolating=False)
    bundle.add_resource(resource)
    sources = describe(patterns)
    return {key: _Text(bundle, _compiled(bundle, key), source) for key, source in sources.items()}


def _compiled(bundle: FluentBundle, key: str) -> Any:  # noqa: ANN401 - fluent.runtime's type
    name, _, attribute = key.partition(".")
    message = bundle.get_message(name)
    return message.attributes[attribute] if attribute else message.value


def _fits(value: object, *, number: bool) -> bool:
    if number:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, str)


def _escaped(value: Argument) -> Argument:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return escape(value)
