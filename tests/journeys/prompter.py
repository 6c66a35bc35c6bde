"""Writes down what the phones show: `python -m tests.journeys.prompter tests/journeys/some.toml`.

For a new journey, or after texts changed: it plays each transcript on SQLite and replaces what is seen in
it. What comes out is a proposal: read it as the person would, before you keep it. `reads` and `waits` are
left alone.
"""

import asyncio
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from bot.leads.passphrases import ANIMALS, COLOURS
from tests.cast import DEWI, RINA
from tests.journeys.invariants import broken
from tests.journeys.playing import Performance
from tests.journeys.transcripts import Journey, read_journey
from tests.stage import Stage, raised

NUMBER = re.compile(r"(?<=nomor )[0-9A-Z]{7}\b|(?<=Nomor )[0-9A-Z]{7}\b|\b(?=[A-Z]*[0-9])[0-9A-Z]{7}\b")
CLOCK = re.compile(r"(?<=\{today\}, )\d\d\.\d\d|(?<=20\d\d, )\d\d\.\d\d|\b\d\d/\d\d \d\d\.\d\d")
CODE = re.compile(r"(?<=start=)(?:inv_|klaim_|kumpul-|wakil_)[\w-]+|kumpul-\w+")
TWO_WORDS = re.compile(rf"(?<![a-z])({'|'.join(ANIMALS)})( |%20)({'|'.join(COLOURS)})(?![a-z])")
KEPT_APART = ("first_", "second_")  # of two words each may stand inside of others
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Prompter(Performance):
    """Plays a journey and notes what is seen instead of comparing it."""

    async def note(self) -> list[dict[str, Any]]:
        for person in self.people.values():
            await self._telegram.joins(person)
        return [await self._noted(dict(step)) for step in self._journey.steps]

    async def _noted(self, step: dict[str, Any]) -> dict[str, Any]:
        acts = {name: _without_sees(doing) for name, doing in step.items()}
        await self._play_step(acts)
        for name in (*(n for n in acts if n in self.people), *(n for n in self.people if n not in acts)):
            if {"reads", "waits"} & acts.get(name, {}).keys():
                continue
            seen = await self._phones[name].look(self._telegram)
            if seen:
                acts[name] = {**acts.get(name, {}), "sees": self._in_words(seen)}
        return acts

    def _in_words(self, seen: str) -> str:
        """What was seen, with what changes from day to day named in braces."""
        for word, value in sorted(self._words.items(), key=lambda item: -len(item[1])):
            if not word.startswith(KEPT_APART):
                seen = seen.replace(value, f"{{{word}}}")
        for code in dict.fromkeys(CODE.findall(seen)):
            seen = seen.replace(code, f"{{{self._named('code', code)}}}")
        seen = TWO_WORDS.sub(self._two_words, seen)
        for number in dict.fromkeys(NUMBER.findall(seen)):
            seen = seen.replace(number, f"{{{self._named('number', number)}}}")
        return CLOCK.sub("{...}", seen)

    def _named(self, kind: str, value: str) -> str:
        """The word for something that is another one in each playing: number_a, code_b."""
        word = f"{kind}_{LETTERS[sum(name.startswith(f'{kind}_') for name in self._words)]}"
        self._words[word] = value
        return word

    def _two_words(self, found: re.Match[str]) -> str:
        pair = (found[1], found[3])
        known = {self._words[f"first_{x}"]: x for x in LETTERS if f"first_{x}" in self._words}
        letter = known.get(pair[0])
        if letter is None or self._words[f"second_{letter}"] != pair[1]:
            letter = self._named("first", pair[0]).removeprefix("first_")
            self._words[f"second_{letter}"] = pair[1]
        return f"{{first_{letter}}}{found[2]}{{second_{letter}}}"


def _without_sees(doing: Any) -> Any:
    return (
        {verb: what for verb, what in doing.items() if verb != "sees"} if isinstance(doing, dict) else doing
    )


def written(journey: Journey, steps: list[dict[str, Any]]) -> str:
    """The transcript as TOML."""
    head = [
        f"title = {_quoted(journey.title)}",
        f"description = {_quoted(journey.description)}",
        f"people = {_quoted(list(journey.people))}",
        *(["both_engines = true"] if journey.on_both else []),
    ]
    return "\n".join([*head, *("\n[[steps]]\n" + "\n".join(_lines(step)) for step in steps)]) + "\n"


def _lines(step: dict[str, Any]) -> list[str]:
    lines = []
    for name, doing in step.items():
        if isinstance(doing, str):
            lines.append(f"{name} = {_quoted(doing)}")
        else:
            lines += [f"{name}.{verb} = {_value(what)}" for verb, what in doing.items()]
    return lines


def _value(what: Any) -> str:
    if isinstance(what, dict):
        return "{ " + ", ".join(f"{key} = {_quoted(value)}" for key, value in what.items()) + " }"
    if isinstance(what, str) and "\n" in what:
        return f"'''\n{what.strip()}\n'''"
    return _quoted(what)


def _quoted(what: Any) -> str:
    return json.dumps(what, ensure_ascii=False)


async def main(paths: list[Path]) -> None:
    folder = Path(tempfile.mkdtemp())
    owners = [person.in_journey(n).id for n in range(1, len(paths) + 1) for person in (RINA, DEWI)]
    url, files = f"sqlite+aiosqlite:///{folder / 'bot.db'}", folder / "bot.db"
    async with raised(folder, url, files, bell="polling", owners=owners) as stage:
        for number, path in enumerate(paths, start=1):
            await _rewrite(stage, path, number)


async def _rewrite(stage: Stage, path: Path, number: int) -> None:
    journey = read_journey(path, number)
    steps = await Prompter(journey, stage).note()
    await asyncio.to_thread(path.write_text, written(journey, steps), encoding="utf-8")
    sys.stdout.write(
        f"{path.name}: {len(steps)} steps; {await broken(stage.archive) or 'all invariants hold'}\n"
    )


if __name__ == "__main__":
    asyncio.run(main([Path(argument) for argument in sys.argv[1:]]))
