"""What whoever approves is told: how many, why not the others, when, how long, and who will answer."""

from datetime import datetime

from bot.campaigns.audience import terms_for
from bot.campaigns.audience_texts import count_text
from bot.campaigns.budget import stars_for
from bot.campaigns.estimates import Past, estimate_interested
from bot.campaigns.picking import rule_in_words, rule_of
from bot.campaigns.timetable import duration_parts, ends_at
from bot.campaigns.waves import wave_for
from bot.campaigns.windows import branch_window, opening_after
from bot.programme.formats import number
from bot.quotes import lang_of
from bot.service import Service
from bot.wording import Wording
from storage.audiences import AudienceCount, count_audience
from storage.campaign_field import FieldStrength, count_field, list_past
from storage.database import Transaction
from storage.models.campaigns import Campaign, CampaignState

TO_COME = (
    CampaignState.DRAFT,
    CampaignState.SUBMITTED,
    CampaignState.APPROVED,
    CampaignState.SCHEDULED,
)


async def approval_text(
    tx: Transaction, *, service: Service, words: Wording, campaign: Campaign, now: datetime
) -> str:
    """Everything there is to know before saying yes, as the database has it now.

    Of one that has begun or ended no start is told: whom it was for, and how many.
    """
    count = await _count(tx, service, campaign, now)
    rule = await rule_in_words(tx, service, words, campaign)
    if campaign.state not in TO_COME:
        return words.joined(rule, count_text(words, count))
    field = await count_field(tx, rule_of(campaign), service.today(), now)
    past = [Past(sent, registered) for sent, registered in await list_past(tx)]
    wave = _wave(campaign, count.audience, past, field)
    return words.joined(
        rule,
        count_text(words, count),
        _times(words, service, campaign, count.audience, now, in_waves=wave is not None),
        _cost(words, service, count.audience),
        _people(words, count.audience, past, field, wave),
    )


def _wave(campaign: Campaign, audience: int, past: list[Past], field: FieldStrength) -> int | None:
    """How many at a time: as it was planned, or as it would be begun now; None: everybody at once."""
    planned = campaign.wave_size
    return planned if planned and planned < audience else wave_for(audience, past, field)


async def _count(tx: Transaction, service: Service, campaign: Campaign, now: datetime) -> AudienceCount:
    """What was frozen, once it was; until then what would be."""
    if campaign.frozen_at is not None:
        left_out = {reason: int(str(count)) for reason, count in campaign.left_out.items()}
        return AudienceCount(campaign.audience, **left_out)
    return await count_audience(tx, rule_of(campaign), terms_for(service, now), now)


def _times(
    words: Wording, service: Service, campaign: Campaign, messages: int, now: datetime, *, in_waves: bool
) -> str:
    """The start as planned (now, where nothing is), and the end with the nights in between.

    How long each wave waits for volunteers nobody knows: the end is the earliest then, and said to be.
    """
    window = branch_window(service)
    begins = opening_after(service, max(campaign.starts_at or now, now))
    over = ends_at(begins, messages, service.bulk_per_second, window)
    hours, minutes = duration_parts(over - begins)
    return words.render(
        "campaigns-times-in-waves" if in_waves else "campaigns-times",
        start=service.moment(begins, words.language),
        planned=words.label("campaigns-planned" if campaign.starts_at else "campaigns-at-once"),
        hours=str(hours),
        minutes=str(minutes),
        end=service.moment(over, words.language),
    )


def _cost(words: Wording, service: Service, audience: int) -> str:
    """The most it costs, where broadcasts are paid for."""
    if service.paid_messages is None:
        return ""
    lang, paid = lang_of(words), min(audience, service.paid_messages)
    return words.render("campaigns-cost", stars=number(stars_for(paid), lang), count=paid)


def _people(words: Wording, audience: int, past: list[Past], field: FieldStrength, wave: int | None) -> str:
    """Who may answer, and who is there to go and see them."""
    lang, expected = lang_of(words), estimate_interested(audience, past)
    answers = (
        words.label("campaigns-expected", low=number(expected.low, lang), high=expected.high)
        if expected
        else words.label("campaigns-expected-unknown")
    )
    return words.joined(
        words.render(
            "campaigns-field",
            answers=answers,
            slots=number(field.free_slots, lang),
            villages=number(field.villages_without, lang),
        ),
        words.render("campaigns-field-strained", wave=wave) if wave else "",
    )
