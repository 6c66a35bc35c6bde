"""A figure is changed from the chat: proposed by one, approved by another, shown on every screen."""

import pytest

from bot import facts_board
from storage.models.staff import Role
from storage.staff import grant_role, sync_owners
from tests.integration.house_stage import BUDI, NOW, RINA, SARI, Stage


@pytest.fixture
async def two(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Bu Rina owns the bot, Pak Budi approves, too; every update looks for changes."""
    monkeypatch.setattr(facts_board, "LOOKS_APART", 0.0)
    async with stage.house.database.transaction() as tx:
        await sync_owners(tx, [RINA], NOW)
        await grant_role(tx, BUDI, Role.APPROVER, NOW)
    for who in (RINA, BUDI, SARI):
        await stage.says(who, "/start")
    return stage


async def proposes(stage: Stage, who: int, id_: str, value: str) -> None:
    """Somebody walks from /fakta to a sent proposal."""
    await stage.says(who, f"/fakta {id_}")
    await stage.presses(who, "✏️ Usulkan perubahan")
    await stage.says(who, value, "Permenaker 9/2026")
    await stage.presses(who, "20 November 2026")


async def test_a_second_person_makes_it_true(two: Stage) -> None:
    """Side by side, then to whoever may approve; until then nothing changes for anybody."""
    await proposes(two, RINA, "jkk.homecare", "25 juta")
    assert "Sekarang: 20000000" in two.last(RINA)
    assert "Usulan: 25000000, mulai 20 November 2026" in two.last(RINA)
    await two.presses(RINA, "✅ Ajukan")
    assert "menunggu persetujuan" in two.last(RINA)
    await two.says(SARI, "/manfaat")
    await two.presses(SARI, "🏥 Dirawat di rumah sakit")
    assert "Rp20 juta" in two.last(SARI)
    assert await two.house.outbox.drain() == 1
    await two.presses(BUDI, "Buka")
    await two.presses(BUDI, "✅ Setujui")
    assert "Disetujui" in two.last(BUDI)
    await two.says(SARI, "/manfaat")
    await two.presses(SARI, "🏥 Dirawat di rumah sakit")
    assert "Rp25 juta" in two.last(SARI)
    await two.says(RINA, "/fakta")
    await two.presses(RINA, "jkk")
    await two.presses(RINA, "Berikutnya ▶️")
    await two.presses(RINA, "jkk.homecare")
    assert "20000000" in two.last(RINA)
    assert "Permenaker 9/2026" in two.last(RINA)
    assert await two.value("SELECT count(*) FROM fact_change WHERE decided_at IS NOT NULL") == 1


async def test_nobody_approves_their_own(two: Stage) -> None:
    """No button, and no way round the button."""
    await proposes(two, RINA, "jkk.homecare", "25 juta")
    await two.presses(RINA, "✅ Ajukan")
    number = await two.value("SELECT number FROM fact_change")
    version = await two.value("SELECT version FROM conversation WHERE screen = 'fact-change'")
    with pytest.raises(AssertionError, match="no button"):
        two.button(RINA, "✅ Setujui")
    await two.receives(two.tapped(RINA, f"facts:approve:{number}:{version}"))
    assert await two.value("SELECT state FROM fact_change") == "proposed"


async def test_a_proposal_is_decided_once(two: Stage) -> None:
    """Who comes second is told so, and changes nothing."""
    await proposes(two, RINA, "jkk.homecare", "25 juta")
    await two.presses(RINA, "✅ Ajukan")
    await two.house.outbox.drain()
    await two.presses(BUDI, "Buka")
    approve = two.button(BUDI, "✅ Setujui")
    await two.presses(BUDI, "❌ Tolak")
    await two.receives(two.tapped(BUDI, approve))
    assert await two.value("SELECT state FROM fact_change") == "rejected"


async def test_what_does_not_fit_is_refused_with_the_reason(two: Stage) -> None:
    """A total that is not the sum of its parts never reaches a second person."""
    await proposes(two, RINA, "jkm.total", "43 juta")
    await two.presses(RINA, "✅ Ajukan")
    assert "tidak bisa diajukan" in two.last(RINA)
    assert await two.count("fact_change") == 0


async def test_workers_see_nothing_of_it(two: Stage) -> None:
    """Neither the command nor its buttons are theirs."""
    await two.says(SARI, "/fakta")
    assert "perintah itu tidak ada" in two.last(SARI)
    await two.receives(two.tapped(SARI, "facts:change:ABCDEFG:-"))
    assert await two.count("fact_change") == 0


async def test_another_replica_takes_it_up(two: Stage) -> None:
    """The board looks into the database, not into this process."""
    board = two.house.service.board
    await proposes(two, RINA, "jkk.homecare", "25 juta")
    await two.presses(RINA, "✅ Ajukan")
    await two.house.outbox.drain()
    await two.presses(BUDI, "Buka")
    await two.presses(BUDI, "✅ Setujui")
    other = facts_board.FactsBoard(board._shipped)
    async with two.house.database.transaction(read_only=True) as tx:
        await other.renew(tx)
    assert other.version == 1
    assert other.current.on(two.house.service.today()).rupiah("jkk.homecare") == 25_000_000
