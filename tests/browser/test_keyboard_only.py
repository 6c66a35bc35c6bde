"""Without a mouse, on the narrowest phone."""

from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.browser.keyboard import goes_to, presses, types
from tests.browser.phones import Phone
from tests.browser.wording import label, words

pytestmark = pytest.mark.asyncio(loop_scope="module")

BACKWARDS = "Shift+Tab"  # buttons under messages stand before the field one writes in


async def chooses(sari: Phone, key: str) -> None:
    await presses(sari.page, sari.button(label(key)), key=BACKWARDS)


async def opens_by_menu(sari: Phone, code: str) -> None:
    """The phone's own menu, with the arrow keys, to the field that stands for a QR code."""
    page = sari.page
    await presses(page, sari.section.get_by_role("button", name="Tindakan lain"))
    await goes_to(page, sari.section.get_by_role("menuitem", name="Buka lewat tautan/QR"), key="ArrowDown")
    await page.keyboard.press("Enter")
    await types(page, sari.section.get_by_label("Kode tautan/QR"), code)


async def shares_number(sari: Phone) -> None:
    page = sari.page
    await presses(page, sari.section.get_by_role("button", name=label("registration-phone.share")))
    await presses(page, sari.section.get_by_role("alertdialog").get_by_role("button", name="Bagikan"))


async def test_whole_registration_by_keyboard_at_360_px(page: Page, pictures: Path) -> None:
    """Somebody who has only a keyboard and 360 px registers from the link to the receipt."""
    await page.set_viewport_size({"width": 360, "height": 740})
    sari = Phone(page, "Sari")
    await opens_by_menu(sari, "pasar-rau")
    for key in ("home-register", "registration-yes", "registration-age.upto63", "registration-covered.no"):
        await chooses(sari, key)
    await chooses(sari, "registration-consent.office")
    await presses(page, sari.button("Sari"), key=BACKWARDS)
    await shares_number(sari)
    await chooses(sari, "registration-whose.self")
    await sari.sees("registration-village")
    await types(page, sari.field, "kasemen")  # a kelurahan, and a kecamatan
    await presses(page, sari.button(words("places-village", name="Kasemen")), key=BACKWARDS)
    await sari.sees("registration-neighbourhood")
    await types(page, sari.field, "RT 1 RW 2")
    await chooses(sari, "registration-calltime.morning")
    await sari.sees("registration-summary")
    await page.screenshot(path=pictures / "playground-360.png")
    await chooses(sari, "registration-send")
    await sari.sees("registration-receipt")
