"""/tugas shows the worst first - overdue, today, new, later -, a page at a time, all or only some."""

from datetime import timedelta

import pytest

from storage.models.leads import Lead
from storage.tasks import Band, Wanted, list_tasks
from tests.integration.house_stage import BUDI, NOW, RINA, Stage
from tests.integration.leads.field import brought_to, joins_field, lead_comes, lead_now
from tests.integration.outbox.sending import owner_arrives

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def marks(stage: Stage, who: int) -> list[str]:
    """How pressing each task on the page is said to be, from above."""
    rows = stage.messages(who)[-1]["inline_keyboard"]
    return [row[0]["text"][0] for row in rows if " · " in row[0]["text"]]


def buttons(stage: Stage, who: int) -> list[str]:
    rows = stage.messages(who)[-1]["inline_keyboard"]
    return [str(button["callback_data"]) for row in rows for button in row]


async def field_of_all_kinds(stage: Stage) -> dict[str, Lead]:
    """Two overdue, one of today, one that is not taken, one for later; they come in no order."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    found = {
        "later": await brought_to(stage, budi, "registered"),
        "overdue": await brought_to(stage, budi, "appointment", NOW + 2 * HOUR),
        "new": await lead_comes(stage),
        "today": await brought_to(stage, budi, "appointment", NOW + 9 * HOUR),
        "most overdue": await brought_to(stage, budi, "appointment", NOW + HOUR),
    }
    stage.house.service.clock.move(4 * HOUR)
    return found


async def test_the_worst_comes_first(stage: Stage) -> None:
    """The most overdue above all; what is not taken yet comes after what is due today."""
    found = await field_of_all_kinds(stage)
    await stage.says(BUDI, "/tugas")
    assert marks(stage, BUDI) == ["🔴", "🔴", "🟡", "🆕", "🟢"]
    order = ("most overdue", "overdue", "today", "new", "later")
    shown = [data.split(":")[2] for data in buttons(stage, BUDI) if data.startswith("followups:show")]
    assert shown == [found[kind].number for kind in order]
    await stage.receives(stage.tapped(BUDI, "followups:first::-"))
    assert found["most overdue"].number in stage.last(BUDI)


@pytest.mark.parametrize(
    ("filter_", "shown"),
    [
        ("🔴 Terlambat", ["🔴", "🔴"]),
        ("🟡 Hari ini", ["🟡"]),
        ("🆕 Baru", ["🆕"]),
        ("📅 Janji", ["🔴", "🔴", "🟡"]),
        ("🪪 Iuran", ["🟢"]),
        ("✍️ Siap", []),
    ],
)
async def test_a_list_is_narrowed_down(stage: Stage, filter_: str, shown: list[str]) -> None:
    """By how pressing, or by how far; and back to all of them by one tap."""
    await field_of_all_kinds(stage)
    await stage.says(BUDI, "/tugas")
    await stage.presses(BUDI, filter_)
    assert marks(stage, BUDI) == shown
    assert f"Hanya: {filter_}" in stage.last(BUDI)
    await stage.presses(BUDI, "Semua")
    assert len(marks(stage, BUDI)) == 5


async def test_pages_keep_the_filter(stage: Stage) -> None:
    """Ten new ones are two pages, and nothing else is on the second."""
    await joins_field(stage, BUDI, "Pak Budi")
    for _ in range(10):
        await lead_comes(stage)
    await stage.says(BUDI, "/tugas")
    await stage.presses(BUDI, "🆕 Baru")
    assert len(marks(stage, BUDI)) == 8
    onward = next(data for data in buttons(stage, BUDI) if data.startswith("followups:page:1"))
    await stage.receives(stage.tapped(BUDI, onward))
    assert marks(stage, BUDI) == ["🆕", "🆕"]
    assert "Hanya: 🆕 Baru" in stage.last(BUDI)


async def test_few_tasks_have_no_filters(stage: Stage) -> None:
    """Three are seen at a glance; a forged filter is none."""
    await joins_field(stage, BUDI, "Pak Budi")
    for _ in range(3):
        await lead_comes(stage)
    await stage.says(BUDI, "/tugas")
    assert not [data for data in buttons(stage, BUDI) if data.startswith("followups:only")]
    version = buttons(stage, BUDI)[-1].rpartition(":")[2]
    await stage.receives(stage.tapped(BUDI, f"followups:only:everybodys:{version}"))
    assert len(marks(stage, BUDI)) == 3


async def test_the_branch_sees_its_own_worst_first(stage: Stage) -> None:
    """Nobody is in the field: what came first is overdue the longest; officers see it in the same order."""
    await owner_arrives(stage)
    await lead_comes(stage)
    stage.house.service.clock.move(DAY + 3 * HOUR)
    await lead_comes(stage)
    await stage.says(RINA, "/tugas")
    assert marks(stage, RINA) == ["🔴", "🟢"]


async def test_every_task_is_in_one_band(stage: Stage) -> None:
    """The bands together are the list, and page by page it is the same as at once."""
    found = await field_of_all_kinds(stage)
    budi = found["new"].owner_id
    now, tonight = stage.house.service.clock.now(), NOW + 14 * HOUR  # midnight in Serang
    async with stage.house.database.transaction(read_only=True) as tx:
        whole = await list_tasks(tx, Wanted(budi), now, tonight, limit=10)
        singly = [
            await list_tasks(tx, Wanted(budi), now, tonight, limit=1, offset=offset) for offset in range(5)
        ]
        bands = [await list_tasks(tx, Wanted(budi, (band,)), now, tonight, limit=10) for band in Band]
    ids = [follow_up.id for follow_up, _, _ in whole]
    assert len(set(ids)) == 5
    assert [row[0].id for page in singly for row in page] == ids
    assert [row[0].id for page in bands for row in page] == ids


async def test_one_is_picked_to_be_handed_back(stage: Stage) -> None:
    """/kembalikan asks which one; a tap asks why, and another hands it on."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await brought_to(stage, budi, "registered")
    await stage.says(BUDI, "/kembalikan")
    assert "Mana yang mau dikembalikan?" in stage.last(BUDI)
    assert f"followups:cannot:{lead.number}.{lead.version}" in buttons(stage, BUDI)[0]
    await stage.receives(stage.tapped(BUDI, buttons(stage, BUDI)[0]))
    await stage.presses(BUDI, "Sedang sibuk")
    assert (await lead_now(stage, lead)).lead.owner_id != budi.id


async def test_nobody_hands_back_what_is_the_branchs(stage: Stage) -> None:
    """An officer who asks sees the branch's tasks, each opening its card."""
    await owner_arrives(stage)
    await lead_comes(stage)
    await stage.says(RINA, "/kembalikan")
    assert "followups:show:" in buttons(stage, RINA)[0]


async def test_a_filter_is_read_behind_the_command(stage: Stage) -> None:
    """ "/tugas terlambat" shows those; what is none is said kindly, with everything and the choices below."""
    await joins_field(stage, BUDI, "Pak Budi")
    await lead_comes(stage)
    await stage.says(BUDI, "/tugas terlambat")
    assert stage.last(BUDI) == "Tidak ada tugas seperti itu.\n\nHanya: 🔴 Terlambat"
    await stage.says(BUDI, "/tugas baru")
    assert stage.last(BUDI).endswith("Hanya: 🆕 Baru")
    for nonsense in ("/tugas 99999", "/tugas cari bantuan"):  # the second is the branch's alone
        await stage.says(BUDI, nonsense)
        assert stage.last(BUDI).startswith("Maaf, pilihan itu belum kami paham.")
        assert stage.button(BUDI, "🔴 Terlambat")
