"""Whom a rule finds, who is left out and why, and the freeze, on both engines."""

from uuid import UUID, uuid4

import pytest
from sqlmodel import col, select

from storage.audiences import (
    AudienceCount,
    Terms,
    Zones,
    count_audience,
    count_recipients,
    end_of_piece,
    freeze_some,
    sample_audience,
)
from storage.campaigns import add_campaign
from storage.consents import record_consent
from storage.contacts import mark_unreachable, note_source, opt_out, set_language
from storage.database import Database, Transaction
from storage.groups import add_group, list_groups
from storage.inserts import insert, insert_many
from storage.models.campaigns import Campaign
from storage.models.consents import Purpose
from storage.models.contacts import Contact
from storage.models.erasures import Suppression
from storage.models.groups import GroupKind
from storage.models.leads import LeadState
from storage.models.messages import Lane, Message, MessageState, Zone
from storage.segments import SegmentRule
from storage.types import new_id
from tests.integration.storage.rows import DAY, NOW, RINA, SARI, UJANG, meet, register

TERMS = Terms(messages=1, since=NOW - 7 * DAY)
EVERYBODY = SegmentRule()


async def agreeing(database: Database, telegram_id: int = SARI) -> UUID:
    """Somebody who wants campaigns."""
    contact = await meet(database, telegram_id)
    async with database.transaction() as tx:
        await agree(tx, contact)
    return contact


async def agree(tx: Transaction, contact: UUID, *, granted: bool = True) -> None:
    await record_consent(
        tx, contact, Purpose.CAMPAIGNS, NOW, granted=granted, text_version="1", text_hash="x", language="id"
    )


async def counted(database: Database, rule: SegmentRule = EVERYBODY, terms: Terms = TERMS) -> AudienceCount:
    async with database.transaction(read_only=True) as tx:
        return await count_audience(tx, rule, terms, NOW)


async def campaign_of(tx: Transaction, maker: UUID, name: str = "Ojek") -> Campaign:
    return await add_campaign(tx, name, maker, NOW)


async def found(database: Database, rule: SegmentRule) -> int:
    return (await counted(database, rule)).found


async def test_a_rule_asks_for_everything_at_once(database: Database) -> None:
    """Occupation, area at any level, group, state, language, source and last seen hold together."""
    sari, ujang = await agreeing(database, SARI), await agreeing(database, UJANG)
    async with database.transaction() as tx:
        await add_group(tx, GroupKind.MARKET, "Pasar Rau", NOW)
        (group,) = await list_groups(tx)
        await register(tx, contact_id=sari, group_id=group.id)
        await register(tx, contact_id=ujang, phone="+628567", occupation="ojek", village_code="36.73.01.1001")
        await set_language(tx, ujang, "en")
        contact = (await tx.execute(select(Contact).where(col(Contact.id) == ujang))).scalar_one()
        await note_source(tx, contact, "pasar-rau")
    only_sari = [
        SegmentRule(occupations=("trader",)),
        SegmentRule(areas=("36.04",)),
        SegmentRule(areas=("36.04.01",)),
        SegmentRule(areas=("36.04.01.2001",)),
        SegmentRule(groups=(group.id,)),
        SegmentRule(languages=("id",)),
    ]
    assert [await found(database, rule) for rule in only_sari] == [1] * len(only_sari)
    assert await found(database, SegmentRule(areas=("36.0",))) == 0  # a part of a code is no area
    assert await found(database, SegmentRule(areas=("36.04", "36.73"))) == 2
    assert await found(database, SegmentRule(sources=("pasar-rau",))) == 1
    assert await found(database, SegmentRule(occupations=("ojek",), areas=("36.04",))) == 0
    assert await found(database, SegmentRule(lead_states=(LeadState.NEW.value,))) == 2
    assert await found(database, SegmentRule(lead_states=(LeadState.PAID.value,))) == 0


