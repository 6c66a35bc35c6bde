"""Who may be given a lead, where, and how many each of them has: read and counted for many at once."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import col, or_, select, update

from storage.database import Transaction
from storage.models.base import table_of
from storage.models.contacts import Contact
from storage.models.leads import LeadRefusal
from storage.models.volunteers import Posting, Volunteer
from storage.sets import given


class Post(NamedTuple):
    """A territory, or a group, as somebody answers for it."""

    area_code: str = ""
    rw: str = ""
    rt: str = ""
    group_id: UUID | None = None


async def list_posted(tx: Transaction, posts: Collection[Post]) -> dict[Post, list[Volunteer]]:
    """The active people who answer for exactly these, of whatever role, the fewest open leads first.

    Only those who can be told: in Telegram and reachable there, or with an active coordinator who acts for
    them. Who was imported and has not joined yet is neither.
    """
    query = (
        select(col(Posting.area_code), col(Posting.rw), col(Posting.rt), col(Posting.group_id), Volunteer)  # type: ignore[call-overload]  # reason: SQLModel types four columns at most
        .join(Volunteer, col(Volunteer.id) == col(Posting.volunteer_id))
        .outerjoin(Contact, col(Contact.id) == col(Volunteer.contact_id))
        .where(_is_at(posts), _can_be_told(), col(Volunteer.is_active).is_(True))
        .order_by(col(Volunteer.open_leads), col(Volunteer.id))
    )
    found: dict[Post, list[Volunteer]] = {}
    for *post, volunteer in (await tx.execute(query)).all():
        found.setdefault(Post(*post), []).append(volunteer)
    for volunteer in {volunteer.id: volunteer for people in found.values() for volunteer in people}.values():
        tx.session.expunge(volunteer)  # as good as a snapshot
    return found


def _is_at(posts: Collection[Post]) -> ColumnElement[bool]:
    places = [(post.area_code, post.rw, post.rt) for post in posts if post.group_id is None]
    groups = [post.group_id for post in posts if post.group_id is not None]
    place = tuple_(col(Posting.area_code), col(Posting.rw), col(Posting.rt))
    group = col(Posting.group_id)
    return or_(and_(group.is_(None), place.in_(places)), group.in_(groups))


def _can_be_told() -> ColumnElement[bool]:
    by_telegram = and_(col(Volunteer.contact_id).is_not(None), col(Contact.unreachable_at).is_(None))
    acts = aliased(Volunteer)
    by_coordinator = and_(
        col(Volunteer.contact_id).is_(None),
        col(Volunteer.coordinator_id).in_(select(acts.id).where(col(acts.is_active).is_(True))),
    )
    return or_(by_telegram, by_coordinator)


async def take_slots(tx: Transaction, wanted: Mapping[UUID, int], today: date) -> set[UUID]:
    """Count so many more open leads for people who are active, present and have room; for whom it was done.

    Whoever has not room for all of theirs is given none.
    """
    if not wanted:
        return set()
    rows = [{"id": id_, "open_leads": count} for id_, count in wanted.items()]
    more, of = given(Volunteer, rows, ("id", "open_leads")), table_of(Volunteer).c
    statement = update(table_of(Volunteer)).where(
        of.id == more.c.id,
        of.is_active.is_(True),
        of.open_leads + more.c.open_leads <= of.capacity,
        or_(of.leave_until.is_(None), of.leave_until < today),
    )
    statement = statement.values(open_leads=of.open_leads + more.c.open_leads)
    return set((await tx.execute(statement.returning(of.id))).scalars())


async def count_slots(tx: Transaction, changes: Mapping[UUID, int]) -> None:
    """Count open leads more or less, whatever the capacity: somebody decided so, or leads have ended."""
    rows: list[dict[str, Any]] = [{"id": id_, "open_leads": by} for id_, by in changes.items() if by]
    if rows:
        by, of = given(Volunteer, rows, ("id", "open_leads")), table_of(Volunteer).c
        statement = update(table_of(Volunteer)).where(of.id == by.c.id)
        await tx.execute(statement.values(open_leads=of.open_leads + by.c.open_leads))


async def refusals_of(tx: Transaction, lead_ids: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """Who said of each of these leads that they cannot take it."""
    query = select(LeadRefusal.lead_id, LeadRefusal.volunteer_id).where(
        col(LeadRefusal.lead_id).in_(list(lead_ids))
    )
    found: dict[UUID, set[UUID]] = {}
    for lead_id, volunteer_id in (await tx.execute(query)).all():
        found.setdefault(lead_id, set()).add(volunteer_id)
    return found
