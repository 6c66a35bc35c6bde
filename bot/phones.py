"""Indonesian mobile numbers: as people type them, as they are stored (E.164) and as they are shown."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers
from lokal import parse_phone
from phonenumbers import PhoneNumberType

COUNTRY = "+62"
MIN_DIGITS, MAX_DIGITS = 10, 13  # with the leading 0
MAX_TYPED = 200

_NUMBER = re.compile(r"\+?[0-9(][0-9 ()./-]*[0-9](?![0-9a-zA-Z])")
_DASHES = re.compile(r"[‐-―−]")
_LETTER_O = re.compile(r"(?<![a-z0-9])o(?=8[0-9])", re.IGNORECASE)
_NOT_DIGITS = re.compile(r"[^0-9]")
_E164 = re.compile(r"\+62[0-9]{9,12}")
_MOBILE = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.UNKNOWN})


class PhoneProblem(StrEnum):
    """Why a text is not a number to call; each has its own sentence and example."""

    NOT_A_NUMBER = "not_a_number"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NOT_MOBILE = "not_mobile"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class PhoneReading:
    """Either `phone` ("+6281234567801") or `problem`; `warning` when no operator is known to use it."""

    phone: str | None = None
    problem: PhoneProblem | None = None
    warning: bool = False


def read_phone(text: str) -> PhoneReading:
    """Read one Indonesian mobile number out of typed text; ASCII digits only."""
    number = _find_number(text)
    if number is None:
        return PhoneReading(problem=PhoneProblem.NOT_A_NUMBER)
    national = _national_digits(number)
    if national is None:
        return PhoneReading(problem=PhoneProblem.FOREIGN)
    problem = _problem(national)
    if problem:
        return PhoneReading(problem=problem)
    phone = COUNTRY + national[1:]
    return PhoneReading(phone, warning=parse_phone(phone).operator is None)


def _find_number(text: str) -> str | None:
    """The single number in the text; None for none, for two, and for digits that are not ASCII."""
    plain = "".join(char for char in text[:MAX_TYPED] if unicodedata.category(char) != "Cf")
    if any(char.isdigit() and not char.isascii() for char in plain):
        return None
    plain = re.sub(r"\s", " ", _DASHES.sub("-", plain))
    found: list[str] = _NUMBER.findall(_LETTER_O.sub("0", plain))
    return found[0] if len(found) == 1 else None


def _national_digits(number: str) -> str | None:
    """The digits with a leading 0, from +62, 0062, 62, 0 or 8; None for another country's."""
    digits = _NOT_DIGITS.sub("", number)
    if digits.startswith("00"):
        number, digits = "+", digits.removeprefix("00")
    if number.startswith("+"):
        return "0" + digits[2:].removeprefix("0") if digits.startswith("62") else None
    if digits.startswith("62") and len(digits) >= MIN_DIGITS:
        return "0" + digits[2:].removeprefix("0")
    return "0" + digits if digits.startswith("8") else digits


def _problem(national: str) -> PhoneProblem | None:
    if len(national) > MAX_DIGITS:
        return PhoneProblem.TOO_LONG
    if not national.startswith("08"):
        return PhoneProblem.TOO_SHORT if len(national) < 7 else PhoneProblem.NOT_MOBILE
    if len(national) < MIN_DIGITS:
        return PhoneProblem.TOO_SHORT
    return None if _is_mobile(national) else PhoneProblem.NOT_MOBILE


def _is_mobile(national: str) -> bool:
    """False for 0800 and the like; a prefix nobody knows yet may be a new operator's."""
    number = phonenumbers.parse(COUNTRY + national[1:])
    return not national.startswith("080") and phonenumbers.number_type(number) in _MOBILE


def national(phone: str) -> str:
    """Show "+6281234567801" as "0812-3456-7801"; ValueError for what read_phone did not make."""
    digits = _stored_digits(phone)
    return "-".join((digits[:4], digits[4:8], digits[8:]))


def mask_phone(phone: str) -> str:
    """Show "+6281234567801" as "0812••••801": always four dots, so the length is not told."""
    digits = _stored_digits(phone)
    return f"{digits[:4]}••••{digits[-3:]}"


def _stored_digits(phone: str) -> str:
    if not _E164.fullmatch(phone):
        raise ValueError("not a stored phone number")  # without the number: it may reach a log
    return "0" + phone.removeprefix(COUNTRY)
