"""The playground's clock moved a day: Pak Budi's phone gets his digest."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.phones import Phone
from tests.browser.test_registration_on_phones import LINK, answers_the_rest, answers_until_consent

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_pak_budi_gets_his_digest_when_the_clock_moves_a_day(page: Page, pictures: Path) -> None:
    """Sari registers, he does not answer; a day later one message names her, and a tap opens her card."""
    sari, budi = Phone(page, "Sari"), Phone(page, "Budi")
    await budi.is_there()
    await sari.opens_by_link(LINK)
    await answers_until_consent(sari)
    await answers_the_rest(sari)
    await page.get_by_role("button", name="Majukan 1 hari").click()
    await expect(page.locator(".clock-offset")).to_have_text("maju 1 hari")
    await expect(page.locator(".clock")).to_have_attribute("aria-busy", "false")
    await budi.sees("offers-offer", name="Sari")  # at once, or in the morning when it is late here
    await budi.sees("digests-digest", name="Pak Budi", waiting="1")
    await page.mouse.move(0, 0)
    await page.screenshot(path=pictures / "playground-digest.png")
    await budi.taps("digests-one")
    await budi.sees("followups-card", name="Sari")
