"""The command line as an operator types it: real processes, a real database file, an offline Telegram."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Protocol
from unittest.mock import patch

import pytest
from typer.main import get_command

from bot.branch import DEFAULT_BRANCH_FILE
from commands.app import app
from tests.integration.commands.operators import Operator
from tests.postgres import PostgresServer


class Explained(Protocol):
    """A command as Typer builds it: what it says of itself, and what can be typed after it."""

    @property
    def help(self) -> str | None: ...

    @property
    def params(self) -> Sequence[object]: ...


def commands_below(command: Explained, *path: str) -> Iterator[tuple[tuple[str, ...], Explained]]:
    """A command and everything that can be typed after it."""
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands_below(below, *path, name)


COMMANDS = dict(commands_below(get_command(app)))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_everything_that_can_be_typed_is_explained(path: tuple[str, ...]) -> None:
    """Each command, argument and option says in a sentence what it is for."""
    command = COMMANDS[path]
    assert (command.help or "").strip(), f"{' '.join(path)} says nothing"
    for parameter in command.params:
        told = str(getattr(parameter, "help", "") or "").strip()
        assert told.endswith("."), f"{' '.join(path)}: {parameter} is explained by {told!r}"


async def test_help_is_everywhere(operator: Operator) -> None:
    """Asked for, it is shown: of every command and every group of them."""
    assert len(COMMANDS) > 30
    for path in COMMANDS:
        result = await operator.types(*path, "--help")
        assert result.returncode == 0
        assert "Usage" in result.stdout


async def test_keys_are_fresh_and_can_be_used(operator: Operator) -> None:
    """Two calls print two pairs of keys, and what is printed is a setting that works."""
    first, second = await operator.types("keys"), await operator.types("keys")
    assert re.fullmatch(r"DATA_KEYS=k\w{6}:\S+\nINDEX_KEY=i\w{6}:\S+\n", first.stdout)
    assert first.stdout != second.stdout
    data, index = (line.partition("=")[2] for line in first.stdout.splitlines())
    assert (await operator.types("migrate", DATA_KEYS=data, INDEX_KEY=index)).returncode == 0


async def test_check_finds_nothing_where_all_is_in_place(operator: Operator) -> None:
    """Only what the shipped branch file cannot know is left to say, and nothing of it blocks."""
    await operator.types("migrate")
    result = await operator.types("check")
    assert "must be put right" not in result.stdout
    assert "names no office" in result.stdout
    assert result.returncode == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"BOT_TOKEN": ""}, "BOT_TOKEN is missing"),
        ({"DATA_KEYS": ""}, "DATA_KEYS is missing"),
        ({"INDEX_KEY": ""}, "INDEX_KEY is missing"),
        ({"OWNER_IDS": "3"}, "1 of 2 people who can approve"),
        ({"OWNER_IDS": ""}, "nobody is told of a new lead"),
        ({"WEBHOOK_URL": "http://127.0.0.1:9"}, "WEBHOOK_SECRET is missing"),
        ({"BOT_TOKEN": "7000000001:" + "y" * 35}, "Telegram"),
        ({"BOT_API_URL": "telegram.org"}, "BOT_API_URL: it begins with http"),
        ({"BOT_API_URL": "http://127.0.0.1:9"}, "Telegram does not answer: look at the network"),
        ({"BRANCH_FILE": "nowhere.toml"}, "BRANCH_FILE: cannot read"),
        ({"BRANCH_FILE": "bot.db"}, "BRANCH_FILE: bot.db is no TOML"),
        ({"BRANCH_FILE": "odd.toml"}, "BRANCH_FILE: odd.toml: name: Field required"),
        ({"OWNER_IDS": "rina"}, "OWNER_IDS: Telegram ids are numbers"),
        ({"HTTP_PORT": "70000"}, "HTTP_PORT: Input should be less than"),
        ({"DATA_KEYS": "zzz", "DATABASE_URL": "sqlite:///nowhere.db"}, "DATA_KEYS, INDEX_KEY: a key is"),
        ({"WEBHOOK_URL": "http://127.0.0.1:9", "HTTP_PORT": "0"}, "HTTP_PORT is 0"),
        ({"WEBHOOK_URL": "http://127.0.0.1:9", "WEBHOOK_SECRET": "a b"}, "WEBHOOK_SECRET: 1 to 256"),
        ({"WEBHOOK_SECRET_FILE": "bot.db"}, "is no text in UTF-8"),
        ({"DATABASE_URL": "postgresql+asyncpg://nobody@127.0.0.1:9/none"}, "database"),
    ],
)
async def test_check_says_what_is_missing(operator: Operator, changed: dict[str, str], said: str) -> None:
    """Each thing that is missing or wrong has its sentence, and the exit code is not 0."""
    await operator.types("migrate")
    (operator.folder / "odd.toml").write_text("areas = 3")
    result = await operator.types("check", **changed)
    assert said in result.stdout + result.stderr
    assert result.returncode == 1
    assert "Traceback" not in result.stdout + result.stderr


async def test_check_reads_the_branchs_own_facts(operator: Operator) -> None:
    """An overlap, a gap, no source, what is about to expire: each fault of the overlay has its sentence."""
    await operator.types("migrate")
    today = datetime.now(UTC).date()
    soon = today + timedelta(days=10)
    overlay = (
        _fact("jkk.homecare", "2026-01-01", unit="rupiah, at most"),
        _fact("jkk.homecare", "2026-06-01", unit="rupiah, at most"),
        _fact("branch.prize", "2026-01-01", until="2026-03-31"),
        _fact("branch.prize", "2026-05-01"),
        _fact("branch.gift", "2026-01-01", source=" "),
        _fact("branch.offer", "2026-01-01", until=str(soon)),
    )
    (operator.folder / "facts.toml").write_text("".join(overlay))
    shipped = DEFAULT_BRANCH_FILE.read_text(encoding="utf-8")
    (operator.folder / "branch.toml").write_text(f'facts = "facts.toml"\n{shipped}', encoding="utf-8")
    said = (await operator.types("check", BRANCH_FILE="branch.toml")).stdout
    for fault in (
        "jkk.homecare has two values on 2026-06-01",
        "branch.prize has no value from 2026-04-01 until 2026-05-01",
        "branch.gift (from 2026-01-01) has no source",
        f"branch.offer ends on {soon} and nothing follows it",
    ):
        assert fault in said


async def test_check_says_once_that_the_keys_are_missing(operator: Operator) -> None:
    """One line tells of both; what else it finds out without them is still said."""
    await operator.types("migrate")
    missing = {"DATA_KEYS": "", "INDEX_KEY": ""}
    lines = (await operator.types("check", **missing)).stdout.splitlines()
    (line,) = [line for line in lines if "KEY" in line]
    assert "DATA_KEYS and INDEX_KEY are missing: `main.py keys` makes both" in line
    (operator.folder / "bot.db").unlink()
    assert "database: not there yet" in (await operator.types("check", **missing)).stdout


def _fact(id: str, since: str, *, until: str = "", source: str = "a test", unit: str = "rupiah") -> str:
    """An entry of an overlay."""
    end = f"valid_until = {until}\n" if until else ""
    return (
        f'[[fact]]\nid = "{id}"\ntype = "rupiah"\nvalue = 1_000\nunit = "{unit}"\n'
        f'source = "{source}"\ngrade = "M"\nvalid_from = {since}\n{end}\n'
    )


async def test_check_tells_of_a_database_that_was_never_migrated(operator: Operator) -> None:
    """It names the command that helps."""
    result = await operator.types("check")
    assert "main.py migrate" in result.stdout


@pytest.mark.parametrize("missing", ["DATA_KEYS", "INDEX_KEY", "BOT_TOKEN"])
async def test_run_refuses_to_start_without_what_it_needs(operator: Operator, missing: str) -> None:
    """One sentence, no trace, exit 1."""
    await operator.types("migrate")
    result = await operator.types("run", **{missing: ""})
    assert f"{missing} is missing" in result.stderr
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


async def test_production_refuses_without_controller_contact_and_retention(operator: Operator) -> None:
    """Against Telegram itself the shipped branch file is not enough."""
    result = await operator.types("run", BOT_API_URL="", BRANCH_FILE="")
    assert result.returncode == 1
    for missing in (
        "data controller",
        "contact of the controller",
        "retention of leads",
        "retention of cases",
    ):
        assert missing in result.stderr


async def test_run_refuses_a_schema_it_does_not_know(operator: Operator) -> None:
    """An empty database is not written to."""
    result = await operator.types("run")
    assert "run migrate" in result.stderr
    assert result.returncode == 1


async def test_a_source_yields_link_qr_and_posters(operator: Operator) -> None:
    """The link carries the code; the files are there; the same code is refused the second time."""
    await operator.types("migrate")
    arguments = ("source", "add", "pasar-rau", "--label", "Pasar Rau", "--kind", "market")
    result = await operator.types(*arguments, "--occupation", "trader", "--place", "desa pontang kec pontang")
    assert "https://t.me/perisai_serang_bot?start=pasar-rau" in result.stdout
    folder = operator.folder / "posters"
    assert (folder / "pasar-rau.png").read_bytes().startswith(b"\x89PNG")
    for size in ("A4", "A5"):
        assert (folder / f"pasar-rau-{size}.pdf").read_bytes().startswith(b"%PDF")
    listed = await operator.types("source", "list")
    assert "36.04.12.2001" in listed.stdout
    again = await operator.types(*arguments)
    assert "is taken" in again.stderr
    assert again.returncode == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("ada spasi", "--kind", "market"), "letters, digits"),
        (("inv_x", "--kind", "market"), "meaning of their own"),
        (("x", "--kind", "market", "--place", "cikande"), "not clearly one village"),
        (("x", "--kind", "market", "--occupation", "astronaut"), "an occupation is one of"),
        (("x", "--kind", "agency", "--group", "Mina Bahari"), "no group is called 'Mina Bahari'"),
        (("x", "--kind", "fishers", "--group", "<b></b>"), "cannot be a group's name"),
    ],
)
async def test_a_source_that_cannot_be_is_refused_kindly(
    operator: Operator, wrong: tuple[str, ...], said: str
) -> None:
    """The reason is said in a sentence."""
    await operator.types("migrate")
    result = await operator.types("source", "add", *wrong, "--label", "Label")
    assert said in result.stderr
    assert result.returncode == 1


async def test_rekey_moves_to_new_keys_and_the_old_ones_can_go(operator: Operator) -> None:
    """It can be repeated, and says what it moved."""
    await operator.types("migrate")
    result = await operator.types("rekey")
    assert result.returncode == 0
    assert "lead: 0 rows" in result.stdout


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("foo", "begins with sqlite+aiosqlite"),
        ("mysql://x", "begins with sqlite+aiosqlite"),
        ("postgresql://nobody@127.0.0.1:9/x", "does not answer"),
        ("postgresql://nobody@127.0.0.1:9/x?sslmode=disable", "does not answer"),
        ("postgresql://nobody@127.0.0.1/x?channel_binding=require", "leave channel_binding out"),
        ("postgresql+psycopg2://nobody@127.0.0.1/x", "begins with sqlite+aiosqlite"),
        ("postgresql://nobody@127.0.0.1:port/x", "cannot be read as a URL"),
        ("sqlite://bot.db", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:///.", "names a folder"),
        ("sqlite:///no-database", "is no database"),
        ("sqlite:////proc/nope/bot.db", "cannot be made"),
    ],
)
async def test_an_odd_database_is_said_in_a_sentence(operator: Operator, url: str, said: str) -> None:
    """Whatever DATABASE_URL names, there is no trace but a sentence, and the command fails."""
    (operator.folder / "no-database").write_text("these are only words, and many more of them" * 9)
    result = await operator.types("migrate", DATABASE_URL=url)
    assert result.returncode == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ("/nowhere", "has no database of the name"),
        ("stranger@", "refuses the user or password"),
    ],
)
async def test_a_server_that_says_no_is_said_in_a_sentence(
    operator: Operator, postgres: PostgresServer, spoilt: str, said: str
) -> None:
    """No such database, no such user: nothing that passes by itself."""
    url = re.sub(r"/\w+$" if spoilt.startswith("/") else r"\w+@", spoilt, postgres.url(), count=1)
    for command in ("migrate", "check"):
        result = await operator.types(command, DATABASE_URL=url)
        assert said in result.stdout + result.stderr
        assert result.returncode == 1


async def test_a_file_that_cannot_be_written_is_said_in_a_sentence(operator: Operator) -> None:
    """A right that is missing shows itself at the first thing that is written."""
    await operator.types("migrate")
    refused = sqlite3.OperationalError("attempt to write a readonly database")
    refused.sqlite_errorcode = sqlite3.SQLITE_READONLY
    with patch("commands.sources.create_source", side_effect=refused):  # root may write everything
        result = await operator.types("source", "add", "ada", "--label", "Ada", "--kind", "market")
    assert "cannot be written: give this user the right" in result.stderr
    assert result.returncode == 1


async def test_check_leaves_a_restored_file_as_it_is(operator: Operator) -> None:
    """A backup is in another journal mode; only who writes changes that."""
    await operator.types("migrate")
    with closing(sqlite3.connect(operator.folder / "bot.db")) as file:
        file.execute("PRAGMA journal_mode=DELETE")
    before = (operator.folder / "bot.db").read_bytes()
    assert "must be put right" not in (await operator.types("check")).stdout
    assert (operator.folder / "bot.db").read_bytes() == before


async def test_check_makes_nothing(operator: Operator) -> None:
    """It says that there is no database yet, and leaves the folder as it was."""
    url = f"sqlite+aiosqlite:///{operator.folder / 'deep' / 'bot.db'}"
    result = await operator.types("check", DATABASE_URL=url)
    assert "not there yet" in result.stdout
    assert not (operator.folder / "deep").exists()


async def test_check_knows_owners_whom_run_has_not_seen(operator: Operator) -> None:
    """Two in OWNER_IDS are two who can approve, and nothing is written to find that out."""
    await operator.types("migrate")
    before = (operator.folder / "bot.db").read_bytes()
    result = await operator.types("check")
    assert "who can approve" not in result.stdout
    assert (operator.folder / "bot.db").read_bytes() == before


@pytest.mark.parametrize(
    "url",
    ["http://bot.example.id", "https://localhost/x", "https://10.0.0.3", "https://bot.example.id:5000", "x"],
)
async def test_a_webhook_telegram_cannot_reach_is_found_offline(operator: Operator, url: str) -> None:
    """Only https, a public host and Telegram's four ports will do."""
    result = await operator.types(
        "check",
        WEBHOOK_URL=url,
        WEBHOOK_SECRET="s" * 24,
        BOT_API_URL="https://api.telegram.org",
        BOT_TOKEN="",
    )
    assert "WEBHOOK_URL: https://, a public host" in result.stdout


