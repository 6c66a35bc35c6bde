"""Places: what workers type, and the village it means."""

import random
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lokal import wilayah

from bot.errors import ConfigurationError, NotFound
from bot.places import (
    Area,
    District,
    Neighbourhood,
    Nothing,
    PlaceIndex,
    Regency,
    Several,
    Sure,
    Village,
    read_neighbourhood,
)

BRANCH = ("36.73", "36.04", "36.72", "36.01", "36.02")
INDEX = PlaceIndex(BRANCH)
VILLAGES = [v for r in INDEX.regencies() for d in INDEX.districts(r.code) for v in INDEX.villages(d.code)]


def outcomes() -> list[tuple[str, str]]:
    """Each typed text with its outcome."""
    lines = Path(__file__).with_name("place_inputs.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("|") for line in lines if not line.startswith("#")]
    return [(typed.strip(), outcome.strip()) for typed, outcome in pairs]


def label(area: Area) -> str:
    prefix = {District: "kec ", Regency: "kab ", Village: ""}[type(area)]
    return prefix + area.name


def slip(name: str, dice: random.Random) -> str:
    """The name with one letter added, lost, changed or swapped with the next."""
    at, letter = dice.randrange(len(name) - 1), dice.choice(string.ascii_lowercase)
    cut = dice.choice(["add", "lose", "change", "swap"])
    middle = {
        "add": letter + name[at],
        "lose": "",
        "change": letter,
        "swap": name[at + 1] + name[at],
    }[cut]
    return name[:at] + middle + name[at + (2 if cut == "swap" else 1) :]


def offers(text: str, village: Village) -> bool:
    reading = INDEX.search(text)
    return (isinstance(reading, Sure) and reading.village == village) or (
        isinstance(reading, Several) and village in reading.candidates
    )


def test_the_branch_has_the_villages_of_kemendagri() -> None:
    """The index holds exactly the package's villages of the five regencies."""
    expected = {
        village.code: village.name
        for regency in BRANCH
        for district in wilayah.list_wilayah(regency)
        for village in wilayah.list_wilayah(district.code)
    }
    assert {village.code: village.name for village in VILLAGES} == expected
    assert len(VILLAGES) == 1120


def test_lists_go_from_regency_to_village() -> None:
    """Regencies come in the order given, districts and villages by name."""
    assert [regency.code for regency in INDEX.regencies()] == list(BRANCH)
    assert [d.name for d in INDEX.districts("36.73")][:3] == ["Cipocok Jaya", "Curug", "Kasemen"]
    names = [village.name for village in INDEX.villages("36.04.15")]
    assert names == sorted(names)
    assert not INDEX.districts("99.99")
    assert not INDEX.villages("99.99.99")


def test_a_village_knows_its_parents() -> None:
    """A village carries its kind and the names and codes above it."""
    assert INDEX.village("36.04.15.2001") == Village(
        "36.04.15.2001", "Cikande", "desa", "Cikande", "36.04.15", "Kabupaten Serang", "36.04"
    )
    assert {v.kind for v in VILLAGES if v.regency_code == "36.73"} == {"kelurahan"}


def test_an_unknown_code_is_not_found() -> None:
    """Finding gives None, getting raises; a branch of a regency that does not exist cannot be built."""
    assert INDEX.find_village("36.04.15.9999") is None
    assert INDEX.find_district("36.04.15") in INDEX.districts("36.04")
    assert INDEX.find_regency("36.05") is None
    with pytest.raises(NotFound):
        INDEX.village("11.01.01.2001")
    with pytest.raises(ConfigurationError):
        PlaceIndex(["36.99"])


def test_the_table_is_long_enough() -> None:
    """At least 120 realistic inputs are judged."""
    assert len(outcomes()) >= 120


@pytest.mark.parametrize(("typed", "outcome"), outcomes())
def test_what_workers_type(typed: str, outcome: str) -> None:
    """Each typed text comes to the place it means, or to a choice that has it."""
    reading = INDEX.search(typed)
    if outcome == "-":
        assert isinstance(reading, Nothing)
    elif outcome.startswith("="):
        name, _, district = outcome[1:].partition(" @")
        assert isinstance(reading, Sure), reading
        assert (reading.village.name, reading.village.district) == (
            name,
            district or reading.village.district,
        )
    else:
        assert isinstance(reading, Several), reading
        assert {part.strip() for part in outcome[1:].split(",")} <= {label(a) for a in reading.candidates}


@pytest.mark.parametrize(
    ("typed", "neighbourhood"),
    [
        ("rt 03/05 desa cikande", Neighbourhood("003", "005")),
        ("rt3 rw 11 pontang", Neighbourhood("003", "011")),
        ("RT 003 RW 011 kelurahan unyur", Neighbourhood("003", "011")),
        ("unyur rw 4", Neighbourhood(None, "004")),
        ("kp cidadap rt 2 rw 3 desa koper kec cikande kab serang", Neighbourhood("002", "003", "Cidadap")),
        ("kp cidadap cikande", Neighbourhood(hamlet="Cidadap")),
        ("perum puri asri, kel unyur", Neighbourhood(hamlet="Perum Puri Asri")),
        ("desa kampung baru kec petir", Neighbourhood()),
        ("kampung baru", Neighbourhood()),
        ("rt 1234 desa cikande", Neighbourhood()),
        ("rt 000/005 unyur", Neighbourhood(None, "005")),
        ("RT ٠٣ unyur", Neighbourhood()),
        ("unyur 42111", Neighbourhood()),
    ],
)
def test_rt_rw_and_kampung_are_read_beside_the_place(typed: str, neighbourhood: Neighbourhood) -> None:
    """RT and RW come as three ASCII digits, 1-999; a kampung only where it is named one."""
    assert INDEX.search(typed).neighbourhood == neighbourhood


def test_a_full_address_is_sure() -> None:
    """A village with its kecamatan and regency is never asked again."""
    for village in VILLAGES:
        reading = INDEX.search(f"{village.kind} {village.name}, kec. {village.district}, {village.regency}")
        assert isinstance(reading, Sure)
        assert reading.village == village


@pytest.mark.parametrize("form", ["{0}", "desa {0}", "{0} kec {1}", "{0} {1}"])
def test_one_slip_still_offers_the_village(form: str) -> None:
    """One random slip in its name: the village is among the first eight for 95 in 100, none wrong."""
    dice = random.Random(20261121)
    missed = []
    for village in VILLAGES:
        typed = form.format(slip(village.name.lower(), dice), village.district.lower())
        reading = INDEX.search(typed)
        assert not isinstance(reading, Sure) or reading.village.name == village.name, typed
        if not offers(typed, village):
            missed.append(typed)
    assert len(missed) <= 0.05 * len(VILLAGES), missed


@given(st.sampled_from(VILLAGES), st.randoms(use_true_random=False))
def test_a_slip_with_the_kecamatan_is_never_another_village(village: Village, dice: random.Random) -> None:
    """With its kecamatan beside it, a slip never makes the service sure of another village."""
    reading = INDEX.search(f"desa {slip(village.name.lower(), dice)} kec {village.district}")
    assert not isinstance(reading, Sure) or reading.village == village


def test_of_many_with_one_name_eight_are_shown() -> None:
    """Eleven villages are called Mekarsari."""
    reading = INDEX.search("mekarsari")
    assert isinstance(reading, Several)
    assert len(reading.candidates) == 8


@given(st.text(max_size=300))
def test_any_text_has_a_reading(text: str) -> None:
    """Whatever is typed, the search answers, with no more candidates than asked for."""
    reading = INDEX.search(text, limit=5)
    assert not isinstance(reading, Several) or 1 <= len(reading.candidates) <= 5


def test_a_branch_has_only_its_own_places() -> None:
    """With two regencies, villages of the others are not offered."""
    small = PlaceIndex(["36.72"])
    assert isinstance(small.search("unyur"), Nothing)
    assert isinstance(small.search("kotasari"), Sure)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("03/05", Neighbourhood("003", "005")),
        ("03-05", Neighbourhood("003", "005")),
        ("3 5", Neighbourhood("003", "005")),
        ("3", Neighbourhood("003")),
        ("rt 3", Neighbourhood("003")),
        ("Rt.3", Neighbourhood("003")),
        ("rt tiga", Neighbourhood("003")),
        ("rw 5", Neighbourhood(None, "005")),
        ("RT 03 RW 05", Neighbourhood("003", "005")),
        ("RT/RW 003/011", Neighbourhood("003", "011")),
        ("rt03rw05", Neighbourhood("003", "005")),
        ("rw 5 rt 3", Neighbourhood("003", "005")),
        ("kp. baru", Neighbourhood(hamlet="Baru")),
        ("kp baru rt 3", Neighbourhood("003", None, "Baru")),
        ("ciruas indah", Neighbourhood(hamlet="Ciruas Indah")),
        ("0", None),
        ("1234", None),
        ("rt 0", None),
        ("٣", None),
        ("12/05/2025", None),
        ("tidak tahu", None),
        ("saya tidak tahu", None),
        ("ga tau rt berapa", None),
        ("ya", None),
        ("", None),
    ],
)
def test_the_answer_to_which_rt(typed: str, found: Neighbourhood | None) -> None:
    """RT, RW or kampung in the ways people write them; anything else is None."""
    assert read_neighbourhood(typed) == found


@given(st.integers(1, 999), st.integers(1, 999))
def test_any_rt_and_rw_is_read_back(rt: int, rw: int) -> None:
    """RT and RW from 1 to 999 are read, with or without leading zeros."""
    expected = Neighbourhood(f"{rt:03d}", f"{rw:03d}")
    for typed in (f"{rt}/{rw}", f"RT {rt:03d} RW {rw:03d}", f"rt{rt}/rw{rw}", f"rt {rt} / {rw}"):
        assert read_neighbourhood(typed) == expected
