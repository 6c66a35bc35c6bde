"""Journeys as data: transcripts that anybody can read, and how what they expect is compared.

A transcript is a TOML file with a title, a description and steps. In a step people do things, then each
phone that is named shows exactly what the step says is new on it since it was last looked at:

    [[steps]]
    sari.taps = "Daftar minat"
    sari.sees = '''
    Pekerjaan Bapak/Ibu apa?
    [Petani] [Nelayan]
    '''

Messages are parted by a line `---`; [a button] stands below its message, ⌨ marks the phone's keyboard,
💬 the short notice that fades away, 📎 a file. A word in braces is known to the runner ({sari.phone}) or
learnt where it first stands and the same from then on ({number}); {...} is whatever stands there.
With `both_engines` it is always played on both, else the journeys take turns.
`sari.reads` asks only for a part of the newest message, `sari.waits` until a message with that part has come;
`note` is for the reader.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
_WORD = re.compile(r"\{([a-z_.]+)\}")
ANYTHING = "..."

Compare = Callable[[str, str, int], re.Match[str] | None]


@dataclass(frozen=True, slots=True)
class Journey:
    """One transcript; `number` keeps its people apart from those of the others."""

    name: str
    number: int
    title: str
    description: str
    people: tuple[str, ...]
    steps: tuple[Mapping[str, Any], ...]
    on_both: bool = False


def read_journeys() -> list[Journey]:
    """All transcripts, by name."""
    return [read_journey(path, number) for number, path in enumerate(sorted(FOLDER.glob("*.toml")), start=1)]


def read_journey(path: Path, number: int) -> Journey:
    """The transcript in a file."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    known = {"title", "description", "people", "steps"}
    on_both: bool = told.pop("both_engines", False)
    assert told.keys() == known, f"{path.name}: a journey has {sorted(known)}"
    people, steps = tuple(told["people"]), tuple(told["steps"])
    return Journey(path.stem, number, told["title"], told["description"], people, steps, on_both)


def differences(expected: str, seen: str, words: dict[str, str]) -> str:
    """Empty when the phone shows what the transcript says, else both; new words are learnt."""
    return _compared(re.fullmatch, expected, seen, words)


def misses(expected: str, seen: str, words: dict[str, str]) -> str:
    """Empty when the phone's newest message has this in it, else both."""
    return _compared(re.search, expected, seen, words)


def _compared(compare: Compare, expected: str, seen: str, words: dict[str, str]) -> str:
    match = compare(_pattern(_tidy(expected), words), _tidy(seen), re.DOTALL)
    if match is None:
        return (
            f"--- the transcript says\n{_filled(_tidy(expected), words)}\n--- the phone shows\n{_tidy(seen)}"
        )
    words |= {_named(group): found for group, found in match.groupdict().items()}
    return ""


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def filled(text: str, words: Mapping[str, str]) -> str:
    """The text with every word in braces replaced; KeyError for one nobody has learnt."""
    return _WORD.sub(lambda match: words[match[1]], text)


def _filled(text: str, words: Mapping[str, str]) -> str:
    return _WORD.sub(lambda match: words.get(match[1], match[0]), text)


def _pattern(expected: str, words: Mapping[str, str]) -> str:
    parts, end, learnt = [], 0, set[str]()
    for match in re.finditer(r"\{([a-z_.]+)\}", expected):
        parts.append(re.escape(expected[end : match.start()]))
        parts.append(_piece(match[1], words, learnt))
        end = match.end()
    return "".join([*parts, re.escape(expected[end:])])


def _piece(word: str, words: Mapping[str, str], learnt: set[str]) -> str:
    if word == ANYTHING:
        return ".*?"
    if word in words:
        return re.escape(words[word])
    if word in learnt:
        return f"(?P={_group(word)})"
    learnt.add(word)
    return rf"(?P<{_group(word)}>[^\s,.)]+)"


def _group(word: str) -> str:
    return word.replace(".", "__")


def _named(group: str) -> str:
    return group.replace("__", ".")
