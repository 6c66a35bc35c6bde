"""The service's main path, as two people live it on their phones."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.phones import Phone
from tests.browser.wording import label, words

pytestmark = pytest.mark.asyncio(loop_scope="module")

LINK = "https://t.me/perisai_serang_bot?start=pasar-rau"


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


async def agrees_to_messages(sari: Phone) -> None:
    await sari.taps("registration-after")
    await sari.sees("consents-reminders")
    await sari.taps("consents-yes")
    await sari.sees("consents-campaigns")
    await sari.taps("consents-no")


async def test_sari_registers_and_rina_opens_the_card(page: Page, pictures: Path) -> None:
    """Sari comes by a market's QR code, consents and gets a receipt; Bu Rina a notice that opens the card."""
    sari, rina = Phone(page, "Sari"), Phone(page, "Rina")
    await rina.is_there()
    await sari.opens_by_link(LINK)
    await sari.sees("start-greeting")
    await answers_until_consent(sari)
    await answers_the_rest(sari)
    await sari.sees("registration-summary")
    await sari.taps("registration-send")
    await sari.sees("registration-receipt")
    await sari.sees("registration-not-membership")
    await rina.sees("leads-notice", name="Sari")
    await rina.taps("leads-open")
    await rina.sees("leads-card", name="Sari", phone="0812-3456-7801", source="pasar-rau")
    await page.screenshot(path=pictures / "playground.png")
    await agrees_to_messages(sari)
    await sari.sees("home-thanks")


async def test_a_person_who_does_not_consent_leaves_nothing(page: Page) -> None:
    """ "Tidak dulu" ends the form kindly, and the officer hears of nobody."""
    budi, rina = Phone(page, "Budi"), Phone(page, "Rina")
    await rina.is_there()
    await budi.opens_by_link("pasar-rau")
    await budi.taps("home-register")
    await budi.taps("registration-yes")
    await budi.taps("registration-age.upto39")
    await budi.taps("registration-covered.unknown")
    await budi.taps("registration-consent.no")
    await budi.sees("registration-out-declined")
    await rina.writes("/leads")
    await expect(rina.from_person.last.locator("xpath=following-sibling::article")).to_have_count(1)
    await expect(rina.from_bot.filter(has_text="Budi")).to_have_count(0)
