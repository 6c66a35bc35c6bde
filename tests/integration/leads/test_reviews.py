"""What staff are to look at: pairs that may be one person, flags, a sample; merging keeps the history."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.desk import Desk
from bot.leads.outcomes import record_outcome
from bot.leads.review_policy import BURSTS, PHONE_LEADS_FROM, UNPAID_AFTER
from bot.leads.reviewing import LOTS, find_rule, lot_of, plan_review
from bot.leads.taking import take_lead
from bot.names import normalise_words, same_name_key
from storage.contacts import find_by_telegram_id
from storage.models.leads import Lead, LeadState
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import delivered, is_consistent, joins_field, lead_comes, lead_now, passes
from tests.integration.outbox.sending import owner_arrives

UJANG = 1011
NO_TIME = timedelta(0)
PHONE = "+6281234567801"


async def named(stage: Stage, name: str, **changes: object) -> Lead:
    """A lead of this name, looked at by the next tick."""
    words = {"name": name, "name_key": same_name_key(name), "name_words": normalise_words(name)}
    lead = await lead_comes(stage, **words | changes)  # type: ignore[arg-type]  # reason: any field
    async with stage.house.database.transaction() as tx:
        await plan_review(tx, lead, stage.house.service.clock.now())
    return lead


async def open_kinds(stage: Stage) -> int:
    await passes(stage, NO_TIME)
    return int(await stage.value("SELECT count(*) FROM review WHERE kind <> 'sample' AND state = 'open'"))


@pytest.mark.parametrize(
    ("one", "other", "same_phone", "alike"),
    [
        ("Sari Wulandari", "Sari Wulan Dari", False, True),
        ("Sari", "Ibu Sari Wulandari", True, True),
        ("Sari", "Sari Wulandari", False, False),
        ("Sari Wulandari", "Tarjo Wirya", True, False),
        ("Wulandari Sari", "sari wulandari", False, True),
    ],
)
def test_which_names_are_alike(one: str, other: str, same_phone: bool, alike: bool) -> None:
    """A phone needs less of a likeness than a village; a family on one phone is no pair."""
    assert (find_rule(one, other, same_phone=same_phone) is not None) is alike


async def test_a_pair_is_shown_side_by_side_and_merged(stage: Stage) -> None:
    """Bu Rina merges; the one that has come further stays, with both histories and its own owner and duty."""
    await owner_arrives(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi")
    older = await named(stage, "Sari Wulandari", phone=PHONE)
    newer = await named(stage, "Ibu Sari", phone=PHONE)
    await takes(stage, older)
    assert await open_kinds(stage) == 1
    await stage.says(RINA, "/periksa")
    await stage.presses(RINA, pair_label(stage))
    assert older.number in stage.last(RINA)
    assert newer.number in stage.last(RINA)
    await stage.presses(RINA, f"🔗 Gabung, pakai {older.number}")
    gone, kept = await lead_now(stage, newer), await lead_now(stage, older)
    assert (gone.lead.state, gone.lead.merged_into_id) == (LeadState.MERGED, older.id)
    assert (kept.lead.state, kept.lead.owner_id) == (LeadState.ACCEPTED, budi.id)
    assert await is_consistent(stage, [older, newer], [budi])
    assert "menampung data yang sama" in stage.last(RINA)
    assert "digabung" in stage.last(RINA)
    assert await stage.value("SELECT result FROM review WHERE kind = 'duplicate'") == "merged"


def pair_label(stage: Stage) -> str:
    return begins(stage, "👥 Mungkin")


def begins(stage: Stage, label: str) -> str:
    """The whole label of Bu Rina's first button that begins so."""
    rows = stage.messages(RINA)[-1]["inline_keyboard"]
    return next((str(b["text"]) for row in rows for b in row if b["text"].startswith(label)), label)


async def takes(stage: Stage, lead: Lead) -> None:
    async with stage.house.database.transaction() as tx:
        at = stage.house.service.clock.now()
        await take_lead(Desk(tx, stage.house.service, at), await lead_now(stage, lead))


async def test_what_has_come_further_never_goes_into_the_other(stage: Stage) -> None:
    """The button is not offered, and a forged one changes nothing."""
    await owner_arrives(stage)
    await joins_field(stage, BUDI, "Pak Budi")
    older = await named(stage, "Sari Wulandari", phone=PHONE)
    newer = await named(stage, "Sari", phone=PHONE)
    await takes(stage, older)
    await open_kinds(stage)
    await stage.says(RINA, "/periksa")
    await stage.presses(RINA, pair_label(stage))
    keep = stage.button(RINA, f"🔗 Gabung, pakai {older.number}")
    with pytest.raises(AssertionError):
        stage.button(RINA, f"🔗 Gabung, pakai {newer.number}")
    await stage.receives(stage.tapped(RINA, keep.replace("keep-a", "keep-b")))
    assert (await lead_now(stage, older)).lead.state is LeadState.ACCEPTED
    assert (await lead_now(stage, newer)).lead.state is LeadState.NEW


