"""What a campaign says in one language: its HTML, one file, and up to three buttons; as data, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.screens import MediaKind
from storage.types import JsonObject


class ButtonKind(StrEnum):
    """Where a button leads; each but a link opens a screen of the bot."""

    EXPLAIN = "explain"
    COSTS = "costs"
    REGISTER = "register"
    MISFORTUNE = "misfortune"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class ContentButton:
    """One button; `label` and `url` are a link's alone: the others have the service's own words."""

    kind: ButtonKind
    label: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo, document or voice note, by Telegram's id of it."""

    kind: MediaKind
    file_id: str
    filename: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """One language's version; `html` is canonical (bot.campaigns.markup), its fields still in braces."""

    html: str
    media: Attachment | None = None
    buttons: tuple[ContentButton, ...] = ()


def media_json(media: Attachment | None) -> JsonObject | None:
    """As it is kept."""
    if media is None:
        return None
    return {"kind": media.kind.value, "file_id": media.file_id, "filename": media.filename}


def buttons_json(buttons: Sequence[ContentButton]) -> list[JsonObject]:
    """As they are kept."""
    return [{"kind": button.kind.value, "label": button.label, "url": button.url} for button in buttons]


def read_content(
    html: str, media: Mapping[str, object] | None, buttons: Sequence[Mapping[str, object]]
) -> Content:
    """What was kept, whatever version wrote it; a button of a kind that is gone is left out."""
    return Content(html, _media(media) if media else None, tuple(_buttons(buttons)))


def _media(kept: Mapping[str, object]) -> Attachment:
    return Attachment(MediaKind(str(kept["kind"])), str(kept["file_id"]), str(kept.get("filename") or ""))


def _buttons(kept: Sequence[Mapping[str, object]]) -> list[ContentButton]:
    known = {kind.value for kind in ButtonKind}
    return [
        ContentButton(
            ButtonKind(str(button["kind"])), str(button.get("label") or ""), str(button.get("url") or "")
        )
        for button in kept
        if button.get("kind") in known
    ]
