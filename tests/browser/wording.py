"""The service's own words, so that a better wording breaks no test."""

import re
from datetime import date

from bot.programme.facts import Facts
from bot.registration.ages import option_label
from bot.wording import Wording
from tests.shipped import texts

GATHERED = date(2026, 11, 21)  # the shipped facts, which name the age groups
TAG = re.compile(r"<[^>]+>")
ANY = "\ue000"
"""Stands for an argument whose value a test does not know."""
SOME, PRINTED = 73_519, "73.519"
"""The same for one that a text counts by, which must be a number."""


def label(key: str, **args: str) -> str:
    """What stands on a button."""
    question, _, option = key.removeprefix("registration-").partition(".")
    if question == "age":
        return option_label(Wording(texts(), "id"), Facts.load().on(GATHERED), question, option)
    return texts().plain("id", key, **args)


def words(key: str, **known: str) -> re.Pattern[str]:
    """A text as a screen shows it; arguments that are not given may be anything."""
    counted = texts().numbers("id", key)
    unknown = {name: SOME if name in counted else ANY for name in texts().variables("id", key)}
    shown = TAG.sub("", texts().plain("id", key, **(unknown | known))).replace(PRINTED, ANY)
    return re.compile(r"\s+".join(re.escape(part).replace(ANY, ".*") for part in shown.split()))
