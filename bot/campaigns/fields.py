"""Merge fields: what stands in braces, what it becomes for each person, and how long it can get."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape, unescape
from itertools import islice

from bot.campaigns.markup import utf16_length
from bot.campaigns.policy import CAPTION_LIMIT, TEXT_LIMIT
from bot.names import MAX_NAME
from bot.places import PlaceIndex, Village
from bot.programme.benefit_plans import Event
from bot.programme.benefits import example_of
from bot.programme.contributions import Group, months_from, this_month
from bot.programme.errors import FactError
from bot.programme.formats import duration, month_year, number, rupiah, rupiah_short
from bot.quotes import lang_of
from bot.registration.form import OCCUPATIONS
from bot.service import Service
from bot.texts import Markup
from bot.wording import Wording

FIELD = re.compile(r"\{\s*([^{}\s]{1,40})\s*\}")
_TITLE = r"(?:pak|bapak|bpk|bu|ibu|sdr|saudara|saudari|kak|mas|mbak|mr|mrs|ms|sir|madam)\.?"
_ADDRESS = re.compile(
    rf"(?<!\w){_TITLE}(?:\s*/\s*{_TITLE})*\s+((?:<[^<>]+>)*)(?=\{{\s*nama\s*\}})", re.IGNORECASE
)
TAG = re.compile(r"<[^>]+>")
RESENT_MARK = "broadcasts-resent"  # stands below a message that may be somebody's second one
MONTHS_AHEAD = 12  # a campaign is sent within a year of being checked


@dataclass(frozen=True, slots=True)
class Recipient:
    """What is known of whoever gets the message; empty where nothing is."""

    name: str = ""
    village_code: str = ""
    occupation: str = ""


@dataclass(frozen=True, slots=True)
class PersonField:
    """A field that differs from person to person: its value, and the longest there can be (UTF-16 units)."""

    value: Callable[[Wording, PlaceIndex, Recipient], str]
    longest: Callable[[Wording, PlaceIndex], int]


FactField = Callable[[Wording, Service, date], str]


def _name(words: Wording, _places: PlaceIndex, person: Recipient) -> str:
    return _within(MAX_NAME, person.name) or words.label("campaigns-somebody.name")


def _longest_name(words: Wording, _places: PlaceIndex) -> int:
    return max(MAX_NAME, utf16_length(words.label("campaigns-somebody.name")))


def _village(words: Wording, places: PlaceIndex, person: Recipient) -> str:
    village = places.find_village(person.village_code)
    return village_label(words, village) if village else words.label("campaigns-somebody.village")


def _longest_village(words: Wording, places: PlaceIndex) -> int:
    named = (village_label(words, village) for village in _villages(places))
    return max(utf16_length(name) for name in (*named, words.label("campaigns-somebody.village")))


def _occupation(words: Wording, _places: PlaceIndex, person: Recipient) -> str:
    known = person.occupation in OCCUPATIONS and person.occupation != "other"
    if not known:
        return words.label("campaigns-somebody.occupation")
    return words.label(f"registration-occupation.{person.occupation}")


def _longest_occupation(words: Wording, places: PlaceIndex) -> int:
    everybody = (Recipient(occupation=occupation) for occupation in OCCUPATIONS)
    return max(utf16_length(_occupation(words, places, person)) for person in everybody)


def village_label(words: Wording, village: Village) -> str:
    """A village by its kind and name: "Desa Pontang"."""
    return words.label("campaigns-village", kind=words.label(f"places-{village.kind}"), name=village.name)


def _villages(places: PlaceIndex) -> list[Village]:
    districts = [district for regency in places.regencies() for district in places.districts(regency.code)]
    return [village for district in districts for village in places.villages(district.code)]


def _price(words: Wording, service: Service, day: date, group: Group) -> str:
    """The lowest price of a group in the month of this day, always with the month until which it holds."""
    quote, lang = this_month(service.facts, group, day), lang_of(words)
    kind = "discounted" if quote.discounted_until else "normal"
    until = month_year(quote.discounted_until or day, lang)
    return words.label(f"campaigns-price-{kind}", price=rupiah(quote.price_now, lang), until=until)


def _transport_price(words: Wording, service: Service, day: date) -> str:
    return _price(words, service, day, Group.TRANSPORT)


def _other_price(words: Wording, service: Service, day: date) -> str:
    return _price(words, service, day, Group.OTHER)


def _grant(words: Wording, service: Service, day: date) -> str:
    facts, lang = service.facts.on(day), lang_of(words)
    return words.label(
        "campaigns-grant",
        grant=rupiah_short(facts.rupiah("jkm.total"), lang),
        after=duration(facts.duration("jkm.full_after"), lang),
    )


def _work_grant(words: Wording, service: Service, day: date) -> str:
    """Reckoned from the lowest income that can be reported, and told so."""
    lang, example = lang_of(words), example_of(service.facts, Event.ACCIDENT_DEATH, "jkk.death", day)
    return words.label(
        "campaigns-work-grant",
        amount=rupiah_short(example.amount, lang),
        times=number(example.times, lang),
        base=rupiah_short(example.base, lang),
    )


def _scholarship(words: Wording, service: Service, day: date) -> str:
    facts, lang = service.facts.on(day), lang_of(words)
    return words.label(
        "campaigns-scholarship",
        total=rupiah_short(facts.rupiah("scholarship.total"), lang),
        children=facts.integer("scholarship.children"),
        after=duration(facts.duration("scholarship.jkm_after"), lang),
    )


PERSON_FIELDS: Mapping[str, PersonField] = {
    "nama": PersonField(_name, _longest_name),
    "desa": PersonField(_village, _longest_village),
    "pekerjaan": PersonField(_occupation, _longest_occupation),
}
FACT_FIELDS: Mapping[str, FactField] = {
    "iuran": _other_price,
    "iuran_ojek": _transport_price,
    "santunan": _grant,
    "santunan_kerja": _work_grant,
    "beasiswa": _scholarship,
}
"""Figures of the programme, with the date or the condition they are never told without."""

FIELDS = (*PERSON_FIELDS, *FACT_FIELDS)


def fields_in(text: str) -> list[str]:
    """The names in braces, in the order of the text, each as often as it stands there."""
    return [found[1] for found in FIELD.finditer(text)]


def fill(html: str, words: Wording, service: Service, day: date, person: Recipient) -> Markup:
    """The text for one person: every field replaced by its value, escaped.

    Where no name is known its stand-in is a form of address, and the one that was typed before it goes.
    """
    text = html if person.name else _ADDRESS.sub(r"\1", html)

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name in PERSON_FIELDS:
            return escape(PERSON_FIELDS[name].value(words, service.places, person), quote=False)
        return escape(FACT_FIELDS[name](words, service, day), quote=False)

    return Markup(FIELD.sub(value, text))


class Measure:
    """How long a text can get, in one language: the longest value of each field, reckoned once."""

    def __init__(self, words: Wording, service: Service, day: date) -> None:
        self._words = words
        self._service = service
        self._days = (day, *(month for month in islice(months_from(day.replace(day=1)), 1, MONTHS_AHEAD)))
        self._longest: dict[str, int | None] = {}

    def limit(self, *, is_caption: bool) -> int:
        """How many UTF-16 units staff may use: room is kept for the mark of one that is sent again."""
        mark = TAG.sub("", self._words.render(RESENT_MARK))
        return (CAPTION_LIMIT if is_caption else TEXT_LIMIT) - utf16_length(f"\n\n{unescape(mark)}")

    def longest(self, plain: str) -> int:
        """UTF-16 units once every field has its longest value; unknown fields count as they are."""
        bare = utf16_length(FIELD.sub(lambda found: "" if found[1] in FIELDS else found[0], plain))
        return bare + sum(self._field(name) or 0 for name in fields_in(plain) if name in FIELDS)

    def ended_facts(self, plain: str) -> list[str]:
        """Those fields of a text whose figure does not hold on every day of the coming months."""
        return [name for name in fields_in(plain) if name in FACT_FIELDS and self._field(name) is None]

    def _field(self, name: str) -> int | None:
        if name not in self._longest:
            self._longest[name] = self._measured(name)
        return self._longest[name]

    def _measured(self, name: str) -> int | None:
        """None for a figure that has ended, or will."""
        if name in PERSON_FIELDS:
            return PERSON_FIELDS[name].longest(self._words, self._service.places)
        fact, words, service = FACT_FIELDS[name], self._words, self._service
        try:
            return max(utf16_length(fact(words, service, day)) for day in self._days)
        except FactError:
            return None


def _within(units: int, text: str) -> str:
    """At most so many UTF-16 units: a name in signs that count twice is cut, as it was measured."""
    while utf16_length(text) > units:
        text = text[:-1]
    return text
