"""What people send besides words, and the files they get."""

import asyncio
import json
import re
from pathlib import Path

import pytest
from playwright.async_api import Download, Page

from tests.browser.phones import Phone

pytestmark = pytest.mark.asyncio(loop_scope="module")

HELPFUL = (
    ("Foto", "nav-file"),
    ("Dokumen", "nav-file"),
    ("Stiker", "nav-sticker"),
    ("Lokasi", "nav-location"),
    ("Pesan suara", "nav-voice"),
)


async def content(file: Download) -> bytes:
    return await asyncio.to_thread(Path(await file.path()).read_bytes)


async def test_whatever_is_attached_gets_an_answer_that_helps(page: Page) -> None:
    """Photo, file, sticker, place and one's number are answered kindly; a voice note goes to a person."""
    sari, rina = Phone(page, "Sari"), Phone(page, "Rina")
    await rina.is_there()
    await sari.starts()
    await sari.sees("home-greeting")
    for what, answer in HELPFUL:
        await sari.attaches(what)
        await sari.is_answered(answer)
    await rina.sees("cases-notice", name="Sari")
    await sari.attaches("Kontak saya")
    await sari.agrees_to_share()
    await sari.is_answered("nav-contact")


@pytest.mark.parametrize("size", ["A4", "A5"])
async def test_officer_downloads_a_poster(page: Page, size: str) -> None:
    """Bu Rina asks for a market's poster and gets a PDF to print."""
    rina = Phone(page, "Rina")
    await rina.is_there()
    await rina.writes("/poster")
    await rina.button("Pasar Rau").click()
    await rina.button(size).click()
    poster = await rina.downloads(re.compile(r"\.pdf$"))
    assert poster.suggested_filename.endswith(".pdf")
    assert (await content(poster)).startswith(b"%PDF-")


async def test_person_downloads_their_data(page: Page) -> None:
    """Whoever asks for all that is kept about them gets it as a file, too."""
    budi = Phone(page, "Budi")
    await budi.starts()
    await budi.writes("/data_saya")
    await budi.taps("privacy-file-button")
    file = await budi.downloads(re.compile(r"\.json$"))
    assert isinstance(json.loads(await content(file)), dict)
