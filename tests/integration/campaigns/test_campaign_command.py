"""`main.py campaign ...`: as in the chat, by the same use-cases; a sentence for whatever is wrong."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from playground.server import running
from playground.settings import Settings as PlaygroundSettings
from storage.campaign_texts import NewText, put_text
from storage.campaigns import add_campaign, change_campaign
from storage.contacts import meet_contact
from storage.crypto import KeyRing
from storage.database import Database
from storage.models.campaigns import Campaign, CampaignState
from storage.models.staff import Role
from storage.staff import grant_role
from tests.integration.campaigns.crowd import agree_to_campaigns
from tests.integration.commands.operators import TOKEN, Operator
from tests.integration.storage.rows import NOW
from tests.shipped import read_once
from tests.stage import environment

RINA, BUDI, SARI = 3, 4, 6


class Office(Operator):
    """An operator whose database has a campaign under way, and one officer."""

    number = ""


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    read_once(monkeypatch)
    url = f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"
    async with running(PlaygroundSettings(token=TOKEN)) as (server, _):
        settings = environment(tmp_path, token=TOKEN, api_url=server.url, database_url=url, owners=[])
        office = Office(tmp_path, settings)
        await office.types("migrate")
        office.number = (await _campaign(url, settings)).number
        yield office


async def _campaign(url: str, settings: dict[str, str]) -> Campaign:
    database = Database(url, KeyRing.parse(settings["DATA_KEYS"], settings["INDEX_KEY"]))
    async with database.transaction() as tx:
        rina = await meet_contact(tx, RINA, NOW)
        await grant_role(tx, RINA, Role.OFFICER, NOW)
        campaign = await add_campaign(tx, "Nelayan [b]Pontang[/b]", rina.id, NOW)
        await put_text(tx, campaign.id, 1, NewText("id", "Halo <b>{nama}</b>"))
        values = {"state": CampaignState.RUNNING, "frozen_at": NOW, "started_at": NOW}
        changed = await change_campaign(tx, campaign, values, NOW)
    await database.close()
    assert changed is not None
    return changed


async def test_what_there_is_can_be_seen(office: Office) -> None:
    """The list, and one campaign with its words; a name is never markup."""
    listed = await office.types("campaign", "list")
    assert office.number in listed.stdout
    assert "Nelayan [b]Pontang[/b]" in listed.stdout
    shown = await office.types("campaign", "show", office.number.lower())
    assert "Halo {nama}" in shown.stdout
    assert "0 of 0 people" in shown.stdout


async def test_it_is_held_and_let_go_on(office: Office) -> None:
    """Pause, resume, cancel: each says what it did."""
    for verb, said in (("pause", "is paused"), ("resume", "goes on"), ("cancel", "is cancelled")):
        result = await office.types("campaign", verb, office.number)
        assert (result.returncode, said in result.stdout) == (0, True), result.stderr


async def test_what_cannot_be_done_is_said(office: Office) -> None:
    """The number is wrong, the state is, or nobody is named."""
    wrong = await office.types("campaign", "pause", "NOSUCH1")
    assert (wrong.returncode, "no campaign has the number" in wrong.stderr) == (1, True)
    early = await office.types("campaign", "resume", office.number)
    assert "is running: that cannot be done now" in early.stderr
    nobody = await office.types("campaign", "pause", office.number, "--by", str(BUDI))
    assert f"{BUDI} runs no campaigns here" in nobody.stderr
    odd = await office.types("campaign", "ledger", office.number, "x.pdf")
    assert "neither in .csv nor in .xlsx" in odd.stderr
    assert "Traceback" not in wrong.stderr + early.stderr + nobody.stderr + odd.stderr


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
async def test_the_ledger_becomes_a_file(office: Office, name: str) -> None:
    """With a head, and as many rows as there are recipients."""
    result = await office.types("campaign", "ledger", office.number, name)
    assert "0 rows" in result.stdout
    assert (office.folder / name).stat().st_size > 10


async def test_progress_is_told(office: Office) -> None:
    """Once, or until it is over."""
    once = await office.types("campaign", "progress", office.number)
    assert "0 percent" in once.stdout
    await office.types("campaign", "cancel", office.number)
    followed = await office.types("campaign", "progress", office.number, "--follow")
    assert "cancelled" in followed.stdout


DEWI = 5


@pytest.fixture
async def approver(office: Office) -> int:
    """Somebody who may decide on what Bu Rina makes."""
    settings = office.settings
    database = Database(settings["DATABASE_URL"], KeyRing.parse(settings["DATA_KEYS"], settings["INDEX_KEY"]))
    async with database.transaction() as tx:
        await meet_contact(tx, DEWI, NOW)
        await grant_role(tx, DEWI, Role.APPROVER, NOW)
    await database.close()
    return DEWI


async def somebody_agrees(office: Office) -> None:
    """One person who wants campaigns."""
    settings = office.settings
    database = Database(settings["DATABASE_URL"], KeyRing.parse(settings["DATA_KEYS"], settings["INDEX_KEY"]))
    async with database.transaction() as tx:
        await agree_to_campaigns(tx, SARI, NOW)
    await database.close()


@pytest.mark.parametrize(
    ("said", "arguments"),
    [
        ("99.99 is no area of this branch", ("--area", "99.99")),
        ("--seen-within is a number of days from 1", ("--seen-within", "-4")),
        ("--silent-for is a number of days from 1", ("--silent-for", "0")),
        ("astronot is no occupation: there are transport", ("--occupation", "astronot")),
        ("tidur is no state: there are none", ("--state", "tidur")),
        ("xx is no language: there are en, id", ("--language", "xx")),
        ("nosuch is no source", ("--source", "nosuch")),
    ],
)
async def test_whom_there_is_not_nobody_aims_at(
    office: Office, said: str, arguments: tuple[str, ...]
) -> None:
    """What is wrong is named, with what there is; and the draft keeps its recipients."""
    words = office.folder / "words.html"
    words.write_text("Halo.", encoding="utf-8")
    by = ("--by", str(RINA))
    number = (await office.types("campaign", "new", "Ojek", str(words), *by)).stdout.partition(":")[0]
    aimed = await office.types("campaign", "aim", number, *arguments, *by)
    assert (aimed.returncode, said in " ".join(aimed.stderr.split())) == (1, True), aimed.stderr
    shown = await office.types("campaign", "show", number)
    assert "Everybody" in shown.stdout


async def test_what_is_over_begins_no_more(office: Office) -> None:
    """The preview of a cancelled campaign tells its state, and no start."""
    await office.types("campaign", "cancel", office.number)
    shown = await office.types("campaign", "preview", office.number)
    assert "cancelled" in shown.stdout
    assert "Begins" not in shown.stdout


async def test_whoever_wrote_a_part_approves_nothing_from_the_shell(office: Office, approver: int) -> None:
    """Rina's draft, rewritten by the approver: approving it is refused with the reason."""
    await somebody_agrees(office)
    words = office.folder / "words.html"
    words.write_text("Halo.", encoding="utf-8")
    new = await office.types("campaign", "new", "Ojek", str(words), "--by", str(RINA))
    number = new.stdout.partition(":")[0]
    await office.types("campaign", "write", number, str(words), "--by", str(approver))
    await office.types("campaign", "submit", number, "--by", str(RINA))
    refused = await office.types("campaign", "approve", number, "--by", str(approver))
    assert (refused.returncode, "may not approve it" in refused.stderr) == (1, True)


