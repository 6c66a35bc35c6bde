"""The weekly funnel: where people came from, and how far they came."""

from dataclasses import replace
from datetime import timedelta

from bot.desk import Desk
from bot.funnels import breakdown_text, funnel_text, plan_funnel
from bot.leads.outcomes import record_outcome
from bot.leads.taking import take_lead
from bot.wording import Wording
from storage.funnel import By
from storage.leads import find_lead, list_leads
from storage.models.leads import Lead
from storage.models.sources import Source, SourceKind
from storage.sources import add_source
from tests.integration.house_stage import BUDI, NOW, RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import delivered, lead_comes, passes
from tests.integration.outbox.sending import owner_arrives

DAY = timedelta(days=1)
MARKET = Source(code="pasar-rau", kind=SourceKind.MARKET, label="Pasar Rau", created_at=NOW)


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


async def test_the_funnel_begins_with_the_link_and_ends_at_the_target(stage: Stage) -> None:
    """Two opened the market's link, Sari registered: one of the four that the branch wants this month."""
    await owner_arrives(stage)
    goals = stage.house.service.branch.goals.model_copy(update={"first_payments_a_month": 4})
    branch = stage.house.service.branch.model_copy(update={"goals": goals})
    async with stage.house.database.transaction() as tx:
        await add_source(tx, MARKET)
    for who in (SARI, BUDI):
        await stage.says(who, "/start pasar-rau")
    await stage.says(SARI, *REGISTRATION, SEND)
    async with stage.house.database.transaction(read_only=True) as tx:
        lead = (await list_leads(tx, limit=1))[0].lead
    await follow(stage, lead, "ready", "registered", "paid")
    service = replace(stage.house.service, branch=branch)
    words = Wording(service.texts, "id")
    async with stage.house.database.transaction(read_only=True) as tx:
        said = await funnel_text(tx, service, words, stage.house.service.clock.now())
        by = await breakdown_text(tx, service, words, By.SOURCE, stage.house.service.clock.now())
    assert "Daftar minat: 1\nDihubungi: 1\nSiap daftar: 1\nTerdaftar: 1\nBayar pertama: 1" in said
    assert "Target bayar pertama sebulan: 1 dari 4." in said
    assert "2 → 1 → 1 → 1 → 1 → 💚 1" in by
