"""Changes of facts: what is typed, what they make of the facts, and what is refused."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.branch import load_branch
from bot.contributions import Choice, price_of
from bot.fact_words import words_by_name
from bot.programme.audit import audit
from bot.programme.changes import (
    LISTS,
    compare,
    entries_of,
    is_changeable,
    new_faults,
    read_value,
)
from bot.programme.contributions import Group, list_rows
from bot.programme.facts import DEFAULT_PATH, Facts
from bot.settings import Settings
from bot.wording import Wording
from commands.composition import load_facts
from tests.architecture.source_code import modules, strings
from tests.shipped import strict_texts as texts

FACTS = Facts.load()
TODAY = date(2026, 11, 21)


@dataclass(frozen=True, slots=True)
class Change:
    fact_id: str
    value: str
    source: str = "PP 1/2027"
    valid_from: date = TODAY
    valid_until: date | None = None


def fact(id: str, day: date = TODAY) -> object:
    return FACTS.on(day).fact(id)


@pytest.mark.parametrize(
    ("id", "typed", "stored"),
    [
        ("jkm.total", "45.000.000", "45000000"),
        ("jkm.total", "Rp45 juta", "45000000"),
        ("jkm.total", "45 jt", "45000000"),
        ("jkm.total", "-5", None),
        ("jkm.total", "banyak", None),
        ("jkm.full_after", "6", "6"),
        ("jht.age", "57", "57"),
        ("jkk.income_after", "62,5%", "62.5"),
        ("jkk.income_after", "101", None),
        ("jkk.income_after", "NaN", None),
        ("registration.website", "bpjsketenagakerjaan.go.id/baru", "bpjsketenagakerjaan.go.id/baru"),
        ("registration.website", "", None),
    ],
)
def test_values_are_read_by_their_kind(id: str, typed: str, stored: str | None) -> None:
    """As people write figures; what is none is not taken."""
    assert read_value(FACTS.on(TODAY).fact(id), typed) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("BNI, BCA, Dan+Dan", "bni,bca,dan_dan"),
        ("• BNI\n• bca\n• SeaBank", "bni,bca,SeaBank"),
        ("QRIS; qris", "qris"),
        ("", None),
        ("123, 456", None),
        ("x" * 41, None),
        (", ".join(f"Bank nomor {n}" for n in range(40)), None),
    ],
)
def test_a_list_is_read_by_the_names_people_know(typed: str, stored: str | None) -> None:
    """What the service has a word for is that; another bank is told as it was typed."""
    known = words_by_name(Wording(texts(), "id"))
    assert read_value(FACTS.on(TODAY).fact("contributions.channels"), typed, known) == stored


def test_nothing_is_decided_by_a_list_that_the_chat_may_change() -> None:
    """Only the texts and what puts them together name these lists: no rule asks what stands in one."""
    asked = {
        text
        for path, tree in modules("bot", "handlers")
        if path.name not in {"changes.py", "audit.py"}
        for text in strings(tree)
    }
    shown = {"claims.jkk_documents", "claims.jkm_documents"}  # among the steps after a misfortune
    traced = {"claims.jht_channels"}  # below a benefit
    assert asked & LISTS == shown | traced


def test_only_what_needs_no_new_words_is_changed_in_the_chat() -> None:
    """Tables, text ids and lists on which something is decided go through the branch's file."""
    changeable = {id for id in FACTS.ids() if is_changeable(FACTS.history(id)[-1])}
    assert {"jkm.total", "discount.other", "registration.website"} <= changeable
    assert not {"contributions.rows", "discount.applies_to", "jkk.covers"} & changeable


