"""Coordinators and officers: how the team is doing, moving leads, and finding one."""

import re
from dataclasses import replace
from datetime import timedelta

from bot.branch import Goals
from bot.desk import Desk
from bot.leads.outcomes import Given, record_outcome
from bot.leads.payments import note_paid_again
from bot.leads.taking import give_lead_back, take_lead
from bot.team_records import Member, list_members
from bot.visits import Visit
from handlers.features import collect_routes
from storage.contacts import find_by_telegram_id
from storage.conversations import Place
from storage.groups import add_group, find_group_named
from storage.lead_events import add_event
from storage.leads import find_lead, open_lead
from storage.models.groups import GroupKind
from storage.models.leads import Lead, LeadEventKind, LeadState, Routing
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.team import Record, count_records
from storage.volunteers import Territory, change_volunteer, list_postings, post, unpost
from tests.integration.house_stage import BUDI, RINA, Stage
from tests.integration.leads.field import (
    VILLAGE,
    brought_to,
    delivered,
    desk_of,
    is_consistent,
    joins_field,
    lead_comes,
    lead_now,
    passes,
)
from tests.integration.outbox.sending import owner_arrives

IMAS, UJANG = 1010, 1011
DAY = timedelta(days=1)


async def test_a_coordinator_sees_their_own_people_alone(stage: Stage) -> None:
    """Bu Imas has Pak Budi's village; Ujang's is another's, and not shown to her even by a forged button."""
    await joins_field(stage, BUDI, "Pak Budi")
    ujang = await joins_field(stage, UJANG, "Ujang", where=Territory("36.04.15.2001", "001", "001"))
    await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    await stage.says(IMAS, "/tim")
    labels = str(stage.messages(IMAS)[-1]["inline_keyboard"])
    assert "Pak Budi" in labels
    assert "Ujang" not in labels
    version = stage.button(IMAS, "Menu utama").rpartition(":")[2]
    await stage.receives(stage.tapped(IMAS, f"team:ended:{ujang.id.hex}:{version}"))
    assert await stage.value("SELECT count(*) FROM volunteer WHERE is_active") == 3


async def test_a_coordinator_of_groups_alone_sees_no_area(stage: Stage) -> None:
    """Whoever answers for no area has nobody's team; whoever has the whole branch besides one sees all."""
    await joins_field(stage, BUDI, "Pak Budi")
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    await joins_field(stage, UJANG, "Ujang", where=Territory("36.04.15.2001", "001", "001"))
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction() as tx:
        await post(tx, imas.id, now, territory=Territory())
    await stage.says(IMAS, "/tim")
    assert {"Pak Budi", "Ujang"} <= set(re.findall("Pak Budi|Ujang", str(stage.messages(IMAS)[-1])))
    async with stage.house.database.transaction() as tx:
        for posting in await list_postings(tx, imas.id):
            await unpost(tx, imas.id, posting.id)
    await stage.says(IMAS, "/tim")
    assert "Belum ada relawan" in stage.last(IMAS)


async def test_a_coordinator_sees_who_answers_for_a_group_of_their_village(stage: Stage) -> None:
    """Ujang has the fishers of Bu Imas's village alone: he is on her list; those of another village are not,
    nor a group that nobody knows the village of, and a forged button finds neither.
    """
    await owner_arrives(stage)
    await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    people = []
    for number, village in enumerate((VILLAGE, "36.04.15.2001", None)):
        person = await joins_field(stage, UJANG + number, f"Ujang {number}")
        people.append(person)
        now = stage.house.service.clock.now()
        async with stage.house.database.transaction() as tx:
            (territory,) = await list_postings(tx, person.id)
            await unpost(tx, person.id, territory.id)
            await add_group(tx, GroupKind.FISHERS, f"Bahari {number}", now, village_code=village)
            group = await find_group_named(tx, f"Bahari {number}")
            assert group is not None
            await post(tx, person.id, now, group_id=group.id)
    await stage.says(IMAS, "/tim")
    assert set(re.findall(r"Ujang \d", str(stage.messages(IMAS)[-1]))) == {"Ujang 0"}
    await stage.presses(IMAS, "🟢 Ujang 0 0 · 0 · 0/0 · 💚0")
    assert stage.last(IMAS).startswith("Ujang 0")
    for other in people[1:]:
        version = stage.button(IMAS, "⬅️ Tim").rpartition(":")[2]
        await stage.receives(stage.tapped(IMAS, f"team:show:{other.id.hex}:{version}"))
        assert not stage.last(IMAS).startswith(("Ujang 1", "Ujang 2"))
    await stage.says(RINA, "/tim")
    assert len(set(re.findall(r"Ujang \d", str(stage.messages(RINA)[-1])))) == 3


