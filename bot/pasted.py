"""Finds what nobody should have sent: a code to log in with, a PIN, a card number. It keeps nothing.

Digits alone are a code only where no digits are asked for: a form that expects a phone, an RT or an income
says so. A code that is named ("kode OTP 123456") and a card number are found everywhere. The number of an
identity card (NIK) is no secret of the kind that is stolen, but nobody's to keep here: it is masked.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from lokal import is_valid_nik


class Secret(StrEnum):
    """What was pasted; the name of the text that warns."""

    CODE = "code"
    PIN = "pin"
    CARD = "card"


_ALONE = re.compile(r"(?:[A-Z]{1,3}-)?[0-9]{2,4}[ -]?[0-9]{2,4}")
"""A message that is a code and nothing else: 12345, 123 456, 12-345, G-123456."""
_DIGITS = r"(?<![0-9+])[0-9](?:[ -]?[0-9]){%s}(?![0-9])"
_NAMED_CODE = re.compile(
    r"\b(?:otp|verifikasi|verification|aktivasi|login\s*code|kode\s*(?:masuk|login|otp|telegram|wa|rahasia)?"
    r"|code)\b(?!\s*pos)\D{0,40}?" + _DIGITS % "3,7"
)
_CODE_FIRST = re.compile(
    _DIGITS % "3,7" + r"\D{0,20}\b(?:otp|kode\s*(?:masuk|login|otp|verifikasi)|verification code)\b"
)
_NAMED_PIN = re.compile(
    r"\b(?:pin(?:nya)?|sandi|password|pasword|pw|cvv|cvc|cv2)\b\D{0,25}?" + _DIGITS % "2,7"
)
_PASSWORD = re.compile(
    r"\b(?:password|pasword|sandi|pw)(?:nya|ku)?\s*(?:saya|aku)?\s*(?:[:=]|adalah|itu|is)\s*([^\s•]\S{3,})"
)
_MOBILE = re.compile(r"(?<![0-9])(?:\+?62|0)[ -]?8(?:[ -]?[0-9]){7,11}(?![0-9])")
_CARD = re.compile(r"(?<![0-9+])[0-9](?:[ -]?[0-9]){14,18}(?![0-9])")
_SIXTEEN = re.compile(r"(?<![0-9+])[0-9](?:[ .-]?[0-9]){15}(?![0-9])")
_NAMED = (_NAMED_PIN, _NAMED_CODE, _CODE_FIRST)
HIDDEN = "•"
LEAST_CODE, LONGEST_CODE = 4, 8
PROVINCES = frozenset(
    (*range(11, 22), *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98))
)
"""Kemendagri's codes, which a NIK begins with."""


def find_secret(text: str, *, digits_expected: bool) -> Secret | None:
    """What is in the text that must not be kept, if anything."""
    said = unicodedata.normalize("NFKC", text)
    lower = said.casefold()
    if any(_is_card(match[0]) for match in _CARD.finditer(said)):
        return Secret.CARD
    named = _MOBILE.sub(" ", lower)
    if _NAMED_PIN.search(named) or _PASSWORD.search(named):
        return Secret.PIN
    if _NAMED_CODE.search(named) or _CODE_FIRST.search(named):
        return Secret.CODE
    return Secret.CODE if not digits_expected and _is_code(said) else None


def hide_secrets(text: str) -> str:
    """The text with a dot for every digit of a code, PIN or card number in it; phone numbers stay.

    For a report that quotes one: what is told of an impostor is worth keeping, and the code is not.
    """
    said = unicodedata.normalize("NFKC", text)
    if _is_code(said):
        return re.sub(r"[0-9]", HIDDEN, said)
    lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in said)
    searched = _MOBILE.sub(lambda phone: " " * len(phone[0]), lower)
    hidden = {index for start, end in _spans(searched) for index in range(start, end)}
    return "".join(HIDDEN if index in hidden else char for index, char in enumerate(said))


def hide_niks(text: str) -> str:
    """The text with every NIK in it as "32••••••••••••45"; anything else of sixteen digits stays."""
    said = unicodedata.normalize("NFKC", text)
    hidden = _SIXTEEN.sub(_masked, said)
    return text if hidden == said else hidden


def _masked(found: re.Match[str]) -> str:
    digits = re.sub(r"[^0-9]", "", found[0])
    return f"{digits[:2]}{HIDDEN * 12}{digits[-2:]}" if is_valid_nik(digits) else found[0]


def _spans(searched: str) -> Iterator[tuple[int, int]]:
    """Where the digits of secrets stand, and the words that are one."""
    cards = (match for match in _CARD.finditer(searched) if _is_card(match[0]))
    named = (match for pattern in _NAMED for match in pattern.finditer(searched))
    for match in (*cards, *named):
        yield from (
            (match.start() + digit.start(), match.start() + digit.end())
            for digit in re.finditer(r"[0-9]", match[0])
        )
    yield from (match.span(1) for match in _PASSWORD.finditer(searched))


def _is_code(said: str) -> bool:
    digits = re.sub(r"[^0-9]", "", said)
    return bool(_ALONE.fullmatch(said.strip())) and LEAST_CODE <= len(digits) <= LONGEST_CODE


def _is_card(written: str) -> bool:
    """Fifteen to nineteen digits whose check digit holds (Luhn), unless they are a plausible NIK."""
    digits = re.sub(r"[^0-9]", "", written)
    return passes_luhn(digits) and not _may_be_nik(digits)


def passes_luhn(digits: str) -> bool:
    """ISO/IEC 7812-1: every second digit from the right doubled, the sum a multiple of ten."""
    doubled = [2 * int(digit) for digit in digits[-2::-2]]
    plain = [int(digit) for digit in digits[::-2]]
    return (sum(plain) + sum(value - 9 if value > 9 else value for value in doubled)) % 10 == 0


def _may_be_nik(digits: str) -> bool:
    """Sixteen digits with a day and a month of birth where a NIK has them, from a province there is."""
    if len(digits) != 16:
        return False
    province, day, month = int(digits[:2]), int(digits[6:8]), int(digits[8:10])
    return province in PROVINCES and 1 <= day % 40 <= 31 and day < 72 and 1 <= month <= 12