def test_a_change_holds_from_its_day_and_history_stays() -> None:
    """Before it the old value is told, from it on the new one."""
    amended = FACTS.amended(
        entries_of(FACTS, [Change("jkk.homecare", "25000000", valid_from=date(2027, 1, 1))])
    )
    assert amended.on(date(2026, 12, 31)).rupiah("jkk.homecare") == 20_000_000
    assert amended.on(date(2027, 1, 1)).rupiah("jkk.homecare") == 25_000_000
    assert [f.value for f in amended.history("jkk.homecare")] == [20_000_000, 25_000_000]
    assert amended.on(date(2027, 1, 1)).fact("jkk.homecare").source == "PP 1/2027"


def test_the_latest_change_of_a_day_wins_and_the_next_one_ends_it() -> None:
    """Two for one day are one; two in a row follow each other without a gap or an overlap."""
    changes = [
        Change("jkk.homecare", "30000000", valid_from=date(2028, 1, 1)),
        Change("jkk.homecare", "26000000", valid_from=date(2027, 1, 1)),
        Change("jkk.homecare", "25000000", valid_from=date(2027, 1, 1)),
    ]
    amended = FACTS.amended(entries_of(FACTS, changes))
    told = [amended.on(day).rupiah("jkk.homecare") for day in (TODAY, date(2027, 6, 1), date(2028, 1, 1))]
    assert told == [20_000_000, 26_000_000, 30_000_000]
    assert [fault for fault in audit(amended, TODAY) if "homecare" in fault] == []


def test_a_percentage_is_exact() -> None:
    """62,5 % is no binary fraction."""
    amended = FACTS.amended(entries_of(FACTS, [Change("jkk.income_after", "62.5")]))
    assert amended.on(TODAY).percent("jkk.income_after") == Decimal("62.5")


def test_a_discount_keeps_its_window() -> None:
    """A new percentage inside the window ends with it: nothing is promised beyond."""
    amended = FACTS.amended(entries_of(FACTS, [Change("discount.other", "40")]))
    assert amended.on(date(2026, 12, 31)).percent("discount.other") == 40
    assert not amended.on(date(2027, 1, 1)).has("discount.other")


def test_a_discount_that_is_extended_ends_when_it_says() -> None:
    """Inside its window it may get a longer one; on the day after its last day there is none."""
    longer = Change("discount.other", "50", valid_until=date(2027, 6, 30))
    amended = FACTS.amended(entries_of(FACTS, [longer]))
    assert amended.on(date(2027, 6, 30)).percent("discount.other") == 50
    assert not amended.on(date(2027, 7, 1)).has("discount.other")
    assert new_faults(FACTS, [], [longer], TODAY) == []


def test_a_discount_may_begin_anew_after_it_ended() -> None:
    """In exactly the months from its first to its last day, and in no month between."""
    anew = Change("discount.other", "50", valid_from=date(2027, 2, 1), valid_until=date(2027, 6, 30))
    amended = FACTS.amended(entries_of(FACTS, [anew]))
    months = [date(2026, 12, 1), *(date(2027, month, 1) for month in range(1, 13))]
    told = [month for month in months if amended.on(month).has("discount.other")]
    assert told == [date(2026, 12, 1), *(date(2027, month, 1) for month in range(2, 7))]
    assert [fault for fault in audit(amended, TODAY) if "discount" in fault] == []


def test_a_discount_that_is_cut_short_does_not_come_back() -> None:
    """What the file promised for longer is over with the change that took its place."""
    shorter = Change("discount.transport", "30", valid_from=date(2026, 12, 1), valid_until=date(2026, 12, 31))
    amended = FACTS.amended(entries_of(FACTS, [shorter]))
    assert amended.on(TODAY).percent("discount.transport") == 50
    assert amended.on(date(2026, 12, 1)).percent("discount.transport") == 30
    assert not amended.on(date(2027, 1, 1)).has("discount.transport")


def test_a_discount_without_an_end_is_refused() -> None:
    """Nor is it told, should it stand among the approved ones: nothing is promised for ever."""
    endless = Change("discount.other", "50", valid_from=date(2027, 1, 1))
    assert new_faults(FACTS, [], [endless], TODAY) == ["discount.other is meant to end: say when"]
    assert not FACTS.amended(entries_of(FACTS, [endless])).on(date(2027, 1, 1)).has("discount.other")


