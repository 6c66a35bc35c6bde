"""Phone numbers: as typed, as stored, as shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phones import PhoneProblem, PhoneReading, mask_phone, national, read_phone

SARI = "+6281234567801"


@pytest.mark.parametrize(
    "typed",
    [
        "081234567801",
        "0812-3456-7801",
        "0812 3456 7801",
        "0812.3456.7801",
        "(0812) 3456-7801",
        "+62 812 3456 7801",
        "+62812-3456-7801",
        "+62 (0)812 3456 7801",
        "+62081234567801",
        "6281234567801",
        "62 812 3456 7801",
        "0062 812 3456 7801",
        "81234567801",
        "o81234567801",
        " 0812 3456 7801 ",
        "0812‑3456–7801",
        "\u2066+62 812-3456-7801\u2069",
        "hp saya 081234567801",
        "WA: 081234567801.",
        "https://wa.me/6281234567801",
    ],
)
def test_one_number_in_every_way_people_write_it(typed: str) -> None:
    """Each usual way to write a mobile number gives the same stored number, without a warning."""
    assert read_phone(typed) == PhoneReading(SARI)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", PhoneProblem.NOT_A_NUMBER),
        ("tidak ada", PhoneProblem.NOT_A_NUMBER),
        ("nol delapan", PhoneProblem.NOT_A_NUMBER),
        ("٠٨١٢٣٤٥٦٧٨٠١", PhoneProblem.NOT_A_NUMBER),
        ("0812345678٠١", PhoneProblem.NOT_A_NUMBER),
        ("08123456789a", PhoneProblem.NOT_A_NUMBER),
        ("081234567801 atau 081399998888", PhoneProblem.NOT_A_NUMBER),
        ("0812", PhoneProblem.TOO_SHORT),
        ("08123456", PhoneProblem.TOO_SHORT),
        ("+62", PhoneProblem.TOO_SHORT),
        ("08123456789012", PhoneProblem.TOO_LONG),
        ("3604150101900001", PhoneProblem.TOO_LONG),
        ("0254 200123", PhoneProblem.NOT_MOBILE),
        ("+62 21 5551234", PhoneProblem.NOT_MOBILE),
        ("0800 1234567", PhoneProblem.NOT_MOBILE),
        ("+60 12 345 6789", PhoneProblem.FOREIGN),
        ("0060123456789", PhoneProblem.FOREIGN),
    ],
)
def test_what_is_no_mobile_number_has_a_reason(typed: str, problem: PhoneProblem) -> None:
    """What cannot be called comes with the reason, so that the answer can show a fitting example."""
    assert read_phone(typed) == PhoneReading(problem=problem)


@pytest.mark.parametrize("typed", ["084112345678", "085412345678"])
def test_an_unknown_operator_is_a_warning(typed: str) -> None:
    """A prefix that no operator is known to use is accepted with a warning."""
    assert read_phone(typed) == PhoneReading("+62" + typed[1:], warning=True)


def test_a_number_is_shown_in_groups_or_masked() -> None:
    """People see groups of four; those who need not call see the ends only, and never the length."""
    assert national(SARI) == "0812-3456-7801"
    assert national("+62812345678") == "0812-3456-78"
    assert mask_phone(SARI) == "0812••••801"
    assert len(mask_phone("+62812345678")) == len(mask_phone(SARI))


def test_only_stored_numbers_can_be_shown_and_the_error_does_not_tell_them() -> None:
    """A number that is not stored form is refused, and is not in the error's message."""
    for wrong in ("081234567801", "+6281234567801\n", "+62٨١٢٣٤٥٦٧٨٩", "+60123456789"):
        with pytest.raises(ValueError, match=r"^not a stored phone number$"):
            mask_phone(wrong)


@given(st.from_regex(r"08[1-35-9][0-9]{7,10}", fullmatch=True))
def test_a_number_shown_reads_back(typed: str) -> None:
    """What is shown to people can be typed back."""
    phone = read_phone(typed).phone
    assert phone == "+62" + typed[1:]
    assert read_phone(national(phone)).phone == phone


@given(st.text(alphabet=st.sampled_from("0123456789+()- .٣abo/\n"), max_size=40) | st.text(max_size=300))
def test_any_text_has_a_number_or_a_problem(text: str) -> None:
    """Whatever is typed, there is either a number or a reason, and the number is ASCII."""
    reading = read_phone(text)
    assert (reading.phone is None) != (reading.problem is None)
    assert reading.phone is None or (reading.phone.isascii() and 12 <= len(reading.phone) <= 15)