async def team_under(stage: Stage, goals: Goals) -> list[Member]:
    """What Bu Rina's list says where the branch has these goals."""
    branch = stage.house.service.branch.model_copy(update={"goals": goals})
    service = replace(stage.house.service, branch=branch)
    async with stage.house.database.transaction(read_only=True) as tx:
        rina = await find_by_telegram_id(tx, RINA)
        assert rina is not None
        screens, now = collect_routes().screens, service.clock.now()
        visit = Visit(tx, service, screens, rina, Role.OFFICER, Place("team", {}), now)
        return await list_members(visit, limit=10)


async def test_red_is_below_the_goal_of_ones_own_area(stage: Stage) -> None:
    """One of two called in time is enough for the branch, and too few where the district asks for more."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    called, _silent = await lead_comes(stage), await lead_comes(stage)
    await says_of(stage, budi, called, "interested")
    await passes(stage, 4 * DAY)
    for asked, is_red in (({}, False), ({"36.04.12": 90}, True), ({"36.73": 90}, False)):
        goals = Goals(contacted_percent=50, contacted_in=asked)
        assert [(one.card.name, one.is_below) for one in await team_under(stage, goals)] == [
            ("Pak Budi", is_red)
        ]
    async with stage.house.database.transaction() as tx:
        await add_group(
            tx, GroupKind.FISHERS, "Bahari", stage.house.service.clock.now(), village_code=VILLAGE
        )
        group = await find_group_named(tx, "Bahari")
        assert group is not None
        (territory,) = await list_postings(tx, budi.id)
        await unpost(tx, budi.id, territory.id)
        await post(tx, budi.id, stage.house.service.clock.now(), group_id=group.id)
    (of_a_group,) = await team_under(stage, Goals(contacted_percent=50, contacted_in={"36.04.12": 90}))
    assert of_a_group.is_below


async def test_the_goal_is_marked(stage: Stage) -> None:
    """Nobody was called within three days: Pak Budi's line is red, and says what is overdue."""
    await owner_arrives(stage)
    await joins_field(stage, BUDI, "Pak Budi")
    for _ in range(2):
        await lead_comes(stage)
    await passes(stage, 4 * DAY)
    await stage.says(RINA, "/tim")
    assert "🔴 Pak Budi 2 · 2 · 0/2 · 💚0" in str(stage.messages(RINA)[-1]["inline_keyboard"])


