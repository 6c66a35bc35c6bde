"""What the page lets one do to the world: move its clock, flood it, block the bot."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.phones import Phone

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def joins(page: Page, name: str) -> Phone:
    """Somebody turns up with a phone of their own."""
    await page.get_by_role("button", name="Tambah ponsel").last.click()
    await page.get_by_label("Nama").fill(name)
    await page.get_by_role("button", name="Tambah", exact=True).click()
    await expect(page.get_by_role("dialog")).to_be_hidden()
    return Phone(page, name)


async def test_clock_moved_a_day_is_shown_and_the_bot_lives_in_it(page: Page) -> None:
    """After "+ 1 hari" page, chats and bot agree that it is tomorrow, and the bot still answers."""
    ujang, imas = await joins(page, "Ujang"), await joins(page, "Imas")
    await ujang.starts()
    await ujang.sees("home-greeting")
    await page.get_by_role("button", name="Majukan 1 hari").click()
    await expect(page.locator(".clock-offset")).to_have_text("maju 1 hari")
    await expect(page.locator(".clock")).to_have_attribute("aria-busy", "false")
    await expect(ujang.section.locator(".day")).to_have_text(["Kemarin"])
    await ujang.writes("/iuran")
    await ujang.is_answered("contributions-ask")
    await expect(ujang.section.locator(".day")).to_have_text(["Kemarin", "Hari ini"])
    await imas.starts()
    await imas.sees("home-greeting")
    await imas.writes("/data_saya")
    tomorrow = await page.locator(".clock-day").inner_text()
    await imas.is_answered("privacy-data-account", since=tomorrow)


async def test_flood_of_five_seconds_delays_the_answer_and_loses_nothing(page: Page) -> None:
    """While Telegram refuses with 429 the page says so, and afterwards the answer arrives."""
    budi = Phone(page, "Budi")
    await budi.starts()
    await budi.sees("home-greeting")
    await page.get_by_role("button", name="Gangguan").click()
    await page.get_by_role("button", name="Banjir 5 detik").click()
    await expect(page.locator(".trouble-count")).to_contain_text("Banjir")
    await budi.writes("/manfaat")
    await expect(budi.newest).to_contain_text("/manfaat")
    await expect(page.locator(".trouble-count")).to_contain_text("Banjir")
    await budi.is_answered("benefits-menu")
    await expect(page.locator(".trouble-count")).to_have_text("")


async def test_blocking_the_bot_is_shown_and_can_be_taken_back(page: Page) -> None:
    """Blocked from the trouble panel, the phone says so; unblocked there, the bot answers again."""
    sari = Phone(page, "Sari")
    await sari.starts()
    await sari.sees("home-greeting")
    await page.get_by_role("button", name="Gangguan").click()
    await page.get_by_role("switch", name="Sari").check()
    await expect(sari.section.locator(".bot-status")).to_have_text("diblokir")
    await expect(sari.section.get_by_text("Bot ini diblokir.")).to_be_visible()
    await expect(sari.field).to_be_hidden()
    await sari.section.get_by_role("button", name="Buka blokir").click()
    await page.get_by_role("button", name="Gangguan").click()
    await expect(page.get_by_role("switch", name="Sari")).not_to_be_checked()
    await sari.writes("/iuran")
    await sari.is_answered("contributions-ask")
