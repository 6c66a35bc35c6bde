"""An operator at a shell: `main.py` as it is typed, in a folder of their own."""

import asyncio
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from commands.app import run_command
from tests.stage import ROOT

TOKEN = "7000000001:" + "x" * 35
Result = subprocess.CompletedProcess[str]


class Operator:
    """Somebody at a shell, in a folder of their own."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.folder = folder
        self.settings = settings

    async def types(self, *arguments: str, **changed: str) -> Result:
        """Run `main.py` with these arguments; settings may be changed for this once, "" removes one."""
        given = {name: value for name, value in (self.settings | changed).items() if value}
        if arguments[0] == "run":  # it takes the signals, which only a process of its own can
            return await asyncio.to_thread(self._process, arguments, given)
        return await asyncio.to_thread(self._here, arguments, given)

    def _process(self, arguments: tuple[str, ...], given: dict[str, str]) -> Result:
        command = [sys.executable, str(ROOT / "main.py"), *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=given, capture_output=True, text=True, timeout=60, check=False
        )

    def _here(self, arguments: tuple[str, ...], given: dict[str, str]) -> Result:
        """The same in this process, which saves two seconds of imports each time."""
        out, err = StringIO(), StringIO()
        argv = ["main.py", *arguments]
        with (
            patch.dict("os.environ", given | {"COLUMNS": "200"}, clear=True),
            patch.object(sys, "argv", argv),
            redirect_stdout(out),
            redirect_stderr(err),
            chdir(self.folder),
        ):
            try:
                run_command()
                code = 0
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else int(bool(end.code))
        return subprocess.CompletedProcess(argv, code, out.getvalue(), err.getvalue())
