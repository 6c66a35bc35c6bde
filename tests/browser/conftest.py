"""A browser before the real demo, one for each file of tests.

Where Chromium is missing the whole folder is left out, and the end of the run says so.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from tests.browser.demo import ROOT, Demo, shown

CHROMIUM = Path("/usr/bin/chromium")
HERE = Path(__file__).parent
MISSING = f"Chromium is missing: {CHROMIUM} (on Debian: apt-get install chromium)"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
Look = tuple[int, Literal["light", "dark"]]
WIDE: Look = (1280, "light")
HEIGHTS = {1280: 900, 360: 740}
PATIENCE_MS = 30_000  # the bot paces what it sends to one person

expect.set_options(timeout=PATIENCE_MS)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--screenshots", action="store_true", help="draw docs/playground*.png anew (name tests/browser)"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM.exists():
        return
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.skip(reason=MISSING))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not CHROMIUM.exists():
        terminalreporter.section("left out")
        terminalreporter.write_line(f"tests/browser: {MISSING}")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    async with shown(tmp_path_factory.mktemp("demo")) as demo:
        yield demo


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@asynccontextmanager
async def opened(demo: Demo, browser: Browser, look: Look = WIDE) -> AsyncIterator[Page]:
    """The demo's page, ready; in the end it has raised nothing and asked no other machine for anything."""
    width, scheme = look
    size: ViewportSize = {"width": width, "height": HEIGHTS[width]}
    context = await browser.new_context(viewport=size, locale="id-ID", color_scheme=scheme)
    context.set_default_timeout(PATIENCE_MS)
    page = await context.new_page()
    errors: list[str] = []
    addresses: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    page.on("request", lambda request: addresses.append(request.url))
    await page.goto(demo.url)
    await page.locator("body[data-ready]").wait_for()
    yield page
    await context.close()
    assert errors == []
    assert [address for address in addresses if not address.startswith((demo.url, "blob:"))] == []


@pytest.fixture
def look(request: pytest.FixtureRequest) -> Look:
    """How wide the page is, and whether light or dark; wide and light unless a test says otherwise."""
    asked: Look = getattr(request, "param", WIDE)
    return asked


@pytest_asyncio.fixture(loop_scope="module")
async def page(demo: Demo, browser: Browser, look: Look) -> AsyncIterator[Page]:
    async with opened(demo, browser, look) as page:
        yield page


@pytest.fixture
def pictures(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Where screenshots go: to docs/ only when asked."""
    return ROOT / "docs" if request.config.getoption("--screenshots", default=False) else tmp_path
