"""Whom a campaign is for: a rule as SQL, counted, sampled, and frozen into one row a person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Exists, Text, Uuid, case, cast, literal, type_coerce
from sqlalchemy import select as select_columns
from sqlalchemy.orm import Mapped
from sqlmodel import and_, col, exists, func, or_, select

from storage.consents import agrees, newest_answer
from storage.database import Transaction
from storage.erasures import is_suppressed
from storage.inserts import insert_statement
from storage.models.campaigns import Campaign
from storage.models.consents import Purpose
from storage.models.contacts import Contact
from storage.models.leads import Lead
from storage.models.messages import Lane, Message, MessageState, Zone
from storage.segments import NO_LEAD, SegmentRule
from storage.types import EnumText, UtcDateTime, new_id

KIND = "campaign"
REACHED = (MessageState.SENDING, MessageState.SENT, MessageState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Terms:
    """Who is left out whatever a rule says: at most `messages` campaigns a person since a moment."""

    messages: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Zones:
    """In which zone a recipient's day begins: by the province of their registration (two digits)."""

    by_province: Mapping[str, Zone] = field(default_factory=dict)
    otherwise: Zone = Zone.WIB


@dataclass(frozen=True, slots=True)
class AudienceCount:
    """How many a rule finds, and why some of them do not get the message.

    Whoever is left out is counted once, under the first reason that holds, in this order.
    """

    audience: int = 0
    erased: int = 0
    opted_out: int = 0
    no_consent: int = 0
    unreachable: int = 0
    capped: int = 0

    @property
    def found(self) -> int:
        """All whom the rule finds."""
        return self.audience + sum(self.left_out().values())

    def left_out(self) -> dict[str, int]:
        """How many do not get it, by reason."""
        return {name: getattr(self, name) for name in self.__slots__ if name != "audience"}


def matches(rule: SegmentRule, now: datetime) -> ColumnElement[bool]:
    """Whom a rule means: a condition on `Contact`."""
    return and_(literal(True), *_conditions(rule, now))


def _conditions(rule: SegmentRule, now: datetime) -> Iterator[ColumnElement[bool]]:
    if rule.languages:
        yield col(Contact.language).in_(rule.languages)
    if rule.sources:
        yield or_(col(Contact.first_source).in_(rule.sources), col(Contact.last_source).in_(rule.sources))
    if rule.seen_within_days is not None:
        yield col(Contact.last_seen_at) >= now - timedelta(days=rule.seen_within_days)
    if rule.silent_for_days is not None:
        yield col(Contact.last_seen_at) < now - timedelta(days=rule.silent_for_days)
    if rule.not_in:
        written_to = select(Message.contact_id).where(col(Message.campaign_id).in_(rule.not_in))
        yield col(Contact.id).not_in(written_to)
    yield from _lead_conditions(rule)


def _lead_conditions(rule: SegmentRule) -> Iterator[ColumnElement[bool]]:
    """One and the same registration has the occupation, the place, the group and the state."""
    asked = list(_of_lead(rule))
    states = [state for state in rule.lead_states if state != NO_LEAD]
    own = col(Lead.contact_id) == col(Contact.id)
    if NO_LEAD in rule.lead_states and not states:
        yield ~_a_lead(own)
        yield from [literal(False)] if asked else []
        return
    if states:
        asked.append(col(Lead.state).in_(states))
    if not asked:
        return
    has_one = _a_lead(own, *asked)
    yield or_(has_one, ~_a_lead(own)) if NO_LEAD in rule.lead_states else has_one


def _a_lead(*conditions: ColumnElement[bool]) -> Exists:
    """Whether the contact has such a registration: any of theirs, also where the query is about others."""
    return exists().where(*conditions).select_from(Lead).correlate(Contact)


def _of_lead(rule: SegmentRule) -> Iterator[ColumnElement[bool]]:
    if rule.occupations:
        yield col(Lead.occupation).in_(rule.occupations)
    if rule.groups:
        yield col(Lead.group_id).in_(rule.groups)
    if rule.areas:
        village = col(Lead.village_code)
        yield or_(*[or_(village == code, village.startswith(f"{code}.")) for code in rule.areas])


