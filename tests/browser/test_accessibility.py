"""axe-core looks at the page while much is on it."""

from typing import Any, Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from tests.browser.phones import Phone

pytestmark = pytest.mark.asyncio(loop_scope="module")

GRAVE = {"serious", "critical"}
LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = (
    (1280, "light"),
    (1280, "dark"),
    (360, "light"),
    (360, "dark"),
)


async def make_busy(page: Page) -> None:
    """Buttons of both kinds, photo, voice, sticker, place, file, contact, a blocked bot, an open panel."""
    sari, budi, rina = Phone(page, "Sari"), Phone(page, "Budi"), Phone(page, "Rina")
    await rina.starts()
    await rina.writes("/leads")
    await sari.starts()
    await sari.taps("home-benefits")
    for what in ("Foto", "Pesan suara", "Stiker", "Lokasi", "Dokumen"):
        await sari.attaches(what)
    await sari.attaches("Kontak saya")
    await sari.agrees_to_share()
    await sari.is_answered("nav-contact")
    await budi.starts()
    await budi.sees("home-greeting")
    await rina.sees("cases-notice")
    await page.get_by_role("button", name="Gangguan").click()
    await page.get_by_role("switch", name="Budi").check()
    await page.get_by_role("button", name="Banjir 30 detik").click()
    await page.locator(".trouble-toggle.is-active").wait_for()


async def grave_findings(page: Page) -> list[str]:
    found: list[dict[str, Any]] = (await Axe().run(page)).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


async def test_axe_finds_nothing_grave_on_the_busy_page(page: Page, subtests: pytest.Subtests) -> None:
    """Wide and narrow, light and dark: nothing that shuts somebody out."""
    await make_busy(page)
    for width, scheme in LOOKS:
        with subtests.test(width=width, scheme=scheme):
            await page.set_viewport_size({"width": width, "height": 800})
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert await grave_findings(page) == []
