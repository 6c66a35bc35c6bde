"""How typed answers to the registration's open questions are read."""

from collections.abc import Callable

from bot.answer_words import GREETINGS, NOT_TYPOS
from bot.answers import is_choice, normalise, read_meaning
from bot.forms import Accepted, Offered, Reading, Rejected, Value
from bot.names import clean_name
from bot.phones import PhoneProblem, read_phone
from bot.places import Neighbourhood, Nothing, PlaceIndex, Several, Sure, read_neighbourhood

LONGEST_ANSWER = 300
NAMING = ("name", "work")
WORK_WORDS = 4
_OTHER = GREETINGS | NOT_TYPOS
WORK_LENGTH = 60
WHERE_UNKNOWN: dict[str, str | None] = {"rt": None, "rw": None, "hamlet": None}


def read_typed(reader: str, text: str, places: PlaceIndex) -> Reading:
    """Read a typed answer; the reason of a rejection is part of a text key (`registration-why-...`)."""
    if len(text) > LONGEST_ANSWER:
        return Rejected("long")
    if reader in NAMING and read_meaning(text) is not None:
        return Rejected(reader)  # "ya" and "tidak tahu" are answers, but name nothing
    return _READERS[reader](text, places)


def could_be_work(text: str) -> bool:
    """Whether a few words may name somebody's work: no question, no greeting, no answer to buttons."""
    words = normalise(text).split()
    return (
        0 < len(words) <= WORK_WORDS and "?" not in text and not is_choice(text) and not _OTHER & set(words)
    )


def _name(text: str, _places: PlaceIndex) -> Reading:
    name = clean_name(text)
    return Rejected("name") if name is None else Accepted(name)


def _work(text: str, _places: PlaceIndex) -> Reading:
    work = clean_name(text[:WORK_LENGTH])
    return Rejected("work") if work is None else Accepted(work)


def _phone(text: str, _places: PlaceIndex) -> Reading:
    reading = read_phone(text)
    if reading.phone is None:
        problem = reading.problem or PhoneProblem.NOT_A_NUMBER
        return Rejected(f"phone-{problem.value.replace('_', '-')}")
    return Accepted(reading.phone)


def _village(text: str, places: PlaceIndex) -> Reading:
    """Always confirmed; "rt 03/05 desa cikande" answers the next question too."""
    reading = places.search(text)
    also = where_answer(reading.neighbourhood)
    match reading:
        case Sure(village):
            return Offered((village.code,), also)
        case Several(candidates):
            return Offered(tuple(area.code for area in candidates), also)
        case Nothing():
            return Rejected("village")


def _neighbourhood(text: str, _places: PlaceIndex) -> Reading:
    where = read_neighbourhood(text)
    return Accepted(where_value(where)) if where else Rejected("neighbourhood")


def where_value(where: Neighbourhood) -> dict[str, str | None]:
    """A neighbourhood as an answer."""
    return {"rt": where.rt, "rw": where.rw, "hamlet": where.hamlet}


def where_answer(where: Neighbourhood) -> dict[str, Value]:
    """The neighbourhood that came with an address, as an answer to the next question."""
    return {"neighbourhood": where_value(where)} if where else {}


_READERS: dict[str, Callable[[str, PlaceIndex], Reading]] = {
    "name": _name,
    "work": _work,
    "phone": _phone,
    "village": _village,
    "neighbourhood": _neighbourhood,
}
