"""Codes, PINs and card numbers are found; phones, RTs, incomes and plain talk are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pasted import Secret, find_secret, hide_niks, hide_secrets, passes_luhn

FOUND = {
    "123456": Secret.CODE,
    "12345": Secret.CODE,
    "1234": Secret.CODE,
    "123 456": Secret.CODE,
    "12-345": Secret.CODE,
    "G-123456": Secret.CODE,
    "kode otp saya 123456": Secret.CODE,
    "OTP: 4821": Secret.CODE,
    "ini kodenya? kode masuk 48213 ya": Secret.CODE,
    "123456 adalah kode OTP Anda": Secret.CODE,
    "kode verifikasi 12 34 56": Secret.CODE,
    "Login code: 54321. Do not give this code to anyone": Secret.CODE,
    "pin atm saya 123456": Secret.PIN,
    "pinnya 4821": Secret.PIN,
    "PIN 482193": Secret.PIN,
    "cvv 123": Secret.PIN,
    "password saya: rahasia123": Secret.PIN,
    "sandi adalah ikanbakar": Secret.PIN,
    "4111 1111 1111 1111": Secret.CARD,
    "kartu saya 5500-0000-0000-0004 tolong dicek": Secret.CARD,
    "6011000990139424": Secret.CARD,
    "378282246310005": Secret.CARD,
    "６０１１０００９９０１３９４２４": Secret.CARD,
}
EVERYWHERE = [
    text for text, secret in FOUND.items() if any(c.isalpha() for c in text) or secret is Secret.CARD
]
HARMLESS = (
    "",
    "1",
    "12",
    "halo",
    "081234567890",
    "0812 3456 7890",
    "+62 812-3456-7890",
    "6281234567890",
    "RT 003 RW 011",
    "3/5",
    "003005011",
    "apa itu pin",
    "kalau ada yang minta otp bagaimana",
    "dia minta kode dan pin saya",
    "minta kode, nomornya 0813-0000-0000",
    "orang itu minta sandi, nomornya 081234567890",
    "kode pos",
    "penghasilan 50 ribu sehari, kerja 6 hari",
    "Rp 2.000.000",
    "iuran sampai 2026?",
    "saya lahir tahun 1985",
    "3604121708850001",
    "3604125708850001",
    "175",
)
ON_FORMS = ("1500", "50000", "2000000", "081234567890", "003 011", "12345", "75000", "0812345")


QUOTED = {
    "Dia minta kode OTP 482913 lewat WA": "Dia minta kode OTP •••••• lewat WA",
    "12345": "•••••",
    "nomornya 0813-0000-0000, minta kode 48213": "nomornya 0813-0000-0000, minta kode •••••",
    "minta kode, nomornya 081300000000": "minta kode, nomornya 081300000000",
    "kartu saya 5500-0000-0000-0004 dipakai": "kartu saya ••••-••••-••••-•••• dipakai",
    "pin saya 4821 dan otp 99881": "pin saya •••• dan otp •••••",
    "password saya: rahasia123": "password saya: ••••••••••",
    "minta transfer Rp500.000 ke 081300000000": "minta transfer Rp500.000 ke 081300000000",
}


@pytest.mark.parametrize("text", QUOTED)
def test_a_report_keeps_all_but_the_secret(text: str) -> None:
    """Phone numbers and amounts tell who it was; a code tells nothing."""
    assert hide_secrets(text) == QUOTED[text]
    assert find_secret(hide_secrets(text), digits_expected=False) is None


@given(st.text(max_size=200))
def test_hiding_changes_no_length(text: str) -> None:
    """A dot for each, whatever is typed."""
    assert len(hide_secrets(text)) == len(unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("text", FOUND)
def test_secrets_are_found(text: str) -> None:
    """However they are written, where no digits are asked for."""
    assert find_secret(text, digits_expected=False) is FOUND[text]


@pytest.mark.parametrize("text", EVERYWHERE)
def test_named_secrets_and_cards_are_found_on_forms_too(text: str) -> None:
    """A code that is called one is no income and no phone."""
    if text != "G-123456":
        assert find_secret(text, digits_expected=True) is FOUND[text]


@pytest.mark.parametrize("text", HARMLESS)
@pytest.mark.parametrize("expected", [False, True])
def test_talk_and_numbers_are_left_alone(text: str, expected: bool) -> None:
    """Phones, addresses, amounts, years, identity numbers and questions about codes."""
    assert find_secret(text, digits_expected=expected) is None


@pytest.mark.parametrize("text", ON_FORMS)
def test_forms_that_ask_for_digits_do_not_trip(text: str) -> None:
    """An income of 50000 is an income."""
    assert find_secret(text, digits_expected=True) is None


@given(st.integers(min_value=10**8, max_value=10**11 - 1), st.sampled_from(["0", "62", "+62 "]))
def test_no_phone_number_is_ever_a_secret(rest: int, start: str) -> None:
    """Whatever its digits add up to."""
    assert find_secret(f"{start}8{rest}"[:17], digits_expected=False) is None


@given(st.text(alphabet="0123456789", min_size=14, max_size=18))
def test_the_check_digit_of_iso_7812(digits: str) -> None:
    """Of ten last digits exactly one holds."""
    assert sum(passes_luhn(f"{digits}{last}") for last in range(10)) == 1


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    """Whatever is typed."""
    assert find_secret(text, digits_expected=False) in {None, *Secret}


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("3604014107900001", "36••••••••••••01"),
        ("NIK suaminya 3604 0141 0790 0001, tolong", "NIK suaminya 36••••••••••••01, tolong"),
        ("3604.0141.0790.0001", "36••••••••••••01"),
        ("３６０４０１４１０７９００００１", "36••••••••••••01"),
        ("0812 3456 7801", "0812 3456 7801"),
        ("kwitansi 9904019907900001", "kwitansi 9904019907900001"),
        ("iuran 8.400 sebulan", "iuran 8.400 sebulan"),
    ],
)
def test_the_number_of_an_identity_card_is_masked(said: str, kept: str) -> None:
    """However it is spaced; what is none stays as it was written."""
    assert hide_niks(said) == kept


@given(st.text(max_size=80))
def test_what_holds_no_number_is_not_changed(text: str) -> None:
    """Not even by the folding of signs that the search needs."""
    if sum(char.isnumeric() for char in text) < 16:
        assert hide_niks(text) == text
