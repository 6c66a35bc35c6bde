"""Every text that the code asks for exists, and every text that exists is asked for."""

import ast
import re
from datetime import date

import pytest

from bot.campaigns.audience_texts import REASONS as LEFT_OUT
from bot.campaigns.ledger_files import COLUMNS as LEDGER_COLUMNS
from bot.campaigns.ledger_files import FORMATS
from bot.campaigns.ledger_texts import FILTERS
from bot.campaigns.picking import CRITERIA
from bot.campaigns.refusals import CODES
from bot.campaigns.staff_news import TOLD as CAMPAIGN_NEWS
from bot.campaigns.watch import BUDGET, REPORTS, STOPS, TROUBLED, WORDS
from bot.cases.canned import CANNED
from bot.cases.misfortunes import DOCUMENTS
from bot.cases.policy import LEAVES as DUTY_LEAVES
from bot.digests import PARTS_OF_DAY
from bot.eligibility import REASONS as VERDICTS
from bot.eligibility import SITUATIONS
from bot.everyday import COURTESIES
from bot.explainers import EXPLAINERS
from bot.fact_words import slug
from bot.gatherings.sheets import COLUMNS as GATHERING_COLUMNS
from bot.income_meanings import Doubt
from bot.income_words import Period
from bot.leads.exporting import COLUMNS
from bot.leads.papers import COLUMNS as PAPER_COLUMNS
from bot.leads.policy import ANSWERS, CANNOT, NEEDS, OUTCOMES, Asks, outcomes_from
from bot.leads.policy import REASONS as LEAD_REASONS
from bot.leads.review_policy import RESULTS
from bot.leads.routing import RUNGS, PassedOver
from bot.leads.standings import STANDING
from bot.leads.tasks import FILTERS as FILTERS_OF_TASKS
from bot.leads.withdrawals import Why
from bot.pasted import Secret
from bot.phones import PhoneProblem
from bot.programme.benefit_plans import PLANS, Event
from bot.programme.changes import FIGURES
from bot.programme.entries import ADDRESS, FactType, Grade
from bot.programme.facts import Facts
from bot.questions.answers import Answers
from bot.questions.filling import DERIVED
from bot.registration.drafts import Lapse
from bot.registration.duplicates import Alike
from bot.registration.form import CALL_TIMES, EXITS, FORM, OCCUPATIONS
from bot.registration.reading import NO_PHONE_AT_ALL
from bot.rosters import Problem
from bot.sentences.catalogue import TOPICS
from bot.sentences.changing import REASONS as WHY_RETURNED
from bot.sentences.rules import CODES as SENTENCE_CODES
from bot.texts import TEXTS_DIRECTORY
from bot.voice_board import LANGUAGES
from handlers.campaigns.cards import VERBS
from handlers.contributions.asking import GROUPS
from handlers.contributions.telling import Place
from handlers.features import collect_routes
from handlers.followups.outcomes import WHENS
from handlers.invitations import ROLES
from handlers.profile import COVERS, DAYS, HOURS, LEAVES
from handlers.registration.questions import OF_FAMILY, READ_OUT
from handlers.registration.ways_out import NOT_OURS_TO_RECORD
from handlers.registration.ways_out import READ_OUT as WAYS_READ_OUT
from handlers.sources.adding import KINDS
from handlers.start import OPENINGS
from storage.funnel import By
from storage.models.campaigns import CampaignState
from storage.models.cases import CaseKind, CaseState, Happening
from storage.models.consents import Purpose
from storage.models.facts import FactChangeState
from storage.models.followups import Duty
from storage.models.groups import GroupKind
from storage.models.leads import LeadEventKind, LeadState, Routing
from storage.models.messages import MessageState
from storage.models.reviews import ReviewKind
from tests.architecture.source_code import SPEAKERS, calls, modules, strings, template
from tests.shipped import texts

TEXTS = texts()
FACTS = Facts.load()
KEYS = TEXTS.keys("id")
ROUTES = collect_routes()
ASKING = ("render", "label", "button", "plain", "has", "tell")
COMPANION = "{}-also"