async def test_telegram_away_is_said_in_a_sentence(operator: Operator) -> None:
    """Nobody listens there: no trace, and nothing is kept."""
    await operator.types("migrate")
    add = ("source", "add", "ada", "--label", "Ada", "--kind", "market")
    result = await operator.types(*add, BOT_API_URL="http://127.0.0.1:9")
    assert result.returncode == 1
    assert "Telegram does not answer" in result.stderr
    assert "Traceback" not in result.stderr
    assert "ada" not in (await operator.types("source", "list")).stdout


async def test_a_bad_code_is_refused_before_telegram_is_asked(operator: Operator) -> None:
    """What is wrong with the source itself is found first."""
    await operator.types("migrate")
    arguments = ("source", "add", "bad code", "--label", "x", "--kind", "market")
    result = await operator.types(*arguments, BOT_API_URL="http://127.0.0.1:9")
    assert "a code has 1 to 40 letters" in result.stderr


async def test_migrate_says_which_file_and_whether_it_is_new(operator: Operator) -> None:
    """Whoever mistyped a path sees it."""
    first, second = await operator.types("migrate"), await operator.types("migrate")
    assert "bot.db, which is new, is at revision" in first.stdout
    assert "bot.db is at revision" in second.stdout


async def test_a_campaign_that_nobody_may_begin_yet(operator: Operator) -> None:
    """Its owners have not started the bot: that is said, and not that there are too many of them."""
    await operator.types("migrate")
    (operator.folder / "words.html").write_text("Halo semua.", encoding="utf-8")
    result = await operator.types("campaign", "new", "Nelayan", "words.html")
    assert result.returncode == 1
    assert "nobody may do that here yet" in result.stderr
