"""One call of a Bot API method."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playground.shapes import Json, Upload
from playground.world import World


@dataclass(slots=True)
class Call:
    """The checked parameters and the world they act on; `files` are a multipart body's."""

    world: World
    params: Json
    files: dict[str, Upload]

    def flag(self, name: str) -> bool:
        return bool(self.params.get(name))


Method = Callable[[Call], object | Awaitable[object]]