QUESTIONS = tuple(question.id for question in FORM.questions)
OPTIONS = tuple(f"{question.id}.{option}" for question in FORM.questions for option in question.options)
REASONS = tuple(
    str(call.args[0].value)
    for _, tree in modules(*SPEAKERS)
    for call in calls(tree, "Rejected")
    if call.args and isinstance(call.args[0], ast.Constant)
)

STEPS = tuple({plan.key.replace(".", "-") for plans in PLANS.values() for plan in plans})
FACTS = Facts.load()
ENTRIES = [fact for id in FACTS.ids() for fact in FACTS.history(id)]
TOLD = [fact for fact in ENTRIES if fact.type in {FactType.TEXT, FactType.TEXTS} and fact.unit != ADDRESS]
UNITS = {slug(fact.unit) for fact in ENTRIES if fact.type in FIGURES - {FactType.DURATION}}
UNITLESS = {"rupiah", "years", "telephone-number"}
"""Units that the value is written with already, or that nobody needs told."""
FACT_WORDS = tuple(
    {name for fact in TOLD for name in (fact.value if isinstance(fact.value, tuple) else (str(fact.value),))}
)

PLACES = (
    *("amount", "together", "months", "day", "source", "daily", "monthly"),
    *(slug(name) for name in DERIVED),
)
"""What stands in sentences and is no fact."""

