"""Who may join, who is handed to a person, who has nothing to buy."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.programme.eligibility import AgeGroup, Cover, Standing, Verdict, age_group, assess
from bot.programme.facts import Facts

FACTS = Facts.load()
NOW = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("age", "group"),
    [
        (0, AgeGroup.CHILD),
        (17, AgeGroup.CHILD),
        (18, AgeGroup.ADULT),
        (63, AgeGroup.ADULT),
        (64, AgeGroup.NEAR_LIMIT),
        (65, AgeGroup.NEAR_LIMIT),
        (90, AgeGroup.NEAR_LIMIT),
    ],
)
def test_age_groups(age: int, group: AgeGroup) -> None:
    """Under 18 and from 64 on a person decides."""
    assert age_group(FACTS, age, NOW) is group


@pytest.mark.parametrize(
    ("age", "cover", "standing", "verdict", "reason"),
    [
        (AgeGroup.ADULT, Cover.NONE, Standing.INFORMAL, Verdict.MAY_JOIN, "informal"),
        (AgeGroup.ADULT, Cover.NONE, Standing.OWNER, Verdict.MAY_JOIN, "informal"),
        (AgeGroup.CHILD, Cover.NONE, Standing.INFORMAL, Verdict.ASK_PERSON, "child"),
        (AgeGroup.CHILD, Cover.SELF, Standing.ASN, Verdict.ASK_PERSON, "child"),
        (AgeGroup.NEAR_LIMIT, Cover.NONE, Standing.INFORMAL, Verdict.ASK_PERSON, "near_limit"),
        (AgeGroup.ADULT, Cover.SELF, Standing.INFORMAL, Verdict.ALREADY_COVERED, "self"),
        (AgeGroup.ADULT, Cover.REGENCY, Standing.INFORMAL, Verdict.ALREADY_COVERED, "regency"),
        (AgeGroup.ADULT, Cover.UNSURE, Standing.INFORMAL, Verdict.ASK_PERSON, "cover_unsure"),
        (AgeGroup.ADULT, Cover.NONE, Standing.ASN, Verdict.COVERED_ELSEWHERE, "state"),
        (AgeGroup.ADULT, Cover.NONE, Standing.TNI, Verdict.COVERED_ELSEWHERE, "state"),
        (AgeGroup.ADULT, Cover.NONE, Standing.POLRI, Verdict.COVERED_ELSEWHERE, "state"),
        (AgeGroup.ADULT, Cover.NONE, Standing.WAGE_EARNER, Verdict.COVERED_ELSEWHERE, "wage_earner"),
        (AgeGroup.ADULT, Cover.NONE, Standing.CONSTRUCTION, Verdict.COVERED_ELSEWHERE, "construction"),
        (AgeGroup.ADULT, Cover.NONE, Standing.MIGRANT, Verdict.COVERED_ELSEWHERE, "migrant"),
        (AgeGroup.ADULT, Cover.NONE, Standing.HONORER, Verdict.ASK_PERSON, "honorer"),
    ],
)
def test_verdicts(age: AgeGroup, cover: Cover, standing: Standing, verdict: Verdict, reason: str) -> None:
    """Each situation has its verdict and the reason that is told."""
    found = assess(FACTS, NOW, age=age, cover=cover, standing=standing)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_foreigners_and_third_jobs_are_handed_to_a_person() -> None:
    """A foreigner, and somebody with more than two jobs, speaks to staff."""
    ask = partial(assess, FACTS, NOW, age=AgeGroup.ADULT, cover=Cover.NONE, standing=Standing.INFORMAL)
    foreigner, busy, two = ask(foreigner=True), ask(jobs=3), ask(jobs=2)
    assert (foreigner.reason, busy.reason) == ("foreigner", "too_many_jobs")
    assert foreigner.verdict is busy.verdict is Verdict.ASK_PERSON
    assert two.verdict is Verdict.MAY_JOIN


@given(
    st.sampled_from(AgeGroup),
    st.sampled_from(Cover),
    st.sampled_from(Standing),
    st.booleans(),
    st.integers(1, 5),
)
def test_nobody_joins_with_a_doubt(
    age: AgeGroup, cover: Cover, standing: Standing, foreigner: bool, jobs: int
) -> None:
    """Only a citizen of 18 to 63 who works for himself, in at most two jobs and uncovered, may join."""
    found = assess(FACTS, NOW, age=age, cover=cover, standing=standing, foreigner=foreigner, jobs=jobs)
    clear = (
        age is AgeGroup.ADULT
        and cover is Cover.NONE
        and standing in {Standing.INFORMAL, Standing.OWNER}
        and not foreigner
        and jobs <= 2
    )
    assert (found.verdict is Verdict.MAY_JOIN) is clear


def test_standings_in_the_facts_are_the_ones_in_the_table() -> None:
    """What the facts call covered elsewhere is judged so, and nothing else is."""
    today = FACTS.on(NOW)
    told = {*today.texts("eligibility.not_for"), *today.texts("eligibility.other_segments")}
    judged = {
        standing
        for standing in Standing
        if assess(FACTS, NOW, age=AgeGroup.ADULT, cover=Cover.NONE, standing=standing).verdict
        is Verdict.COVERED_ELSEWHERE
    }
    assert judged == told