async def test_one_registration_answers_for_itself(database: Database) -> None:
    """A trader's lead in one place and a driver's in another make no driver of the first place."""
    sari = await agreeing(database)
    async with database.transaction() as tx:
        await register(tx, contact_id=sari)
        await register(tx, contact_id=sari, phone="+628567", occupation="ojek", village_code="36.73.01.1001")
    assert await found(database, SegmentRule(occupations=("ojek",), areas=("36.04",))) == 0


async def test_people_without_a_registration_are_meant_by_a_word_of_their_own(database: Database) -> None:
    """`none` finds them alone, or besides those in a state."""
    sari = await agreeing(database, SARI)
    await agreeing(database, UJANG)
    async with database.transaction() as tx:
        await register(tx, contact_id=sari)
    assert await found(database, SegmentRule(lead_states=("none",))) == 1
    assert await found(database, SegmentRule(lead_states=("none", "new"))) == 2
    assert await found(database, SegmentRule(lead_states=("none",), occupations=("trader",))) == 0


async def test_last_seen_counts_back_from_now(database: Database) -> None:
    """Within so many days, or silent for so many."""
    await agreeing(database)
    async with database.transaction(read_only=True) as tx:
        later = NOW + 10 * DAY
        for rule, expected in (
            (SegmentRule(seen_within_days=9), 0),
            (SegmentRule(seen_within_days=11), 1),
            (SegmentRule(silent_for_days=9), 1),
            (SegmentRule(silent_for_days=11), 0),
        ):
            assert (await count_audience(tx, rule, TERMS, later)).found == expected


async def test_everybody_who_is_left_out_is_counted_once_with_the_reason(database: Database) -> None:
    """Erased, opted out, no consent, unreachable, reached lately; the rest gets it."""
    people = [await agreeing(database, 2000 + number) for number in range(5)]
    await meet(database, RINA)  # never asked
    async with database.transaction() as tx:
        await insert(tx, Suppression, {"account_index": "x", "contact_id": people[0], "created_at": NOW})
        await opt_out(tx, people[0], NOW)
        await opt_out(tx, people[1], NOW)
        await agree(tx, people[2], granted=False)
        await mark_unreachable(tx, people[3], NOW)
    assert await counted(database) == AudienceCount(
        audience=1, erased=1, opted_out=1, no_consent=2, unreachable=1, capped=0
    )


@pytest.mark.parametrize("state", [MessageState.SENT, MessageState.UNKNOWN, MessageState.SENDING])
async def test_whoever_was_reached_lately_is_left_out(database: Database, state: MessageState) -> None:
    """A campaign that came, may have come, or is on its way counts; one of eight days ago does not."""
    sari = await agreeing(database)
    async with database.transaction() as tx:
        campaign = await campaign_of(tx, sari)
        await tx.execute(Campaign.__table__.update().values(started_at=NOW - DAY))  # type: ignore[attr-defined]  # reason: SQLModel's table
        await insert_many(tx, Message, [_row(campaign.id, sari, state)])
    assert (await counted(database)).capped == 1
    assert (await counted(database, terms=Terms(2, NOW - 7 * DAY))).capped == 0
    assert (await counted(database, terms=Terms(1, NOW))).capped == 0


@pytest.mark.parametrize("state", [MessageState.FAILED, MessageState.CANCELLED, MessageState.UNREACHABLE])
async def test_what_did_not_come_does_not_count(database: Database, state: MessageState) -> None:
    """Who was refused or cancelled may get the next one."""
    sari = await agreeing(database)
    async with database.transaction() as tx:
        campaign = await campaign_of(tx, sari)
        await tx.execute(Campaign.__table__.update().values(started_at=NOW - DAY))  # type: ignore[attr-defined]  # reason: SQLModel's table
        await insert_many(tx, Message, [_row(campaign.id, sari, state)])
    assert (await counted(database)).capped == 0
    assert await found(database, SegmentRule(not_in=(campaign.id,))) == 0


