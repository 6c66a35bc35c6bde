"""Four eyes: whoever had a hand in a campaign does not let it go, in the chat and from the shell alike."""

import pytest

from bot.campaigns.decisions import approve_campaign, submit_campaign
from bot.campaigns.drafts import choose_segment, start_draft, write_text
from bot.campaigns.moves import CampaignRefused
from storage.campaign_texts import NewText
from storage.contacts import delete_contact, meet_contact
from storage.models.campaigns import CampaignState
from storage.models.staff import Role
from storage.segments import SegmentRule
from tests.integration.campaigns.crowd import Desk, people_agree
from tests.integration.campaigns.staffing import (
    APPROVER,
    OFFICER,
    OTHER,
    campaign,
    composes,
    joins_staff,
    staff_arrive,
    told,
)
from tests.integration.campaigns.staffing import people_agree as people_join
from tests.integration.house_stage import Stage

RINA, DEWI, TINI = 8001, 8002, 8003


async def opens(stage: Stage, who: int) -> None:
    """The campaign's card, by way of the list."""
    await stage.says(who, "/siar")
    found = await campaign(stage)
    await stage.presses(who, next(mark for mark in marks(found.name) if stage.offers(who, mark)))


def marks(name: str) -> list[str]:
    return [f"{mark} {name}" for mark in ("📝", "⏳", "✅")]


async def drafted_and_opened(stage: Stage) -> None:
    """Rina's draft, for three people, which Dewi looks at."""
    await staff_arrive(stage)
    await people_join(stage, 3)
    await composes(stage)
    await opens(stage, APPROVER)


async def rewritten_by_the_approver(stage: Stage) -> None:
    """The draft, whose words Dewi replaced by her own before she submitted it herself."""
    await drafted_and_opened(stage)
    await stage.presses(APPROVER, "✍️ Isi: Bahasa Indonesia ✅")
    await stage.says(APPROVER, "Halo {nama}, semua ini tulisan Dewi.")
    await stage.presses(APPROVER, "📤 Ajukan")


async def test_whoever_rewrote_it_does_not_approve_it(stage: Stage) -> None:
    """The button is not there, pressed all the same it does nothing, and it is said that nobody else may."""
    await rewritten_by_the_approver(stage)
    found = await campaign(stage)
    assert found.state is CampaignState.SUBMITTED
    assert not stage.offers(APPROVER, "✅ Setujui")
    assert "Belum ada orang lain yang boleh menyetujui" in stage.last(APPROVER)
    version = stage.button(APPROVER, "👁 Pratinjau").rpartition(":")[2]
    await stage.receives(
        stage.tapped(APPROVER, f"campaigns:approve:{found.number}.{found.version}:{version}")
    )
    assert (await campaign(stage)).state is CampaignState.SUBMITTED


async def test_another_approver_is_asked_and_the_writer_is_not(stage: Stage) -> None:
    """Of two approvers the one who wrote hears nothing; the other lets it go."""
    await joins_staff(stage, OTHER, Role.APPROVER)
    await rewritten_by_the_approver(stage)
    await told(stage)
    assert not any("menunggu persetujuan Bapak/Ibu" in said for said in stage.shown(APPROVER))
    assert "menunggu persetujuan Bapak/Ibu" in stage.last(OTHER)
    assert "Belum ada orang lain" not in stage.last(APPROVER)
    await stage.presses(OTHER, "Buka")
    await stage.presses(OTHER, "✅ Setujui")
    assert (await campaign(stage)).state is CampaignState.APPROVED


async def test_whoever_only_submitted_it_does_not_approve_it(stage: Stage) -> None:
    """Handing it in is a part of it, too."""
    await drafted_and_opened(stage)
    await stage.presses(APPROVER, "📤 Ajukan")
    assert (await campaign(stage)).state is CampaignState.SUBMITTED
    assert not stage.offers(APPROVER, "✅ Setujui")


async def test_whoever_only_looked_may_approve_it(stage: Stage) -> None:
    """Opening a draft and reading its preview is no writing."""
    await drafted_and_opened(stage)
    await stage.presses(APPROVER, "👁 Pratinjau")
    await stage.presses(OFFICER, "📤 Ajukan")
    await opens(stage, APPROVER)
    await stage.presses(APPROVER, "✅ Setujui")
    assert (await campaign(stage)).state is CampaignState.APPROVED


@pytest.mark.parametrize("part", ["text", "segment", "submission"])
async def test_each_part_counts(stage: Stage, part: str) -> None:
    """Words, people, the submission: a hand in any of them is one hand too many."""
    desk = Desk.of(stage.house)
    await people_agree(desk.database, desk.now, 3)
    async with desk.database.transaction() as tx:
        rina, dewi = [(await meet_contact(tx, who, desk.now)).id for who in (RINA, DEWI)]
        draft = await start_draft(tx, desk.service, rina, "Ojek")
        parts = ("text", "segment", "submission")
        writer, chooser, submitter = [dewi if part == one else rina for one in parts]
        draft = await write_text(tx, desk.service, writer, draft, NewText("id", "Halo."))
        draft = await choose_segment(tx, desk.service, chooser, draft, SegmentRule())
        waiting = await submit_campaign(tx, desk.service, submitter, draft)
        with pytest.raises(CampaignRefused, match="own"):
            await approve_campaign(tx, desk.service, dewi, waiting)
        tini = (await meet_contact(tx, TINI, desk.now)).id
        approved = await approve_campaign(tx, desk.service, tini, waiting)
    assert approved.state is CampaignState.APPROVED


async def test_a_writer_who_was_erased_cannot_come_back_and_approve(stage: Stage) -> None:
    """Of whom nothing is left nobody knows whether it is they who decide now: nobody may."""
    desk = Desk.of(stage.house)
    await people_agree(desk.database, desk.now, 3)
    async with desk.database.transaction() as tx:
        rina, dewi = [(await meet_contact(tx, who, desk.now)).id for who in (RINA, DEWI)]
        draft = await start_draft(tx, desk.service, rina, "Ojek")
        draft = await write_text(tx, desk.service, dewi, draft, NewText("id", "Halo."))
        waiting = await submit_campaign(tx, desk.service, rina, draft)
        await delete_contact(tx, dewi)
    async with desk.database.transaction() as tx:
        again = (await meet_contact(tx, DEWI, desk.now)).id
        with pytest.raises(CampaignRefused, match="gone"):
            await approve_campaign(tx, desk.service, again, waiting)


async def test_nobody_gets_a_campaign_to_nobody(stage: Stage) -> None:
    """Where the rule finds nobody who may have it, submitting says so, and it stays a draft."""
    await staff_arrive(stage)
    await composes(stage)
    await stage.presses(OFFICER, "📤 Ajukan")
    assert (await campaign(stage)).state is CampaignState.DRAFT
    assert "Belum ada satu pun penerima" in stage.last(OFFICER)
