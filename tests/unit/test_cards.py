"""The picture of a benefit: its font can draw every sign that stands in it."""

import pytest
from PIL import ImageFont

from bot.cards import LINE, _broken


@pytest.mark.parametrize(
    "text",
    [
        "3. Ongkos ke rumah sakit lewat darat: paling banyak Rp5 juta.",
        "6. Dirawat di rumah: paling banyak Rp20\u00a0juta, selama 1 tahun.",
        "7. Laporkan secepatnya. Perusahaan diberi waktu 2 x 24 jam.",
    ],
)
def test_no_box_stands_in_place_of_a_sign(text: str) -> None:
    """A sign the font does not have is drawn as an empty box."""
    font = ImageFont.load_default(LINE)
    missing = bytes(font.getmask("\u0378"))
    drawn = "".join(_broken(text, LINE))
    assert [sign for sign in set(drawn) if sign != " " and bytes(font.getmask(sign)) == missing] == []
    assert "\u00a0" not in drawn
