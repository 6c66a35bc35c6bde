"""An audience in words: how many get it, why the others do not, and five of them, masked."""

from datetime import datetime

from bot.addresses import village_name
from bot.campaigns.audience import terms_for
from bot.programme.formats import number
from bot.quotes import lang_of
from bot.service import Service
from bot.wording import Wording
from storage.audiences import AudienceCount, count_audience, sample_audience
from storage.database import Transaction
from storage.people import KnownPerson, list_people
from storage.segments import SegmentRule

SAMPLE_SIZE = 5
REASONS = ("no_consent", "opted_out", "unreachable", "capped", "erased")


async def audience_text(
    tx: Transaction, *, service: Service, words: Wording, rule: SegmentRule, now: datetime
) -> str:
    """Count and sample, as the database has it now."""
    terms = terms_for(service, now)
    count = await count_audience(tx, rule, terms, now)
    ids = await sample_audience(tx, rule, terms, now, size=SAMPLE_SIZE)
    people = (await list_people(tx, ids)).values()
    lines = "\n".join(masked(words, service, person) for person in people)
    sample = words.render("campaigns-sample", people=lines) if lines else ""
    return words.joined(count_text(words, count), sample)


def count_text(words: Wording, count: AudienceCount) -> str:
    """How many of how many, and the others by reason: "tidak dikirim: 301 tanpa izin, 96 berhenti"."""
    lang, left_out = lang_of(words), count.left_out()
    reasons = [
        words.label(f"campaigns-left-{reason.replace('_', '-')}", count=number(left_out[reason], lang))
        for reason in REASONS
        if left_out[reason]
    ]
    audience, found = number(count.audience, lang), count.found
    if not reasons:
        return words.render("campaigns-audience-all", audience=audience, found=found)
    return words.render("campaigns-audience", audience=audience, found=found, reasons=", ".join(reasons))


def masked(words: Wording, service: Service, person: KnownPerson) -> str:
    """Enough to see that the right people are meant, too little to know who: "S••• W••• · Desa Pontang"."""
    name = mask(person.name) or words.label("campaigns-unnamed")
    village = service.places.find_village(person.village_code)
    place = village_name(words, service.places, person.village_code).partition(",")[0] if village else ""
    work = words.label(f"registration-occupation.{person.occupation}") if person.occupation else ""
    return "• " + " · ".join(part for part in (name, place, work) if part)


def mask(name: str) -> str:
    """The first letter of each word."""
    return " ".join(f"{word[0]}•••" for word in name.split())
