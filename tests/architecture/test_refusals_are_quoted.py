"""Whatever the playground refuses stands word for word in a test, not as the playground's own constant."""

import ast
import re
from collections.abc import Iterator

import pytest

from playground import refusals, schema
from tests.architecture.source_code import ROOT, calls, modules, strings, template

TESTS = sorted((ROOT / "tests" / "integration" / "playground").glob("*.py"))
REFUSING = {"bad_request": 0, "refused": 0, "Refused": 1}
"""What refuses a call, and which argument is the description."""


def _descriptions() -> Iterator[str]:
    """All that a bot may be told, {} for what depends on the call."""
    yield from (value for name, value in vars(refusals).items() if name.isupper())
    yield from (f"Bad Request: {reason}" for reason in schema.MISSING.values())
    for _path, tree in modules("playground"):
        for name, at in REFUSING.items():
            start = "Bad Request: " if name == "bad_request" else ""
            for call in calls(tree, name):
                yield from (start + said for said in _said(call.args[at]))


def _said(node: ast.expr) -> list[str]:
    """A literal, an f-string, or the two sides of a choice; a name is read where it was given."""
    if isinstance(node, ast.IfExp):
        return [*_said(node.body), *_said(node.orelse)]
    if isinstance(node, ast.JoinedStr):
        return [template(node)]
    return [str(node.value)] if isinstance(node, ast.Constant) else []


def _quoted() -> set[str]:
    """Every text in a test: what it compares with, f-strings with {}."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in TESTS]
    joined = {template(n) for tree in trees for n in ast.walk(tree) if isinstance(n, ast.JoinedStr)}
    return joined | {text for tree in trees for text in strings(tree)}


QUOTED = _quoted()


@pytest.mark.parametrize("description", sorted(set(_descriptions())))
def test_a_test_of_the_playground_quotes_it(description: str) -> None:
    """Compared with the constant itself, a wrong wording would pass."""
    pattern = re.compile(".+".join(map(re.escape, description.split("{}"))))
    assert any(pattern.fullmatch(text) for text in QUOTED)
