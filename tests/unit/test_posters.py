import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import segno
from PIL import Image, ImageChops

from bot.poster_pages import poster_pdf
from bot.posters import QUIET_ZONE, PosterText, Size, deep_link, qr_png

LINK = "https://t.me/PerisaiSerangBot?start=pasar-rau"
RAU = PosterText(
    headline="Kerja tenang, keluarga tenang",
    steps=("Buka kamera HP", "Arahkan ke kotak ini", "Tekan MULAI di Telegram"),
    cannot_scan="Tidak bisa pindai? Buka Telegram, cari:",
    bot_name="@PerisaiSerangBot",
    label="Pasar Induk Rau, Serang",
    never_ask="Kami TIDAK PERNAH minta kode OTP, PIN, kata sandi, atau uang.",
    doubt="Ragu? Telepon",
    hotline="175",
    branch="BPJS Ketenagakerjaan Cabang Serang",
)
WORDY = PosterText(
    headline="Perlindungan kerja untuk semua " * 12,
    steps=("Buka kamera atau aplikasi " * 9, "Pertanggungjawabannyakahkekinian" * 3, "W" * 200),
    cannot_scan="Kalau tidak bisa memindai " * 12,
    bot_name="@" + "W" * 32,
    label="Kelompok Nelayan Dermaga Karangantu, Kp. Baru RT 003/RW 012 " * 12,
    never_ask="Kami TIDAK PERNAH minta kode OTP " * 12,
    doubt="Kalau ragu telepon kami " * 12,
    hotline="0800-1234-5678-9012",
    branch="BPJS Ketenagakerjaan Kantor Cabang Serang " * 12,
)
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
needs_zbar = pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbar-tools is not installed")


def output_of(*command: str | Path, given: bytes = b"") -> bytes:
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


def words_of(text: PosterText) -> str:
    return " ".join(output_of("pdftotext", "-", "-", given=poster_pdf(text, LINK)).decode().split())


def drawn(pdf: bytes, *, dots_per_inch: int = 72) -> Image.Image:
    return Image.open(
        BytesIO(output_of("pdftoppm", "-r", str(dots_per_inch), "-png", "-", given=pdf))
    ).convert("L")


@pytest.mark.parametrize("code", ["a", "pasar-rau_07", "A" * 64])
def test_a_link_starts_the_bot_with_its_code(code: str) -> None:
    """A source's code goes into the link unchanged, with or without the @ of the bot's name."""
    assert deep_link("PerisaiSerangBot", code) == f"https://t.me/PerisaiSerangBot?start={code}"
    assert deep_link("@PerisaiSerangBot", code) == deep_link("PerisaiSerangBot", code)


@pytest.mark.parametrize("code", ["", "A" * 65, "pasar rau", "pasar.rau", "pasar-rau\n", "é", "a&b", "٣"])
def test_a_code_telegram_would_not_carry(code: str) -> None:
    """A payload outside Telegram's alphabet or length is refused before it is printed a thousand times."""
    with pytest.raises(ValueError, match="1 to 64"):
        deep_link("PerisaiSerangBot", code)


@pytest.mark.parametrize("name", ["", "bot", "perisai serang", "t.me/x", "@@PerisaiBot", "PerisaiBot\n"])
def test_a_name_that_is_no_bot(name: str) -> None:
    """What cannot be a Telegram user name makes no link."""
    with pytest.raises(ValueError, match="user name"):
        deep_link(name, "rau")


@pytest.mark.parametrize("scale", [1, 5, 12])
def test_the_picture_is_the_code(scale: int) -> None:
    """Every module is drawn `scale` pixels wide inside four modules of white, at correction Q or H."""
    code = segno.make(LINK, error="q", micro=False)
    expected = [list(row) for row in code.matrix_iter(scale=scale, border=QUIET_ZONE)]
    picture = Image.open(BytesIO(qr_png(LINK, scale=scale))).convert("L")
    assert picture.size == (len(expected[0]), len(expected))
    assert [1 if pixel == 0 else 0 for pixel in picture.tobytes()] == [
        cell for row in expected for cell in row
    ]
    rim = QUIET_ZONE * scale
    assert ImageChops.invert(picture).getbbox() == (rim, rim, picture.width - rim, picture.height - rim)
    assert code.error in "QH"