def _row(campaign_id: UUID, contact_id: UUID, state: MessageState) -> dict[str, object]:
    return {
        "id": new_id(),
        "contact_id": contact_id,
        "lane": Lane.CAMPAIGN,
        "kind": "campaign",
        "campaign_id": campaign_id,
        "state": state,
        "attempts": 1,
        "text_version": "1",
        "due_at": NOW - DAY,
        "sending_at": NOW - DAY,
        "finished_at": None if state is MessageState.SENDING else NOW - DAY,
        "created_at": NOW - DAY,
    }


async def frozen(
    database: Database, campaign: Campaign, *, size: int = 100, zones: Zones | None = None
) -> int:
    """Freeze piece by piece; how many pieces."""
    after, pieces = None, 0
    while True:
        async with database.transaction() as tx:
            upto = await end_of_piece(tx, after, size)
            await freeze_some(tx, campaign, EVERYBODY, TERMS, zones or Zones(), NOW, after=after, upto=upto)
        after, pieces = upto, pieces + 1
        if after is None:
            return pieces


@pytest.mark.parametrize(("size", "pieces"), [(100, 1), (3, 4), (10, 2), (11, 1)])
async def test_freezing_makes_one_row_a_person(database: Database, size: int, pieces: int) -> None:
    """In one statement or in pieces, once or again: one row each, queued, with an id of its own."""
    people = {await agreeing(database, 3000 + number) for number in range(10)}
    async with database.transaction() as tx:
        campaign = await campaign_of(tx, next(iter(people)))
    assert await frozen(database, campaign, size=size) == pieces
    await frozen(database, campaign, size=size)
    async with database.transaction(read_only=True) as tx:
        rows = list((await tx.execute(select(Message))).scalars())
        assert await count_recipients(tx, campaign.id) == 10
    assert {row.contact_id for row in rows} == people
    assert len({row.id for row in rows}) == 10
    assert {row.id.version for row in rows} == {7}
    assert {(row.state, row.zone, row.campaign_id) for row in rows} == {
        (MessageState.QUEUED, Zone.WIB, campaign.id)
    }


async def test_a_recipient_has_the_zone_of_their_registration(database: Database) -> None:
    """By its province; without a registration the branch's."""
    sari, ujang = await agreeing(database, SARI), await agreeing(database, UJANG)
    async with database.transaction() as tx:
        await register(tx, contact_id=sari, village_code="94.01.01.2001")
        campaign = await campaign_of(tx, sari)
    zones = Zones({"94": Zone.WIT, "36": Zone.WIB}, otherwise=Zone.WITA)
    await frozen(database, campaign, zones=zones)
    async with database.transaction(read_only=True) as tx:
        rows = (await tx.execute(select(Message.contact_id, Message.zone))).all()
    assert dict(tuple(row) for row in rows) == {sari: Zone.WIT, ujang: Zone.WITA}


async def test_a_sample_shows_only_people_who_would_get_it(database: Database) -> None:
    """At most five, none of those who are left out."""
    people = [await agreeing(database, 4000 + number) for number in range(7)]
    async with database.transaction() as tx:
        await opt_out(tx, people[0], NOW)
    async with database.transaction(read_only=True) as tx:
        sample = await sample_audience(tx, EVERYBODY, TERMS, NOW)
    assert len(sample) == 5
    assert set(sample) <= set(people[1:])


def test_a_rule_is_kept_as_json_and_read_back() -> None:
    """Only what asks something is kept; what a newer version asks is not passed over in silence."""
    rule = SegmentRule(occupations=("ojek",), groups=(uuid4(),), seen_within_days=30, not_in=(uuid4(),))
    assert SegmentRule.from_json(rule.to_json()) == rule
    assert SegmentRule().to_json() == {}
    with pytest.raises(ValueError, match="favourite"):
        SegmentRule.from_json({"favourite": "kopi"})
