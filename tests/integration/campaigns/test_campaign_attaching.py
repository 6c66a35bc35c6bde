"""A file for a campaign, from the shell: whoever attaches it sees it first, then it is the draft's."""

from pathlib import Path

import pytest

from playground.files import sample_photo
from playground.people import Person
from storage.campaign_texts import list_texts
from storage.campaigns import find_campaign_by_number
from storage.types import JsonObject
from tests.integration.campaigns.test_campaign_command import BY_RINA, RINA, Office, office

__all__ = ["office"]


@pytest.fixture
async def draft(office: Office) -> str:
    """The number of Bu Rina's draft; her phone is there, and she has started the bot."""
    office.world.people.add(Person(RINA, "Rina", started=True))
    words = written(office, "words.html", b"Halo {nama}.")
    made = await office.types("campaign", "new", "Ojek Serang", str(words), *BY_RINA)
    return made.stdout.partition(":")[0]


def written(office: Office, name: str, content: bytes) -> Path:
    path = office.folder / name
    path.write_bytes(content)
    return path


async def media_of(office: Office, number: str, language: str = "id") -> JsonObject | None:
    database = office.database()
    async with database.transaction(read_only=True) as tx:
        campaign = await find_campaign_by_number(tx, number)
        assert campaign is not None
        texts = await list_texts(tx, campaign.id, campaign.text_version)
    await database.close()
    return next(text.media for text in texts if text.language == language)


@pytest.mark.parametrize(
    ("name", "kind"), [("poster.PNG", "photo"), ("panduan.pdf", "document"), ("halo.ogg", "voice")]
)
async def test_a_file_is_seen_by_whoever_attaches_it_and_kept(
    office: Office, draft: str, name: str, kind: str
) -> None:
    """Of the kind its name tells; the campaign sends it by the id that Telegram gave it."""
    file = written(office, name, sample_photo().content)
    result = await office.types("campaign", "attach", draft, str(file), *BY_RINA)
    assert f"{name} is attached" in result.stdout, result.stderr
    (message,) = office.world.chats.of(RINA).messages.values()
    assert "Ojek Serang" in message["caption"]
    shown = message[kind][-1] if kind == "photo" else message[kind]
    assert await media_of(office, draft) == {"kind": kind, "file_id": shown["file_id"], "filename": name}
    preview = await office.types("campaign", "preview", draft)
    assert "Halo" in preview.stdout
    taken = await office.types("campaign", "detach", draft, *BY_RINA)
    assert "is taken off" in taken.stdout, taken.stderr
    assert await media_of(office, draft) is None


async def test_what_may_not_be_sent_goes_to_nobody(office: Office, draft: str) -> None:
    """A program, a file that is not there, a language nobody speaks, what is no draft: a sentence each."""
    program, poster = written(office, "bpjs.apk", b"PK"), written(office, "poster.png", b"x")
    for said, *arguments in (
        ("bpjs.apk", draft, str(program)),
        ("cannot be read", draft, "nosuch.png"),
        ("xx is none of", draft, str(poster), "--language", "xx"),
        ("is running, and no draft", office.number, str(poster)),
    ):
        result = await office.types("campaign", "attach", *arguments, *BY_RINA)
        assert (result.returncode, said in result.stderr) == (1, True), result.stderr
        assert "Traceback" not in result.stderr
    without = await office.types("campaign", "detach", draft, *BY_RINA)
    assert f"{draft} has no file in id" in without.stderr
    assert not office.world.chats.of(RINA).messages
    assert await media_of(office, draft) is None


async def test_whoever_cannot_be_reached_attaches_nothing(office: Office, draft: str) -> None:
    """Telegram refuses the file: its words, and the draft stays as it was."""
    rina = office.world.people.find(RINA)
    assert rina is not None
    rina.blocked = True
    poster = written(office, "poster.png", sample_photo().content)
    result = await office.types("campaign", "attach", draft, str(poster), *BY_RINA)
    assert "bot was blocked by the user" in result.stderr
    assert await media_of(office, draft) is None
