"""A browser before the real demo, one for each file of tests.

Where Chromium is missing the whole folder is left out, and the end of the run says so.
"""

from collections.abc import AsyncIterator
from pathlib import Path

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
WIDE: ViewportSize = {"width": 1280, "height": 900}
PATIENCE_MS = 15_000  # the bot paces what it sends to one person

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


@pytest_asyncio.fixture(loop_scope="module")
async def page(demo: Demo, browser: Browser) -> AsyncIterator[Page]:
    """The page, ready; afterwards it must have raised nothing and asked no other machine for anything."""
    context = await browser.new_context(viewport=WIDE, locale="id-ID", color_scheme="light")
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
def pictures(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Where screenshots go: to docs/ only when asked."""
    return ROOT / "docs" if request.config.getoption("--screenshots", default=False) else tmp_path
