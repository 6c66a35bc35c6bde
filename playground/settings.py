"""How a playground is set up."""

from __future__ import annotations

from dataclasses import dataclass, field

from playground.clock import RealTime, Time
from playground.floods import Limits


@dataclass(frozen=True, slots=True)
class Settings:
    """`token` None accepts any well-formed one; `limits` None never floods.

    For benchmarks: `keep_history` False keeps counters in place of messages, `anyone` True
    accepts every positive chat id as a person who has started the bot.
    """

    token: str | None = None
    username: str = "perisai_serang_bot"
    name: str = "Perisai Serang"
    limits: Limits | None = field(default_factory=Limits)
    keep_history: bool = True
    anyone: bool = False
    toast_seconds: float = 5  # how long a phone shows the answer to a tap
    local: bool = True  # webhooks may be plain http, as on a local Bot API server
    time: Time = field(default_factory=RealTime)

    @property
    def bot_id(self) -> int:
        return int(self.token.partition(":")[0]) if self.token else 7_000_000_001
