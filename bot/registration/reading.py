"""How typed answers to the registration's open questions are read."""

import re
from collections.abc import Callable

from bot.answer_words import GREETINGS, NEGATIONS, NO_PHONE, NOT_TYPOS
from bot.answers import Meaning, is_choice, is_evasive, is_refusal, match_option, normalise, read_meaning
from bot.forms import Accepted, Offered, Reading, Rejected, Value
from bot.names import clean_name, is_answer_too, is_titled_answer, without_lead_in
from bot.phones import PhoneProblem, read_phone
from bot.places import Neighbourhood, Nothing, PlaceIndex, Several, Sure, read_neighbourhood
from bot.registration.occupations import PERSON_TITLES, WORK_WORDS
from bot.registration.said_ages import read_age

NO_PHONE_AT_ALL = "phone-none"
LONGEST_ANSWER = 300
WORK_LENGTH = 60
MOST_WORK_WORDS = 6
_NEAR = re.compile(r"\b(?:rt|rw) ?[0-9]")
LAST_YEAR = 2099  # whatever year it is, what names a year of birth is no work
HIGH = 100  # an RT or RW that there is none of
_MOBILE = re.compile(r"\s*(?:\+|0|62|8)")
_YEAR = re.compile(r"19[3-9][0-9]|20[01][0-9]")
WHERE_UNKNOWN: dict[str, str | None] = {"rt": None, "rw": None, "hamlet": None}


def read_typed(reader: str, text: str, places: PlaceIndex) -> Reading:
    """Read a typed answer; the reason of a rejection is part of a text key (`registration-why-...`)."""
    if len(text) > LONGEST_ANSWER:
        return Rejected("long")
    return _READERS[reader](text, places)


def read_other_work(text: str) -> Reading | None:
    """Work that is none of the groups: the group of all others, with these words, once they are confirmed.

    None for what names no work: a question, a greeting, an answer to buttons, a story.
    """
    words = normalise(text).split()
    is_talk = (
        "?" in text
        or is_choice(text)
        or _is_no_work(text)
        or not (GREETINGS | NOT_TYPOS | NEGATIONS).isdisjoint(words)
    )
    work = (
        None
        if is_talk or len(words) > MOST_WORK_WORDS or is_evasive(text)
        else clean_name(text[:WORK_LENGTH])
    )
    return None if work is None else Offered(("other",), {"work": work})


def _is_no_work(text: str) -> bool:
    """Whether it says who or how old somebody is: "Mbah Karto", "35 Th"."""
    words = normalise(text).split()
    names_somebody = len(words) > 1 and words[0] in PERSON_TITLES and WORK_WORDS.isdisjoint(words)
    return names_somebody or bool(_NEAR.search(" ".join(words))) or read_age(text, LAST_YEAR) is not None


def may_be_digits(question: str, text: str) -> bool:
    """Whether a text of digits alone may answer the question: a code to log in with has as many as these.

    A phone number begins as they do, and too short it is asked again; a year of birth is one of people alive;
    no RT and no RW is as high as a hundred.
    """
    match question:
        case "phone":
            return bool(_MOBILE.match(text))
        case "age":
            return bool(_YEAR.fullmatch(text.strip()))
        case "neighbourhood":
            where = read_neighbourhood(text)
            return where is not None and max(int(where.rt or 0), int(where.rw or 0)) < HIGH
    return False


def _name(text: str, _places: PlaceIndex) -> Reading:
    """One that may be an answer, "Alim", is confirmed first; a title in front has settled it."""
    said = without_lead_in(text)
    name = clean_name(said)
    if name is None or is_titled_answer(said):
        return Rejected("name") if name is None else Accepted(name)
    if is_answer_too(said):
        return Offered((name,))
    return Rejected("name") if is_evasive(said) or is_refusal(said) else Accepted(name)


def _work(text: str, _places: PlaceIndex) -> Reading:
    work = None if is_evasive(text) or _is_no_work(text) else clean_name(text[:WORK_LENGTH])
    return Rejected("work") if work is None else Accepted(work)


def _phone(text: str, _places: PlaceIndex) -> Reading:
    """One that can be called; whoever has none may give a neighbour's."""
    if not re.search(r"[0-9]", text) and match_option(text, [("none", "tidak punya", NO_PHONE)]):
        return Rejected(NO_PHONE_AT_ALL)
    reading = read_phone(text)
    if reading.phone is None:
        problem = reading.problem or PhoneProblem.NOT_A_NUMBER
        return Rejected(f"phone-{problem.value.replace('_', '-')}")
    return Accepted(reading.phone)


def _village(text: str, places: PlaceIndex) -> Reading:
    """Always confirmed; "rt 03/05 desa cikande" answers the next question too."""
    if is_evasive(text):
        return Rejected("village")
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
    if read_meaning(text) is Meaning.UNKNOWN:
        return Accepted(dict(WHERE_UNKNOWN))
    where = None if is_evasive(text) else read_neighbourhood(text)
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
