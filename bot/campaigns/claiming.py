"""Claiming a few messages for calls that start now: everything that may have changed is asked again."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.campaigns.audience import terms_for
from bot.campaigns.fields import Recipient
from bot.campaigns.letters import Letters, Version, recipient_of
from bot.campaigns.windows import open_zones
from bot.leadership import Leadership
from bot.service import Service
from storage.bulk import Due, cancel_bulk, count_begun, defer_bulk, mark_bulk_sending
from storage.database import Transaction
from storage.models.campaigns import Campaign, CampaignState
from storage.outbox import Attempt
from storage.standings import Running, Standing, find_running, list_standings

WROTE_LATELY = timedelta(minutes=2)  # somebody who talks to the bot gets it when they are done
FORM_LATELY = timedelta(minutes=30)  # and so does whoever is filling a form in
LATER = timedelta(minutes=5)

NOT_WANTED, NOT_REACHABLE, CAPPED = "no longer wanted", "unreachable", "reached often enough lately"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message this process has marked `sending`, and to whom it goes."""

    attempt: Attempt
    standing: Standing
    person: Recipient
    version: Version


@dataclass(frozen=True, slots=True)
class Sorted:
    """Recipients by what is to be done about them now."""

    send: list[Standing]
    defer: list[Standing]
    cancel: dict[str, list[Standing]]


def sort_out(standings: Sequence[Standing]) -> Sorted:
    """Who gets it now, who later, and who not at all, with the reason their row is given (pure)."""
    result = Sorted([], [], {NOT_WANTED: [], NOT_REACHABLE: [], CAPPED: []})
    for standing in standings:
        if not standing.is_wanted:
            result.cancel[NOT_WANTED].append(standing)
        elif not standing.is_reachable:
            result.cancel[NOT_REACHABLE].append(standing)
        elif standing.is_capped:
            result.cancel[CAPPED].append(standing)
        else:
            (result.defer if standing.is_busy else result.send).append(standing)
    return result


class Claimer:
    """Claims messages of one campaign at a time, in a transaction of its caller."""

    def __init__(self, service: Service, leadership: Leadership, letters: Letters) -> None:
        self._service = service
        self._leadership = leadership
        self._letters = letters

    async def claim(self, tx: Transaction, dues: Sequence[Due], now: datetime) -> list[Claimed] | None:
        """Mark those who get it now, put off or cancel the others; None while nothing may start at all."""
        if not dues or not await self._leadership.may_send_bulk(tx):
            return None
        campaign = await find_running(tx, dues[0].campaign_id)
        if campaign is None or not _room(campaign):
            return None
        await self._letters.prepare(tx, campaign.number, (campaign.id, campaign.text_version))
        by_day = open_zones(self._service, now)
        sorted_ = sort_out(
            await list_standings(
                tx,
                [due for due in dues if due.zone in by_day],
                terms_for(self._service, now),
                wrote_since=now - WROTE_LATELY,
                form_since=now - FORM_LATELY,
            )
        )
        await self._put_aside(tx, sorted_, now)
        if not sorted_.send:
            return []
        fitting = within(campaign, sorted_.send)
        return await self._mark(tx, campaign, fitting, now) if fitting else None

    async def _put_aside(self, tx: Transaction, sorted_: Sorted, now: datetime) -> None:
        await defer_bulk(tx, [standing.due.message_id for standing in sorted_.defer], now + LATER)
        for reason, standings in sorted_.cancel.items():
            await cancel_bulk(tx, [standing.due.message_id for standing in standings], reason, now)

    async def _mark(
        self, tx: Transaction, campaign: Running, standings: list[Standing], now: datetime
    ) -> list[Claimed] | None:
        new = sum(1 for standing in standings if not standing.attempts)
        if not await count_begun(tx, campaign.id, new):
            return None
        attempts = {
            standing.due.message_id: Attempt(
                standing.due.message_id, self._leadership.holder, self._leadership.epoch, now
            )
            for standing in standings
        }
        marked = await mark_bulk_sending(
            tx, list(attempts), self._leadership.holder, self._leadership.epoch, now
        )
        return [
            Claimed(
                attempts[standing.due.message_id],
                standing,
                recipient_of(tx.keys, standing),
                (campaign.id, campaign.text_version),
            )
            for standing in standings
            if standing.due.message_id in marked
        ]


def room_of(campaign: Campaign) -> int:
    """How many new recipients a campaign may be begun with now: a few while a canary or a wave is out."""
    return _room(campaign) if campaign.state is CampaignState.RUNNING else 0


def _room(campaign: Campaign | Running) -> int:
    return sys.maxsize if campaign.released is None else max(0, campaign.released - campaign.begun)


def within(campaign: Running, standings: list[Standing]) -> list[Standing]:
    """As many new recipients as canary or wave have room for; who is tried again was counted before."""
    again = [standing for standing in standings if standing.attempts]
    return again + [standing for standing in standings if not standing.attempts][: _room(campaign)]
