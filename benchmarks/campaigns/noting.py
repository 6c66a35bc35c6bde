"""`main.py` that notes when each message's call begins: `python benchmarks/campaigns/noting.py run ...`.

What Telegram's stand-in sees is later by however long it was busy; this is the machine's one clock, in the
process that sends, when the request is handed to the connection. A time a line, in a file that all share.
"""

import sys
from pathlib import Path
from time import monotonic

sys.path.insert(0, str(Path(__file__).parents[2]))

import httpx

from bot.telegram_api.limiter import takes_turn
from bot.telegram_api.transport import StraightClient

STARTS = Path("starts")


def note_starts() -> None:
    """Write down when each call that takes a turn is sent."""
    send = StraightClient.send
    notes = STARTS.open("a", encoding="ascii", buffering=1)

    async def noted(self: StraightClient, request: httpx.Request, **options: object) -> httpx.Response:
        if takes_turn(request.url.path.rpartition("/")[2]):
            notes.write(f"{monotonic():.6f}\n")
        return await send(self, request, **options)

    StraightClient.send = noted  # type: ignore[method-assign]  # reason: that is the point


if __name__ == "__main__":
    import main  # noqa: TID251 - reason: it is what is looked at

    note_starts()
    main.main()
