"""What the family gets when something happens: a headline, the steps with their conditions, and a picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from html import unescape
from uuid import UUID

from bot.card_texts import CardText
from bot.programme.benefit_plans import Event
from bot.programme.benefits import Benefit, Step, benefit_for
from bot.programme.contributions import Row, lowest_row
from bot.programme.facts import FactsOnDay
from bot.programme.formats import day_month_year, number, rupiah_short
from bot.quotes import lang_of
from bot.screens import Media, MediaKind, Screen
from bot.service import Service
from bot.telling import tell
from bot.texts import Markup
from bot.wording import Wording
from storage.database import Transaction
from storage.messages import count_queued
from storage.models.contacts import Contact
from storage.models.messages import Lane, Message
from storage.outbox import params_of, queue_message

BENEFIT_CARD = "benefit-card"
CARDS_AN_HOUR = 10  # more is play, and each takes a processor a tenth of a second
EXAMPLE_MONTHS = 3  # how long somebody cannot work, in the example that is told

IN_LIFE = (
    Event.ACCIDENT_TREATED,
    Event.ACCIDENT_CANNOT_WORK,
    Event.ACCIDENT_DISABLED,
    Event.REACHES_AGE,
    Event.STOPS_WORKING,
)
"""What can happen to a member who lives, treatment first; a death is behind a tap of its own."""

AFTER_DEATH = (
    Event.ACCIDENT_DEATH,
    Event.DEATH,
    Event.DEATH_EARLY,
    Event.SCHOLARSHIP_ACCIDENT,
    Event.SCHOLARSHIP,
)


@dataclass(frozen=True, slots=True)
class BenefitText:
    """What is told of one event."""

    title: Markup
    headline: Markup
    steps: tuple[Markup, ...]
    notes: tuple[Markup, ...]


def compose_benefit(words: Wording, service: Service, event: Event, row: Row | None = None) -> BenefitText:
    """The words for an event, for a member who pays by this row (the lowest unless told)."""
    today = service.today()
    facts = service.facts.on(today)
    row = row or lowest_row(service.facts, today)
    benefit = benefit_for(service.facts, event, today, row=row)
    base = rupiah_short(row.base, lang_of(words))
    return BenefitText(
        title=words.render(f"benefits-title-{event}"),
        headline=tell(words, facts, f"benefits-headline-{event}", amount=_headline_amount(words, benefit)),
        steps=tuple(_step(words, facts, step, row.base) for step in benefit.steps),
        notes=tuple(_notes(words, facts, benefit, base)),
    )


def _headline_amount(words: Wording, benefit: Benefit) -> str:
    """The largest sum that is reckoned from the row's base, if any is."""
    amounts = (step.amount for step in benefit.steps if step.amount is not None)
    return rupiah_short(max(amounts, default=0), lang_of(words))


def _step(words: Wording, facts: FactsOnDay, step: Step, base: int) -> Markup:
    """What goes by income is told as so many times that, with the sum: nobody reckons a percentage of it."""
    amount, lang = step.amount or 0, lang_of(words)
    return tell(
        words,
        facts,
        f"benefits-step-{step.key.replace('.', '-')}",
        amount=rupiah_short(amount, lang),
        together=rupiah_short(amount * EXAMPLE_MONTHS, lang),
        months=str(EXAMPLE_MONTHS),
        times=number(amount // base, lang),
        base=rupiah_short(base, lang),
    )


def _notes(words: Wording, facts: FactsOnDay, benefit: Benefit, base: str) -> Iterator[Markup]:
    """The conditions of the whole, what the sums were reckoned from, and when the right lapses."""
    if words.has(f"benefits-condition-{benefit.event}"):
        yield tell(words, facts, f"benefits-condition-{benefit.event}")
    if any("contributions.rows" in step.fact_ids for step in benefit.steps):
        yield words.render("benefits-base", base=base)
    if benefit.ask_staff:
        yield words.render("benefits-ask")
    yield tell(words, facts, "benefits-lapse")


def benefit_lines(words: Wording, service: Service, text: BenefitText) -> Markup:
    """The whole as one message: also what the picture's caption says to whoever cannot see it."""
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(text.steps, start=1))
    return words.joined(
        f"<b>{text.title}</b>",
        f"<b>{text.headline}</b>",
        steps,
        *text.notes,
        words.render("benefits-check", phone=service.call_centre),
    )


async def request_card(tx: Transaction, contact_id: UUID, event: Event, now: datetime) -> bool:
    """Queue the picture of an event; it is drawn when it is sent. False when there were many already.

    It is always reckoned for the lowest row: what somebody earns is not written into the outbox.
    """
    if await count_queued(tx, contact_id, BENEFIT_CARD, now - timedelta(hours=1)) >= CARDS_AN_HOUR:
        return False
    return await queue_message(tx, contact_id, Lane.REPLY, BENEFIT_CARD, now, params={"event": event.value})


async def render_benefit_card(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The picture, with the same words below it; it may be forwarded, that is what it is for."""
    event = Event(str(params_of(tx, message)["event"]))
    words = Wording(service.texts, contact.language)
    text = compose_benefit(words, service, event)
    media = Media(MediaKind.PHOTO, partial(_draw, compose_card(words, service, text)), f"{event}.png")
    return Screen(BENEFIT_CARD, benefit_lines(words, service, text), media=media)


def _draw(text: CardText) -> bytes:
    from bot.cards import draw_card  # noqa: PLC0415 - 4 MB that most processes never need

    return draw_card(text)


def compose_card(words: Wording, service: Service, text: BenefitText) -> CardText:
    """What the picture says, without markup."""
    day = day_month_year(service.today(), lang_of(words))
    return CardText(
        title=_plain(text.title),
        headline=_plain(text.headline),
        lines=tuple(_plain(step) for step in text.steps),
        notes=tuple(_plain(note) for note in text.notes),
        hotline=_plain(words.render("benefits-check", phone=service.call_centre)),
        footer=words.label("benefits-card-footer", branch=service.branch.short_name, day=day),
    )


def _plain(text: str) -> str:
    """A rendered text without entities; none of these texts has tags."""
    return unescape(text)