def is_capped(terms: Terms, *within: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether campaigns reached a contact as often as they may: a condition on `Contact`.

    Only campaigns that were under way since then are looked into, so that it costs what was sent lately and
    not what the ledger has grown to; `within` narrows the messages to those of some contacts.
    """
    lately = select(Campaign.id).where(
        col(Campaign.started_at).is_not(None),
        or_(col(Campaign.finished_at).is_(None), col(Campaign.finished_at) >= terms.since),
    )
    reached = (
        select(Message.contact_id)
        .where(
            col(Message.campaign_id).in_(lately),
            *within,
            col(Message.state).in_(REACHED),
            func.coalesce(col(Message.finished_at), col(Message.sending_at)) >= _moment(terms.since),
        )
        .group_by(col(Message.contact_id))
        .having(func.count() >= terms.messages)
    )
    return col(Contact.id).in_(reached)


def _moment(at: datetime) -> ColumnElement[datetime]:
    return literal(at, UtcDateTime())


async def count_audience(tx: Transaction, rule: SegmentRule, terms: Terms, now: datetime) -> AudienceCount:
    """Who gets it and who does not, as the database has it now."""
    fate = case(
        (is_suppressed(), "erased"),
        (col(Contact.opted_out_at).is_not(None), "opted_out"),
        (newest_answer(Purpose.CAMPAIGNS).is_not(True), "no_consent"),
        (col(Contact.unreachable_at).is_not(None), "unreachable"),
        (is_capped(terms), "capped"),
        else_="audience",
    )
    fates = select(fate.label("fate")).where(matches(rule, now)).subquery()
    rows = await tx.execute(select(fates.c.fate, func.count()).group_by(fates.c.fate))
    return AudienceCount(**{fate: int(count) for fate, count in rows})


def is_eligible(terms: Terms, *within: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a contact may be sent a campaign at all: a condition on `Contact`."""
    is_reachable = col(Contact.unreachable_at).is_(None)
    return and_(agrees(Purpose.CAMPAIGNS), is_reachable, ~is_capped(terms, *within))


def _between(
    contact_id: Mapped[UUID], after: UUID | None, upto: UUID | None
) -> Iterator[ColumnElement[bool]]:
    if after is not None:
        yield contact_id > after
    if upto is not None:
        yield contact_id <= upto


async def sample_audience(
    tx: Transaction, rule: SegmentRule, terms: Terms, now: datetime, *, size: int = 5
) -> list[UUID]:
    """Some of those who would get it; nobody can choose who is shown."""
    query = select(Contact.id).where(matches(rule, now), is_eligible(terms))
    return list((await tx.execute(query.order_by(func.random()).limit(size))).scalars())


async def has_audience(tx: Transaction, rule: SegmentRule, terms: Terms, now: datetime) -> bool:
    """Whether anybody would get it: stops at the first, and looks into that person's ledger alone."""
    own = col(Message.contact_id) == col(Contact.id)
    query = select(Contact.id).where(matches(rule, now), is_eligible(terms, own)).limit(1)
    return (await tx.execute(query)).scalar_one_or_none() is not None


async def freeze_some(
    tx: Transaction,
    campaign: Campaign,
    rule: SegmentRule,
    terms: Terms,
    zones: Zones,
    now: datetime,
    *,
    after: UUID | None = None,
    upto: UUID | None = None,
) -> None:
    """Make one row a recipient, of the contacts after one and up to another.

    Rows that stand already stay as they are, so it may be done again.
    """
    source = select_columns(*_row(tx, campaign, zones, now)).where(
        *_between(col(Contact.id), after, upto),
        matches(rule, now),
        is_eligible(terms, *_between(col(Message.contact_id), after, upto)),
    )
    statement = insert_statement(Message, is_sqlite=tx.is_sqlite).from_select(
        COLUMNS, source.order_by(col(Contact.id))
    )
    await tx.execute(statement.on_conflict_do_nothing(index_elements=["campaign_id", "contact_id"]))


async def end_of_piece(tx: Transaction, after: UUID | None, size: int) -> UUID | None:
    """The contact with which a piece of so many ends; None for the last piece."""
    query = select(Contact.id).order_by(col(Contact.id)).offset(size - 1).limit(1)
    if after is not None:
        query = query.where(col(Contact.id) > after)
    return (await tx.execute(query)).scalar_one_or_none()


COLUMNS = [
    "id",
    "contact_id",
    "lane",
    "kind",
    "campaign_id",
    "zone",
    "text_version",
    "state",
    "attempts",
    "due_at",
    "created_at",
]


def _row(tx: Transaction, campaign: Campaign, zones: Zones, now: datetime) -> list[ColumnElement[Any]]:
    return [
        _random_id(is_sqlite=tx.is_sqlite),
        type_coerce(col(Contact.id), Uuid()),
        literal(Lane.CAMPAIGN, EnumText(Lane)),
        literal(KIND),
        literal(campaign.id, Uuid()),
        _zone(zones),
        literal(str(campaign.text_version)),
        literal(MessageState.QUEUED, EnumText(MessageState)),
        literal(0),
        _moment(now),
        _moment(now),
    ]


def _random_id(*, is_sqlite: bool) -> ColumnElement[UUID]:
    """A UUIDv7 of this moment, made by the database: rows that seal nothing need none of ours.

    All of a piece begin alike, so that an index grows at its end; the last 60 bits are chance, so that who
    comes first is, too.
    """
    begin = f"{new_id().hex[:16]}8"
    if is_sqlite:
        chance = func.substr(func.lower(func.hex(func.randomblob(8))), 2)
        return type_coerce(literal(begin) + chance, Uuid())
    dashed = f"{begin[:8]}-{begin[8:12]}-{begin[12:16]}-{begin[16]}"
    return cast(literal(dashed) + func.substr(cast(func.gen_random_uuid(), Text), 21), Uuid)


def _zone(zones: Zones) -> ColumnElement[Zone]:
    """The zone of the newest registration; one for all where no province of the branch has another."""
    otherwise = literal(zones.otherwise, EnumText(Zone))
    if not zones.by_province:
        return otherwise
    province = (
        select(func.substr(col(Lead.village_code), 1, 2))
        .where(col(Lead.contact_id) == col(Contact.id))
        .order_by(col(Lead.submitted_at).desc())
        .limit(1)
        .scalar_subquery()
    )
    known = {code: literal(zone, EnumText(Zone)) for code, zone in zones.by_province.items()}
    return case(known, value=province, else_=otherwise)


async def count_recipients(tx: Transaction, campaign_id: UUID) -> int:
    """How many rows a campaign has."""
    query = select(func.count()).where(col(Message.campaign_id) == campaign_id)
    return int((await tx.execute(query)).scalar_one())
