"""A process that ticks when it is told to: `python -m tests.integration.leads.ticker`.

Each line on its input is a moment (ISO 8601); it does all that is due then, and answers with how much it did.
"""

import asyncio
import sys
from datetime import datetime

from bot.clock import Clock
from bot.settings import load_settings
from bot.timer_kinds import TIMER_KINDS
from bot.timers import TimerRunner
from commands.composition import build_service
from commands.databases import open_database


async def main() -> None:
    settings = load_settings(_env_file=None)
    clock = Clock()
    service = build_service(settings, clock, "perisai_serang_bot")
    async with open_database(settings) as database:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while line := await asyncio.to_thread(sys.stdin.readline):
            clock.pinned = datetime.fromisoformat(line.strip())
            done = await TimerRunner(database, service, TIMER_KINDS).run_due()
            sys.stdout.write(f"{done}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
