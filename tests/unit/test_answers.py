"""Answers: yes, no, don't know, and the option a typed answer means."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer_words import DONE, NEGATIONS, NO, NOT_YET, SPELLINGS, UNKNOWN, YES
from bot.answers import (
    Meaning,
    Option,
    is_evasive,
    is_thanks,
    match_option,
    normalise,
    read_meaning,
    takes_offer,
)

CONSENT: Sequence[Option] = [("yes", "Ya", YES), ("no", "Tidak", NO)]
SURE: Sequence[Option] = [*CONSENT, ("unknown", "Tidak tahu", UNKNOWN)]
WILL: Sequence[Option] = [("will", "Mau", ()), ("wont", "Tidak mau", ()), ("later", "Nanti saja", ())]
JOBS: Sequence[Option] = [
    ("ojek", "🛵 Ojek online", ("ojek", "ojol", "gojek", "grab")),
    ("market", "Pedagang pasar", ("pedagang", "dagang", "jualan")),
    ("fisher", "Nelayan", ()),
    ("farmer", "Petani", ("tani", "buruh tani")),
    ("other", "Lainnya", ("lain",)),
]
PAID: Sequence[Option] = [("done", "Sudah", DONE), ("not_yet", "Belum", NOT_YET)]
MONTHS: Sequence[Option] = [
    ("m1", "1 bulan", ()),
    ("m3", "3 bulan", ()),
    ("m6", "6 bulan", ()),
    ("m12", "12 bulan", ()),
]
WHO: Sequence[Option] = [("self", "Untuk saya sendiri", ()), ("family", "Untuk keluarga", ())]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Yaaa!!", "ya"),
        (" 👍🏽 ", "👍"),
        ("👍👍👍", "👍"),
        ("1️⃣", "1"),
        ("Nggak, Pak.", "nggak pak"),
        ("✔️", "✔"),
        ("🤷🏽‍♀️", "🤷"),
        ("ma'af", "maaf"),
        ("Ｙa", "ｙa"),
    ],
)
def test_text_is_made_plain(typed: str, plain: str) -> None:
    """Case, punctuation, skin tones and drawn-out letters do not matter."""
    assert normalise(typed) == plain


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [(word, Meaning.YES) for word in ("ya", "Iya", "y", "yo", "OK", "oke", "👍🏿", "betul", "bener", "nggih", "muhun", "siap", "yaaaa", "yaa", "iya pak", "ok siap", "ya, mau", "boleh bu", "setuju banget", "✅", "enya", "sumuhun")]  # noqa: E501 - a list of words
    + [(word, Meaning.NO) for word in ("tidak", "tdk", "gak", "ga", "nggak", "ora", "ore", "henteu", "moal", "bukan", "belum", "blm", "gak mau", "tdk bisa", "ga usah pak", "gak ah", "👎🏽", "mboten", "durung", "teu acan", "gakkk")]  # noqa: E501 - a list of words
    + [(word, Meaning.UNKNOWN) for word in ("tidak tahu", "gak tau", "ga tau", "tdk tau pak", "duka", "mboten ngertos", "embuh", "ora weruh", "kurang tau", "lupa", "teu apal", "blm tau", "🤷")]  # noqa: E501 - a list of words
    + [(word, None) for word in ("", "hm", "ya tidak", "ya tapi mahal", "ya ampun", "siapa", "iya belum", "apa itu?", "tidak apa apa", "mahal", "🙏", "٢", "sudah", "gak, ya", "bentar")],  # noqa: E501 - a list of words
)  # fmt: skip
def test_short_answers_in_three_languages(typed: str, meaning: Meaning | None) -> None:
    """Yes, no and don't know in Indonesian, Jawa Serang and Sunda; anything mixed or longer is none."""
    assert read_meaning(typed) == meaning


@pytest.mark.parametrize(
    "typed", ["ya", "1", "1️⃣", "nomor satu", "itu aja", "yang itu", "Sama", "👍", "oke pak"]
)
def test_what_takes_the_one_thing_on_offer(typed: str) -> None:
    """A yes, its number, or a finger pointed at it."""
    assert takes_offer(typed)


@pytest.mark.parametrize("typed", ["", "2", "tidak", "itu bukan", "Sari", "bukan itu", "yang lain"])
def test_what_does_not_take_it(typed: str) -> None:
    """Anything else, above all its opposite."""
    assert not takes_offer(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "rahasia",
        "rahasia dong",
        "siapa ya?",
        "halo pak",
        "terserah aja",
        "buat apa",
        "gak tau",
        "moal",
        "itu",
    ],
)
def test_what_names_nothing(typed: str) -> None:
    """An answer, a question or a greeting where a name, a place or work was asked for."""
    assert is_evasive(typed)


@pytest.mark.parametrize(
    "typed", ["Sari", "Kasih", "Salamah", "Kampung Baru", "tukang cukur", "Abdul Salam", "Bu"]
)
def test_what_may_name_something(typed: str) -> None:
    """Whatever else has letters."""
    assert not is_evasive(typed)


