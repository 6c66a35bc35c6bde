"""The weekly funnel: where people came from, and how far they came."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.desk import Desk
from bot.funnels import breakdown_text, funnel_text, plan_funnel
from bot.leads.outcomes import record_outcome
from bot.leads.taking import take_lead
from bot.leads.undoing import undo
from bot.service import Service
from bot.wording import Wording
from storage.contacts import find_by_telegram_id
from storage.funnel import By, Funnel, count_funnel
from storage.groups import add_group, list_groups
from storage.leads import find_lead, list_leads
from storage.models.groups import GroupKind
from storage.models.leads import Lead, LeadState
from storage.models.sources import Source, SourceKind
from storage.sources import add_source
from tests.integration.house_stage import BUDI, NOW, RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import delivered, lead_comes, passes
from tests.integration.outbox.sending import owner_arrives

DAY = timedelta(days=1)
MARKET = Source(code="pasar-rau", kind=SourceKind.MARKET, label="Pasar Rau", created_at=NOW)


async def follow(stage: Stage, lead: Lead, *outcomes: str) -> None:
    """Officers take a lead if it is new and record one outcome after the other."""
    async with stage.house.database.transaction() as tx:
        desk = Desk(tx, stage.house.service, stage.house.service.clock.now())
        for step in ("take", *outcomes):
            card = await find_lead(tx, lead.id)
            assert card is not None
            if step != "take":
                await record_outcome(desk, card, step)
            elif card.lead.state is LeadState.NEW:
                await take_lead(desk, card)


def goal_of(stage: Stage, payments: int) -> Service:
    """The service of a branch that wants so many first payments a month."""
    goals = stage.house.service.branch.goals.model_copy(update={"first_payments_a_month": payments})
    branch = stage.house.service.branch.model_copy(update={"goals": goals})
    return replace(stage.house.service, branch=branch)


async def counted(stage: Stage, since: timedelta, until: timedelta = timedelta()) -> Funnel:
    """The funnel of a time, by how long ago it began and ended."""
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction(read_only=True) as tx:
        return await count_funnel(tx, now - since, now - until)


async def monday_comes(stage: Stage) -> str:
    """What Bu Rina is told of the week that is over."""
    async with stage.house.database.transaction() as tx:
        await plan_funnel(tx, stage.house.service, stage.house.service.clock.now())
    await passes(stage, 3 * DAY)
    await delivered(stage)
    return next(said for said in reversed(stage.shown(RINA)) if said.startswith("📊"))


async def test_the_week_is_told_on_monday_morning(stage: Stage) -> None:
    """Three came; one was contacted, one came as far as the first payment and said so."""
    await owner_arrives(stage)
    leads = [await lead_comes(stage, first_source="pasar-rau") for _ in range(3)]
    await follow(stage, leads[0], "interested")
    await follow(stage, leads[1], "ready", "registered", "paid", "confirmed")
    said = await monday_comes(stage)
    assert said.startswith("📊 16/11 sampai 22/11\n")
    assert "Daftar minat: 3\nDihubungi: 2\nSiap daftar: 1\nTerdaftar: 1\nBayar pertama: 1" in said


async def test_a_payment_is_counted_when_it_is_made(stage: Stage) -> None:
    """Who registered interest forty days ago and paid this week stands in the week, and before the target."""
    lead = await lead_comes(stage)
    await follow(stage, lead, "interested")
    await passes(stage, 40 * DAY)
    await follow(stage, lead, "ready", "registered", "paid", "confirmed")
    service = goal_of(stage, 4)
    async with stage.house.database.transaction(read_only=True) as tx:
        said = await funnel_text(tx, service, Wording(service.texts, "id"), service.clock.now())
    assert "Daftar minat: 0\nDihubungi: 0\nSiap daftar: 1\nTerdaftar: 1\nBayar pertama: 1" in said
    assert "Target bayar pertama sebulan: 1 dari 4." in said
    assert await counted(stage, 41 * DAY, 39 * DAY) == Funnel(0, 1, 1, 0, 0, 0)


async def test_each_step_is_in_one_week_alone(stage: Stage) -> None:
    """Ready in one week, put off, and ready again in the next: it was ready once; a lead left alone counts
    nowhere after its week.
    """
    lead, _other = await lead_comes(stage), await lead_comes(stage)
    await follow(stage, lead, "ready")
    await passes(stage, 8 * DAY)
    await follow(stage, lead, "unaffordable", "ready", "registered")
    assert await counted(stage, 7 * DAY) == Funnel(registered=1)
    assert await counted(stage, 14 * DAY, 7 * DAY) == Funnel(interested=2, contacted=1, ready=1)


async def test_a_payment_counts_once_the_worker_says_yes(stage: Stage) -> None:
    """Until then staff read that somebody is still asked; who says "belum" has paid nothing."""
    lead = await lead_comes(stage)
    await follow(stage, lead, "registered", "paid")
    async with stage.house.database.transaction(read_only=True) as tx:
        service = stage.house.service
        said = await funnel_text(tx, service, Wording(service.texts, "id"), service.clock.now())
    assert "Bayar pertama: 0" in said
    assert "setelah pekerjanya menjawab Ya; 1 masih ditanya." in said
    await follow(stage, lead, "not-paid")
    assert (await counted(stage, 7 * DAY)).paid == 0
    await follow(stage, lead, "paid", "confirmed")
    assert await counted(stage, 7 * DAY) == Funnel(0, 1, 1, 1, 1, 1)


async def test_what_was_undone_never_was(stage: Stage) -> None:
    """A slip of the thumb is no step; the same outcome given afterwards is one."""
    await owner_arrives(stage)
    lead = await lead_comes(stage)
    await follow(stage, lead)
    for outcome, expected in (("ready", Funnel(1, 1)), ("registered", Funnel(1, 1))):
        async with stage.house.database.transaction() as tx:
            rina = await find_by_telegram_id(tx, RINA)
            assert rina is not None
            desk = Desk(tx, stage.house.service, stage.house.service.clock.now(), rina.id)
            for act in (partial(record_outcome, key=outcome), undo):
                card = await find_lead(tx, lead.id)
                assert card is not None
                await act(desk, card)
        assert await counted(stage, 7 * DAY) == expected
    await follow(stage, lead, "ready")
    assert (await counted(stage, 7 * DAY)).ready == 1


async def test_the_week_names_the_foremost_of_each_kind(stage: Stage) -> None:
    """Three of four sources, the district and the group in the one message; its details are of that week."""
    await owner_arrives(stage)
    async with stage.house.database.transaction() as tx:
        await add_source(tx, MARKET)
        await add_group(tx, GroupKind.FISHERS, "Mina Bahari", NOW)
        (group,) = await list_groups(tx)
    await lead_comes(stage, first_source="iklan-lama")
    await passes(stage, 14 * DAY)
    for source in (*["pasar-rau"] * 3, "satu", "dua", "tiga"):
        await lead_comes(stage, first_source=source, group_id=group.id)
    said = await monday_comes(stage)
    assert "Pasar Rau: 0 → 3 → 0 → 0 → 0 → 💚 0\ndua: 0 → 1 → 0 → 0 → 0 → 💚 0\n" in said
    assert "satu: 0 → 1" in said
    assert "tiga" not in said
    assert (
        "Per kecamatan (minat → dihubungi → siap → terdaftar → 💚 bayar)\nPontang: 6 → 0 → 0 → 0 → 💚 0"
        in said
    )
    assert "Mina Bahari: 6 → 0 → 0 → 0 → 💚 0" in said
    await lead_comes(stage, first_source="sesudahnya")
    await stage.presses(RINA, "📊 Rincian")
    assert stage.last(RINA).startswith("📊 30/11 sampai 06/12\n")
    assert "Daftar minat: 6" in stage.last(RINA)
    await stage.presses(RINA, "Per sumber")
    assert stage.last(RINA).startswith("30/11 sampai 06/12\n")
    assert "tiga: 0 → 1" in stage.last(RINA)
    assert "sesudahnya" not in stage.last(RINA)
    assert "iklan-lama" not in stage.last(RINA)


async def test_no_week_that_a_forged_button_names_is_shown(stage: Stage) -> None:
    """What is no day is no week."""
    await owner_arrives(stage)
    await stage.says(RINA, "/laporan")
    version = stage.button(RINA, "Per sumber").rpartition(":")[2]
    for forged in ("show:kemarin", "by:source.kemarin", "by:kota"):
        await stage.receives(stage.tapped(RINA, f"funnel:{forged}:{version}"))
        assert "kemarin" not in stage.last(RINA)
        assert "hari terakhir" in stage.last(RINA)


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
    assert "Pontang: 3 → 0 → 0 → 0 → 💚 0" in stage.last(RINA)
    await stage.presses(RINA, "Per kelompok")
    assert "Belum ada" in stage.last(RINA)


async def test_the_funnel_begins_with_the_link_and_ends_at_the_target(stage: Stage) -> None:
    """Two opened the market's link, Sari registered: one of the four that the branch wants this month."""
    await owner_arrives(stage)
    async with stage.house.database.transaction() as tx:
        await add_source(tx, MARKET)
    for who in (SARI, BUDI):
        await stage.says(who, "/start pasar-rau")
    await stage.says(SARI, *REGISTRATION, SEND)
    async with stage.house.database.transaction(read_only=True) as tx:
        lead = (await list_leads(tx, limit=1))[0].lead
    await follow(stage, lead, "ready", "registered", "paid", "confirmed")
    service = goal_of(stage, 4)
    words = Wording(service.texts, "id")
    async with stage.house.database.transaction(read_only=True) as tx:
        said = await funnel_text(tx, service, words, stage.house.service.clock.now())
        by = await breakdown_text(tx, service, words, By.SOURCE, stage.house.service.clock.now())
    assert "Daftar minat: 1\nDihubungi: 1\nSiap daftar: 1\nTerdaftar: 1\nBayar pertama: 1" in said
    assert "Target bayar pertama sebulan: 1 dari 4." in said
    assert "2 → 1 → 1 → 1 → 1 → 💚 1" in by
