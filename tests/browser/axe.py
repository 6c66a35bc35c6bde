"""What axe-core finds on a page."""

from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

GRAVE = {"serious", "critical"}


async def grave_findings(page: Page) -> list[str]:
    found: list[dict[str, Any]] = (await Axe().run(page)).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]
