"""The end of a demo."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.demo import Demo
from tests.browser.phones import Phone

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_ctrl_c_ends_the_demo_cleanly(demo: Demo, page: Page) -> None:
    """With a page open Ctrl-C stops everything: exit 0, no complaint, and the page says that it is gone."""
    sari = Phone(page, "Sari")
    await sari.starts()
    await sari.sees("home-greeting")
    assert await demo.gets_ctrl_c() == 0
    assert "Sampai jumpa" in demo.said
    assert demo.log.read_text(encoding="utf-8") == ""
    await expect(page.get_by_role("alert").filter(has_text="Sambungan ke arena terputus")).to_be_visible()
