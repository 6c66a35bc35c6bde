"""The few shapes that every room of the playground passes around."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that arrived in a multipart body."""

    file_name: str
    mime_type: str
    content: bytes
