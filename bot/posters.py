"""What a source's link looks like: the deep link, its QR code, and what a poster says of it."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import segno

Size = Literal["A4", "A5"]

QUIET_ZONE = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""

_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")
_BOT = re.compile(r"[A-Za-z][A-Za-z0-9_]{4,31}")


@dataclass(frozen=True)
class PosterText:
    """Everything a poster says, in the reader's language; the layout shrinks what is long."""

    headline: str
    steps: tuple[str, str, str]
    cannot_scan: str
    bot_name: str
    label: str
    never_ask: str
    doubt: str
    hotline: str
    branch: str


def deep_link(bot_username: str, code: str) -> str:
    """Return the link that starts the bot with a source's code.

    ValueError for a payload that Telegram would not carry (1 to 64 of A-Z, a-z, 0-9, _ and -) and for what is
    no user name; a leading @ is left out.
    """
    name = bot_username.removeprefix("@")
    if not _BOT.fullmatch(name):
        raise ValueError(f"not a bot's user name: {bot_username!r}")
    if not _CODE.fullmatch(code):
        raise ValueError(f"a deep link carries 1 to 64 of A-Z, a-z, 0-9, _ and -, not {code!r}")
    return f"https://t.me/{name}?start={code}"


def qr_png(link: str, *, scale: int = 12) -> bytes:
    """Draw a link as a QR code, `scale` pixels a module; a quarter of it may be torn off (correction Q)."""
    picture = BytesIO()
    code = segno.make(link, error="q", micro=False)
    code.save(picture, kind="png", scale=scale, border=QUIET_ZONE)
    return picture.getvalue()
