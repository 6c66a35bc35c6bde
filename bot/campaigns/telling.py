"""How campaigns are told to staff: refusals with their reason, languages by their names, rules in words."""

from bot.addresses import area_name
from bot.campaigns.fields import FIELDS
from bot.campaigns.policy import Policy
from bot.campaigns.refusals import Refusal
from bot.programme.formats import number
from bot.quotes import lang_of
from bot.service import Service
from bot.texts import Markup, Texts
from bot.wording import Wording
from storage.segments import NO_LEAD, SegmentRule

NAMES_AT_MOST = 6  # of one criterion in a line; the others are counted


def refusal_text(words: Wording, refusals: tuple[Refusal, ...], policy: Policy) -> Markup:
    """Everything that must be changed, a paragraph each."""
    told = (refusal_line(words, refusal, policy) for refusal in refusals)
    return words.joined(words.render("campaigns-refused-lead"), *told)


def refusal_line(words: Wording, refusal: Refusal, policy: Policy) -> Markup:
    """One thing that must be changed, with what it is about."""
    key = f"campaigns-why-{refusal.code}"
    lang = lang_of(words)
    what = number(int(refusal.what), lang) if refusal.what.isdecimal() and refusal.limit else refusal.what
    known = {
        "what": what or "-",
        "limit": number(refusal.limit, lang),
        "instead": refusal.instead,
        "fields": ", ".join(f"{{{name}}}" for name in FIELDS),
        "endings": ", ".join(policy.file.document_endings),
        "hosts": ", ".join(policy.hosts) or "-",
    }
    asked = words.texts.variables(words.language, key)
    return words.render(
        f"campaigns-why-{refusal.code}", **{name: value for name, value in known.items() if name in asked}
    )


def language_name(texts: Texts, language: str) -> str:
    """A language in its own words."""
    return texts.plain(language, "language.name")


def rule_lines(words: Wording, service: Service, rule: SegmentRule, names: dict[str, str]) -> list[str]:
    """A rule in plain words, a line a criterion; `names` are those of groups and campaigns by their ids."""
    lines = [
        _line(words, "occupations", [_occupation(words, one) for one in rule.occupations]),
        _line(words, "areas", [area_name(words, service.places, code) for code in rule.areas]),
        _line(words, "groups", [names.get(str(one), "?") for one in rule.groups]),
        _line(words, "states", [_state(words, one) for one in rule.lead_states]),
        _line(words, "languages", [language_name(service.texts, one) for one in rule.languages]),
        _line(words, "sources", [names.get(one, one) for one in rule.sources]),
        _line(words, "seen", _days(words, rule.seen_within_days, "within")),
        _line(words, "seen", _days(words, rule.silent_for_days, "silent")),
        _line(words, "notin", [names.get(str(one), "?") for one in rule.not_in]),
    ]
    return [line for line in lines if line]


def rule_text(words: Wording, service: Service, rule: SegmentRule, names: dict[str, str]) -> str:
    """The same, everybody where nothing is asked."""
    return "\n".join(rule_lines(words, service, rule, names)) or words.label("campaigns-rule-everybody")


def _line(words: Wording, criterion: str, values: list[str]) -> str:
    if not values:
        return ""
    shown = ", ".join(values[:NAMES_AT_MOST])
    more = len(values) - NAMES_AT_MOST
    tail = words.label("campaigns-rule-more", count=str(more)) if more > 0 else ""
    return words.label(
        "campaigns-rule-line", what=words.label(f"campaigns-by.{criterion}"), values=shown + tail
    )


def _occupation(words: Wording, occupation: str) -> str:
    return words.label(f"registration-occupation.{occupation}")


def _state(words: Wording, state: str) -> str:
    return words.label("campaigns-no-lead") if state == NO_LEAD else words.label(f"followups-state.{state}")


def _days(words: Wording, days: int | None, kind: str) -> list[str]:
    return [] if days is None else [words.label(f"campaigns-days-{kind}", days=str(days))]
