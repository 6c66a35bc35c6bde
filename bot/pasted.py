"""Finds what nobody should have sent: a code to log in with, a PIN, a card number. It keeps nothing.

Digits alone are a code only where no digits are asked for: a form that expects a phone, an RT or an income
says so. A code that is named ("kode OTP 123456") and a card number are found everywhere.
"""

import re
import unicodedata
from enum import StrEnum


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
    r"\b(?:password|pasword|sandi|pw)(?:nya|ku)?\s*(?:saya|aku)?\s*(?:[:=]|adalah|itu|is)\s*\S{4,}"
)
_CARD = re.compile(r"(?<![0-9+])[0-9](?:[ -]?[0-9]){14,18}(?![0-9])")
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
    if _NAMED_PIN.search(lower) or _PASSWORD.search(lower):
        return Secret.PIN
    if _NAMED_CODE.search(lower) or _CODE_FIRST.search(lower):
        return Secret.CODE
    return Secret.CODE if not digits_expected and _is_code(said) else None


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