@needs_zbar
@needs_poppler
@pytest.mark.parametrize(("size", "dots_per_inch"), [("A4", 50), ("A5", 70), ("A4", 300)])
def test_the_printed_code_leads_to_the_bot(size: Size, dots_per_inch: int, tmp_path: Path) -> None:
    """A decoder reads the link from the drawn page, also when it is drawn coarsely."""
    page = tmp_path / "page.png"
    drawn(poster_pdf(RAU, LINK, size=size), dots_per_inch=dots_per_inch).save(page)
    assert output_of("zbarimg", "--quiet", "--raw", page).decode().strip() == LINK


@pytest.mark.parametrize(("size", "points"), [("A4", b"[0 0 595.28 841.89]"), ("A5", b"[0 0 419.53 595.28]")])
def test_one_page_of_its_size(size: Size, points: bytes) -> None:
    """A poster is one page of the paper it was asked for, the same bytes each time."""
    pdf = poster_pdf(RAU, LINK, size=size)
    assert b"/Count 1" in pdf
    assert points in pdf
    assert pdf == poster_pdf(RAU, LINK, size=size)
    assert pdf != poster_pdf(replace(RAU, label="Pelabuhan Karangantu"), LINK, size=size)


@needs_poppler
def test_everything_is_said() -> None:
    """Each text of the poster can be read on it."""
    said = words_of(RAU)
    texts = [
        RAU.headline,
        *RAU.steps,
        RAU.cannot_scan,
        RAU.bot_name,
        RAU.label,
        RAU.never_ask,
        RAU.doubt,
        RAU.branch,
    ]
    assert [text for text in [*texts, "175", "1", "2", "3"] if text not in said] == []


@needs_poppler
@pytest.mark.parametrize("text", [RAU, WORDY], ids=["short", "wordy"])
@pytest.mark.parametrize("size", ["A4", "A5"])
def test_the_margins_stay_white(text: PosterText, size: Size) -> None:
    """However long the texts are, the outer 11 mm of A4 (8 mm of A5) stay white for the printer."""
    page = drawn(poster_pdf(text, LINK, size=size), dots_per_inch=100)
    left, top, right, bottom = ImageChops.invert(page).getbbox() or (0, 0, 0, 0)
    rim = page.width * 11 / 210
    assert min(left, top, page.width - right, page.height - bottom) >= rim


@needs_poppler
def test_a_long_label_is_cut_and_says_so() -> None:
    """A label longer than its box ends in three dots; one that fits when set smaller is kept whole."""
    assert "..." in words_of(replace(RAU, label="Dermaga Karangantu, Kecamatan Kasemen " * 20))
    long = "Kelompok Nelayan Mina Bahari, Dermaga Karangantu, Kampung Baru RT 003/RW 012, Kelurahan Banten"
    assert long in words_of(replace(RAU, label=long))


@needs_poppler
@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Pasar “Rau” – Blok C…", 'Pasar "Rau" - Blok C...'),
        ("Karangantu 🐟 kapal", "Karangantu kapal"),
        ("Kampung Ćłan é", "Kampung C?an é"),
        ("baris\nsatu\tdua\u200b", "baris satu dua"),
        ("Ｒａｕ ½", "Rau ½"),
    ],
)
def test_characters_the_fonts_lack(label: str, shown: str) -> None:
    """Signs become their likeness, accents their letter, emoji nothing, and only the rest a question mark."""
    assert shown in words_of(replace(RAU, label=label))


def test_an_empty_text_is_no_error() -> None:
    """A poster without a label or branch is still a poster."""
    assert poster_pdf(replace(RAU, label="", branch=""), LINK).startswith(b"%PDF-")
