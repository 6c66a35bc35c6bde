"""Fetching updates raw: one that PTB cannot read must not hold up the others of its batch."""

from typing import Any
from urllib.parse import urlencode

from telegram.request import BaseRequest

LONG_POLL = 25  # seconds Telegram may keep us waiting
BATCH = 100


class UpdateFeed:
    """getUpdates over its own request object; raises PTB's errors (Conflict: another instance polls)."""

    def __init__(self, request: BaseRequest, base_url: str, allowed: tuple[str, ...]) -> None:
        self._request = request
        self._base_url = base_url
        self._allowed = ",".join(f'"{kind}"' for kind in allowed)

    async def fetch(self, offset: int, *, wait: int = LONG_POLL, limit: int = BATCH) -> list[Any]:
        """The next updates as Telegram sent them; `offset` confirms all before it."""
        asked = {"timeout": wait, "limit": limit, "allowed_updates": f"[{self._allowed}]"}
        if offset:
            asked["offset"] = offset
        url = f"{self._base_url}/getUpdates?{urlencode(asked)}"
        found = await self._request.post(url, read_timeout=wait + 10)
        return found if isinstance(found, list) else []
