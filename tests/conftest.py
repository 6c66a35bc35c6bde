"""How the tests are shared out: a file to a process, all journeys to one; each chat to an engine."""

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path

import pytest
import uvloop
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

HERE = Path(__file__).parent
JOURNEYS = "tests/journeys/"
LONGEST = ("journeys", "browser")
"""Folders whose files begin first: what is long and begins last is waited for by everybody."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--engines",
        choices=("turns", "both"),
        default="turns",
        help="what goes through a chat, on which engine",
    )


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The loop on which the service runs."""
    return {"uvloop": uvloop.new_event_loop}


def pytest_configure() -> None:
    """Nothing is garbage while tests are only collected, and what they brought stays to the end."""
    gc.disable()


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """After pytest-randomly has shuffled."""
    items.sort(key=_folder_rank)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Our own shares; xdist's groups are passed over since pytest 9.2 (pytest-xdist#1386)."""
    return _Shares(config, log)


class _Shares(LoadScopeScheduling):  # type: ignore[misc]  # reason: xdist ships no types
    """A file to a process, and all journeys to one.

    They play on both engines at once, and what they left is searched there.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return JOURNEYS if file.startswith(JOURNEYS) else file


def _folder_rank(item: pytest.Item) -> int:
    folder = item.path.relative_to(HERE).parts[0]
    return LONGEST.index(folder) if folder in LONGEST else len(LONGEST)
