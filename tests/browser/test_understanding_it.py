"""What a fisher sees on his phone, 360 px wide: the cost, what the family gets, a story, and the picture."""

from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.browser.conftest import Look
from tests.browser.phones import Phone

pytestmark = pytest.mark.asyncio(loop_scope="module")

NARROW: Look = (360, "light")


@pytest.mark.parametrize("look", [NARROW], indirect=True)
async def test_a_fisher_understands_it_on_a_narrow_phone(page: Page, pictures: Path) -> None:
    """Every screen fits its width: nothing is cut off, and nothing has to be pushed sideways."""
    sari = Phone(page, "Sari")
    await sari.is_there()
    await sari.writes("/iuran")
    await sari.sees("contributions-ask")
    await sari.writes("50 ribu sehari, kerja 6 hari seminggu")
    await sari.sees("contributions-group")
    await sari.taps("contributions-group.other")
    await sari.sees("contributions-row")
    await fits(page, pictures / "programme-cost-360.png")
    await sari.writes("/manfaat")
    await sari.taps("benefits-event.accident_treated")
    await sari.sees("benefits-headline-accident_treated")
    await fits(page, pictures / "programme-benefit-360.png")
    await sari.taps("benefits-picture")
    picture = sari.section.locator("article.message.from-bot img").last
    await picture.wait_for()
    await picture.evaluate("shown => shown.scrollIntoView({block: 'start'})")
    await fits(page, pictures / "programme-picture-360.png")
    await sari.writes("/info")
    await sari.taps("guides-stories")
    await sari.button("🐟 Pak Tarjo, nelayan").click()
    await sari.sees("explainers-fisher-1")
    await fits(page, pictures / "programme-story-360.png")


async def fits(page: Page, picture: Path) -> None:
    """The page is no wider than the phone; a screenshot shows the rest."""
    wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    await page.mouse.move(0, 0)
    await page.screenshot(path=picture)
    assert wider <= 0
