"""`main.py campaign ...`: as in the chat, by the same use-cases; a sentence for whatever is wrong."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from playground.server import running
from playground.settings import Settings as PlaygroundSettings
from playground.world import World
from storage.campaign_texts import NewText, put_text
from storage.campaigns import add_campaign, change_campaign
from storage.contacts import meet_contact
from storage.crypto import KeyRing
from storage.database import Database
from storage.groups import add_group
from storage.models.campaigns import Campaign, CampaignState
from storage.models.groups import GroupKind
from storage.models.staff import Role
from storage.staff import grant_role
from tests.integration.campaigns.crowd import agree_to_campaigns
from tests.integration.commands.operators import TOKEN, Operator
from tests.integration.storage.rows import NOW
from tests.shipped import read_once
from tests.stage import environment

RINA, BUDI, SARI = 3, 4, 6
BY_RINA = ("--by", str(RINA))


class Office(Operator):
    """An operator whose database has a campaign under way, and one officer."""

    number = ""
    world: World

    def database(self) -> Database:
        """The database that the commands work on."""
        keys = KeyRing.parse(self.settings["DATA_KEYS"], self.settings["INDEX_KEY"])
        return Database(self.settings["DATABASE_URL"], keys)


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    read_once(monkeypatch)
    url = f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"
    async with running(PlaygroundSettings(token=TOKEN)) as (server, world):
        settings = environment(tmp_path, token=TOKEN, api_url=server.url, database_url=url, owners=[])
        office = Office(tmp_path, settings)
        office.world = world
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


async def drafted(office: Office, *options: str) -> str:
    """The number of a draft that Bu Rina made."""
    (office.folder / "words.html").write_text("Halo.", encoding="utf-8")
    made = await office.types("campaign", "new", "Ojek", "words.html", *options, *BY_RINA)
    assert made.returncode == 0, made.stderr
    return made.stdout.partition(":")[0]


async def test_a_rule_is_kept_and_used_again(office: Office) -> None:
    """By group and by campaign, under a name; a saved one aims another draft, but for what is typed."""
    database = office.database()
    async with database.transaction() as tx:
        await add_group(tx, GroupKind.RANK, "Pangkalan Rau", NOW)
    await database.close()
    first, second = await drafted(office), await drafted(office)
    rule = ("--group", "pangkalan rau", "--not-in", office.number.lower(), "--language", "id")
    aimed = await office.types("campaign", "aim", first, *rule, "--save-as", " Ojek  baru ", *BY_RINA)
    assert aimed.returncode == 0, aimed.stderr
    again = await office.types(
        "campaign", "aim", second, "--saved", "ojek baru", "--language", "en", *BY_RINA
    )
    for said, language in ((aimed, "Bahasa Indonesia"), (again, "English")):
        assert "Pangkalan Rau" in said.stdout
        assert "Nelayan [b]Pontang[/b]" in said.stdout
        assert language in said.stdout


@pytest.mark.parametrize(
    ("said", "arguments"),
    [
        ("no group is called Rau: there are none yet", ("--group", "Rau")),
        ("no campaign has the number NOSUCH1", ("--not-in", "NOSUCH1")),
        ("no saved rule is called Ojek: there are none yet", ("--saved", "Ojek")),
        ("--save-as is a name of 1 to 60 characters", ("--save-as", "x" * 61)),
    ],
)
async def test_a_name_there_is_not_is_said(office: Office, said: str, arguments: tuple[str, ...]) -> None:
    """And nothing is changed, nor kept."""
    aimed = await office.types("campaign", "aim", await drafted(office), *arguments, *BY_RINA)
    assert (aimed.returncode, said in " ".join(aimed.stderr.split())) == (1, True), aimed.stderr
    assert "Traceback" not in aimed.stderr


async def test_a_name_is_taken_once(office: Office) -> None:
    """Two rules of one name would be mixed up."""
    number = await drafted(office)
    once, twice = [
        await office.types("campaign", "aim", number, "--language", language, "--save-as", "Rau", *BY_RINA)
        for language in ("id", "en")
    ]
    assert (once.returncode, twice.returncode) == (0, 1)
    assert "another rule is kept as Rau" in twice.stderr


async def test_buttons_are_put_on_and_taken_off(office: Office) -> None:
    """The service's own and a link, with the text or without; what may not be is refused as in the chat."""
    number = await drafted(office, "--button", "register")
    assert "[Daftar minat]" in (await office.types("campaign", "preview", number)).stdout
    link = "Cara daftar=https://bpjsketenagakerjaan.go.id/bpu"
    written = await office.types(
        "campaign", "write", number, "--button", "explain", "--button", link, *BY_RINA
    )
    assert "its buttons are changed" in written.stdout, written.stderr
    shown = (await office.types("campaign", "preview", number)).stdout
    assert "Halo." in shown
    assert "[Cara daftar]" in shown
    assert "Daftar minat" not in shown
    for typed, said in (("jual", "jual is no button: explain, costs"), ("Daftar=https://s.id/x", "s.id")):
        refused = await office.types("campaign", "write", number, "--button", typed, *BY_RINA)
        assert (refused.returncode, said in refused.stderr) == (1, True), refused.stderr
    await office.types("campaign", "write", number, "--button", "none", *BY_RINA)
    assert "Cara daftar" not in (await office.types("campaign", "preview", number)).stdout
    nothing = await office.types("campaign", "write", number, *BY_RINA)
    assert "name a file with the text, or a --button" in nothing.stderr


async def test_a_draft_is_copied_taken_back_and_thrown_away(office: Office, approver: int) -> None:
    """A copy is a draft of its own; only its maker takes a campaign back; a draft that is gone is gone."""
    await somebody_agrees(office)
    copied = await office.types("campaign", "copy", office.number, *BY_RINA)
    number = copied.stdout.partition("is copied: ")[2].partition(" ")[0]
    assert "Halo {nama}" in (await office.types("campaign", "show", number)).stdout
    submitted = await office.types("campaign", "submit", number, *BY_RINA)
    assert submitted.returncode == 0, submitted.stderr
    others = await office.types("campaign", "withdraw", number, "--by", str(approver))
    assert (others.returncode, "only its maker takes" in others.stderr) == (1, True)
    back = await office.types("campaign", "withdraw", number, *BY_RINA)
    assert "is a draft again" in back.stdout, back.stderr
    gone = await office.types("campaign", "discard", number, *BY_RINA)
    assert "is thrown away" in gone.stdout, gone.stderr
    assert number not in (await office.types("campaign", "list")).stdout
    running = await office.types("campaign", "discard", office.number, *BY_RINA)
    assert "that cannot be done now" in running.stderr


@pytest.mark.parametrize("typed", ["besok", "25/11 09.30", "2026-11-25", "2026-11-25 09:30+07:00"])
async def test_a_moment_that_cannot_be_read_is_answered_with_one_that_can(office: Office, typed: str) -> None:
    """One line, and how to write it."""
    result = await office.types("campaign", "schedule", office.number, typed, *BY_RINA)
    assert result.returncode == 1
    assert f'{typed} is no day and hour: write them as "2026-11-25 09:30"' in result.stderr


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
