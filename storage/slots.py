"""Who may be given a lead, where, and how many each of them has: read and counted for many at once."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Update, and_, update
from sqlalchemy.orm import aliased
from sqlmodel import col, or_, select

from storage.database import Transaction
from storage.models.base import detached, table_of
from storage.models.contacts import Contact
from storage.models.leads import LeadRefusal
from storage.models.volunteers import Posting, Volunteer
from storage.sets import as_given, given


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
    rows = as_given(tx, [post._asdict() for post in posts])
    query = _posted(is_sqlite=tx.is_sqlite)
    found: dict[Post, list[Volunteer]] = {}
    for *post, volunteer in (await tx.execute(query, rows)).all():
        found.setdefault(Post(*post), []).append(volunteer)
    detached(tx.session, {one.id: one for people in found.values() for one in people}.values())
    return found


@cache
def _posted(*, is_sqlite: bool) -> Select[Any]:
    """Made once: it is asked at every choice."""
    posts = given(Posting, Post._fields, is_sqlite=is_sqlite)
    post = posts.c
    at = [col(getattr(Posting, name)) == post[name] for name in ("area_code", "rw", "rt")]
    query: Select[Any] = (
        select(*[col(getattr(Posting, name)) for name in Post._fields], Volunteer)  # type: ignore[call-overload]  # reason: SQLModel types four columns at most
        .join_from(posts, Posting, and_(*at, col(Posting.group_id).is_not_distinct_from(post.group_id)))
        .join(Volunteer, col(Volunteer.id) == col(Posting.volunteer_id))
        .outerjoin(Contact, col(Contact.id) == col(Volunteer.contact_id))
        .where(_can_be_told(), col(Volunteer.is_active).is_(True))
        .order_by(col(Volunteer.open_leads), col(Volunteer.id))
    )
    return query


def _can_be_told() -> ColumnElement[bool]:
    by_telegram = and_(col(Volunteer.contact_id).is_not(None), col(Contact.unreachable_at).is_(None))
    acts = aliased(Volunteer)
    by_coordinator = and_(
        col(Volunteer.contact_id).is_(None),
        col(Volunteer.coordinator_id).in_(select(acts.id).where(col(acts.is_active).is_(True))),
    )
    return or_(by_telegram, by_coordinator)


async def take_slots(
    tx: Transaction, wanted: Mapping[UUID, int], today: date, *, besides: Collection[UUID] = ()
) -> set[UUID]:
    """Count so many more open leads for people who are active, present and have room; for whom it was done.

    Whoever has not room for all of theirs is given none. `besides` are those who are to have fewer by it:
    their rows are locked with the others', all in one order.
    """
    if wanted or besides:
        await _hold(tx, {*wanted, *besides})
    if not wanted:
        return set()
    of = table_of(Volunteer).c
    more, statement = _counted(is_sqlite=tx.is_sqlite)
    statement = statement.where(
        of.is_active.is_(True),
        of.open_leads + more <= of.capacity,
        or_(of.leave_until.is_(None), of.leave_until < today),
    )
    return set((await tx.execute(statement.returning(of.id), _changes(tx, wanted))).scalars())


async def count_slots(tx: Transaction, changes: Mapping[UUID, int]) -> None:
    """Count open leads more or less, whatever the capacity: somebody decided so, or leads have ended."""
    if changed := {id_: by for id_, by in changes.items() if by}:
        await _hold(tx, changed)
        _by, statement = _counted(is_sqlite=tx.is_sqlite)
        await tx.execute(statement, _changes(tx, changed))


async def _hold(tx: Transaction, ids: Collection[UUID]) -> None:
    """Lock many rows in one order, so that two who want the same ones do not wait for each other."""
    if len(ids) > 1 and not tx.is_sqlite:
        query = select(Volunteer.id).where(col(Volunteer.id).in_(ids)).order_by(col(Volunteer.id))
        await tx.execute(query.with_for_update(key_share=True))


def _changes(tx: Transaction, changes: Mapping[UUID, int]) -> dict[str, str]:
    return as_given(tx, [{"id": id_, "open_leads": by} for id_, by in changes.items()])


@cache
def _counted(*, is_sqlite: bool) -> tuple[ColumnElement[int], Update]:
    """By how much each row's number of open leads changes, and the statement that does it."""
    by, of = given(Volunteer, ("id", "open_leads"), is_sqlite=is_sqlite).c, table_of(Volunteer).c
    statement = update(table_of(Volunteer)).where(of.id == by.id)
    return by.open_leads, statement.values(open_leads=of.open_leads + by.open_leads)


async def refusals_of(tx: Transaction, lead_ids: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """Who said of each of these leads that they cannot take it."""
    query = select(LeadRefusal.lead_id, LeadRefusal.volunteer_id).where(
        col(LeadRefusal.lead_id).in_(list(lead_ids))
    )
    found: dict[UUID, set[UUID]] = {}
    for lead_id, volunteer_id in (await tx.execute(query)).all():
        found.setdefault(lead_id, set()).add(volunteer_id)
    return found
