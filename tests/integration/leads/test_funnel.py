"""The weekly funnel: where people came from, and how far they came."""

from datetime import timedelta

from bot.desk import Desk
from bot.funnels import plan_funnel
from bot.leads.outcomes import record_outcome
from bot.leads.taking import take_lead
from storage.leads import find_lead
from storage.models.leads import Lead
from tests.integration.house_stage import RINA, Stage
from tests.integration.leads.field import delivered, lead_comes, passes
from tests.integration.outbox.sending import owner_arrives

DAY = timedelta(days=1)


async def follow(stage: Stage, lead: Lead, *outcomes: str) -> None:
    """Officers take a lead and record one outcome after the other."""
    async with stage.house.database.transaction() as tx:
        desk = Desk(tx, stage.house.service, stage.house.service.clock.now())
        for step in ("take", *outcomes):
            card = await find_lead(tx, lead.id)
            assert card is not None
            await (take_lead(desk, card) if step == "take" else record_outcome(desk, card, step))


async def test_the_week_is_told_on_monday_morning(stage: Stage) -> None:
    """Three came; one was contacted, one came as far as the first payment."""
    await owner_arrives(stage)
    leads = [await lead_comes(stage, first_source="pasar-rau") for _ in range(3)]
    await follow(stage, leads[0], "interested")
    await follow(stage, leads[1], "ready", "registered", "paid")
    async with stage.house.database.transaction() as tx:
        await plan_funnel(tx, stage.house.service, stage.house.service.clock.now())
    await passes(stage, 3 * DAY)
    await delivered(stage)
    said = "".join(stage.shown(RINA))
    assert "Daftar minat: 3\nDihubungi: 2\nSiap daftar: 1\nTerdaftar: 1\nBayar pertama: 1" in said


async def test_the_funnel_is_broken_down(stage: Stage) -> None:
    """By source, by district and by group; the second market is not the first."""
    await owner_arrives(stage)
    for source in ("pasar-rau", "pasar-rau", "desa-pontang"):
        await lead_comes(stage, first_source=source)
    await stage.says(RINA, "/laporan")
    await stage.presses(RINA, "Per sumber")
    assert "pasar-rau</b>" not in stage.last(RINA)
    assert "pasar-rau: 0 → 2 → 0" in stage.last(RINA)
    await stage.presses(RINA, "Per kecamatan")
    assert "Pontang: 0 → 3 → 0" in stage.last(RINA)
    await stage.presses(RINA, "Per kelompok")
    assert "Belum ada" in stage.last(RINA)
