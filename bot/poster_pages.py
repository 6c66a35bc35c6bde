"""A poster to hang in a market, drawn as a PDF; what draws takes 20 MB and is loaded with the first one."""

from datetime import UTC, datetime
from io import BytesIO
from typing import NamedTuple, cast

from fpdf import FPDF

from bot.latin import latin
from bot.posters import PosterText, Size, qr_png

Colour = tuple[int, int, int]

_SIZES: dict[Size, tuple[float, float]] = {"A4": (210, 297), "A5": (148, 210)}  # mm
# a poster's date is not the hour it was drawn: same text, same bytes
_DRAWN = datetime(2025, 1, 1, tzinfo=UTC)

BLACK: Colour = (20, 20, 20)
WHITE: Colour = (255, 255, 255)
GREEN: Colour = (0, 96, 57)
PALE: Colour = (232, 244, 236)
RED: Colour = (176, 20, 28)


class Box(NamedTuple):
    """A rectangle on an A4 page, in millimetres from its top left corner; A5 is the same page, smaller."""

    x: float
    y: float
    width: float
    height: float

    def inside(self, gap: float) -> "Box":
        """Return the box without a rim of `gap`."""
        return Box(self.x + gap, self.y + gap, self.width - 2 * gap, self.height - 2 * gap)


_HEADLINE = Box(12, 12, 186, 50)
_QR = Box(3, 64, 114, 114)  # with its quiet zone, so that the black stands in line with the headline's box
_STEPS = tuple(Box(122, 75 + 32 * row, 76, 28) for row in range(3))
_CANNOT_SCAN = Box(12, 180, 186, 44)
_NEVER_ASK = Box(12, 229, 186, 42)
_BRANCH = Box(12, 274, 186, 11)


def poster_pdf(text: PosterText, link: str, *, size: Size = "A4") -> bytes:
    """Draw a one-page poster as PDF: the same bytes for the same arguments.

    Takes 20 to 160 ms: called in a job, never in an update's transaction. Built-in fonts only, so characters
    outside Latin-1 become their nearest likeness; long texts are set smaller, too long ones end in "...".
    """
    page = _Page(size)
    page.set_title(latin(text.headline))
    page.set_lang("id")
    _draw_headline(page, text)
    page.image(BytesIO(qr_png(link)), *page.place(_QR))
    for number, (step, box) in enumerate(zip(text.steps, _STEPS, strict=True), start=1):
        _draw_step(page, number, step, box)
    _draw_cannot_scan(page, text)
    _draw_never_ask(page, text)
    page.write_into(_BRANCH, text.branch, largest=16, colour=GREEN, align="C")
    return bytes(page.output())


class _Page(FPDF):
    """One page measured in A4 millimetres, with texts that fit their boxes."""

    def __init__(self, size: Size) -> None:
        super().__init__(format=_SIZES[size])
        self.ratio = _SIZES[size][0] / 210
        self.set_creation_date(_DRAWN)
        self.set_auto_page_break(auto=False)
        self.set_margin(0)
        self.c_margin = 0
        self.add_page()

    def scaled(self, length: float) -> float:
        """Return a length of the A4 drawing in this page's millimetres."""
        return length * self.ratio

    def place(self, box: Box) -> Box:
        """Return where a box of the A4 drawing lies on this page."""
        return Box(*map(self.scaled, box))

    def fill(self, box: Box, colour: Colour) -> None:
        """Draw a box with round corners."""
        self.set_fill_color(*colour)
        self.rect(*self.place(box), style="F", round_corners=True, corner_radius=self.scaled(4))

    def outline(self, box: Box, colour: Colour) -> None:
        """Draw the rim of a box, inside it."""
        self.set_draw_color(*colour)
        self.set_line_width(self.scaled(1.2))
        rim = self.place(box.inside(0.6))
        self.rect(*rim, style="D", round_corners=True, corner_radius=self.scaled(4))

    def write_into(
        self,
        box: Box,
        text: str,
        *,
        largest: float,
        colour: Colour = BLACK,
        align: str = "L",
        bold: bool = True,
    ) -> None:
        """Set a text in the middle of a box, as large as fits up to `largest` points (on A4)."""
        self.set_font("Helvetica", "B" if bold else "")
        x, y, width, height = self.place(box)
        lines = self._fitting_lines(latin(text), width, height, largest)
        self.set_text_color(*colour)
        for row, line in enumerate(lines):
            self.set_xy(x, y + (height - len(lines) * self._leading()) / 2 + row * self._leading())
            self.cell(width, self._leading(), line, align=align)

    def _fitting_lines(self, text: str, width: float, height: float, largest: float) -> list[str]:
        points = largest
        while True:
            self.set_font_size(self.scaled(points))
            lines = self._broken(text, width)
            room = int(height / self._leading() + 0.01)
            if len(lines) <= room and self._widest_word(text) <= width:
                return lines
            if points <= 9:
                return lines if len(lines) <= room else self._cut(lines[:room], width)
            points -= 0.5

    def _broken(self, text: str, width: float) -> list[str]:
        lines = self.multi_cell(width, self._leading(), text, align="L", dry_run=True, output="LINES")
        return [line.strip() for line in cast("list[str]", lines)]

    def _cut(self, lines: list[str], width: float) -> list[str]:
        last = lines[-1]
        while last and self.get_string_width(last + "...") > width:
            last = last[:-1]
        return [*lines[:-1], last.rstrip() + "..."]

    def _widest_word(self, text: str) -> float:
        return max((float(self.get_string_width(word)) for word in text.split()), default=0)

    def _leading(self) -> float:
        return float(self.font_size) * 1.15


def _draw_headline(page: _Page, text: PosterText) -> None:
    page.fill(_HEADLINE, GREEN)
    page.write_into(_HEADLINE.inside(5), text.headline, largest=56, colour=WHITE, align="C")


def _draw_step(page: _Page, number: int, step: str, box: Box) -> None:
    disc = Box(box.x, box.y + box.height / 2 - 8, 16, 16)
    page.set_fill_color(*GREEN)
    page.ellipse(*page.place(disc), style="F")
    page.write_into(disc, str(number), largest=30, colour=WHITE, align="C")
    page.write_into(Box(box.x + 20, box.y, box.width - 20, box.height), step, largest=24)


def _draw_cannot_scan(page: _Page, text: PosterText) -> None:
    page.fill(_CANNOT_SCAN, PALE)
    x, y, width, _ = _CANNOT_SCAN.inside(5)
    page.write_into(Box(x, y - 1, width, 9), text.cannot_scan, largest=20, align="C", bold=False)
    page.write_into(Box(x, y + 8, width, 15), text.bot_name, largest=40, colour=GREEN, align="C")
    page.write_into(Box(x, y + 24, width, 11), text.label, largest=21, align="C")


def _draw_never_ask(page: _Page, text: PosterText) -> None:
    page.outline(_NEVER_ASK, RED)
    x, y, width, height = _NEVER_ASK.inside(5)
    page.write_into(Box(x, y, width - 62, height), text.never_ask, largest=28, colour=RED)
    page.write_into(Box(x + width - 56, y, 56, 9), text.doubt, largest=18, align="C")
    page.write_into(Box(x + width - 56, y + 9, 56, height - 9), text.hotline, largest=60, align="C")
