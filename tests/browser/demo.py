"""The demo as a person starts it: `main.py demo` in a process of its own, ended as Ctrl-C ends it."""

import asyncio
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
UP_SECONDS = 90
MORNING = (
    "2026-11-25T10:00"  # a Wednesday, and no holiday the day after: whoever is in the field is asked at once
)
DOWN_SECONDS = 40


@dataclass(slots=True)
class Demo:
    """A demo that runs; `said` is what it printed so far."""

    process: Process
    log: Path
    url: str = ""
    said: str = ""

    async def comes_up(self) -> None:
        """Wait until it has printed the page's address."""
        assert self.process.stdout is not None
        while not self.url:
            line = (await self.process.stdout.readline()).decode()
            assert line, f"the demo ended before it was up:\n{self.log.read_text(encoding='utf-8')[-3000:]}"
            self.said += line
            found = ADDRESS.search(line)
            self.url = found.group() if found else ""

    async def gets_ctrl_c(self) -> int:
        """Interrupt it, and wait for its end; the exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGINT)
        rest, _ = await asyncio.wait_for(self.process.communicate(), DOWN_SECONDS)
        self.said += rest.decode()
        assert self.process.returncode is not None
        return self.process.returncode

    async def is_over(self) -> None:
        """End it in any case; nothing that a test started outlives it."""
        try:
            await self.gets_ctrl_c()
        except TimeoutError:
            self.process.kill()
            await self.process.wait()
            raise


@asynccontextmanager
async def shown(folder: Path, *more: str) -> AsyncIterator[Demo]:
    """The demo with keys and database in `folder`, on a port of its own, up until the block ends."""
    log = folder / "demo.log"
    where = ("--port", "0", "--no-browser", "--folder", str(folder / "demo"))
    arguments = ("main.py", "demo", *where, "--at", MORNING, *more)
    with log.open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, cwd=ROOT, stdout=PIPE, stderr=errors
        )
        demo = Demo(process, log)
        try:
            await asyncio.wait_for(demo.comes_up(), UP_SECONDS)
            yield demo
        finally:
            await demo.is_over()