async def test_all_tasks_of_one_go_to_others(stage: Stage) -> None:
    """Bu Rina moves Pak Budi's leads; they are counted right afterwards, and he keeps none."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    leads = [await lead_comes(stage) for _ in range(3)]
    ujang = await joins_field(stage, UJANG, "Ujang")
    await stage.says(RINA, "/tim")
    await stage.presses(RINA, "🟢 Pak Budi 3 · 0 · 0/0 · 💚0")
    await stage.presses(RINA, "🔁 Pindahkan semua tugasnya")
    assert {(await lead_now(stage, lead)).lead.owner_id for lead in leads} == {ujang.id}
    assert await is_consistent(stage, leads, [budi, ujang])


async def test_a_lead_is_found_by_number_phone_or_name(stage: Stage) -> None:
    """Whole words of the name, in any order; half a word finds nothing."""
    await owner_arrives(stage)
    lead = await lead_comes(stage, phone="+6281234567801")
    await delivered(stage)
    for said in (lead.number, lead.number.lower(), "0812 3456 7801", "wulandari", "Wulandari Sari"):
        await stage.says(RINA, f"/lead {said}")
        assert "Sari Wulandari" in stage.last(RINA), said
        assert "mendaftar minat" in stage.last(RINA), said
    await stage.says(RINA, "/lead wulan")
    assert "Tidak ketemu" in stage.last(RINA)


async def test_the_history_says_in_words_how_a_lead_came_to_its_owner(stage: Stage) -> None:
    """Neither a rung nor a reason is shown as the database keeps it; what says nothing has no brackets."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    async with stage.house.database.transaction() as tx:
        desk = Desk(tx, stage.house.service, stage.house.service.clock.now(), budi.contact_id)
        taken = await take_lead(desk, open_lead(tx, lead))
        await record_outcome(desk, open_lead(tx, taken), "declined", Given(reason="cost"))
    await stage.says(RINA, f"/lead {lead.number}")
    said = stage.last(RINA)
    assert "diberikan · sistem (satu RT)" in said
    assert "tidak berminat · Pak Budi (Iurannya berat)" in said
    assert "(-)" not in said


async def test_why_somebody_handed_back_stands_in_the_history(stage: Stage) -> None:
    """The reason in words, beside how the lead came to the next one."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    await joins_field(stage, UJANG, "Ujang")
    async with stage.house.database.transaction() as tx:
        desk = Desk(tx, stage.house.service, stage.house.service.clock.now(), budi.contact_id)
        await give_lead_back(desk, open_lead(tx, lead), "busy")
    await stage.says(RINA, f"/lead {lead.number}")
    assert "dikembalikan · Pak Budi (Sedang sibuk, satu RT)" in stage.last(RINA)


async def history_of(stage: Stage, lead: Lead) -> str:
    """What Bu Rina reads behind a lead's number."""
    await stage.says(RINA, f"/lead {lead.number}")
    return stage.last(RINA)


async def test_why_nobody_nearer_has_it_stands_in_the_history(stage: Stage) -> None:
    """Nobody is posted there; one is on leave, one full, one has said that they cannot: each is told apart,
    and whoever stands on two rungs is one person. The office alone was the worker's own wish.
    """
    await owner_arrives(stage)
    assert "(kantor cabang, belum ada yang bertugas di sana)" in await history_of(
        stage, await lead_comes(stage)
    )
    office = await lead_comes(stage, routing=Routing.OFFICE)
    assert "diberikan · sistem (kantor cabang)" in await history_of(stage, office)
    budi, ujang = await joins_field(stage, BUDI, "Pak Budi"), await joins_field(stage, UJANG, "Ujang")
    async with stage.house.database.transaction() as tx:
        await post(tx, budi.id, stage.house.service.clock.now(), territory=Territory(VILLAGE, "005"))
        assert await change_volunteer(tx, budi, leave_until=stage.house.service.today() + DAY)
        assert await change_volunteer(tx, ujang, capacity=1)
    theirs = await lead_comes(stage)
    assert "(satu RT, dilewati 1 cuti)" in await history_of(stage, theirs)
    over = await lead_comes(stage)
    assert "(kantor cabang, dilewati 1 cuti + 1 penuh)" in await history_of(stage, over)
    async with stage.house.database.transaction() as tx:
        await give_lead_back(desk_of(tx, stage, ujang), await lead_now(stage, theirs), "away")
    said = await history_of(stage, theirs)
    assert "(Sedang di luar kota, kantor cabang, dilewati 1 cuti + 1 sudah ditanya)" in said


