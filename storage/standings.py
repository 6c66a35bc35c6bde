"""What is true of a campaign's recipients at the moment of sending: asked for every few messages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, ColumnElement, Integer, Select, bindparam
from sqlalchemy import select as select_columns
from sqlalchemy.orm import aliased
from sqlmodel import col, exists, func, or_, select

from storage.audiences import REACHED, Terms
from storage.bulk import Due
from storage.consents import agrees
from storage.database import Transaction
from storage.models.base import table_of
from storage.models.campaigns import Campaign, CampaignState
from storage.models.consents import Purpose
from storage.models.contacts import Contact
from storage.models.conversations import Draft
from storage.models.leads import Lead
from storage.models.messages import BULK_WAITING, Message
from storage.types import UtcDateTime


@dataclass(frozen=True, slots=True)
class Running:
    """A campaign that runs: what it says, and how many it may be begun with by now (None: all)."""

    id: UUID
    number: str
    text_version: int
    released: int | None
    begun: int


async def find_running(tx: Transaction, campaign_id: UUID) -> Running | None:
    """A campaign, if it runs now."""
    row = (await tx.execute(_RUNNING, {"campaign": campaign_id})).first()
    return None if row is None else Running(*row)


def _running() -> Select[Any]:
    campaign = table_of(Campaign).c
    return select_columns(
        campaign.id, campaign.number, campaign.text_version, campaign.released, campaign.begun
    ).where(campaign.id == bindparam("campaign"), campaign.state == CampaignState.RUNNING)


_RUNNING = _running()


@dataclass(frozen=True, slots=True)
class Known:
    """What a recipient's newest registration says, the name still sealed."""

    lead_id: UUID
    name: bytes
    for_family: bool
    village_code: str
    occupation: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What is true of a recipient at the moment of sending."""

    due: Due
    language: str
    text_version: str
    attempts: int
    is_resend: bool
    is_wanted: bool  # consent, no /berhenti, not erased
    is_reachable: bool
    is_capped: bool
    is_busy: bool  # wrote a moment ago, or is filling a form in
    known: Known | None


async def list_standings(
    tx: Transaction,
    dues: Sequence[Due],
    terms: Terms,
    *,
    wrote_since: datetime,
    form_since: datetime,
) -> list[Standing]:
    """What is true of each of these recipients of one campaign now; those no longer waiting are left out."""
    if not dues:
        return []
    asked = {
        "ids": [due.message_id for due in dues],
        "campaign": dues[0].campaign_id,
        "since": terms.since,
        "messages": terms.messages,
        "wrote_since": wrote_since,
        "form_since": form_since,
    }
    rows = {row[0]: row for row in await tx.execute(_STANDINGS, asked)}
    known = await _what_is_known(tx, [due.contact_id for due in dues])
    return [
        _standing(due, row, known.get(due.contact_id))
        for due in dues
        if (row := rows.get(due.message_id)) is not None
    ]


def _standings() -> Select[Any]:
    is_filling_in = exists().where(
        col(Draft.contact_id) == col(Contact.id), col(Draft.updated_at) >= _moment("form_since")
    )
    query: Select[Any] = (
        select(
            Message.id,
            Contact.language,
            Message.text_version,
            Message.attempts,
            col(Message.resent_at).is_not(None),
            agrees(Purpose.CAMPAIGNS),
            col(Contact.unreachable_at).is_(None),
            _is_capped(),
            or_(col(Contact.last_seen_at) >= _moment("wrote_since"), is_filling_in),
        )  # type: ignore[call-overload]  # reason: SQLModel types four columns at most
        .join(Contact, col(Contact.id) == col(Message.contact_id))
        .where(BULK_WAITING, col(Message.id).in_(bindparam("ids", expanding=True)))
    )
    return query


def _is_capped() -> ColumnElement[bool]:
    """Whether other campaigns reached a recipient as often as they may; few rows are looked into."""
    other = aliased(Message)
    reached = select(func.count()).where(
        col(other.contact_id) == col(Contact.id),
        col(other.campaign_id) != bindparam("campaign"),
        col(other.state).in_(REACHED),
        func.coalesce(col(other.finished_at), col(other.sending_at)) >= _moment("since"),
    )
    return reached.scalar_subquery() >= bindparam("messages", type_=Integer)


def _moment(name: str) -> BindParameter[datetime]:
    return bindparam(name, type_=UtcDateTime)


_STANDINGS = _standings()


def _standing(due: Due, row: Sequence[Any], known: Known | None) -> Standing:
    _id, language, text_version, attempts, is_resend, is_wanted, is_reachable, is_capped, is_busy = row
    return Standing(
        due=due,
        language=language,
        text_version=text_version,
        attempts=attempts,
        is_resend=bool(is_resend),
        is_wanted=bool(is_wanted),
        is_reachable=bool(is_reachable),
        is_capped=bool(is_capped),
        is_busy=bool(is_busy),
        known=known,
    )


async def _what_is_known(tx: Transaction, contacts: list[UUID]) -> dict[UUID, Known]:
    rows = await tx.execute(_NEWEST_LEADS, {"contacts": contacts})
    return {contact_id: Known(*known) for contact_id, *known in rows}


def _newest_leads() -> Select[Any]:
    """The newest last: it is the one that stays."""
    lead = table_of(Lead).c
    return (
        select_columns(
            lead.contact_id, lead.id, lead.name, lead.for_family, lead.village_code, lead.occupation
        )
        .where(lead.contact_id.in_(bindparam("contacts", expanding=True)))
        .order_by(lead.submitted_at)
    )


_NEWEST_LEADS = _newest_leads()
