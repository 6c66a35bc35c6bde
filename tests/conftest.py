"""How the tests are shared out over processes: a file to a process, the journeys of an engine, too."""

from collections.abc import Generator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
LONGEST = ("journeys", "browser")
"""Folders whose files begin first: what is long and begins last is waited for by everybody."""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None]:
    """Before xdist reads the groups, and after pytest-randomly has shuffled."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item)))
    yield
    items.sort(key=_folder_rank)


def _folder_rank(item: pytest.Item) -> int:
    folder = item.path.relative_to(HERE).parts[0]
    return LONGEST.index(folder) if folder in LONGEST else len(LONGEST)


def _group(item: pytest.Item) -> str:
    """Journeys of one engine play in one house, and what they left is searched there; else the file."""
    callspec = getattr(item, "callspec", None)
    if item.path.parent.name == "journeys" and callspec is not None and "engine" in callspec.params:
        return f"journeys-{callspec.params['engine']}"
    return str(item.path.relative_to(HERE))
