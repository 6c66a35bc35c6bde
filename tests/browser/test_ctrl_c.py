"""The end of a demo."""

from playwright.async_api import Page, expect

from tests.browser.demo import Demo
from tests.browser.phones import Phone


async def test_ctrl_c_ends_the_demo_cleanly(demo: Demo, page: Page) -> None:
    """Ctrl-C with a page open: everything stops, the exit code is 0, nothing was complained of, the page says so."""
    sari = Phone(page, "Sari")
    await sari.starts()
    await sari.sees("home-greeting")
    assert await demo.gets_ctrl_c() == 0
    assert "Sampai jumpa" in demo.said
    assert demo.log.read_text(encoding="utf-8") == ""
    await expect(page.get_by_role("alert").filter(has_text="Sambungan ke arena terputus")).to_be_visible()