def test_a_discount_that_ends_before_it_begins_is_refused() -> None:
    """The fault names it."""
    backwards = Change("discount.other", "50", valid_from=date(2027, 1, 1), valid_until=date(2026, 12, 1))
    (fault,) = new_faults(FACTS, [], [backwards], TODAY)
    assert "discount.other ends on 2026-12-01, before it begins" in fault


def test_what_would_break_the_facts_is_named() -> None:
    """A total that is not its parts; a rate that is not the table's."""
    (fault,) = new_faults(FACTS, [], [Change("jkm.total", "43000000")], TODAY)
    assert "jkm.total" in fault
    assert new_faults(FACTS, [], [Change("contributions.jkk_rate", "1.00001")], TODAY)
    assert new_faults(FACTS, [], [Change("jkk.homecare", "25000000")], TODAY) == []


def test_what_belongs_together_is_judged_together() -> None:
    """A total and its part fit only side by side, whichever stands first."""
    total, part = Change("jkm.total", "47000000"), Change("jkm.grant", "25000000")
    assert new_faults(FACTS, [], [total, part], TODAY) == new_faults(FACTS, [], [part, total], TODAY) == []
    assert new_faults(FACTS, [], [part], TODAY)


def test_the_table_follows_its_rates() -> None:
    """Every row from the day on, by the law's rule; before it the old table, and a later rate goes on."""
    changes = [
        Change("contributions.jkk_rate", "2", valid_from=date(2027, 6, 1)),
        Change("contributions.jkm_flat", "7000", valid_from=date(2027, 1, 1)),
    ]
    amended = FACTS.amended(entries_of(FACTS, changes))
    told = [list_rows(amended, day)[0] for day in (date(2026, 12, 1), date(2027, 1, 1), date(2027, 6, 1))]
    assert [(row.jkk, row.jkm) for row in told] == [(10_000, 6_800), (10_000, 7_000), (20_000, 7_000)]
    assert len(list_rows(amended, date(2027, 6, 1))) == 33
    assert new_faults(FACTS, [], changes, TODAY) == []
    assert price_of(amended, Choice(1, Group.OWNER, 3), date(2026, 12, 1)).total == 16_800 + 2 * 17_000


def test_old_and_new_stand_side_by_side() -> None:
    """The value of the day on which the change begins, and the new one."""
    compared = compare(FACTS, Change("jkm.full_after", "6"))
    assert compared.old is not None
    assert (compared.old.value, compared.new.value, compared.new.unit) == (3, 6, "months")


def test_a_branch_corrects_in_a_file_beside_its_own(tmp_path: Path) -> None:
    """`facts` in the branch file names an overlay, and its values come before the project's."""
    shipped: Path = Settings.model_fields["branch_file"].default
    (tmp_path / "branch.toml").write_text(f'facts = "ours.toml"\n{shipped.read_text(encoding="utf-8")}')
    (tmp_path / "ours.toml").write_text(
        '[[fact]]\nid = "jkk.homecare"\ntype = "rupiah"\nvalue = 25000000\nunit = "rupiah, at most"\n'
        'source = "surat cabang 7/2026"\ngrade = "M"\nvalid_from = 2026-06-01\n'
    )
    settings = Settings(branch_file=tmp_path / "branch.toml", _env_file=None)
    facts = load_facts(settings, load_branch(settings.branch_file))
    assert facts.on(TODAY).rupiah("jkk.homecare") == 25_000_000
    assert Facts.load(DEFAULT_PATH).on(TODAY).rupiah("jkk.homecare") == 20_000_000
    changed = facts.amended(entries_of(facts, [Change("jkk.homecare", "26000000")]))
    assert changed.on(TODAY).rupiah("jkk.homecare") == 26_000_000
    assert [fault for fault in audit(changed, TODAY) if "homecare" in fault] == []
