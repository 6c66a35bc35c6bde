"""The form's options in words; the bounds of its age groups are facts, which a branch may change."""

from bot.programme.facts import FactsOnDay
from bot.registration.form import AGES
from bot.telling import fact_id, is_fact, told
from bot.wording import Wording

ADULT, OLD = "eligibility.adult_from", "eligibility.hand_over_from"
YOUNGEST, MIDDLE, OLDEST = 5, 40, 120  # whoever types an age outside of these has mistyped


def age_years(today: FactsOnDay) -> dict[str, range]:
    """The years of age of each group: a person decides below the first bound, and from the last one on."""
    adult, old = today.integer(ADULT), today.integer(OLD)
    spans = (range(YOUNGEST, adult), range(adult, MIDDLE), range(MIDDLE, old), range(old, OLDEST))
    return dict(zip(AGES, spans, strict=True))


def age_group(today: FactsOnDay, years: int) -> str:
    """The group of an age of 5 to 119 years."""
    return next(group for group, span in age_years(today).items() if years in span)


def option_label(words: Wording, today: FactsOnDay, question: str, value: str) -> str:
    """An option as its button says it, with the facts it names."""
    named = words.texts.variables(words.language, f"registration-{question}.{value}")
    told_by = {name: told(words, today, fact_id(name)) for name in named if is_fact(name)}
    if "last" in named:
        told_by["last"] = str(age_years(today)[value].stop - 1)
    return words.label(f"registration-{question}.{value}", **told_by)
