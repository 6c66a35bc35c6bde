"""Looking at new leads a moment after they came: pairs that may be one person, flags, and the sample."""

from collections.abc import Sequence
from datetime import datetime
from difflib import SequenceMatcher
from hashlib import sha256

from bot.leads.review_policy import (
    ALIKE,
    BURSTS,
    COMPARED_AT_MOST,
    PHONE_LEADS_FROM,
    SAMPLE_PERCENT,
    SAMPLE_SEED,
    UNPAID_AFTER,
    UNPAID_STATES,
    AlikeRule,
)
from bot.names import normalise_words
from bot.service import Service
from storage.database import Transaction
from storage.leads import LeadCard, find_lead
from storage.models.leads import Lead, LeadState
from storage.models.reviews import ReviewKind
from storage.models.timers import Timer
from storage.reviews import count_recorded, list_namesakes, list_same_phone, open_review
from storage.timers import set_timer

REVIEW_TIMER = "review"
UNPAID_TIMER = "unpaid"
LOTS = 10_000
ONE_WORD_IN_COMMON = 0.7


async def plan_review(tx: Transaction, lead: Lead, now: datetime) -> None:
    """Have a new lead looked at by the next tick: comparing names takes longer than an update may."""
    await set_timer(tx, REVIEW_TIMER, lead.id, now, now)


async def review_leads(tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime) -> None:
    """Open what people are to look at; each occasion once, however often it is looked at."""
    for timer in timers:
        card = await find_lead(tx, timer.subject_id)
        if card is None or card.lead.state is LeadState.MERGED:
            continue
        same_phone = await list_same_phone(tx, card.phone)
        await _pair(tx, card, same_phone, now)
        await _flag_phone(tx, card, len(same_phone), now)
        await _flag_bursts(tx, service, card.lead, now)
        await _draw(tx, card.lead, now)


async def _pair(tx: Transaction, card: LeadCard, same_phone: list[LeadCard], now: datetime) -> None:
    words = normalise_words(card.name)
    namesakes = await list_namesakes(tx, words, card.lead.village_code, limit=COMPARED_AT_MOST)
    known = {card.lead.id}
    for is_same_phone, others in ((True, same_phone), (False, namesakes)):
        for other in others:
            rule = find_rule(card.name, other.name, same_phone=is_same_phone)
            if other.lead.id in known or rule is None:
                continue
            known.add(other.lead.id)
            key = ":".join(sorted((card.lead.id.hex, other.lead.id.hex)))
            older, newer = sorted((card.lead, other.lead), key=lambda lead: (lead.submitted_at, lead.id))
            await open_review(tx, ReviewKind.DUPLICATE, key, older.id, rule.name, now, other_id=newer.id)


def find_rule(one: str, other: str, *, same_phone: bool) -> AlikeRule | None:
    """The rule by which two names, of one phone or of one village, may be one person's."""
    alike = likeness(one, other)
    return next((r for r in ALIKE if r.same_phone is same_phone and alike >= r.alike_from), None)


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0 to 1, whatever their case, titles and the order of their words.

    A name that holds all words of another is as good as the same, a single word of it nearly so: "Sari"
    and "Sari Wulandari" may be one person where they share a phone, not where they share a village.
    """
    words, others = normalise_words(one), normalise_words(other)
    if not words or not others:
        return 0.0
    if set(words) <= set(others) or set(others) <= set(words):
        return 1.0 if min(len(words), len(others)) > 1 or words == others else ONE_WORD_IN_COMMON
    return max(_ratio(sorted(words), sorted(others), " "), _ratio(words, others, ""))


def _ratio(words: Sequence[str], others: Sequence[str], between: str) -> float:
    """Of the words in order, or as they were said, run together: "Wulan Dari" is Wulandari."""
    return SequenceMatcher(None, between.join(words), between.join(others), autojunk=False).ratio()


async def _flag_phone(tx: Transaction, card: LeadCard, count: int, now: datetime) -> None:
    if count >= PHONE_LEADS_FROM:
        key, rule = card.lead.phone_index, f"phone-from-{PHONE_LEADS_FROM}"
        recorder = card.lead.recorded_by
        await open_review(tx, ReviewKind.PHONE, key, card.lead.id, rule, now, recorder_id=recorder)


async def _flag_bursts(tx: Transaction, service: Service, lead: Lead, now: datetime) -> None:
    """Once a day for each who registers others."""
    if lead.recorded_by is None:
        return
    day = lead.submitted_at.astimezone(service.zone).date()
    for rule in BURSTS:
        since = lead.submitted_at - rule.within
        count = await count_recorded(tx, lead.recorded_by, since, at_gathering=rule.at_gathering)
        if count > rule.more_than:
            key = f"{rule.name}:{lead.recorded_by.hex}:{day}"
            await open_review(
                tx, ReviewKind.BURST, key, lead.id, rule.name, now, recorder_id=lead.recorded_by
            )


async def _draw(tx: Transaction, lead: Lead, now: datetime) -> None:
    """The same lot for the same lead and seed, whenever it is drawn; without the key nobody can tell it."""
    if lot_of(tx, lead) < SAMPLE_PERCENT * LOTS // 100:
        rule = f"sample-{SAMPLE_PERCENT}%-{SAMPLE_SEED}"
        recorder = lead.recorded_by
        await open_review(tx, ReviewKind.SAMPLE, lead.id.hex, lead.id, rule, now, recorder_id=recorder)


def lot_of(tx: Transaction, lead: Lead) -> int:
    """A lead's lot, from 0 to 9,999, evenly spread."""
    index = tx.keys.blind_index(f"sample-{SAMPLE_SEED}", str(lead.id))
    return int.from_bytes(sha256(index.encode()).digest()) % LOTS


async def plan_unpaid(tx: Transaction, lead: Lead, now: datetime) -> None:
    """Have somebody look when a registered lead has not paid after a month."""
    await set_timer(tx, UNPAID_TIMER, lead.id, now + UNPAID_AFTER, now)


async def flag_unpaid(tx: Transaction, _service: Service, timers: Sequence[Timer], now: datetime) -> None:
    """Open a review of each that still has not paid, as the worker says."""
    for timer in timers:
        card = await find_lead(tx, timer.subject_id)
        if card is not None and card.lead.state in UNPAID_STATES:
            rule, recorder = f"unpaid-{UNPAID_AFTER.days}-days", card.lead.recorded_by
            await open_review(
                tx, ReviewKind.UNPAID, card.lead.id.hex, card.lead.id, rule, now, recorder_id=recorder
            )
