"""Reaching everything with Tab and Enter, as somebody without a mouse does."""

from playwright.async_api import Locator, Page, expect

MANY = 80  # stops of the focus ring before something counts as out of reach


async def goes_to(page: Page, target: Locator, *, key: str = "Tab") -> None:
    """Press Tab (or `key`) until the target has the focus."""
    await expect(target).to_be_visible()
    for _ in range(MANY):
        if await target.evaluate("element => element === document.activeElement"):
            return
        await page.keyboard.press(key)
    raise AssertionError(f"{target} cannot be reached by {key}")


async def presses(page: Page, target: Locator, *, key: str = "Tab") -> None:
    """Go to a button, and press it."""
    await goes_to(page, target, key=key)
    await page.keyboard.press("Enter")


async def types(page: Page, field: Locator, text: str) -> None:
    """Go to a field, type, and send with Enter."""
    await goes_to(page, field)
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")
