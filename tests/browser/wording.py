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


def label(key: str, **args: str) -> str:
    """What stands on a button."""
    question, _, option = key.removeprefix("registration-").partition(".")
    if question == "age":
        return option_label(Wording(texts(), "id"), Facts.load().on(GATHERED), question, option)
    return texts().plain("id", key, **args)


def words(key: str, **known: str) -> re.Pattern[str]:
    """A text as a screen shows it; arguments that are not given may be anything."""
    args = {name: known.get(name, ANY) for name in texts().variables("id", key)}
    shown = TAG.sub("", texts().plain("id", key, **args))
    return re.compile(r"\s+".join(re.escape(part).replace(ANY, ".*") for part in shown.split()))
