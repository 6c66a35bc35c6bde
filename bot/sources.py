"""Sources: codes behind links, what they know of people, and the posters they are printed on."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from bot.errors import NotFound, PerisaiError
from bot.latin import latin
from bot.names import clean_name
from bot.places import PlaceIndex
from bot.places.folding import fold
from bot.posters import PosterText, Size, deep_link, qr_png
from bot.registration.form import OCCUPATIONS
from bot.screens import Media, MediaKind, Screen
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.groups import add_group, find_group_named
from storage.models.contacts import Contact
from storage.models.groups import GroupKind, WorkerGroup
from storage.models.messages import Lane, Message
from storage.models.sources import Source, SourceKind
from storage.outbox import params_of, queue_message
from storage.sources import add_source, find_source
from storage.types import new_number

POSTER = "poster"
SIZES: tuple[Size, ...] = ("A4", "A5")
QR = "QR"  # the code alone, to be put into a letter or a chat
PRINTS: tuple[str, ...] = (*SIZES, QR)
LONGEST_CODE = (
    40  # Telegram's links carry 64, but a button `sources:show:<code>:<version>` is 64 bytes in all
)
LONGEST_WORD = LONGEST_CODE - len("poster-") - len("-abcd")  # what a label lends its code
LONGEST_LABEL = 60
_CODE = re.compile(rf"[A-Za-z0-9_-]{{1,{LONGEST_CODE}}}", re.ASCII)
GROUP_KINDS = {SourceKind(kind.value): kind for kind in GroupKind}
"""Which sources are a group's own, and of what kind the group is."""
RESERVED_PREFIXES = ("inv_", "klaim_", "wakil_", "kumpul-")  # deep links with a meaning of their own


class SourceRefused(PerisaiError):
    """The source cannot be added as it is."""


@dataclass(frozen=True, slots=True)
class Poster:
    """What a poster is made of, ready to be drawn in a thread."""

    text: PosterText
    link: str
    size: Size

    def pdf(self) -> bytes:
        """Draw it."""
        from bot.poster_pages import poster_pdf  # noqa: PLC0415 - 20 MB that most processes never need

        return poster_pdf(self.text, self.link, size=self.size)


def clean_label(text: str) -> str | None:
    """What people call it, as a poster can print it, at most 60 characters; None when no letter is left."""
    label = latin(text)[:LONGEST_LABEL].strip()
    return label if any(char.isalpha() for char in label) else None


async def free_code(tx: Transaction, label: str) -> str:
    """A code that reads like the label and is not taken: "Pasar Rau" is "pasar-rau"."""
    word = "-".join(re.findall(r"[a-z0-9]+", fold(label)))[:LONGEST_WORD].strip("-")
    if not word or word.startswith(RESERVED_PREFIXES):
        word = f"poster-{word}".strip("-")
    code = word
    while await find_source(tx, code) is not None:
        code = f"{word}-{new_number()[:4].lower()}"
    return code


def check_source(source: Source, places: PlaceIndex) -> None:
    """SourceRefused, saying why, unless the code, place and occupation can be used."""
    if not _CODE.fullmatch(source.code):
        raise SourceRefused(
            f"a code has 1 to {LONGEST_CODE} letters, digits, hyphens or underscores, as Telegram's links do"
        )
    if source.code.startswith(RESERVED_PREFIXES):
        raise SourceRefused(
            f"codes that begin with {' or '.join(RESERVED_PREFIXES)} have a meaning of their own"
        )
    if source.group_name and clean_name(source.group_name) is None:
        raise SourceRefused(f"{source.group_name!r} cannot be a group's name")
    if source.village_code and places.find_village(source.village_code) is None:
        raise SourceRefused(f"{source.village_code} is no village of this branch")
    if source.occupation and source.occupation not in OCCUPATIONS:
        raise SourceRefused(f"an occupation is one of {', '.join(OCCUPATIONS)}")


async def require_addable(tx: Transaction, source: Source) -> None:
    """SourceRefused when the code is taken, or there is no group of this name and none can be made."""
    if await find_source(tx, source.code) is not None:
        raise SourceRefused(f"the code {source.code} is taken")
    name = source.group_name
    if not name or source.kind in GROUP_KINDS or await find_group_named(tx, name):
        return
    raise SourceRefused(
        f"no group is called {name!r}: /undang writes one down, and so does a source"
        f" of kind {', '.join(GROUP_KINDS)}"
    )


async def create_source(tx: Transaction, source: Source, places: PlaceIndex) -> None:
    """Add a source and, where its `group_name` is new, the group; SourceRefused when it cannot be used.

    Whoever comes from it belongs to that group: their lead is offered to who answers for it.
    """
    check_source(source, places)
    await require_addable(tx, source)
    group = await _keep_group(tx, source) if source.group_name else None
    belongs = {"group_id": group.id, "group_name": group.name} if group else {}
    if not await add_source(tx, Source(**source.model_dump() | belongs)):
        raise SourceRefused(f"the code {source.code} is taken")


async def _keep_group(tx: Transaction, source: Source) -> WorkerGroup | None:
    """The group as it stands, one of the source's own kind before others; else it is written down."""
    name, kind = source.group_name or "", GROUP_KINDS.get(source.kind)
    if kind and not await find_group_named(tx, name, kind):
        await add_group(tx, kind, name, source.created_at, village_code=source.village_code)
    return await find_group_named(tx, name, kind)


async def get_source(tx: Transaction, code: str) -> Source:
    """The source with this code; NotFound when there is none."""
    source = await find_source(tx, code)
    if source is None:
        raise NotFound(f"no source has the code {code}")
    return source


async def request_poster(tx: Transaction, contact_id: UUID, code: str, size: str, now: datetime) -> None:
    """Queue a poster or a QR code for somebody; it is drawn when it is sent, not here."""
    await get_source(tx, code)
    if size not in PRINTS:
        raise NotFound(f"there is {', '.join(PRINTS)}")
    params: dict[str, object] = {"code": code, "size": size}
    await queue_message(tx, contact_id, Lane.REPLY, POSTER, now, params=params)


async def render_poster(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The poster (PDF) or the QR code (PNG) as a document, with the link in the caption."""
    params = params_of(tx, message)
    source = await find_source(tx, str(params["code"]))
    if source is None:
        return None
    words = Wording(service.texts, contact.language)
    poster = compose_poster(service, source, "A5" if params["size"] == "A5" else "A4")
    media = _print(source, poster, str(params["size"]))
    return Screen(POSTER, words.render("sources-poster", label=source.label, link=poster.link), media=media)


def _print(source: Source, poster: Poster, size: str) -> Media:
    if size == QR:
        return Media(MediaKind.DOCUMENT, partial(qr_png, poster.link), f"{source.code}.png")
    return Media(MediaKind.DOCUMENT, poster.pdf, f"poster-{source.code}-{poster.size}.pdf")


def compose_poster(service: Service, source: Source, size: Size) -> Poster:
    """A source's poster; what hangs in a market is always Indonesian."""
    words = Wording(service.texts, "id")
    text = PosterText(
        headline=words.label("sources-poster-headline"),
        steps=(
            words.label("sources-poster-step1"),
            words.label("sources-poster-step2"),
            words.label("sources-poster-step3"),
        ),
        cannot_scan=words.label("sources-poster-cannot-scan"),
        bot_name=f"@{service.bot_username}",
        label=source.label,
        never_ask=words.label("sources-poster-never-ask"),
        doubt=words.label("sources-poster-doubt"),
        hotline=service.call_centre,
        branch=service.branch.short_name,
    )
    return Poster(text, deep_link(service.bot_username, source.code), size)