def test_the_word_tables_do_not_overlap() -> None:
    """No saying means two things, and every saying in a table is reachable."""
    assert not YES & NO
    assert not YES & UNKNOWN
    assert not NO & UNKNOWN
    assert not DONE & YES
    assert not YES & NEGATIONS
    for table, meaning in ((YES, Meaning.YES), (NO, Meaning.NO), (UNKNOWN, Meaning.UNKNOWN)):
        assert {saying: read_meaning(saying) for saying in table} == dict.fromkeys(table, meaning)
    assert not SPELLINGS.keys() & set(SPELLINGS.values())


@pytest.mark.parametrize(
    ("options", "typed", "key"),
    [
        (CONSENT, "1", "yes"),
        (CONSENT, "2.", "no"),
        (CONSENT, "3", None),
        (CONSENT, "2️⃣", "no"),
        (CONSENT, "٢", None),
        (CONSENT, "👍🏽", "yes"),
        (CONSENT, "setjuu", "yes"),
        (CONSENT, "tidak tahu", None),
        (CONSENT, "gak tau", None),
        (CONSENT, "tidak setuju", "no"),
        (CONSENT, "tdk stuju", "no"),
        (CONSENT, "siapa", None),
        (CONSENT, "bentar", None),
        (CONSENT, "sudah", None),
        (CONSENT, "ya atau tidak", None),
        (SURE, "gak tau", "unknown"),
        (SURE, "tidak", "no"),
        (SURE, "tidak tahuu", "unknown"),
        (WILL, "mau", "will"),
        (WILL, "saya mau dong", "will"),
        (WILL, "tidak mau", "wont"),
        (WILL, "gk mau", "wont"),
        (WILL, "Nggak mau ah", "wont"),
        (WILL, "belum mau", None),
        (WILL, "malu", None),
        (WILL, "nanti", "later"),
        (WILL, "nanti aja pak", "later"),
        (WILL, "mau nanti", None),
        (JOBS, "Ojek", "ojek"),
        (JOBS, "ojek online", "ojek"),
        (JOBS, "saya tukang ojek", "ojek"),
        (JOBS, "bukan ojek", None),
        (JOBS, "saya bukan tukang ojek", None),
        (JOBS, "ojek dan nelayan", None),
        (JOBS, "objek", None),
        (JOBS, "ojek itu apa?", None),
        (JOBS, "nelayn", "fisher"),
        (JOBS, "pedagng pasar", "market"),
        (JOBS, "saya jualan di pasar", "market"),
        (JOBS, "petanii", "farmer"),
        (JOBS, "yang ketiga", "fisher"),
        (JOBS, "nomor 4", "farmer"),
        (JOBS, "lain-lain", "other"),
        (JOBS, "gak ada", None),
        (PAID, "udah", "done"),
        (PAID, "blm", "not_yet"),
        (PAID, "sudah belum", None),
        (PAID, "belum sudah", None),
        (PAID, "susah", None),
        (MONTHS, "3", "m3"),
        (MONTHS, "tiga", "m3"),
        (MONTHS, "12 bulan", "m12"),
        (MONTHS, "2", None),
        (MONTHS, "bulan", None),
        (WHO, "sendiri", "self"),
        (WHO, "keluarga", "family"),
        (WHO, "untuk", None),
        (WHO, "utk keluarga", "family"),
        (WHO, "", None),
    ],
)
def test_the_option_that_was_meant(options: Sequence[Option], typed: str, key: str | None) -> None:
    """A number, a label, an alias, an emoji or a small slip finds its option; what is unclear finds none."""
    assert match_option(typed, options) == key


@given(
    st.sampled_from(sorted(NEGATIONS - {"can"})),
    st.sampled_from(["mau", "ojek", "nelayan", "sudah", "setuju", "keluarga"]),
)
def test_a_negation_never_becomes_its_opposite(negation: str, word: str) -> None:
    """A negated word never matches the option without the negation."""
    plain = {"will", "ojek", "fisher", "done", "yes", "family"}
    for options in (CONSENT, WILL, JOBS, PAID, WHO):
        assert match_option(f"{negation} {word}", options) not in plain


@given(st.text(max_size=300), st.sampled_from([CONSENT, SURE, WILL, JOBS, PAID, MONTHS, WHO]))
def test_any_text_has_one_key_or_none(text: str, options: Sequence[Option]) -> None:
    """Whatever is typed, the answer is one of the keys or none."""
    assert match_option(text, options) in {None, *(key for key, _, _ in options)}


@given(st.sampled_from([CONSENT, SURE, WILL, JOBS, PAID, MONTHS, WHO]))
def test_every_label_finds_itself(options: Sequence[Option]) -> None:
    """A label typed as shown is its option, whatever the case."""
    for key, label, _ in options:
        assert match_option(label, options) == match_option(label.upper(), options) == key


@pytest.mark.parametrize(
    "typed",
    [
        "terima kasih",
        "Makasih banyak ya Bu, sudah jelas",
        "oke makasih 🙏",
        "hatur nuhun pisan",
        "suwun nggih bu",
    ],
)
def test_mere_thanks_want_no_answer(typed: str) -> None:
    """In any of the languages, with whatever is said around it."""
    assert is_thanks(typed)


@pytest.mark.parametrize(
    "typed",
    ["kasih tau dong", "iya bu", "terima kasih, tapi kapan dihubungi?", "Makasih Bu, besok saya ke kantor"],
)
def test_thanks_with_something_more_are_more_than_thanks(typed: str) -> None:
    """A question, a plan, or a yes is for somebody to read."""
    assert not is_thanks(typed)
