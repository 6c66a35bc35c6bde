"""Names: what to call a person, and when two names are one."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.names import clean_name, is_titled_answer, normalise_words, same_name_key, without_lead_in


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Sari", "Sari"),
        ("  sari   dewi ", "Sari Dewi"),
        ("SITI AISYAH", "Siti Aisyah"),
        ("McSari", "McSari"),
        ("H. SARI BINTI UDIN", "H. Sari binti Udin"),
        ("hj. siti", "Hj. Siti"),
        ("pak budi", "Pak Budi"),
        ("Pak BUDI", "Pak Budi"),
        ("bu rina", "Bu Rina"),
        ("siti aisyah, s.pd", "Siti Aisyah, S.Pd"),
        ("MA'RUF", "Ma'ruf"),
        ("iqbal-putra", "Iqbal-Putra"),
        ("Ujang 2", "Ujang 2"),
        ("Sari 🌸❤️", "Sari"),
        ("🇮🇩 Udin 👍🏽", "Udin"),
        ("Sari <3", "Sari"),
        ("<b>Sari", "Sari"),
        ("<b>Sari</b>", "Sari"),
        ("<script>alert(1)</script>", "Alert 1"),
        ("a < b", "A B"),
        ("\u202eiraS", "iraS"),
        ("Sa\u200bri\ufeff", "Sari"),
        ("Sari\x00\x1b[31m", "Sari 31m"),
        ("Sari\nDewi", "Sari Dewi"),
        ("Sa\u0301ri", "Sári"),
        ("سارة", "سارة"),
        ("ꦱꦫꦶ", "ꦱꦫꦶ"),
        ("क्\u200dष", "क्\u200dष"),
        ("@sari_99", "Sari 99"),
    ],
)
def test_a_name_is_cleaned(typed: str, name: str) -> None:
    """Decoration goes, spelling stays; case changes only where it was typed all in one case."""
    assert clean_name(typed) == name


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "...",
        "123",
        "🌸" * 300,
        "\u3164",
        "\uffa0 \u115f\u1160",
        "081234567801",
        "Sari 0812 3456 7801",
        "٠٨١٢٣٤٥٦٧٨٠١ sari",
        "/start",
        "  /hapus semua",
        "https://contoh.id",
        "www.contoh",
        "t.me/sari",
        "contoh.com",
        "sari@gmail.com",
        "\u200b\u202e",
        "sari " * 100,
    ],
)
def test_what_is_no_name_is_refused(typed: str) -> None:
    """Nothing to call a person by: no letters, a phone number, a link, a command, a story."""
    assert clean_name(typed) is None


def test_a_long_name_is_cut_at_a_word() -> None:
    """At most sixty characters, and no word cut in two where it can be helped."""
    assert clean_name("Raden Mas Joko Susilo Wibowo Kusumaningrat Notonegoro Hadiningrat Sari") == (
        "Raden Mas Joko Susilo Wibowo Kusumaningrat Notonegoro"
    )
    assert clean_name("a" * 100) == "A" + "a" * 59


def test_accents_cannot_be_piled_up() -> None:
    """A letter carries at most a few marks, so that a name cannot run over the lines above it."""
    name = clean_name("S" + "\u0335" * 50 + "ari")
    assert name is not None
    assert len(name) <= 7


@given(st.text(max_size=250))
def test_a_cleaned_name_is_safe(text: str) -> None:
    """Whatever is typed, a name has a letter, no markup, no control characters, and cleans to itself."""
    name = clean_name(text)
    if name is not None:
        assert 1 <= len(name) <= 60
        assert any(unicodedata.category(char)[0] == "L" for char in name)
        assert not set(name) & set("<>&\n\r\t\u202e\u202d\u2066\u200b")


@given(st.text(alphabet=st.sampled_from("aAbB éÉ.'-,hH"), max_size=70))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """A cleaned name is clean."""
    once = clean_name(text)
    assert once is None or clean_name(once) == once


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("H. Ma'ruf", ("maruf",)),
        ("Hj. Siti AISYAH", ("siti", "aisyah")),
        ("Pak Budi", ("budi",)),
        ("Sári", ("sari",)),
        ("Siti-Siti", ("siti",)),
        ("Teh", ("teh",)),
        ("Sari, S.Pd", ("sari", "s", "pd")),
        ("", ()),
    ],
)
def test_words_to_find_a_name_by(name: str, words: tuple[str, ...]) -> None:
    """Whole words without case, accents and titles, each once; a name that is a title keeps it."""
    assert normalise_words(name) == words


def test_one_persons_name_has_one_key() -> None:
    """Spelling, titles and case do not make another person."""
    for same in ("H. Udin", "UDIN", "pak udin", "Udin "):
        assert same_name_key(same) == same_name_key("Udin")


def test_bu_udin_is_not_pak_udin() -> None:
    """Husband and wife share a phone and a name: they are two people."""
    assert same_name_key("Bu Udin") == same_name_key("IBU UDIN") != same_name_key("Pak Udin")


@given(st.text(max_size=80))
@example("Bu")
@example("Ibu Haji")
def test_a_key_is_folded_and_settled(name: str) -> None:
    """A key is the same for its own text, and has no capitals or doubled spaces."""
    key = same_name_key(name)
    assert same_name_key(key) == key
    assert key == " ".join(key.split())


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("nama saya Sari", "Sari"),
        ("Nama: Sari", "Sari"),
        ("panggil saja bu Sari", "bu Sari"),
        ("saya Udin", "Udin"),
        ("Sayati", "Sayati"),
        ("saya", "saya"),
        ("Namira", "Namira"),
    ],
)
def test_what_leads_in_to_a_name_is_not_part_of_it(typed: str, name: str) -> None:
    """Only whole words, and only where a name follows."""
    assert without_lead_in(typed) == name


@pytest.mark.parametrize(
    ("typed", "is_titled"),
    [("Bu Iyah", True), ("pak ALIM", True), ("Iyah", False), ("iya Bu", False), ("", False)],
)
def test_a_title_tells_a_name_from_an_answer(typed: str, is_titled: bool) -> None:
    """Whoever says "Bu Iyah" has not said "iya, Bu"."""
    assert is_titled_answer(typed) == is_titled
