"""What people do with the phones on the page, and what they see there.

    sari = Phone(page, "Sari")
    await sari.opens_by_link("pasar-rau")
    await sari.taps("home-register")

Labels and messages are named by their text keys (tests/browser/wording.py).
"""

import re

from playwright.async_api import Download, Locator, Page, expect

from tests.browser.wording import label, words


class Phone:
    """One phone on the page."""

    def __init__(self, page: Page, holder: str) -> None:
        self.page = page
        self.holder = holder
        self.section = page.get_by_role("region", name=f"Ponsel {holder}", exact=True)
        self.field = self.section.get_by_role("combobox", name="Tulis pesan").or_(
            self.section.get_by_role("textbox", name="Tulis pesan")
        )
        self.from_bot = self.section.locator("article.message.from-bot")
        self.from_person = self.section.locator("article.message.from-person")
        self.newest = self.section.locator("article.message").last

    # --- what the person does ---

    async def starts(self) -> None:
        """Open the bot by its name and press MULAI."""
        await self.section.get_by_role("button", name="MULAI").click()

    async def is_there(self) -> None:
        """Open the bot, unless that was done before."""
        if await self.section.get_by_role("button", name="MULAI").is_visible():
            await self.starts()

    async def opens_by_link(self, link: str) -> None:
        """Scan a QR code, or tap a link somebody sent."""
        await self.section.get_by_role("button", name="Buka lewat tautan/QR").first.click()
        await self.section.get_by_label("Kode tautan/QR").fill(link)
        await self.section.get_by_role("button", name="Buka", exact=True).click()

    async def writes(self, text: str) -> None:
        await self.field.fill(text)
        await self.section.get_by_role("button", name="Kirim", exact=True).click()

    async def taps(self, key: str, **args: str) -> None:
        """Tap the button with this text, below the newest message that has it."""
        await self.button(label(key, **args)).click()

    async def attaches(self, what: str) -> None:
        """Send something from the menu of the paper clip."""
        await self.section.get_by_role("button", name="Lampirkan").click()
        await self.section.get_by_role("menuitem", name=what).click()

    async def shares_number(self) -> None:
        """Press the keyboard's "share my number", and agree to Telegram's question."""
        await self.section.get_by_role("button", name=label("registration-phone.share")).click()
        await self.agrees_to_share()

    async def agrees_to_share(self) -> None:
        await self.section.get_by_role("alertdialog").get_by_role("button", name="Bagikan").click()

    async def downloads(self, name: re.Pattern[str]) -> Download:
        """Fetch the file the bot sent."""
        card = self.from_bot.get_by_role("link", name=name).last
        async with self.page.expect_download() as waiting:
            await card.click()
        return await waiting.value

    # --- what the person sees ---

    def button(self, text: str | re.Pattern[str]) -> Locator:
        return self.section.locator("article.message").get_by_role("button", name=text, exact=True).last

    async def sees(self, key: str, **known: str) -> None:
        """Wait until the bot has said this."""
        await expect(self.from_bot.filter(has_text=words(key, **known)).last).to_be_visible()

    async def is_answered(self, key: str, **known: str) -> None:
        """Wait until the bot has said this after whatever the person did last."""
        answers = self.from_person.last.locator("xpath=following-sibling::article")
        await expect(answers.filter(has_text=words(key, **known)).last).to_be_visible()
