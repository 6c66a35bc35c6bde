"""The service's main path, as people live it on their phones: by touch, and by keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.browser.keyboard import goes_to, presses, types
from tests.browser.phones import Phone
from tests.browser.wording import label, words

pytestmark = pytest.mark.asyncio(loop_scope="module")

LINK = "https://t.me/perisai_serang_bot?start=pasar-rau"  # what the market's QR code says
BACKWARDS = "Shift+Tab"  # buttons under messages stand before the field one writes in


async def answers_until_consent(sari: Phone) -> None:
    await sari.taps("home-register")
    await sari.taps("registration-yes")  # the market says what she does: "Pedagang pasar, betul?"
    await sari.taps("registration-age.upto39")
    await sari.taps("registration-covered.no")
    await sari.taps("registration-consent.volunteers")


async def answers_the_rest(sari: Phone) -> None:
    await sari.button("Sari").click()
    await sari.shares_number()
    await sari.taps("registration-whose.self")
    await sari.sees("registration-village")
    await sari.writes("pontang")  # a desa, and a kecamatan
    await sari.button(words("places-village", kind=label("places-desa"), name="Pontang")).click()
    await sari.sees("registration-neighbourhood")
    await sari.writes("RT 3 RW 5")
    await sari.taps("registration-calltime.afternoon")
    await sari.sees("registration-summary")
    await sari.taps("registration-send")


async def agrees_to_messages(sari: Phone) -> None:
    await sari.taps("registration-after")
    await sari.sees("consents-reminders")
    await sari.taps("consents-yes")
    await sari.sees("consents-campaigns")
    await sari.taps("consents-no")


async def takes_pictures(page: Page, folder: Path) -> None:
    await page.mouse.move(0, 0)  # nothing looks pointed at
    await page.screenshot(path=folder / "playground.png")
    await page.set_viewport_size({"width": 360, "height": 800})
    await page.screenshot(path=folder / "playground-360.png")
    await page.set_viewport_size({"width": 1280, "height": 900})


async def test_sari_registers_and_rina_opens_the_card(page: Page, pictures: Path) -> None:
    """Sari comes by a market's QR code and gets a receipt; Pak Budi is asked; Bu Rina sees her card."""
    sari, budi, rina = Phone(page, "Sari"), Phone(page, "Budi"), Phone(page, "Rina")
    await rina.is_there()
    await budi.is_there()
    await sari.opens_by_link(LINK)
    await sari.sees("start-greeting")
    await answers_until_consent(sari)
    await answers_the_rest(sari)
    await sari.sees("registration-receipt")
    await sari.sees("registration-not-membership")
    await budi.sees("offers-offer", name="Sari")
    await rina.writes("/leads")
    await rina.button(re.compile(r"^Sari · ")).click()
    await rina.sees("leads-card", name="Sari", phone="0812••••801")
    await takes_pictures(page, pictures)
    await agrees_to_messages(sari)
    await sari.sees("home-thanks")


async def chooses(person: Phone, key: str) -> None:
    await presses(person.page, person.button(label(key)), key=BACKWARDS)


async def opens_by_menu(person: Phone, code: str) -> None:
    """The phone's own menu, with the arrow keys, to the field that stands for a QR code."""
    page = person.page
    await presses(page, person.section.get_by_role("button", name="Tindakan lain"))
    await goes_to(page, person.section.get_by_role("menuitem", name="Buka lewat tautan/QR"), key="ArrowDown")
    await page.keyboard.press("Enter")
    await types(page, person.section.get_by_label("Kode tautan/QR"), code)


async def shares_number(person: Phone) -> None:
    keyboard = person.section.get_by_role("group", name="Tombol balasan")
    await presses(person.page, keyboard.get_by_role("button", name=label("registration-phone.share")))
    await presses(
        person.page, person.section.get_by_role("alertdialog").get_by_role("button", name="Bagikan")
    )


async def types_the_place(person: Phone) -> None:
    await person.sees("registration-village")
    await types(person.page, person.field, "kasemen")  # a kelurahan, and a kecamatan
    await presses(person.page, person.button(words("places-village", name="Kasemen")), key=BACKWARDS)
    await person.sees("registration-neighbourhood")
    await types(person.page, person.field, "RT 1 RW 2")


@pytest.mark.parametrize("look", [(360, "light")], indirect=True)
async def test_whole_registration_by_keyboard_at_360_px(page: Page) -> None:
    """Somebody who has only a keyboard and 360 px registers from the link to the receipt."""
    budi = Phone(page, "Budi")
    tabs = page.get_by_role("navigation", name="Pilih ponsel")
    await presses(page, tabs.get_by_role("button", name="Budi"))
    await opens_by_menu(budi, "pasar-rau")
    for key in ("home-register", "registration-yes", "registration-age.upto63", "registration-covered.no"):
        await chooses(budi, key)
    await chooses(budi, "registration-consent.office")
    await presses(page, budi.button("Budi Santoso"), key=BACKWARDS)
    await shares_number(budi)
    await chooses(budi, "registration-whose.self")
    await types_the_place(budi)
    await chooses(budi, "registration-calltime.morning")
    await budi.sees("registration-summary")
    await chooses(budi, "registration-send")
    await budi.sees("registration-receipt")