async def test_nothing_is_planned_for_another_century(office: Office, approver: int) -> None:
    """A year is the farthest: figures were checked for no longer."""
    await somebody_agrees(office)
    words = office.folder / "words.html"
    words.write_text("Halo.", encoding="utf-8")
    by = ("--by", str(RINA))
    number = (await office.types("campaign", "new", "Ojek", str(words), *by)).stdout.partition(":")[0]
    await office.types("campaign", "submit", number, *by)
    await office.types("campaign", "approve", number, "--by", str(approver))
    far = await office.types("campaign", "schedule", number, "2199-11-30 09:00", *by)
    assert (far.returncode, "more than a year away" in far.stderr) == (1, True)


async def test_a_campaign_is_made_and_decided_on(office: Office, approver: int) -> None:
    """New, aimed, previewed, submitted, approved by somebody else, scheduled: each says what it did."""
    await somebody_agrees(office)
    day = f"{datetime.now(UTC) + timedelta(days=30):%Y-%m-%d}"
    words = office.folder / "words.html"
    words.write_text("Halo <b>{nama}</b>, mulai {iuran_ojek}.", encoding="utf-8")
    by = ("--by", str(RINA))
    made = await office.types("campaign", "new", "Ojek Serang", str(words), *by)
    assert made.returncode == 0, made.stderr
    number = made.stdout.partition(":")[0]
    aimed = await office.types("campaign", "aim", number, "--seen-within", "3650", *by)
    assert "1 of" in aimed.stdout, aimed.stdout + aimed.stderr
    shown = await office.types("campaign", "preview", number)
    assert "Halo" in shown.stdout
    assert "8.400" in shown.stdout
    for said, *arguments in (
        ("waits for another's approval", "submit", number, *by),
        ("is approved", "approve", number, "--by", str(approver)),
        (f"begins {day} 09:00 WIB.", "schedule", number, f"{day} 09:00", *by),
        (
            f"begins {day} 08:00 WIB: messages go out from 08:00 to 20:00",
            "schedule",
            number,
            f"{day} 03:00",
            *by,
        ),
    ):
        result = await office.types("campaign", *arguments)
        assert said in result.stdout, result.stderr


async def test_what_may_not_be_said_is_refused(office: Office, approver: int) -> None:
    """A short link, an unknown field, one's own approval: each with its reason, and nothing is kept."""
    words = office.folder / "words.html"
    words.write_text("Daftar di bit.ly/pontang, {siapa}", encoding="utf-8")
    refused = await office.types("campaign", "new", "Tautan", str(words), "--by", str(RINA))
    assert refused.returncode == 1
    assert "bit.ly" in refused.stderr
    assert "siapa" in refused.stderr
    listed = await office.types("campaign", "list")
    assert "Tautan" not in listed.stdout
    words.write_text("Halo.", encoding="utf-8")
    by = ("--by", str(approver))
    number = (await office.types("campaign", "new", "Sendiri", str(words), *by)).stdout.partition(":")[0]
    nobody = await office.types("campaign", "submit", number, *by)
    assert "nobody would get it" in nobody.stderr
    await somebody_agrees(office)
    stuck = await office.types("campaign", "submit", number, *by)
    assert "nobody may approve it who had no hand in it" in stuck.stdout
    own = await office.types("campaign", "approve", number, *by)
    assert own.returncode == 1
    assert "Traceback" not in own.stderr + refused.stderr
    back = await office.types("campaign", "return", number, "--reason", "Terlalu pendek", "--by", str(RINA))
    assert f"{RINA} approves no campaigns here" in back.stderr
