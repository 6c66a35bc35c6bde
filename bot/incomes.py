"""Reads an income as people write it: "1,5 jt", "50 ribu per hari", "1jt-2jt", "gak tentu".

Pure, and kept nowhere: who reads it looks up a row of the contribution table and forgets the amount.
No library knows enough: lokal-id reads "1jt-2jt" as three million and "50 ribu per hari" as nothing.
"""

import re
import unicodedata

from bot.amounts import NUMBER_WORDS, read_numbers
from bot.income_meanings import Amount, IncomeReading, judged, working_days
from bot.income_words import BOUND, LOSS, NOTHING, PERIODS, UNCERTAIN, Period

LONGEST = 120

_DASHES = str.maketrans("−‒–—", "----", "\ufe0f\u200d")
_NOISE = re.compile(r"\b(?:rp|idr|rupiah|perak)\b\.?|,-|=|\.-")
_CURRENCY = re.compile(r"\b(?:rp|idr|rupiah|perak)\b")
_NEGATIVE = re.compile(r"(?:^|(?<=[\s:(]))-\s?(?=[0-9.,])")
_TIMES_WORD = r"(?:hari|dina|dinten|poe|kali|x)"
_DAYS_A_WEEK = re.compile(
    rf"(?:([1-7])\s*{_TIMES_WORD}\s*(?:kerja)?\s*(?:dalam\s*)?(?:se|sa|per|tiap|/)\s*minggu"
    rf"|(?:se|sa|per|tiap)\s*minggu\s*(?:kerja|narik|melaut|jualan)?\s*([1-7])\s*{_TIMES_WORD}\b)"
)
_DAYS_A_MONTH = re.compile(
    r"(?:x|kali|\*|kerja|selama)?\s*\b([2-9]|[12][0-9]|3[01])\s*(?:hari\b(?:\s*kerja)?|days)"
)
_TIMES = re.compile(r"(?:\bx|\*|\bkali)\s*([1-9]|[12][0-9]|3[01])\b(?![.,0-9])")


def read_income(text: str) -> IncomeReading:
    """What somebody earns, as they wrote it; an empty reading for what is no income."""
    said = _plain(text)
    if len(text) > LONGEST or re.search(r"\b0[0-9]{7,}|[0-9]{14,}", said):
        return IncomeReading()
    if re.search(LOSS, said) or (re.search(BOUND, said) and _has_number(said)):
        return IncomeReading(uncertain=True)
    unsigned, negative = _take_minus(said)
    rest, times = _take_times(unsigned)
    rest, period = _take_period(rest)
    if times and period is None:
        period = Period.DAY
    if numbers := read_numbers(rest):
        return judged(numbers, period, times, negative=negative, exact=bool(_CURRENCY.search(_folded(text))))
    if not re.search(r"[0-9]", rest) and re.search(UNCERTAIN, said):
        return IncomeReading(uncertain=True)
    return IncomeReading((Amount(0, Period.MONTH),) if re.search(NOTHING, said) else ())


def _folded(text: str) -> str:
    """Lower case, one kind of space and of dash, fractions in words, no accents and no pictures."""
    halved = text.replace("½", " setengah ").translate(_DASHES)
    bare = unicodedata.normalize("NFKD", halved.casefold())
    kept = (char for char in bare if not unicodedata.combining(char) and unicodedata.category(char) != "So")
    split = re.sub(r"(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9])|(?=/)", " ", " ".join("".join(kept).split()))
    return split.translate(_DASHES)


def _plain(text: str) -> str:
    """Folded, and without signs of currency."""
    return _NOISE.sub(" ", _folded(text)).strip()


def _has_number(said: str) -> bool:
    """Whether a figure, or the word for one, is in it: "di bawah" alone says nothing of an income."""
    return bool(re.search(rf"[0-9]|\b(?:{'|'.join(sorted(NUMBER_WORDS))})\b|\bum[kpr]\b", said))


def _take_minus(said: str) -> tuple[str, bool]:
    """The text without a minus before its first number, and whether there was one; a range has none."""
    minus = _NEGATIVE.search(said)
    if minus is None or _has_number(said[: minus.start()]):
        return said, False
    return _without(said, minus), True


def _take_times(said: str) -> tuple[str, int | None]:
    """The number of days worked a month, if it was told, and the text without it."""
    if week := _DAYS_A_WEEK.search(said):
        return _without(said, week), working_days(int(week[1] or week[2]))
    if month := _DAYS_A_MONTH.search(said):
        return _without(said, month), int(month[1])
    if factor := _TIMES.search(said):
        return _without(said, factor), int(factor[1])
    return said, None


def _take_period(said: str) -> tuple[str, Period | None]:
    found: Period | None = None
    for pattern, period in PERIODS:
        said, count = re.subn(rf"(?<![a-z])(?:{pattern})(?![a-z])", " ", said)
        found = found or (period if count else None)
    return said, found


def _without(said: str, match: re.Match[str]) -> str:
    return f"{said[: match.start()]} {said[match.end() :]}"
