import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from tests.postgres import PostgresServer, PostgresUnavailable

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    with PostgresServer() as server:
        yield server


async def ask(url: str, statement: str) -> object:
    engine = create_async_engine(url, poolclass=NullPool)
    async with engine.begin() as connection:
        result = await connection.execute(text(statement))
        return result.scalar() if result.returns_rows else None


async def test_it_answers(server: PostgresServer) -> None:
    """A started server answers SELECT through its url, and is set up as promised."""
    assert await ask(server.url(), "SELECT 1") == 1
    assert await ask(server.url(), "SHOW max_connections") == "200"
    assert await ask(server.url(), "SHOW fsync") == "off"


def test_processes_that_are_seeded_alike_choose_other_ports() -> None:
    """A port is tried five times: six servers that all begin with the same one leave one without."""
    ports = set()
    for _ in range(3):
        random.seed(7)
        with PostgresServer() as server:
            ports.add(server.port)
    assert len(ports) > 1


async def test_stop_refuses_and_start_keeps_the_data(server: PostgresServer) -> None:
    """Stopped, connections are refused; started again, the same url finds the same rows."""
    url = server.create_database("kept")
    await ask(url, "CREATE TABLE fish AS SELECT 7 AS number")
    server.stop()
    with pytest.raises(ConnectionRefusedError):
        await ask(url, "SELECT 1")
    server.start()
    assert await ask(url, "SELECT number FROM fish") == 7


async def test_kill_recovers(server: PostgresServer) -> None:
    """What was committed is there after a crash, because the next start replays the log."""
    url = server.create_database("crashed")
    await ask(url, "CREATE TABLE fish AS SELECT 8 AS number")
    server.kill()
    assert not server.running
    server.restart()
    assert await ask(url, "SELECT number FROM fish") == 8


async def test_databases_copy_their_template_and_go(server: PostgresServer) -> None:
    """A database starts as a copy of its template and drops even while someone is connected."""
    await ask(server.create_database("migrated"), "CREATE TABLE fish AS SELECT 9 AS number")
    copy = server.create_database("copied", template="migrated")
    await ask(copy, "UPDATE fish SET number = 10")
    assert await ask(server.url("migrated"), "SELECT number FROM fish") == 9
    engine = create_async_engine(copy)
    async with engine.connect():
        server.drop_database("copied")
    await engine.dispose()
    server.drop_database("copied")
    assert server.run_sql("SELECT count(*) FROM pg_database WHERE datname = 'copied'") == "0"


def test_names_are_checked(server: PostgresServer) -> None:
    """A database name that would have to be quoted is refused before it reaches the server."""
    with pytest.raises(ValueError, match="not a database name"):
        server.create_database("x; DROP DATABASE postgres")
    with pytest.raises(PostgresUnavailable, match="already exists"):
        server.create_database("postgres")


def test_two_at_once_and_nothing_left(server: PostgresServer) -> None:
    """A second server runs beside the first on its own port and takes its files with it."""
    with PostgresServer(settings={"work_mem": "7MB"}) as second:
        home = second.home
        assert second.port != server.port
        assert second.run_sql("SHOW work_mem") == "7MB"
        assert home.is_dir()
    assert not home.exists()
    assert not second.running


def test_it_says_why_it_does_not_start() -> None:
    """A server that cannot start raises with the end of its log."""
    server = PostgresServer(settings={"no_such_setting": "1"})
    with pytest.raises(PostgresUnavailable, match="no_such_setting"):
        server.start()
    server.close()


def test_a_taken_port(server: PostgresServer) -> None:
    """A server whose port is taken does not start on it, and says so: nobody talks to another test's data."""
    second = PostgresServer()
    second.port = server.port
    with pytest.raises(PostgresUnavailable, match="Address already in use"):
        second.start()
    second.close()


def test_a_killed_process_leaves_nothing_behind() -> None:
    """When the process that started a server dies without a word, the server and its files go too."""
    code = (
        "from tests.postgres import PostgresServer; import time\n"
        "server = PostgresServer(); server.start()\n"
        "print(server.home, server.run_sql('SELECT pg_backend_pid()'), flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    home = Path(process.stdout.readline().split()[0])
    postmaster = int((home / "data" / "postmaster.pid").read_text().split()[0])
    with process:
        process.send_signal(signal.SIGKILL)
    assert _becomes_true(lambda: not home.exists() and not _is_alive(postmaster))


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _becomes_true(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 15
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    return condition()