FAMILIES: dict[str, tuple[str, ...]] = {
    "benefits-condition-{}": (Event.DEATH, Event.SCHOLARSHIP, Event.REACHES_AGE, Event.STOPS_WORKING),
    "benefits-event.{}": tuple(Event),
    "benefits-headline-{}": tuple(Event),
    "benefits-step-{}": STEPS,
    "benefits-title-{}": tuple(Event),
    "campaigns-by.{}": CRITERIA,
    "campaigns-cannot-{}": ("own", "gone", "nobody", "no-text", "nothing-to-retry", "past", "too-far"),
    "campaigns-column.{}": LEDGER_COLUMNS,
    "campaigns-days-{}": ("within", "silent"),
    "campaigns-do.{}": tuple(verb for rows in VERBS.values() for row in rows for verb in row),
    "campaigns-export.{}": FORMATS,
    "campaigns-filter.{}": tuple(FILTERS),
    "campaigns-left-{}": tuple(reason.replace("_", "-") for reason in LEFT_OUT),
    "campaigns-message.{}": tuple(MessageState),
    "campaigns-news-{}": CAMPAIGN_NEWS,
    "campaigns-not-passed-on-{}": ("withdrawn", "changed"),
    "campaigns-price-{}": ("discounted", "normal"),
    "campaigns-reason-{}": ("return", "refuse"),
    "campaigns-state.{}": tuple(CampaignState),
    "campaigns-stopped.{}": (WORDS, TROUBLED, STOPS, REPORTS, BUDGET),
    "campaigns-sure-yes.{}": ("cancel", "retry", "unknown"),
    "campaigns-sure-{}": ("cancel", "retry", "unknown"),
    "campaigns-why-{}": CODES,
    "cards-withdrawn-{}": tuple(Why),
    "cases-document.{}": tuple(
        name for fact in DOCUMENTS.values() for name in FACTS.on(date(2026, 11, 21)).texts(fact)
    ),
    "cases-first-{}": tuple(Happening),
    "cases-happened.{}": tuple(Happening),
    "cases-kind.{}": tuple(CaseKind),
    "cases-state.{}": tuple(CaseState),
    "command-{}": tuple(ROUTES.menu()),
    "digests-greeting.{}": tuple(part for _, part in PARTS_OF_DAY),
    "digests-parts.{}": ("overdue", "appointed", "new", "others"),
    "everyday-{}": COURTESIES,
    "exports-column.{}": COLUMNS,
    "duty-leave.{}": tuple(DUTY_LEAVES),
    "followups-filter.{}": tuple(FILTERS_OF_TASKS),
    "followups-answer.{}": ANSWERS,
    "followups-ask-{}": (Asks.WHEN, Asks.REASON),
    "followups-cannot.{}": CANNOT,
    "followups-duty.{}": tuple(Duty),
    "followups-outcome.{}": tuple(o.key for state in LeadState for o in outcomes_from(state)),
    "followups-reason.{}": LEAD_REASONS,
    "followups-state.{}": tuple(LeadState),
    "followups-{}.{}": (
        *(f"when.{when}" for when in WHENS),
        *(f"reason.{reason}" for reason in LEAD_REASONS),
    ),
    "funnel-by-{}": tuple(By),
    "funnel-head-{}": tuple(By),
    "gatherings-column.{}": GATHERING_COLUMNS,
    "groups-kind.{}": tuple(GroupKind),
    "history-kind.{}": tuple(kind.replace(" ", "-") for kind in LeadEventKind),
    "history-passed.{}": tuple(PassedOver),
    "history-rung.{}": tuple(rung.replace(" ", "-") for rung in RUNGS),
    "contributions-amount.{}": tuple(Period),
    "contributions-doubt-{}": tuple(Doubt),
    "contributions-example.{}": ("daily", "monthly"),
    "contributions-group.{}": GROUPS,
    "contributions-{}.above": tuple(Place),
    "contributions-{}.below": tuple(Place),
    "contributions-{}.between": tuple(Place),
    "contributions-pay.{}": ("chosen", "months"),
    "contributions-savings.{}": ("add", "leave"),
    "eligibility-situation.{}": tuple(SITUATIONS),
    "eligibility-{}": VERDICTS,
    "facts-about.{}": tuple({slug(id.partition(".")[0]) for id in FACTS.ids()}),
    "facts-decided-{}": (FactChangeState.APPROVED, FactChangeState.REJECTED),
    "facts-grade.{}": tuple(slug(grade) for grade in Grade),
    "facts-name.{}": tuple(slug(id) for id in FACTS.ids()),
    "facts-state-{}": tuple(FactChangeState),
    "facts-unit.{}": tuple(UNITS - UNITLESS),
    "facts-word.{}": FACT_WORDS,
    "onbehalf-alike-{}": tuple(Alike),
    "sentences-decided-{}": (
        FactChangeState.APPROVED,
        FactChangeState.RETURNED,
        FactChangeState.REJECTED,
    ),
    "sentences-place.{}": PLACES,
    "sentences-reason.{}": WHY_RETURNED,
    "sentences-state.{}": tuple(FactChangeState),
    "sentences-topic.{}": tuple(topic.id for topic in TOPICS),
    "sentences-why-{}": SENTENCE_CODES,
    "safety-warn-{}": tuple(Secret),
    "explainers-title.{}": tuple(EXPLAINERS),
    "explainers-{}-{}": tuple(
        f"{e.id}-{page}" for e in EXPLAINERS.values() for page in range(1, e.pages + 1)
    ),
    "voices-hear.{}": LANGUAGES,
    "voices-in.{}": LANGUAGES,
    "home-{}": (*OPENINGS, "menu"),
    "nav-{}": ("file", "location", "sticker", "other"),
    "needs-tick.{}": NEEDS,
    "needs-{}": ("ready", "missing"),
    "news-{}": tuple(outcome.key for outcome in OUTCOMES.values() if outcome.tells_worker),
    "papers-column.{}": PAPER_COLUMNS,
    "places-{}": ("desa", "kelurahan"),
    "privacy-data-consent-{}": tuple(Purpose),
    "programme-quote-{}": ("discounted", "normal", "ask"),
    "profile-{}.{}": tuple(
        f"{setting}.{key}"
        for setting, keys in {"cover": COVERS, "days": DAYS, "hours": HOURS, "leave": LEAVES}.items()
        for key in keys
    ),
    "team-role.{}": ROLES,
    "replies-canned-{}": tuple(CANNED),
    "replies-canned-{}.title": tuple(CANNED),
    "reviews-kind.{}": tuple(ReviewKind),
    "reviews-result.{}": tuple(dict.fromkeys(r for results in RESULTS.values() for r in results)),
    "reviews-short.{}": tuple(ReviewKind),
    "reviews-why-{}": tuple(ReviewKind),
    "rosters-column.{}": ("name", "phone", "link"),
    "rosters-fault-{}": tuple(Problem),
    "rosters-why-{}": ("faults", "empty", "gone", "away", "unreadable"),
    "sources-kind.{}": KINDS,
    "status-is-{}": tuple(dict.fromkeys(STANDING.values())),
    "onbehalf-{}": READ_OUT,
    "onbehalf-out-{}": WAYS_READ_OUT,
    "registration-family-{}": OF_FAMILY,
    "questions-elsewhere-{}": tuple(Answers.load(TEXTS_DIRECTORY).told.values()),
    "registration-{}": tuple(question.id for question in FORM.questions),
    "registration-{}.topic": QUESTIONS,
    "registration-{}.{}": OPTIONS,
    "registration-calltime.{}": CALL_TIMES,
    "registration-consent.{}": tuple(Routing),
    "registration-covered.{}": FORM.question("covered").options,
    "registration-lapse-{}": tuple(Lapse),
    "registration-next-{}": tuple(Routing),
    "registration-occupation.{}": OCCUPATIONS,
    "registration-out-{}": (*EXITS.values(), NOT_OURS_TO_RECORD),
    "registration-why-{}": (
        *REASONS,
        "contact",
        NO_PHONE_AT_ALL,
        *(f"phone-{p.value.replace('_', '-')}" for p in PhoneProblem),
    ),
}
"""Texts that are named by an f-string, with everything that may stand in it."""


