"""A campaign with a file: what the officer attached in the chat is what each phone gets, words below it."""

import pytest

from playground.shapes import Json
from storage.models.campaigns import CampaignState
from tests.integration.campaigns.crowd import delivered
from tests.integration.campaigns.staffing import (
    OFFICER,
    approves,
    campaign,
    people_agree,
    staff_arrive,
    submits,
    told,
)
from tests.integration.house_stage import Stage

CAPTION = "Halo {nama}, iuran {iuran_ojek}."
KINDS = [
    ("photo", {"photo": True}),
    ("document", {"document": {"file_name": "panduan.pdf"}}),
    ("voice", {"voice": True, "duration": 7}),
]


async def attaches(stage: Stage, content: Json, *, caption: str) -> None:
    """The officer begins a campaign and sends its file, the words below it or in a message before."""
    await stage.says(OFFICER, "/siar")
    await stage.presses(OFFICER, "➕ Siaran baru")
    await stage.says(OFFICER, "Berkas")
    await stage.presses(OFFICER, "✍️ Isi: Bahasa Indonesia")
    if not caption:
        await stage.says(OFFICER, CAPTION)
        await stage.presses(OFFICER, "✍️ Isi: Bahasa Indonesia ✅")
    update = stage.sent(OFFICER, **content)
    if caption:
        update["message"]["caption"] = caption
    assert (await stage.receives(update)).status == 200


@pytest.mark.parametrize("caption", [CAPTION, ""], ids=["together", "one after the other"])
@pytest.mark.parametrize(("kind", "content"), KINDS, ids=[kind for kind, _ in KINDS])
async def test_a_file_comes_to_everybody_as_it_was_attached(
    stage: Stage, kind: str, content: Json, caption: str
) -> None:
    """Composed, previewed, approved by somebody else, sent: of the same kind, with the caption filled in."""
    await staff_arrive(stage)
    people = await people_agree(stage, 2)
    await attaches(stage, content, caption=caption)
    await stage.presses(OFFICER, "👁 Pratinjau")
    assert kind in stage.messages(OFFICER)[-2]
    attached = await stage.value("SELECT media FROM campaign_text")
    await submits(stage)
    await approves(stage)
    await told(stage)
    await stage.presses(OFFICER, "Buka")
    await stage.presses(OFFICER, "▶️ Mulai sekarang")
    assert await delivered(stage, await campaign(stage)) == {"sent": 2}
    assert (await campaign(stage)).state is CampaignState.FINISHED
    for person in people:
        message = stage.messages(person)[-1]
        assert {"photo", "document", "voice"} & message.keys() == {kind}
        assert message[kind]["url"].removeprefix("/media/") in str(attached)
        assert message["text"].startswith("Halo Bapak/Ibu, iuran mulai Rp8.400")
        assert stage.labels(person) == ["🔕 Berhenti"]
    if kind == "document":
        assert message["document"]["file_name"] == "panduan.pdf"
    if kind == "voice":
        assert message["voice"]["duration"] == 7
