"""A campaign to two hundred people, from its first word to its end, paused and let go on, on the page."""

import re
from collections.abc import AsyncIterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.axe import grave_findings
from tests.browser.conftest import opened
from tests.browser.demo import Demo, shown
from tests.browser.phones import Phone
from tests.browser.wording import label

pytestmark = pytest.mark.asyncio(loop_scope="module")

TEXT = "Halo {nama} dari {desa}! Perlindungan kerja {iuran}. Tanya petugas, atau telepon 175."
NAME = "Desember di Pontang"
CROWD = 200
SCHEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")  # as it began, in the end
JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def crowded(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    """The demo with a crowd in front of it, and a second officer."""
    async with shown(tmp_path_factory.mktemp("crowd"), "--crowd", str(CROWD)) as demo:
        yield demo


@pytest_asyncio.fixture(loop_scope="module")
async def page(crowded: Demo, browser: Browser) -> AsyncIterator[Page]:
    async with opened(crowded, browser) as page:
        yield page


async def is_morning(page: Page, demo: Demo) -> None:
    """Nothing is sent at night: where it is one, the arena's clock moves on to nine o'clock."""
    clock = await page.request.get(f"{demo.url}/api/clock")
    now = datetime.fromisoformat((await clock.json())["now"]).astimezone(JAKARTA)
    nine = datetime.combine(now.date() + timedelta(days=now.hour >= 9), time(9), JAKARTA)
    if not 8 <= now.hour < 19:
        advance = {"advance_seconds": int((nine - now).total_seconds())}
        await page.request.post(f"{demo.url}/api/clock", data=advance)


async def composes(rina: Phone) -> None:
    await rina.writes("/siar")
    await rina.taps("campaigns-new")
    await rina.sees("campaigns-name-ask")
    await rina.writes(NAME)
    await rina.taps("campaigns-edit-text", language=label("language.name"), mark="")
    await rina.sees("campaigns-text-ask")
    await rina.writes(TEXT)
    await rina.sees("campaigns-draft-card")
    await rina.taps("campaigns-edit-buttons", count="0")
    await rina.sees("campaigns-buttons-ask")
    await rina.taps("home-register")
    await rina.button("✅ " + label("home-register")).wait_for()
    await rina.taps("nav-back")
    await rina.taps("campaigns-edit-segment")
    await rina.sees("campaigns-audience")
    await rina.taps("nav-back")
    await rina.taps("campaigns-do.submit")
    await rina.sees("campaigns-card", state=label("campaigns-state.submitted"))


async def approves(dewi: Phone) -> None:
    await dewi.sees("campaigns-news-submitted", name=NAME)
    await dewi.taps("campaigns-open")
    await dewi.sees("campaigns-times")
    await expect(dewi.from_bot.filter(has_text="Halo Bapak/Ibu dari desa setempat!")).to_be_visible()
    await expect(dewi.newest).to_contain_text(NAME)
    await dewi.taps("campaigns-do.approve")
    await dewi.sees("campaigns-card", state=label("campaigns-state.approved"))


def live(rina: Phone) -> Locator:
    """The one message that is edited."""
    return rina.from_bot.filter(has_text=f"📡 {NAME}:")


async def is_looked_at(page: Page, folder: Path) -> None:
    """The phones of both officers beside the crowd; at 360 px the officer's alone, then the crowd.

    A picture of each, and nothing that shuts somebody out, in light and in dark.
    """
    await page.mouse.move(0, 0)
    await page.locator("#phones").evaluate("row => { row.scrollLeft = row.scrollWidth }")
    await page.screenshot(path=folder / "campaign.png")
    await shuts_nobody_out(page)
    await page.set_viewport_size({"width": 360, "height": 800})
    tabs = page.get_by_role("navigation", name="Pilih ponsel")
    await tabs.get_by_role("button", name="Rina").click()
    await page.screenshot(path=folder / "campaign-360.png")
    await shuts_nobody_out(page)
    await tabs.get_by_role("button", name="Warga lain").click()
    await expect(page.get_by_role("region", name="Warga lain")).to_be_visible()
    await shuts_nobody_out(page)
    await tabs.get_by_role("button", name="Rina").click()
    await page.set_viewport_size({"width": 1280, "height": 900})


async def shuts_nobody_out(page: Page) -> None:
    """axe-core finds nothing grave, by day and by night."""
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        assert await grave_findings(page) == []


async def test_a_campaign_runs_is_paused_and_ends(page: Page, crowded: Demo, pictures: Path) -> None:
    """The dots fill while it runs and stand still while it is paused; one message tells all of it."""
    rina, dewi = Phone(page, "Rina"), Phone(page, "Dewi")
    count = page.locator(".crowd-count")
    await is_morning(page, crowded)
    await rina.starts()
    await dewi.starts()
    await composes(rina)
    await approves(dewi)
    await rina.sees("campaigns-news-approved", name=NAME)
    await rina.taps("campaigns-open")
    await rina.taps("campaigns-do.start")
    await expect(live(rina)).to_contain_text(label("campaigns-state.running"), timeout=80_000)
    await expect(count).to_have_text(re.compile(rf"^(?:[6-9]\d|1\d\d) dari {CROWD}"), timeout=80_000)
    await live(rina).get_by_role("button", name=label("campaigns-do.pause")).click()
    await expect(live(rina)).to_contain_text(label("campaigns-paused-by-staff"))
    await is_looked_at(page, pictures)
    held = await count.inner_text()
    await page.wait_for_timeout(2_500)  # as long as a pause may take to be broken, if it were
    assert await count.inner_text() == held
    await live(rina).get_by_role("button", name=label("campaigns-do.resume")).click()
    await expect(live(rina)).to_contain_text(label("campaigns-state.finished"), timeout=60_000)
    await expect(live(rina)).to_have_count(1)
    await expect(live(rina)).to_contain_text("100 persen")
    await rina.sees("campaigns-news-finished", name=NAME)
