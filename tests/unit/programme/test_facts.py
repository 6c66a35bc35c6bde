"""The facts: dated, sourced, graded, and asked through typed readers."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.programme.entries import Dated, Duration, Fact, FactType, TimeUnit
from bot.programme.errors import FactsUnreadable, GradeTooLow, NotInForce, UnknownFact, WrongType
from bot.programme.facts import Facts

FACTS = Facts.load()
NOW = date(2026, 11, 21)
TODAY = FACTS.on(NOW)


def entry(id: str, value: str, since: str, until: str = "", *, grade: str = "M", more: str = "") -> str:
    """One fact of whole numbers, as it stands in a file."""
    end = f"valid_until = {until}" if until else ""
    return f"""
[[fact]]
id = "{id}"
type = "integer"
value = {value}
unit = "things"
source = "a test"
grade = "{grade}"
valid_from = {since}
{end}
{more}
"""


def load(folder: Path, text: str, overlay: str | None = None) -> Facts:
    (folder / "facts.toml").write_text(text)
    if overlay is None:
        return Facts.load(folder / "facts.toml")
    (folder / "branch.toml").write_text(overlay)
    return Facts.load(folder / "facts.toml", folder / "branch.toml")


def test_each_type_has_its_reader() -> None:
    """A fact is read as what it is."""
    assert TODAY.rupiah("jkm.total") == 42_000_000
    assert TODAY.integer("contact.call_centre") == 175
    assert TODAY.percent("regency.coverage") == Decimal("50.87")
    assert TODAY.duration("jkm.full_after") == Duration(3, TimeUnit.MONTHS)
    assert TODAY.text("jkk.covers") == "home_to_home"
    assert TODAY.texts("programmes.pair") == ("jkk", "jkm")
    assert len(TODAY.table("contributions.rows")) == 33


def test_wrong_reader_is_refused() -> None:
    """Money is not read as a count, nor a percentage as money."""
    with pytest.raises(WrongType, match=r"jkm\.total"):
        TODAY.integer("jkm.total")
    with pytest.raises(WrongType):
        TODAY.rupiah("discount.other")


def test_unknown_and_not_in_force_are_told_apart() -> None:
    """An id nobody wrote is a mistake; a discount that has ended is news."""
    with pytest.raises(UnknownFact, match=r"jkm\.totl"):
        TODAY.rupiah("jkm.totl")
    with pytest.raises(NotInForce, match=r"discount\.other"):
        FACTS.on(date(2027, 1, 1)).percent("discount.other")
    assert not FACTS.on(date(2027, 1, 1)).has("discount.other")


@pytest.mark.parametrize(
    ("id", "first", "last"),
    [
        ("discount.transport", date(2026, 1, 1), date(2027, 3, 31)),
        ("discount.other", date(2026, 4, 1), date(2026, 12, 31)),
    ],
)
def test_windows_of_the_discount(id: str, first: date, last: date) -> None:
    """The discount holds on the first and the last day of its window."""
    (window,) = FACTS.history(id)
    assert (window.valid_from, window.valid_until, window.dated) == (first, last, Dated.SOURCE)
    assert window.holds_on(first)
    assert window.holds_on(last)


def test_every_fact_can_be_asked_and_has_a_source() -> None:
    """No fact stands in the file without a source, nor one that may not be shown."""
    for id in FACTS.ids():
        if TODAY.has(id):
            assert TODAY.fact(id).source, id


def test_weak_facts_are_never_read(tmp_path: Path) -> None:
    """What one weak source says cannot be shown, whichever way it is asked for."""
    facts = load(tmp_path, entry("a.rumour", "7", "2026-01-01", grade="L"))
    with pytest.raises(GradeTooLow, match="ask staff"):
        facts.on(NOW).integer("a.rumour")
    with pytest.raises(GradeTooLow):
        facts.on(NOW).fact("a.rumour")


@pytest.mark.parametrize("grade", ["H", "M-high", "M", "M-low"])
def test_middling_facts_are_read(tmp_path: Path, grade: str) -> None:
    """The whole M band may be shown."""
    assert load(tmp_path, entry("a.b", "7", "2026-01-01", grade=grade)).on(NOW).integer("a.b") == 7


def test_history_tells_what_was_true(tmp_path: Path) -> None:
    """Each value is given on its own days, and the history tells all, oldest first."""
    text = entry("a.b", "2", "2026-07-01") + entry("a.b", "1", "2026-01-01", "2026-06-30")
    facts = load(tmp_path, text)
    assert [fact.value for fact in facts.history("a.b")] == [1, 2]
    assert facts.on(date(2026, 6, 30)).integer("a.b") == 1
    assert facts.on(date(2026, 7, 1)).integer("a.b") == 2
    with pytest.raises(UnknownFact):
        facts.history("c.d")


def test_branch_is_asked_first(tmp_path: Path) -> None:
    """The branch's correction wins on its own days, and the project's file holds on all others."""
    correction = entry("a.b", "9", "2026-11-01", "2026-11-30")
    facts = load(tmp_path, entry("a.b", "1", "2026-01-01"), correction)
    days = (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1))
    assert [facts.on(day).integer("a.b") for day in days] == [1, 9, 9, 1]
    assert [fact.branch for fact in facts.history("a.b")] == [False, True]
    assert facts.validate(NOW) == []


def test_branch_can_bring_its_own_table(tmp_path: Path) -> None:
    """A table named in the overlay is found beside the overlay."""
    folder = tmp_path / "branch"
    folder.mkdir()
    (folder / "new.csv").write_text("row,income_to\n1,\n2,5\n")
    (folder / "branch.toml").write_text(
        """
        [[fact]]
        id = "contributions.rows"
        type = "table"
        value = "new.csv"
        unit = "rupiah a month"
        source = "a later law"
        grade = "H"
        valid_from = 2027-01-01
        """
    )
    facts = Facts.load(overlay=folder / "branch.toml")
    new = facts.on(date(2027, 1, 1)).table("contributions.rows")
    assert new == ({"row": 1, "income_to": None}, {"row": 2, "income_to": 5})
    assert len(facts.on(NOW).table("contributions.rows")) == 33


def test_expiring_names_what_ends_with_nothing_to_follow(tmp_path: Path) -> None:
    """A fact that another value follows at once does not expire; soonest comes first."""
    followed = entry("a.b", "1", "2026-01-01", "2026-11-30") + entry("a.b", "2", "2026-12-01")
    ending = entry("c.d", "1", "2026-01-01", "2026-12-15") + entry("e.f", "1", "2026-01-01", "2026-12-01")
    facts = load(tmp_path, followed + ending)
    assert [fact.id for fact in facts.expiring(NOW, 30)] == ["e.f", "c.d"]
    assert [fact.id for fact in facts.expiring(NOW, 10)] == ["e.f"]
    assert facts.expiring(NOW, 9) == ()


def test_discount_of_most_is_seen_to_end() -> None:
    """Forty days before, staff can be told that the discount of most ends."""
    assert [fact.id for fact in FACTS.expiring(NOW, 40)] == ["discount.other"]


def test_open_questions_can_be_closed(tmp_path: Path) -> None:
    """A question stays open until the branch declares it answered."""
    overlay = tmp_path / "branch.toml"
    overlay.write_text('closed = ["jkk_periodic_adds"]')
    closed = Facts.load(overlay=overlay)
    assert TODAY.open_about("jkk.periodic") == ("jkk_periodic_adds",)
    assert closed.on(NOW).open_about("jkk.periodic") == ()
    assert len(closed.open_questions(NOW)) == len(FACTS.open_questions(NOW)) - 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fact = [", "facts.toml"),
        ("fact = 3", "fact"),
        ("[[facts]]", "facts"),
        (entry("a.b", '"many"', "2026-01-01"), "'a.b'.*not of type integer"),
        (entry("a.b", "-1", "2026-01-01"), "below zero"),
        (entry("a.b", "true", "2026-01-01"), "'a.b'"),
        (entry("A B", "1", "2026-01-01"), "'A B'"),
        (entry("a.b", "1", "2026-01-01", grade="?"), "'a.b'.*grade"),
        (entry("a.b", "1", "2026-01-01", more='colour = "red"'), "'a.b'.*colour"),
        (entry("a.b", "1", "2026-01-01").replace('"integer"', '"duration"'), "'a.b'.*things"),
        (entry("a.b", '"x.csv"', "2026-01-01").replace('"integer"', '"table"'), "x.csv"),
        ("[[open]]\nid = 'a'", "question"),
        ("[[fact]]\nvalue = 1", "fact 0"),
    ],
)
def test_broken_files_name_the_entry_at_fault(tmp_path: Path, text: str, message: str) -> None:
    """A file that cannot be understood says where, by the fact's own name."""
    with pytest.raises(FactsUnreadable, match=message):
        load(tmp_path, text)


def test_missing_file_is_a_configuration_error(tmp_path: Path) -> None:
    """A path that leads nowhere is told with the path."""
    with pytest.raises(FactsUnreadable, match=r"nowhere\.toml"):
        Facts.load(tmp_path / "nowhere.toml")


@pytest.mark.parametrize("csv", ["row\n1,2\n", "row,base\n1\n", "row\nmany\n"])
def test_broken_tables_are_refused(tmp_path: Path, csv: str) -> None:
    """A table with a cell too many, too few, or not a number cannot be read."""
    (tmp_path / "x.csv").write_text(csv)
    with pytest.raises(FactsUnreadable, match=r"x\.csv"):
        load(tmp_path, entry("a.b", '"x.csv"', "2026-01-01").replace('"integer"', '"table"'))


def test_types_of_the_file_are_the_types_of_python() -> None:
    """Money is whole; a percentage may have decimals."""
    for id in FACTS.ids():
        fact: Fact = FACTS.history(id)[0]
        if fact.type in {FactType.RUPIAH, FactType.INTEGER, FactType.DURATION}:
            assert type(fact.value) is int, id
