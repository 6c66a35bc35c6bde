"""The shape of the code: short files, short functions, a purpose for each module, nothing put off."""

import ast
from pathlib import Path
from statistics import median, quantiles

from handlers.features import FEATURES
from tests.architecture.source_code import ROOMS, ROOT, functions, modules

FILE_LINES = 400
USUAL_FILE_LINES = 250
FUNCTION_LINES = 8
USUAL_FUNCTION_LINES = 25
PUT_OFF = ("TO" + "DO", "FIX" + "ME")
WRITTEN = (".py", ".ftl", ".md", ".toml", ".js", ".css", ".html", ".example")
FOLDERS = (*ROOMS, "tests", "docs", "benchmarks", "chaos")


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _files() -> list[Path]:
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in WRITTEN]
    return [*found, *(path for path in ROOT.iterdir() if path.suffix in WRITTEN or path.name == "Makefile")]


def test_no_file_is_long() -> None:
    """No file over 400 lines, 9 in 10 at most 250: split by noun on day one."""
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path, _ in modules(*FOLDERS)}
    assert {path.name: count for path, count in lines.items() if count > FILE_LINES} == {}
    assert quantiles(lines.values(), n=10)[8] <= USUAL_FILE_LINES


def test_functions_are_short() -> None:
    """The median function has at most 8 lines, 9 in 10 at most 25."""
    lengths = [_length(node) for _, node in functions(*ROOMS)]
    assert median(lengths) <= FUNCTION_LINES
    assert quantiles(lengths, n=10)[8] <= USUAL_FUNCTION_LINES


def test_every_module_says_its_purpose() -> None:
    """In one sentence, at its top."""
    silent = [path.relative_to(ROOT) for path, tree in modules(*ROOMS) if not ast.get_docstring(tree)]
    assert silent == []


def test_nothing_is_put_off() -> None:
    """What is left for later stands in an issue, not in the code."""
    found = [
        path.relative_to(ROOT)
        for path in _files()
        if any(word in path.read_text(encoding="utf-8") for word in PUT_OFF)
    ]
    assert found == []


def test_layers_have_their_names() -> None:
    """Nothing is called utils, helpers, manager or misc: a name says what is inside."""
    vague = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
    assert [path for path, _ in modules(*ROOMS) if path.stem in vague] == []


def test_a_feature_is_one_plug() -> None:
    """Each feature ends in register(routes), and the tuple of features names every one there is."""
    plugs = {path.stem for path, tree in modules("handlers") if _last_function(tree) == "register"}
    top = {path.stem for path in (ROOT / "handlers").glob("*.py")} & plugs - {"__init__"}
    assert top <= _features()


def test_features_do_not_import_one_another() -> None:
    """They meet by screen names and buttons; a new feature is held to it without being listed anywhere."""
    for path, tree in modules("handlers"):
        own = (
            path.relative_to(ROOT / "handlers").parts[0].removesuffix(".py")
            if "handlers" in path.parts
            else ""
        )
        if own in _features():
            imported = {name.split(".")[1] for name in _imports(tree) if name.startswith("handlers.")}
            assert imported & _features() <= {own}, path.name


def _features() -> set[str]:
    return {feature.__module__.split(".")[1] for feature in FEATURES}


def _imports(tree: ast.Module) -> set[str]:
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return names | {f"{node.module}.{alias.name}" for node in froms for alias in node.names}


def _last_function(tree: ast.Module) -> str:
    last = tree.body[-1] if tree.body else None
    return last.name if isinstance(last, ast.FunctionDef) else ""
