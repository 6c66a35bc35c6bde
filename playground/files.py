"""The files that bots and people have sent, by file_id, and the samples that phones send."""

from __future__ import annotations

import itertools
import struct
import zlib
from dataclasses import dataclass

from playground.refusals import Refused, bad_request
from playground.shapes import Upload

MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "audio/wav"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
)
FOLDERS = {"photo": "photos", "voice": "voice", "document": "documents", "sticker": "stickers"}
PREFIXES = {"photo": "AgACAgUAAx", "voice": "AwACAgUAAx", "document": "BQACAgUAAx", "sticker": "CAACAgUAAx"}
SAMPLE_RATE = 8_000  # of our sample recordings: one byte a moment, behind a WAV header
WAV_HEADER = 44
LARGEST = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file with its ids and the path under /file/bot<token>/."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    upload: Upload

    def seconds(self) -> int:
        """How long a recording is; 0 for anything else."""
        return max(0, len(self.upload.content) - WAV_HEADER) // SAMPLE_RATE if self.kind == "voice" else 0

    def size(self) -> int:
        return len(self.upload.content)

    def shown_type(self) -> str | None:
        """The type that a browser may draw, read from the bytes; None for anything else."""
        if self.upload.content[8:12] == b"WEBP":
            return "image/webp"
        return next((kind for mark, kind in MAGIC if self.upload.content.startswith(mark)), None)


class Files:
    """All files; the same id is good for ever, as for one bot in Telegram."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._numbers = itertools.count(1)

    def keep(self, kind: str, upload: Upload) -> StoredFile:
        number = next(self._numbers)
        extension = upload.file_name.rpartition(".")[2] if "." in upload.file_name else "bin"
        stored = StoredFile(
            file_id=f"{PREFIXES[kind]}kBAAI{number:06d}",
            unique_id=f"AQAD{number:06d}",
            kind=kind,
            path=f"{FOLDERS[kind]}/file_{number}.{extension}",
            upload=upload,
        )
        self._by_id[stored.file_id] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile:
        for stored in self._by_id.values():
            if stored.path == path:
                return stored
        raise Refused(404, "Not Found")

    def accept(self, kind: str, value: Upload | str) -> StoredFile:
        """What a send method was given: an upload, or the id of a file sent before."""
        if isinstance(value, str):
            return self._known(kind, value)
        if not value.content:
            raise bad_request("file must be non-empty")
        if len(value.content) > LARGEST:
            raise bad_request("file is too big")
        stored = self.keep(kind, value)
        if kind == "photo" and not (stored.shown_type() or "").startswith("image/"):
            raise bad_request("IMAGE_PROCESS_FAILED")
        return stored

    def _known(self, kind: str, file_id: str) -> StoredFile:
        stored = self._by_id.get(file_id)
        if stored is None:
            reason = (
                "failed to get HTTP URL content"
                if "://" in file_id
                else "wrong file identifier/HTTP URL specified"
            )
            raise bad_request(reason)
        if stored.kind != kind:
            raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored


def image_size(content: bytes) -> tuple[int, int]:
    """Width and height; Telegram's usual 1280x960 where the format does not say at once."""
    if content.startswith(b"\x89PNG"):
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    return 1280, 960


def _png_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def sample_photo(width: int = 320, height: int = 240) -> Upload:
    """A green slope, so that a picture is seen to be one."""
    rows = b"".join(
        b"\0" + bytes(part for x in range(width) for part in (40, 90 + y // 2, 60 + x // 4))
        for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = _png_chunk(b"IHDR", head) + _png_chunk(b"IDAT", zlib.compress(rows)) + _png_chunk(b"IEND", b"")
    return Upload("photo.png", "image/png", b"\x89PNG\r\n\x1a\n" + body)


def sample_voice(seconds: int) -> Upload:
    """Silence (a WAV inside; Telegram's own would be Ogg Opus)."""
    size = SAMPLE_RATE * min(seconds, 60)
    head = struct.pack(
        "<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + size, b"WAVE", b"fmt ", 16, 1, 1, 8000, 8000, 1, 8, b"data", size
    )
    return Upload("voice.oga", "audio/ogg", head + b"\x80" * size)


def sample_document(file_name: str) -> Upload:
    return Upload(file_name, "application/pdf", b"%PDF-1.4\n% a document of the playground\n%%EOF\n")
