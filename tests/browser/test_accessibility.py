"""axe-core looks at the page while much is on it."""

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from tests.browser.axe import grave_findings
from tests.browser.conftest import Look, opened
from tests.browser.demo import Demo
from tests.browser.phones import Phone

pytestmark = pytest.mark.asyncio(loop_scope="module")

LOOKS: list[Look] = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def busy(demo: Demo, browser: Browser) -> None:
    """Buttons of both kinds, photo, voice, sticker, place, file, contact, a blocked bot, a flood."""
    async with opened(demo, browser) as page:
        sari, budi, rina = Phone(page, "Sari"), Phone(page, "Budi"), Phone(page, "Rina")
        await rina.starts()
        await budi.starts()
        await sari.starts()
        await sari.taps("home-benefits")
        for what in ("Foto", "Pesan suara", "Stiker"):
            await sari.attaches(what)
        for what in ("Lokasi", "Dokumen"):
            await budi.attaches(what)
        await budi.attaches("Kontak saya")
        await budi.agrees_to_share()
        await rina.sees("cases-notice")
        await sari.is_answered("nav-sticker")
        await budi.is_answered("nav-contact")
        await page.get_by_role("button", name="Gangguan").click()
        await page.get_by_role("switch", name="Budi").check()
        await page.get_by_role("button", name="Banjir 30 detik").click()


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=str)
@pytest.mark.usefixtures("busy")
async def test_axe_finds_nothing_grave_on_the_busy_page(page: Page) -> None:
    """Wide and narrow, light and dark, panel shut and open: nothing that shuts somebody out."""
    assert await grave_findings(page) == []
    await page.locator(".trouble-toggle").click()
    await page.get_by_role("switch", name="Budi").wait_for()
    assert await grave_findings(page) == []
