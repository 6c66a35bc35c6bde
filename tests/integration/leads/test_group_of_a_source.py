"""A poster of a group: whoever comes from it is a member, for whoever answers for it and for campaigns."""

from datetime import timedelta

import pytest

from bot.sources import SourceRefused, create_source
from storage.audiences import count_audience
from storage.groups import add_group, list_groups
from storage.leads import list_leads
from storage.models.groups import GroupKind, WorkerGroup
from storage.models.sources import Source, SourceKind
from storage.segments import SegmentRule
from storage.sources import find_source
from storage.volunteers import Territory, post
from tests.integration.house_stage import BUDI, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import delivered, joins_field
from tests.integration.storage.test_storage_audiences import TERMS

POSTER = "poktan-makmur"
ELSEWHERE = "36.73"


async def poster_hangs(
    stage: Stage, kind: SourceKind = SourceKind.FARMERS, group: str = "Tani Makmur"
) -> None:
    """The office has added a source for the members of a group."""
    house = stage.house
    source = Source(
        code=POSTER, label="Poktan", kind=kind, group_name=group, created_at=house.service.clock.now()
    )
    async with house.database.transaction() as tx:
        await create_source(tx, source, house.service.places)


async def groups(stage: Stage) -> list[WorkerGroup]:
    async with stage.house.database.transaction(read_only=True) as tx:
        return await list_groups(tx)


async def test_whoever_comes_from_a_groups_poster_is_its_member(stage: Stage) -> None:
    """Sari's lead has the group, goes to Pak Budi who answers for it, and is counted in its segment."""
    await poster_hangs(stage)
    (group,) = await groups(stage)
    budi = await joins_field(stage, BUDI, "Pak Budi", where=Territory(ELSEWHERE))
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction() as tx:
        await post(tx, budi.id, now, group_id=group.id)
    script = tuple("lewat RT/RW" if said == "kantor" else said for said in REGISTRATION)
    await stage.says(SARI, f"/start {POSTER}", *script, SEND)
    stage.house.service.clock.move(timedelta(seconds=1))
    await delivered(stage)
    for tap in ("Lanjut", "👍 Boleh", "👍 Boleh"):
        await stage.presses(SARI, tap)
    async with stage.house.database.transaction(read_only=True) as tx:
        (card,) = await list_leads(tx, limit=9)
        rule = SegmentRule(groups=(group.id,))
        counted = await count_audience(tx, rule, TERMS, now)
    assert (card.lead.group_id, card.lead.owner_id) == (group.id, budi.id)
    assert counted.found == 1


@pytest.mark.parametrize(("kind", "written"), [(SourceKind.FISHERS, 2), (SourceKind.AGENCY, 1)])
async def test_a_group_that_stands_is_not_written_down_again(
    stage: Stage, kind: SourceKind, written: int
) -> None:
    """By its name in any case; farmers and fishers of one name are two groups."""
    now = stage.house.service.clock.now()
    async with stage.house.database.transaction() as tx:
        await add_group(tx, GroupKind.FARMERS, "Tani Makmur", now)
    await poster_hangs(stage, kind, "tani makmur")
    found = await groups(stage)
    async with stage.house.database.transaction(read_only=True) as tx:
        source = await find_source(tx, POSTER)
    assert len(found) == written
    assert source is not None
    (its,) = [group for group in found if group.id == source.group_id]
    assert its.kind == (GroupKind.FISHERS if written == 2 else GroupKind.FARMERS)
    assert source.group_name == its.name


async def test_a_group_that_nobody_knows_is_refused(stage: Stage) -> None:
    """An agency's poster makes no group of its own: a slip of the pen is said, not kept."""
    with pytest.raises(SourceRefused, match="no group is called"):
        await poster_hangs(stage, SourceKind.AGENCY)
    assert await groups(stage) == []
    assert await stage.count("source") == 0
