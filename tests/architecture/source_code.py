"""The product's source as trees, for tests that read it instead of running it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "handlers", "storage", "commands", "playground")
SPEAKERS = ("bot", "handlers", "commands")
"""The rooms that use texts."""


@cache
def modules(*rooms: str) -> tuple[tuple[Path, ast.Module], ...]:
    """Every module of these rooms, without the migrations that Alembic wrote."""
    paths = [path for room in rooms for path in sorted((ROOT / room).rglob("*.py"))]
    ours = [path for path in [*paths, ROOT / "main.py"] if "versions" not in path.parts]
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in ours)


def functions(*rooms: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function with where it stands."""
    for path, tree in modules(*rooms):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    """Calls of functions or methods with one of these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in names:
                yield node


def strings(tree: ast.AST) -> Iterator[str]:
    """Every string constant that is not part of an f-string."""
    inside = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value


def template(node: ast.JoinedStr) -> str:
    """An f-string with {} for each value: "registration-{}.{}"."""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)


def constants(tree: ast.Module) -> dict[str, str]:
    """Module-level names of strings: REGISTRATION = "registration"."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
