"""How the tests are shared out: a file to a process, all journeys to one; each chat to an engine."""

from collections.abc import Generator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
LONGEST = ("journeys", "browser")
"""Folders whose files begin first: what is long and begins last is waited for by everybody."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--engines",
        choices=("turns", "both"),
        default="turns",
        help="what goes through a chat, on which engine",
    )


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
    """Journeys play on both engines at once, and what they left is searched there; else the file."""
    where = item.path.relative_to(HERE)
    return "journeys" if where.parts[0] == "journeys" else str(where)
