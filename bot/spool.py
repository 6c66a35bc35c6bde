"""A file for what must not be forgotten while the database is away: a line a result, on disk at once.

Each process writes a file of its own and holds a lock on it; whoever comes later takes over the files whose
processes are gone. A line that is applied twice changes nothing, so a file is emptied only after the commit.
"""

import fcntl
import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO
from uuid import uuid4

SUFFIX = ".results"


class Spool:
    """One process's file in a folder, and the files that others left there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own: IO[bytes] | None = None
        self._adopted: list[IO[bytes]] = []

    def append(self, lines: Iterable[str]) -> None:
        """Write lines and wait until the disk has them. OSError when it cannot."""
        own = self._own or self._create()
        own.write("".join(f"{line}\n" for line in lines).encode())
        own.flush()
        os.fsync(own.fileno())

    def adopt(self) -> None:
        """Take over what processes that are gone left behind."""
        for path in sorted(self._folder.glob(f"*{SUFFIX}")) if self._folder.is_dir() else ():
            if not any(path.name == Path(file.name).name for file in self._files()):
                self._take(path)

    def lines(self) -> list[str]:
        """All that is kept, whole lines only: a torn one was never promised to anybody."""
        found: list[str] = []
        for file in self._files():
            file.seek(0)
            whole, _, _torn = file.read().rpartition(b"\n")
            found += [line for line in whole.decode(errors="replace").split("\n") if line]
            file.seek(0, os.SEEK_END)
        return found

    def clear(self) -> None:
        """Forget what was applied."""
        for file in self._files():
            file.truncate(0)
            file.seek(0)
        for file in self._adopted:
            Path(file.name).unlink(missing_ok=True)
            file.close()
        self._adopted.clear()

    def close(self) -> None:
        """Let go; an empty file is removed."""
        own, self._own = self._own, None
        if own is not None:
            if os.fstat(own.fileno()).st_size == 0:
                Path(own.name).unlink(missing_ok=True)
            own.close()
        while self._adopted:
            self._adopted.pop().close()

    def _files(self) -> list[IO[bytes]]:
        return [*self._adopted, *([self._own] if self._own else [])]

    def _create(self) -> IO[bytes]:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._own = (self._folder / f"{uuid4().hex}{SUFFIX}").open("a+b")
        fcntl.flock(self._own, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _sync_folder(self._folder)
        return self._own

    def _take(self, path: Path) -> None:
        file = path.open("r+b")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # its process lives
            file.close()
            return
        self._adopted.append(file)


def _sync_folder(folder: Path) -> None:
    """A new file's name is on disk only when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
