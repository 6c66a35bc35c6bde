"""Reads Fluent files and finds out what each text takes, so that mistakes stop the start."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.serializer import serialize_pattern
from fluent.syntax.visitor import Visitor

from bot.errors import TextError

PLURALS = frozenset({"zero", "one", "two", "few", "many"})  # not `other`: it also ends lists of words

Patterns = dict[str, ast.Pattern]  # "key", "key.attribute", "-term", "-term.attribute"


@dataclass(frozen=True, slots=True)
class Source:
    """One text as it stands in the files: what it takes and the fingerprint of its words."""

    variables: frozenset[str]
    numbers: frozenset[str]  # variables that choose a plural: given as int; every other one as str
    hash: str
    template: str | None  # its words with {name} for each variable; None where it is more than that


@dataclass(slots=True)
class _Uses(Visitor):
    """What one pattern names: variables, numbers among them, and other entries."""

    variables: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    references: list[str] = field(default_factory=list)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Visitor's names
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - Visitor's names
        if isinstance(node.selector, ast.VariableReference) and _is_plural(node):
            self.numbers.add(node.selector.id.name)
        self.generic_visit(node)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - Visitor's names
        self.references.append(_name(node.id, node.attribute))

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - Visitor's names
        self.references.append("-" + _name(node.id, node.attribute))

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802 - Visitor's names
        raise TextError(f"{node.id.name}(): texts call no functions, numbers and dates arrive formatted")


def parse(directory: Path) -> tuple[ast.Resource, Patterns]:
    """All .ftl files of one language as one resource, and its patterns by name."""
    resource, patterns = ast.Resource(), Patterns()
    for path in sorted(directory.glob("*.ftl")):
        for entry in _entries(path):
            resource.body.append(entry)
            _add(patterns, entry, path)
    return resource, patterns


def describe(patterns: Patterns) -> dict[str, Source]:
    """What each text (not the terms) takes; TextError for a reference to nothing or to itself."""
    return {name: _describe(name, patterns) for name in patterns if not name.startswith("-")}


def _entries(path: Path) -> Iterator[ast.Message | ast.Term]:
    words = path.read_text(encoding="utf-8")
    for entry in FluentParser().parse(words).body:
        if isinstance(entry, ast.Junk):
            raise TextError(f"{path.parent.name}/{path.name}{_complaint(entry, words)}")
        if isinstance(entry, ast.Message | ast.Term):
            yield entry


def _complaint(junk: ast.Junk, words: str) -> str:
    """Where and why a piece cannot be read, as `:12: Expected ...`."""
    first = junk.annotations[0]
    line = words.count("\n", 0, first.span.start if first.span else 0) + 1
    return f":{line}: {first.message}"


def _add(patterns: Patterns, entry: ast.Message | ast.Term, path: Path) -> None:
    sigil = "-" if isinstance(entry, ast.Term) else ""
    own = {sigil + entry.id.name: entry.value} if entry.value else {}
    own |= {sigil + _name(entry.id, attribute): attribute.value for attribute in entry.attributes}
    if twice := own.keys() & patterns.keys():
        raise TextError(f"{path.parent.name}/{path.name}: {sorted(twice)} defined twice")
    patterns.update(own)


def _describe(name: str, patterns: Patterns) -> Source:
    variables, numbers, words = set[str](), set[str](), list[str]()
    for reached in _reach(name, patterns, ()):
        uses = _uses(reached, patterns)
        words.append(serialize_pattern(patterns[reached]))
        if reached.startswith("-") and uses.variables:
            raise TextError(f"{reached}: a term with variables prints their names where they are not given")
        variables |= uses.variables
        numbers |= uses.numbers
    digest = sha256("\0".join(words).encode()).hexdigest()
    return Source(frozenset(variables), frozenset(numbers), digest, _template(patterns[name]))


def _template(pattern: ast.Pattern) -> str | None:
    """Words and variables alone, as `{name}`: no choices, no other text taken in."""
    parts = [_part(element) for element in pattern.elements]
    return None if None in parts else "".join(part for part in parts if part)


def _part(element: ast.TextElement | ast.Placeable) -> str | None:
    if isinstance(element, ast.TextElement):
        return str(element.value)
    inner = element.expression
    return f"{{{inner.id.name}}}" if isinstance(inner, ast.VariableReference) else None


def _reach(name: str, patterns: Patterns, above: tuple[str, ...]) -> list[str]:
    """The entry itself and whatever it takes in, in the order of the text."""
    if name in above or name not in patterns:
        what = "takes itself in" if name in above else "is missing"
        raise TextError(f"{' > '.join((*above, name))}: the last one {what}")
    reached = [name]
    for reference in _uses(name, patterns).references:
        reached += _reach(reference, patterns, (*above, name))
    return reached


def _uses(name: str, patterns: Patterns) -> _Uses:
    uses = _Uses()
    uses.visit(patterns[name])
    return uses


def _is_plural(node: ast.SelectExpression) -> bool:
    keys = [variant.key for variant in node.variants]
    if [key.name for key in keys if isinstance(key, ast.Identifier)] == ["other"]:
        return True  # Indonesian has no plural: one variant, where English beside it has two
    return any(isinstance(key, ast.NumberLiteral) or key.name in PLURALS for key in keys)


def _name(identifier: ast.Identifier, attribute: ast.Attribute | ast.Identifier | None) -> str:
    name = str(identifier.name)
    if attribute is None:
        return name
    tail = attribute.id if isinstance(attribute, ast.Attribute) else attribute
    return f"{name}.{tail.name}"
