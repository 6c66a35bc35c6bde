"""`campaign submit`, `approve`, `schedule`, `retry` ...: what is decided about a campaign from the shell."""

from datetime import datetime
from functools import partial
from typing import Annotated
from uuid import UUID
from zoneinfo import ZoneInfo

import typer

from bot.access import Permission
from bot.campaigns.composing import check_campaign
from bot.campaigns.decisions import approve_campaign, refuse_campaign, return_campaign, submit_campaign
from bot.campaigns.markup import read_html
from bot.campaigns.policy import policy_for
from bot.campaigns.retrying import resend_unknown, retry_failed
from bot.campaigns.running import release_wave, schedule_campaign
from bot.campaigns.staff_news import tell_approvers, tell_maker
from bot.campaigns.telling import refusal_text
from bot.campaigns.windows import branch_window, opening_after
from bot.service import Service
from bot.wording import Wording
from commands.campaign_desk import By, CampaignUnknown, Number, changes
from storage.database import Transaction
from storage.models.campaigns import Campaign

EXAMPLE = '"2026-11-25 09:30"'
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}

Reason = Annotated[str, typer.Option(help="Why; its maker reads it.")]


def submit(number: Number, by: By = 0) -> None:
    """Ask another officer for a decision; it is checked once more as a whole."""
    changes(number, by, _submit, "is submitted")


async def _submit(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> str:
    if refusals := await check_campaign(tx, service, campaign):
        words, policy = Wording(service.texts, "en"), policy_for(service)
        raise CampaignUnknown(read_html(refusal_text(words, refusals, policy)).plain)
    submitted = await submit_campaign(tx, service, by, campaign)
    if await tell_approvers(tx, submitted, service.clock.now()):
        return "waits for another's approval"
    return "is submitted, but nobody may approve it who had no hand in it: appoint another approver"


def approve(number: Number, by: By = 0) -> None:
    """Let a campaign go that somebody else made."""
    changes(number, by, _approve, "is approved", Permission.APPROVE)


async def _approve(tx: Transaction, service: Service, by: UUID, campaign: Campaign) -> None:
    await tell_maker(tx, await approve_campaign(tx, service, by, campaign), service.clock.now())


def return_(number: Number, *, reason: Reason, by: By = 0) -> None:
    """Give a campaign back to its maker, to be changed."""
    changes(number, by, partial(_return, reason=reason), "went back to its maker", Permission.APPROVE)


async def _return(tx: Transaction, service: Service, by: UUID, campaign: Campaign, *, reason: str) -> None:
    await tell_maker(tx, await return_campaign(tx, service, by, campaign, reason), service.clock.now())


def refuse(number: Number, *, reason: Reason, by: By = 0) -> None:
    """Say no to a campaign, for good."""
    changes(number, by, partial(_refuse, reason=reason), "is refused", Permission.APPROVE)


async def _refuse(tx: Transaction, service: Service, by: UUID, campaign: Campaign, *, reason: str) -> None:
    await tell_maker(tx, await refuse_campaign(tx, service, by, campaign, reason), service.clock.now())


def schedule(
    number: Number,
    at: Annotated[str, typer.Argument(help=f"Day and hour, in quotes: {EXAMPLE}.")],
    *,
    zone: Annotated[str, typer.Option(help="The zone of that hour: WIB, WITA or WIT.")] = "WIB",
    by: By = 0,
) -> None:
    """Begin an approved campaign then."""
    if zone not in ZONES:
        raise CampaignUnknown(f"--zone is one of {', '.join(ZONES)}")
    moment = _read_moment(at).replace(tzinfo=ZoneInfo(ZONES[zone]))
    changes(number, by, partial(_schedule, starts_at=moment, zone=zone), "is scheduled")


def _read_moment(typed: str) -> datetime:
    """A day and an hour, without a zone."""
    try:
        moment = datetime.fromisoformat(typed.strip())
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is not None or ":" not in typed:
        raise CampaignUnknown(f"{typed} is no day and hour: write them as {EXAMPLE}")
    return moment


async def _schedule(
    tx: Transaction, service: Service, by: UUID, campaign: Campaign, *, starts_at: datetime, zone: str
) -> str:
    """When its first message goes out: that may be later than was asked for."""
    await schedule_campaign(tx, service, by, campaign, starts_at)
    opens = opening_after(service, starts_at).astimezone(starts_at.tzinfo)
    begins = f"begins {opens:%Y-%m-%d %H:%M} {zone}"
    window = branch_window(service)
    hours = f"{window.begins:%H:%M} to {window.ends:%H:%M}"
    return begins if opens == starts_at else f"{begins}: messages go out from {hours}"


def wave(number: Number, by: By = 0) -> None:
    """Let the next wave go although volunteers have no room for its answers."""
    changes(number, by, release_wave, "goes on with its next wave")


def retry(number: Number, by: By = 0) -> None:
    """Send again to those for whom it failed, and to nobody else."""
    changes(number, by, retry_failed, "is sent again to those for whom it failed")


def resend(number: Number, by: By = 0) -> None:
    """Send again, marked as such, to those of whom nobody knows whether they have it."""
    changes(number, by, resend_unknown, "is sent again, marked, to those of whom nothing is known")


return_.__name__ = "return"
DECIDING = (submit, approve, return_, refuse, schedule, wave, retry, resend)
