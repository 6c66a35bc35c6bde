"""The service's own words, so that a better wording breaks no test."""

import re

from tests.shipped import texts

TAG = re.compile(r"<[^>]+>")
ANY = "\ue000"
"""Stands for an argument whose value a test does not know."""


def label(key: str, **args: str) -> str:
    """What stands on a button."""
    return texts().plain("id", key, **args)


def words(key: str, **known: str) -> re.Pattern[str]:
    """A text as a screen shows it; arguments that are not given may be anything."""
    args = {name: known.get(name, ANY) for name in texts().variables("id", key)}
    shown = TAG.sub("", texts().plain("id", key, **args))
    return re.compile(r"\s+".join(re.escape(part).replace(ANY, ".*") for part in shown.split()))
