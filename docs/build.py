"""Writes what documents say about the code from the code itself: `python -m docs.build`."""  # noqa: INP001 - reason: documents are no package

import re
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path

from sqlalchemy import Column, LargeBinary

from bot.forms import SUMMARY, Accepted, FormState, Question
from bot.programme.facts import Facts, FactsOnDay
from bot.registration.ages import option_label
from bot.registration.form import EXITS, FORM, HAND_OVERS
from bot.texts import TEXTS_DIRECTORY, Texts
from bot.wording import Wording
from storage.models import metadata
from storage.models.base import Table

DOCS = Path(__file__).parent
FACTS_OF = date(2026, 11, 21)  # the day the shipped facts were gathered
Edges = dict[tuple[str, str], set[str]]


def conversation_diagram() -> str:
    """The registration as a Mermaid flowchart, walked answer by answer."""
    edges = _walk()
    lines = ["```mermaid", "flowchart TD", "  start([Register interest])"]
    lines += [line for step in range(1, FORM.steps + 1) for line in _step(step)]
    lines += [f'  {SUMMARY}["All answers: change any, or send"]', "  sent([Receipt])"]
    lines += [f'  out_{way}(["{_way_out(way)}"])' for way in dict.fromkeys(EXITS.values())]
    lines += [f"  start --> {FORM.questions[0].id}"]
    lines += [_edge(source, target, options) for (source, target), options in edges.items()]
    return "\n".join([*lines, f"  {SUMMARY} --> sent", "```"])


def column_table() -> str:
    """Every table with its columns: sealed, findable by a blind index, or in the clear."""
    head = "| Table | What it is | Sealed | Blind index | Clear |\n| --- | --- | --- | --- | --- |"
    return "\n".join([head, *(_table_row(name) for name in sorted(metadata.tables))])


def write_block(text: str, block: str, name: str) -> str:
    """The document with its generated block written anew; ValueError when it has no such block."""
    begin, end = f"<!-- {name}: written by docs/build.py -->", f"<!-- end of {name} -->"
    if begin not in text or end not in text:
        raise ValueError(f"no block {name!r}")
    return re.sub(
        f"{re.escape(begin)}.*{re.escape(end)}",
        lambda _: f"{begin}\n\n{block}\n\n{end}",
        text,
        flags=re.DOTALL,
    )


BLOCKS = {"conversation.md": ("conversation", conversation_diagram), "privacy.md": ("columns", column_table)}


def build() -> dict[Path, str]:
    """Each document that has a generated block, as it should be."""
    documents = {DOCS / name: block for name, block in BLOCKS.items()}
    return {
        path: write_block(path.read_text(encoding="utf-8"), make(), name)
        for path, (name, make) in documents.items()
    }


def _walk() -> Edges:
    """From which question to which, and by which answers."""
    edges: Edges = defaultdict(set)
    waiting, seen = [FORM.start()], set()
    while waiting:
        state = waiting.pop(0)
        known = (state.question, tuple(sorted((key, str(value)) for key, value in state.answers.items())))
        if state.question != SUMMARY and known not in seen:
            seen.add(known)
            waiting += _answer_every_way(state, edges)
    return edges


def _answer_every_way(state: FormState, edges: Edges) -> list[FormState]:
    after: dict[str, FormState] = {}
    for option in FORM.question(state.question).options or ("",):
        way = EXITS.get((state.question, option))
        if way:
            edges[state.question, f"out_{way}"].add(option)
            continue
        answered = FORM.accept(state, Accepted(option))
        edges[state.question, answered.question].add(option)
        after.setdefault(f"{answered.question} {_matters(state.question, option)}", answered)
    return list(after.values())


def _matters(question: str, option: str) -> str:
    """The answer, where a later question depends on it; else nothing, so that the walk stays short."""
    asked = {other.id for other in FORM.questions if other.when({question: option})}
    usual = {other.id for other in FORM.questions if other.when({})}
    return option if asked != usual else ""


def _step(step: int) -> list[str]:
    inside = [f'    {q.id}["{_topic(q)}"]' for q in FORM.questions if q.step == step]
    return [f'  subgraph step{step}["Step {step} of {FORM.steps}"]', *inside, "  end"]


def _edge(source: str, target: str, options: set[str]) -> str:
    everything = set(FORM.question(source).options)
    if not everything or options == everything:
        return f"  {source} --> {target}"
    ordered = [option for option in FORM.question(source).options if option in options]
    labels = "<br>".join(option_label(_words(), _facts(), source, option) for option in ordered)
    return f'  {source} -->|"{labels}"| {target}'


def _topic(question: Question) -> str:
    return _words().label(f"registration-{question.id}.topic")


def _way_out(way: str) -> str:
    return f"ends here, {way}: {'a person takes over' if way in HAND_OVERS else 'said kindly'}"


def _facts() -> FactsOnDay:
    return Facts.load().on(FACTS_OF)


@cache
def _words() -> Wording:
    return Wording(Texts.load(TEXTS_DIRECTORY), "en")


def _table_row(name: str) -> str:
    columns = list(metadata.tables[name].columns)
    sealed = [column for column in columns if isinstance(column.type, LargeBinary)]
    indexes = [column for column in columns if column.name.endswith("_index")]
    clear = [column for column in columns if column not in {*sealed, *indexes}]
    cells = (f"`{name}`", _about(name), _names(sealed), _names(indexes), _names(clear))
    return f"| {' | '.join(cells)} |"


def _about(table: str) -> str:
    model = next(cls for cls in Table.__subclasses__() if getattr(cls, "__tablename__", "") == table)
    return str(model.__doc__).strip().splitlines()[0]


def _names(columns: list[Column[object]]) -> str:
    return ", ".join(f"`{column.name}`" for column in columns) or "-"


def main() -> None:
    """Write every generated block anew."""
    for path, text in build().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
