"""The demo and the service begin and end as an operator is told: real processes, an offline Telegram."""

import asyncio
import signal
import socket
import sys

from commands.databases import sole_process
from tests.integration.commands.operators import Operator
from tests.stage import ROOT


async def test_a_demo_that_cannot_begin_says_why(operator: Operator) -> None:
    """A port somebody has, and a folder nobody can write."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = await operator.types("demo", "--port", port, "--no-browser")
    assert result.returncode == 1
    assert f"port {port} cannot be used" in result.stderr
    result = await operator.types("demo", "--port", "0", "--no-browser", "--folder", "/proc/nope")
    assert result.returncode == 1
    assert "cannot be written" in result.stderr
    assert (await operator.types("demo", "--port", "99999")).returncode == 2


async def test_a_demo_leaves_the_folder_of_another_alone(operator: Operator) -> None:
    """It would begin empty there, under the feet of those who play."""
    database = operator.folder / "bot.db"
    database.write_text("theirs")
    with sole_process(database):
        result = await operator.types("demo", "--port", "0", "--no-browser", "--folder", str(operator.folder))
    assert result.returncode == 1
    assert "another process serves" in result.stderr
    assert database.read_text() == "theirs"


async def test_run_waits_for_telegram_and_stops_when_told(operator: Operator) -> None:
    """Telegram that is briefly away is no reason to give up; Ctrl-C meanwhile ends it cleanly."""
    await operator.types("migrate")
    given = operator.settings | {"BOT_API_URL": "http://127.0.0.1:9"}
    command = (sys.executable, str(ROOT / "main.py"), "run")
    process = await asyncio.create_subprocess_exec(
        *command, cwd=operator.folder, env=given, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    said = b""
    while b"Telegram does not answer" not in said:
        said = await asyncio.wait_for(process.stderr.readline(), 60)
        assert said, "it ended"
    process.send_signal(signal.SIGINT)
    rest = await asyncio.wait_for(process.stderr.read(), 60)
    assert await process.wait() == 0
    assert b"Traceback" not in rest


async def test_run_ends_at_once_with_a_token_that_telegram_does_not_know(operator: Operator) -> None:
    """Waiting would not help; the token itself is not said."""
    await operator.types("migrate")
    wrong = "7000000001:" + "y" * 35
    result = await operator.types("run", BOT_TOKEN=wrong)
    assert result.returncode == 1
    assert "BOT_TOKEN: Telegram does not know this token" in result.stderr
    assert wrong not in result.stderr
    assert "Traceback" not in result.stderr
