"""Every report of an impostor reaches staff; what does not is not said to have."""

from datetime import timedelta

from tests.integration.cases.counter import delivered, passes, seen
from tests.integration.house_stage import RINA, SARI, Stage

SECOND = timedelta(seconds=1)
REPORTS = (
    "Ada yang mengaku petugas, minta KTP lewat WA",
    "Orang itu nomor 0899 1234 5678 minta transfer 50000 dan kode 123456",
    "Pak Budi relawan RT 3 minta uang 50 ribu",
)


async def test_each_report_reaches_staff(office: Stage) -> None:
    """Three within a minute, the second with a code in it: Bu Rina reads all three, without the code."""
    await office.says(SARI, "/start")
    for report in REPORTS:
        await office.says(SARI, "/lapor", report)
        assert "Sudah kami teruskan" in office.last(SARI)
    await delivered(office)
    for words in ("minta KTP lewat WA", "minta transfer 50000", "Pak Budi relawan RT 3"):
        assert words in seen(office, RINA)
    assert "123456" not in seen(office, RINA)


async def test_the_same_words_again_are_another_report(office: Stage) -> None:
    """Somebody who met the impostor twice says so twice."""
    await office.says(SARI, "/start", "/lapor", REPORTS[0], "/lapor", REPORTS[0])
    await delivered(office)
    assert seen(office, RINA).count("minta KTP lewat WA") == 2


async def test_the_sixth_within_an_hour_is_refused_honestly(office: Stage) -> None:
    """Five an hour; then the telephone, and nothing is said to have been passed on. Later it goes on."""
    await office.says(SARI, "/start")
    for number in range(1, 7):
        await office.says(SARI, "/lapor", f"laporan ke {number}")
        await passes(office, SECOND)
    assert "laporan ke 5" in seen(office, RINA)
    assert "laporan ke 6" not in seen(office, RINA)
    told = office.shown(SARI)[-2:]
    assert "tidak kami teruskan" in told[0]
    assert "175" in told[0]
    assert not any("Sudah kami teruskan" in text for text in told)
    await passes(office, timedelta(hours=1))
    await office.says(SARI, "/lapor", "laporan ke 7")
    await delivered(office)
    assert "laporan ke 7" in seen(office, RINA)


async def test_a_picture_too_many_is_not_passed_over_in_silence(office: Stage) -> None:
    """Of four pictures three go along; that the fourth does not is said, and the report still goes."""
    await office.says(SARI, "/start", "/lapor")
    for number in range(4):
        before = len(office.shown(SARI))
        await office.receives(office.sent(SARI, photo=True))
        assert any("Cukup 3 gambar" in text for text in office.shown(SARI)[before:]) == (number == 3)
    await office.says(SARI, REPORTS[0])
    await delivered(office)
    assert seen(office, RINA).count("Gambar laporan") == 3