def _asked() -> list[tuple[str, ast.expr]]:
    """What is asked for, with where: the first argument that is a text key."""
    return [
        (f"{path.name}:{call.lineno}", argument)
        for path, tree in modules(*SPEAKERS)
        for call in calls(tree, *ASKING)
        for argument in call.args[:3]
    ]


def _members() -> set[str]:
    return {_filled(family, member) for family, members in FAMILIES.items() for member in members}


def _filled(family: str, member: str) -> str:
    return family.replace("{}.{}", "{}").replace("{}-{}", "{}").replace("{}", member)


def test_every_family_of_keys_is_listed_and_used() -> None:
    """A new f-string needs its members listed here; one that is gone leaves the list."""
    found = {template(node) for _, node in _asked() if isinstance(node, ast.JoinedStr)}
    assert {family for family in found if re.match(r"[a-z]+[-.]", family)} == set(FAMILIES)


def test_every_member_of_a_family_exists() -> None:
    """No answer, case or command can lead to a text that is missing."""
    assert _members() - KEYS == set()


def test_every_key_in_the_code_exists() -> None:
    """Whatever looks like a text key, anywhere in the code, is one (or the name of a screen)."""
    nouns = {path.stem for path in (TEXTS_DIRECTORY / "id").glob("*.ftl")} | {"home"}
    looks = re.compile(rf"(?:{'|'.join(sorted(nouns))})-[a-z0-9-]+(?:\.[a-z0-9-]+)?")
    found = {text for _, tree in modules(*SPEAKERS) for text in strings(tree) if looks.fullmatch(text)}
    assert found - KEYS - ROUTES.screens.names() == set()


def test_keys_are_literals_families_or_names() -> None:
    """A key put together with + or format() would escape these tests."""
    odd = [where for where, node in _asked() if isinstance(node, ast.BinOp)]
    assert odd == []


def test_no_text_is_unused() -> None:
    """What nobody asks for would be translated, read and kept for nothing."""
    literal = {text for _, tree in modules(*SPEAKERS) for text in strings(tree)}
    used = (literal | _members()) & KEYS
    companions = {COMPANION.format(key) for key in used}
    assert KEYS - used - companions == set()


@pytest.mark.parametrize("lang", sorted(TEXTS.languages()))
def test_every_language_names_itself(lang: str) -> None:
    """/bahasa shows each language in its own words."""
    assert TEXTS.plain(lang, "language.name")