async def test_why_no_closer_has_it_stands_in_the_history(stage: Stage) -> None:
    """Ready to be registered: whose it is now, or that nobody there registers people."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    nobodys = await brought_to(stage, budi, "ready")
    assert "(kantor cabang, belum ada yang bertugas di sana)" in await history_of(stage, nobodys)
    await joins_field(stage, IMAS, "Bu Imas", Role.CLOSER, Territory())
    assert "siap daftar · Pak Budi (agen Perisai)" in await history_of(
        stage, await brought_to(stage, budi, "ready")
    )


async def test_a_volunteer_looks_nobody_up(stage: Stage) -> None:
    """A volunteer sees what is theirs, not everybody's."""
    await joins_field(stage, BUDI, "Pak Budi", where=Territory(VILLAGE, "001", "001"))
    lead = await lead_comes(stage)
    await stage.says(BUDI, f"/lead {lead.number}")
    assert "perintah itu tidak ada" in stage.last(BUDI)


async def test_a_coordinator_looks_up_their_area_alone(stage: Stage) -> None:
    """With its history and whose it is; neither another area's, nor whoever chose the office alone."""
    await joins_field(stage, BUDI, "Pak Budi")
    await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    theirs = await lead_comes(stage)
    elsewhere = await lead_comes(stage, village_code="36.04.15.2001")
    office = await lead_comes(stage, routing=Routing.OFFICE)
    await stage.says(IMAS, "/lead Wulandari")
    said = stage.last(IMAS)
    assert theirs.number in said
    assert "Dipegang: Pak Budi" in said
    assert "mendaftar minat" in said
    for other in (elsewhere, office):
        await stage.says(IMAS, f"/lead {other.number}")
        assert "Tidak ketemu" in stage.last(IMAS)
        await stage.receives(stage.tapped(IMAS, f"followups:show:{other.number}:-"))
        assert other.number not in stage.last(IMAS)


async def test_a_history_is_shown_to_its_beginning(stage: Stage) -> None:
    """However much happened, the first event is a few taps away."""
    await owner_arrives(stage)
    lead = await lead_comes(stage)
    async with stage.house.database.transaction() as tx:
        for number in range(20):
            now = stage.house.service.clock.now() + timedelta(minutes=number)
            await add_event(tx, lead.id, LeadEventKind.NOTE, now, details={"text": f"catatan ke-{number}"})
    await stage.says(RINA, f"/lead {lead.number}")
    assert "catatan ke-19" in stage.last(RINA)
    assert "mendaftar minat" not in stage.last(RINA)
    await stage.presses(RINA, "⬇️ Riwayat sebelumnya")
    assert "mendaftar minat" in stage.last(RINA)


async def test_officers_see_coordinators_and_coordinators_themselves(stage: Stage) -> None:
    """Bu Imas stands on her own list, and another coordinator only on Bu Rina's; nobody ends themselves."""
    await owner_arrives(stage)
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    await joins_field(stage, UJANG, "Ujang", Role.COORDINATOR, Territory(VILLAGE))
    await stage.says(RINA, "/tim")
    assert set(re.findall("⭐ (?:Bu Imas|Ujang)", str(stage.messages(RINA)[-1]))) == {
        "⭐ Bu Imas",
        "⭐ Ujang",
    }
    await stage.says(IMAS, "/tim")
    assert set(re.findall("⭐ (?:Bu Imas|Ujang)", str(stage.messages(IMAS)[-1]))) == {"⭐ Bu Imas"}
    await stage.presses(IMAS, "🟢⭐ Bu Imas 0 · 0 · 0/0 · 💚0")
    assert "Nonaktifkan" not in str(stage.messages(IMAS)[-1])
    version = stage.button(IMAS, "⬅️ Tim").rpartition(":")[2]
    await stage.receives(stage.tapped(IMAS, f"team:ended:{imas.id.hex}:{version}"))
    assert await stage.value("SELECT count(*) FROM volunteer WHERE is_active") == 2


async def records(stage: Stage, *volunteers: Volunteer) -> list[Record]:
    """Each one's record of the last thirty days."""
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction(read_only=True) as tx:
        found = await count_records(tx, [one.id for one in volunteers], now - 30 * DAY, now)
    return [found.get(one.id, Record()) for one in volunteers]


