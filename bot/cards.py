"""A picture that explains one benefit: legible on a phone 360 pixels wide, made to be forwarded.

Drawn by Pillow with the font it carries (Aileron), so that no file has to be shipped or found.
"""

import re
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from bot.card_texts import CardText

WIDTH = 720  # twice as wide as the phone that must be able to show it
MARGIN = 40
GAP = 18
RADIUS = 24

_INSIDE_SUMS = re.compile(r"(?<=[0-9]) (?=[a-z])")

Colour = tuple[int, int, int]
BLACK: Colour = (20, 20, 20)
WHITE: Colour = (255, 255, 255)
GREEN: Colour = (0, 96, 57)
PALE: Colour = (232, 244, 236)

TITLE, HEADLINE, LINE, NOTE, HOTLINE, FOOTER = 40, 60, 34, 31, 40, 28
"""Sizes of letters, in pixels of the picture: on a phone 360 wide each is half of it, so none is below 28."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, broken into lines that fit."""

    lines: tuple[str, ...]
    size: int
    colour: Colour
    bold: bool = False

    @property
    def leading(self) -> int:
        return self.size * 13 // 10

    @property
    def height(self) -> int:
        return len(self.lines) * self.leading


TOGETHER = "\u00a0"


def draw_card(text: CardText) -> bytes:
    """Draw the picture as PNG, the same bytes for the same words; it takes too long for a transaction."""
    head, steps, notes, foot = _layout(text)
    image = Image.new("RGB", (WIDTH, _height(head, steps, notes, foot)), WHITE)
    canvas = ImageDraw.Draw(image)
    y = _draw_on_panel(canvas, head, 0, GREEN, rounded=False)
    y = _draw(canvas, steps, y + GAP)
    y = _draw_on_panel(canvas, notes, y + GAP, PALE, rounded=True)
    _draw(canvas, foot, y + GAP)
    picture = BytesIO()
    image.save(picture, "PNG", optimize=True)
    return picture.getvalue()


def _layout(text: CardText) -> tuple[list[Block], ...]:
    steps = [_block(f"{number}. {line}", LINE) for number, line in enumerate(text.lines, start=1)]
    return (
        [
            _block(text.title, TITLE, WHITE, bold=True),
            _block(text.headline, HEADLINE, WHITE, bold=True),
        ],
        steps,
        [_block(note, NOTE) for note in text.notes],
        [_block(text.hotline, HOTLINE, GREEN, bold=True), _block(text.footer, FOOTER)],
    )


def _height(*parts: list[Block]) -> int:
    """Every block with its gap, panels with their rims, and the gaps between the parts."""
    return sum(_stacked(part) for part in parts) + 2 * 2 * MARGIN + 3 * GAP + MARGIN


def _stacked(blocks: list[Block]) -> int:
    return sum(block.height + GAP for block in blocks)


def _block(text: str, size: int, colour: Colour = BLACK, *, bold: bool = False) -> Block:
    return Block(tuple(_broken(text, size)), size, colour, bold)


def _broken(text: str, size: int) -> list[str]:
    """Lines no wider than the picture's middle, broken between words, but never inside "Rp10 juta"."""
    font, room = ImageFont.load_default(size), WIDTH - 2 * MARGIN - 2 * GAP
    lines = [""]
    for word in _INSIDE_SUMS.sub(TOGETHER, text).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer.replace(TOGETHER, " ")) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line.replace(TOGETHER, " ") for line in lines]  # the font has no sign for it: it draws a box


def _draw(canvas: ImageDraw.ImageDraw, blocks: list[Block], y: int) -> int:
    """Draw blocks below each other; where the next one begins."""
    for block in blocks:
        font = ImageFont.load_default(block.size)
        for line in block.lines:
            stroke = 1 if block.bold else 0
            canvas.text((MARGIN + GAP, y), line, block.colour, font, stroke_width=stroke)
            y += block.leading
        y += GAP
    return y


def _draw_on_panel(
    canvas: ImageDraw.ImageDraw, blocks: list[Block], y: int, colour: Colour, *, rounded: bool
) -> int:
    """The same on a coloured panel with a rim; where the next part begins."""
    bottom = y + _stacked(blocks) + 2 * MARGIN - GAP
    if rounded:
        canvas.rounded_rectangle((GAP, y, WIDTH - GAP, bottom), RADIUS, fill=colour)
    else:
        canvas.rectangle((0, y, WIDTH, bottom), fill=colour)
    _draw(canvas, blocks, y + MARGIN)
    return bottom
