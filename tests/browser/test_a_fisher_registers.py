"""The fisher at 360 px: three questions of his own, the sum, a doubt, an officer, and his receipt."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Look
from tests.browser.phones import Phone
from tests.browser.test_registration_on_phones import answers_the_rest
from tests.browser.test_understanding_it import fits
from tests.browser.wording import label

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(180)]

NARROW: Look = (360, "light")
ASKED = {
    "iurane pira": "Besarnya ikut penghasilan.",
    "kalau saya jatuh pas melaut ditanggung gak": "tanpa batas biaya",
    "ini asli bukan? takut penipuan": "tanyakan layanan ini",
}
"""In the words of the harbour, and what the answer says."""
DOUBT = "Kok murah sekali Bu, ini bukan penipuan?"
ANSWER = "Betul Pak, ini kantor kami. Silakan cek dulu di 175."


@pytest.mark.parametrize("look", [NARROW], indirect=True)
async def test_a_fisher_asks_doubts_talks_to_an_officer_and_registers(page: Page, pictures: Path) -> None:
    """Each screen fits the phone; the officer's words reach him, and he goes on to his receipt."""
    fisher, rina = Phone(page, "Sari"), Phone(page, "Rina")
    await looks_at(rina)
    await rina.is_there()
    await looks_at(fisher)
    await fisher.is_there()
    await asks(fisher)
    await fits(page, pictures / "programme-question-360.png")
    await reckons(fisher)
    await talks_to(rina, fisher)
    await fits(page, pictures / "programme-officer-360.png")
    await registers(fisher)
    await fisher.sees("registration-receipt")
    await fits(page, pictures / "programme-receipt-360.png")


async def looks_at(person: Phone) -> None:
    """On a narrow page one phone is shown at a time."""
    tabs = person.page.get_by_role("navigation", name="Pilih ponsel")
    await tabs.get_by_role("button", name=person.holder).click()


async def asks(fisher: Phone) -> None:
    for said, told in ASKED.items():
        await fisher.writes(said)
        await expect(fisher.from_bot.last).to_contain_text(told)


async def reckons(fisher: Phone) -> None:
    await fisher.writes("/iuran")
    await fisher.sees("contributions-ask")
    await fisher.writes("sekali melaut 50 ribu, seminggu 5 kali")
    await fisher.taps("contributions-group.other")
    await fisher.sees("contributions-row")


async def talks_to(rina: Phone, fisher: Phone) -> None:
    """Two taps from the price to a person; one tap and the question is hers."""
    await fisher.taps("nav-help")
    await fisher.sees("cases-help")
    await fisher.writes(DOUBT)
    await fisher.sees("replies-noted")
    await looks_at(rina)
    await rina.taps("cases-claim")
    await rina.taps("replies-button")
    await rina.sees("replies-answer")
    await rina.writes(ANSWER)
    await expect(rina.from_bot.last).to_contain_text(ANSWER)
    await looks_at(fisher)
    await expect(fisher.from_bot.filter(has_text=ANSWER).last).to_be_visible()


async def registers(fisher: Phone) -> None:
    await fisher.writes("/daftar")
    await fisher.sees("registration-occupation")
    await fisher.button(label("registration-occupation.fisher")).click()
    await fisher.taps("registration-age.upto63")
    await fisher.taps("registration-covered.no")
    await fisher.taps("registration-consent.office")
    await answers_the_rest(fisher)