async def says_of(stage: Stage, who: Volunteer, lead: Lead, *outcomes: str) -> None:
    """Somebody takes a lead if it is new, and records what came of it."""
    async with stage.house.database.transaction() as tx:
        desk = Desk(tx, stage.house.service, stage.house.service.clock.now(), who.contact_id)
        card = await find_lead(tx, lead.id)
        assert card is not None
        now = card.lead
        if now.state is LeadState.NEW:
            now = await take_lead(desk, card)
        for outcome in outcomes:
            now = await record_outcome(desk, open_lead(tx, now), outcome)


async def test_a_call_counts_for_whoever_made_it(stage: Stage) -> None:
    """Pak Budi let a lead lie until it went up: it stays his, and Bu Imas is not measured by his days."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    imas = await joins_field(stage, IMAS, "Bu Imas", Role.COORDINATOR, Territory(VILLAGE))
    called, left = await lead_comes(stage), await lead_comes(stage)
    await says_of(stage, budi, called, "interested")
    for days in (3, 5):  # offered to others, then handed up
        await passes(stage, days * DAY)
    assert (await lead_now(stage, left)).lead.owner_id == imas.id
    assert await records(stage, budi, imas) == [Record(2, 1, 0, 0), Record()]
    await says_of(stage, imas, left, "interested")
    assert [(one.given, one.in_time) for one in await records(stage, budi, imas)] == [(2, 1), (1, 1)]


async def test_whoever_cannot_and_says_so_is_not_measured_by_it(stage: Stage) -> None:
    """Handed back within three days, a lead counts for whoever has it next."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    lead = await lead_comes(stage)
    ujang = await joins_field(stage, UJANG, "Ujang")
    async with stage.house.database.transaction() as tx:
        desk = Desk(tx, stage.house.service, stage.house.service.clock.now(), budi.contact_id)
        await give_lead_back(desk, open_lead(tx, lead), "busy")
    await passes(stage, 4 * DAY)
    assert [(one.given, one.in_time) for one in await records(stage, budi, ujang)] == [(0, 0), (1, 0)]


async def test_a_first_payment_is_whoevers_it_was_then(stage: Stage) -> None:
    """Pak Budi brought her and the agent took her to the payment: both have it; a "belum" of hers takes it
    from both, and a second month is no first payment.
    """
    budi = await joins_field(stage, BUDI, "Pak Budi")
    agent = await joins_field(stage, IMAS, "Bu Imas", Role.CLOSER, Territory())
    lead = await lead_comes(stage)
    await says_of(stage, budi, lead, "ready")
    await passes(stage, DAY)
    await says_of(stage, agent, lead, "registered", "paid")
    assert [one.paid for one in await records(stage, budi, agent)] == [1, 1]
    await says_of(stage, agent, lead, "not-paid")
    assert [one.paid for one in await records(stage, budi, agent)] == [0, 0]
    assert (await lead_now(stage, lead)).lead.paid_at is None
    await says_of(stage, agent, lead, "paid", "confirmed")
    assert [one.paid for one in await records(stage, budi, agent)] == [1, 1]
    await passes(stage, 31 * DAY)
    async with stage.house.database.transaction() as tx:
        desk = Desk(tx, stage.house.service, stage.house.service.clock.now())
        await note_paid_again(desk, await lead_now(stage, lead))
    assert [one.paid for one in await records(stage, budi, agent)] == [0, 0]


def test_an_area_may_have_a_goal_of_its_own() -> None:
    """The smallest area with a goal that a territory lies in says what is asked there."""
    goals = Goals(contacted_percent=80, contacted_in={"36.04": 70, "36.04.12": 50})
    asked = [goals.contacted_goal(code) for code in ("36.04.12.2001", "36.04.15.2001", "36.73.01.1001", "")]
    assert asked == [50, 70, 80, 80]
