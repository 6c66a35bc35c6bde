"""The service's process, forked from one that has loaded what it loads: that takes two seconds each time.

Journeys start it sixty times. It is a process like any other: killed, stopped, its exit code asked for.
How it loads is shown where the command line is tested, and by `make chaos`. Each of them loads this module,
so it needs nothing but the standard library.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["tests.journeys.loaded"])


def forked(arguments: list[str], folder: Path, environment: Mapping[str, str], log: Path) -> "Fork":
    """`main.py` with these arguments in a folder of its own, and nothing but this environment."""
    process = FORKS.Process(target=_run, args=(arguments, folder, dict(environment), log))
    process.start()
    return Fork(process)


@dataclass(frozen=True, slots=True)
class Fork:
    """Speaks as subprocess.Popen does, as far as a stage asks."""

    process: ForkServerProcess

    @property
    def pid(self) -> int:
        assert self.process.pid is not None
        return self.process.pid

    @property
    def returncode(self) -> int | None:
        return self.process.exitcode

    def poll(self) -> int | None:
        return self.process.exitcode

    def send_signal(self, number: int) -> None:
        if self.process.exitcode is None:
            os.kill(self.pid, number)

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code; subprocess.TimeoutExpired when it goes on for longer."""
        self.process.join(timeout)
        if self.process.exitcode is None:
            raise subprocess.TimeoutExpired("main.py", timeout or 0)
        return self.process.exitcode


def _run(arguments: list[str], folder: Path, environment: dict[str, str], log: Path) -> None:
    written = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for stream in (1, 2):
        os.dup2(written, stream)
    os.chdir(folder)
    os.environ.clear()  # noqa: TID251 - reason: a new process has nothing of this one's
    os.environ.update(environment)  # noqa: TID251 - reason: as above
    sys.argv = ["main.py", *arguments]
    from tests.journeys.loaded import run_loaded  # noqa: PLC0415 - reason: it is loaded there already, and only there

    run_loaded()
