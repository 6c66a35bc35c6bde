"""An age as people write it is read, and what is no age is not."""

import pytest

from bot.registration.said_ages import SaidAge, read_age

THIS_YEAR = 2026


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("35", 35),
        ("35 th", 35),
        ("35th", 35),
        ("41 taon", 41),
        ("umur 35", 35),
        ("umur saya 35 tahun", 35),
        ("tiga puluh lima", 35),
        ("empat puluh", 40),
        ("empatpuluh tahun", 40),
        ("telung puluh lima taun", 35),
        ("opat puluh taun", 40),
        ("dua puluh", 20),
        ("sembilan belas", 19),
        ("selawe", 25),
        ("setengah abad", 50),
        ("17 tahun 11 bulan", 17),
        ("sudah 63 pak", 63),
        ("I am 30 years old", 30),
        ("sixty", 60),
    ],
)
def test_an_age_is_read(said: str, years: int) -> None:
    """In figures and in words, in the languages of Banten."""
    assert read_age(said, THIS_YEAR) == SaidAge(years, is_sure=True)


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("sekitar 40 tahunan", 40),
        ("40-an", 40),
        ("40an", 40),
        ("kurang lebih 50", 50),
        ("hampir 60", 60),
        ("35 lebih", 35),
        ("1990", 36),
        ("lahir 1990", 36),
        ("kelahiran tahun 75", 51),
        ("lahir 12 mei 1990", 36),
        ("<18", 17),
        ("di bawah 18", 17),
        ("64+", 64),
        ("64 tahun ke atas", 64),
        (">63", 64),
    ],
)
def test_what_is_only_near_is_not_sure(said: str, years: int) -> None:
    """It is confirmed before it is taken."""
    assert read_age(said, THIS_YEAR) == SaidAge(years, is_sure=False)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "",
            "2",
            "2/2",
            "18-39",
            "18 - 39",
            "35 atau 36",
            "0812 3456 7801",
            "tua",
            "muda",
            "150",
            "3 bulan",
        ),
        *("1790", "35 ribu", "35 juta", "umur berapa?", "rt 35", "anak saya 35", "rahasia", "2031"),
        "tukang 35",
    ],
)
def test_what_is_no_age_is_not_read(said: str) -> None:
    """It is asked again, or means a button."""
    assert read_age(said, THIS_YEAR) is None