async def test_who_sends_in_again_after_a_merge_is_told_their_own_number(stage: Stage) -> None:
    """Sari's second spelling went into the first; sending it in again makes no third lead."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", *REGISTRATION, SEND)
    again = ["Sari Wulan" if said == "Sari Wulandari" else said for said in REGISTRATION]
    await stage.says(SARI, *again, SEND)
    assert await open_kinds(stage) == 1
    await stage.says(RINA, "/periksa")
    await stage.presses(RINA, pair_label(stage))
    await stage.receives(stage.tapped(RINA, first_keep(stage)))
    await stage.says(SARI, *again, SEND)
    assert await stage.count("lead") == 2
    assert await stage.value("SELECT count(*) FROM lead WHERE state = 'merged'") == 1
    assert await stage.value("SELECT count(*) FROM submission WHERE is_first") == 1
    await stage.says(SARI, "/hapus_data", "ya")
    assert await stage.count("lead") == 0
    assert await stage.count("suppressed_lead") == 2


def first_keep(stage: Stage) -> str:
    rows = stage.messages(RINA)[-1]["inline_keyboard"]
    return str(next(b["callback_data"] for row in rows for b in row if "Gabung" in b["text"]))


async def test_different_people_stay_two(stage: Stage) -> None:
    """A family on one phone: said once, and not asked again."""
    await owner_arrives(stage)
    for name in ("Sari Wulandari", "Sari Wulandara"):
        await named(stage, name, phone=PHONE)
    assert await open_kinds(stage) == 1
    await stage.says(RINA, "/periksa")
    await stage.presses(RINA, pair_label(stage))
    await stage.presses(RINA, "Orang yang berbeda")
    async with stage.house.database.transaction() as tx:
        card = await lead_now(stage, await named(stage, "Tarjo Wirya"))
        await plan_review(tx, card.lead, stage.house.service.clock.now())
    assert await open_kinds(stage) == 0


async def test_the_same_phone_again_and_again_is_flagged_once(stage: Stage) -> None:
    """From the fourth on; the fifth makes no second flag."""
    names = ("Sari Wulandari", "Tarjo Wirya", "Ujang Permadi", "Imas Nuraeni", "Asep Gumilar")
    for number, name in enumerate(names, start=1):
        await named(stage, name, phone=PHONE)
        assert await open_kinds(stage) == int(number >= PHONE_LEADS_FROM)


async def test_a_burst_of_one_recorder_is_flagged(stage: Stage) -> None:
    """More in an hour than can be read out; the same number over a day is somebody diligent."""
    budi = await joins_field(stage, BUDI, "Pak Budi")
    await joins_field(stage, UJANG, "Ujang")
    async with stage.house.database.transaction() as tx:
        ujang = await find_by_telegram_id(tx, UJANG)
        assert ujang is not None
    for number in range(BURSTS[0].more_than + 1):
        await named(stage, f"Warga{number} Kesatu{number}", recorded_by=budi.contact_id)
        await named(stage, f"Orang{number} Kedua{number}", recorded_by=ujang.id)
        await passes(stage, timedelta(minutes=4))
    bursts = "SELECT count(*) FROM review WHERE kind = 'burst'"
    assert await stage.value(bursts) == 2
    await passes(stage, timedelta(days=1))
    for number in range(BURSTS[0].more_than + 1):
        await named(stage, f"Lain{number} Ketiga{number}", recorded_by=budi.contact_id)
        await passes(stage, timedelta(minutes=30))
    assert await stage.value(bursts) == 2


async def test_registered_and_never_paid_is_flagged(stage: Stage) -> None:
    """A month after "sudah terdaftar" somebody looks, unless it was paid meanwhile."""
    await joins_field(stage, BUDI, "Pak Budi")
    paid, unpaid = await lead_comes(stage), await lead_comes(stage)
    for lead, keys in ((paid, ("registered", "paid", "confirmed")), (unpaid, ("registered",))):
        await takes(stage, lead)
        for key in keys:
            async with stage.house.database.transaction() as tx:
                at = stage.house.service.clock.now()
                card = await lead_now(stage, lead)
                await record_outcome(Desk(tx, stage.house.service, at), card, key)
    await passes(stage, UNPAID_AFTER)
    assert await stage.value("SELECT count(*) FROM review WHERE kind = 'unpaid'") == 1


async def test_one_in_twenty_is_drawn_and_what_was_found_is_kept(stage: Stage) -> None:
    """The lot is the same whenever it is drawn, some five in a hundred win it, and the result is recorded."""
    await owner_arrives(stage)
    lead = await lead_comes(stage)
    async with stage.house.database.transaction() as tx:
        lots = [lot_of(tx, lead.model_copy(update={"id": UUID(int=n)})) for n in range(4000)]
        assert lots == [lot_of(tx, lead.model_copy(update={"id": UUID(int=n)})) for n in range(4000)]
    assert 0.035 < sum(lot < 500 for lot in lots) / len(lots) < 0.065
    drawn = 0
    for _ in range(2):
        await named(stage, "Tarjo Wirya")  # a pair, so that there is a second kind to filter
    while not drawn:
        await named(stage, f"Warga {len(lots)}")
        lots.append(0)
        await passes(stage, NO_TIME)
        drawn = await stage.value("SELECT count(*) FROM review WHERE kind = 'sample'")
    await stage.says(RINA, "/periksa")
    await stage.presses(RINA, begins(stage, f"🎲 {drawn}"))
    await stage.presses(RINA, begins(stage, "🎲 Terpilih"))
    await stage.presses(RINA, "✅ Benar")
    await delivered(stage)
    assert await stage.value("SELECT result FROM review WHERE settled_by IS NOT NULL") == "genuine"
    assert await stage.value("SELECT count(*) FROM review WHERE settled_by IS NOT NULL") == 1


@pytest.mark.parametrize(("lot", "is_drawn"), [(0, True), (499, True), (500, False), (9_999, False)])
async def test_five_lots_of_a_hundred_win(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, lot: int, *, is_drawn: bool
) -> None:
    """Of ten thousand lots the first five hundred, and no other."""
    assert LOTS == 10_000
    monkeypatch.setattr("bot.leads.reviewing.lot_of", lambda _tx, _lead: lot)
    await named(stage, "Sari Wulandari")
    await passes(stage, NO_TIME)
    assert await stage.value("SELECT count(*) FROM review WHERE kind = 'sample'") == int(is_drawn)
