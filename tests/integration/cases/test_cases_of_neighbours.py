"""A volunteer registers somebody whom a person must take over: the case says about whom it is."""

from tests.integration.cases.counter import delivered
from tests.integration.house_stage import BUDI, RINA, Stage
from tests.integration.intake.script import REGISTRATION
from tests.integration.leads.field import joins_field

READ_OUT = ("/daftarkan", *REGISTRATION[1:4], "lewat RT/RW", *REGISTRATION[5:])


async def test_staff_read_that_it_is_about_a_neighbour(office: Stage) -> None:
    """Of that volunteer, who goes on with the next one; nothing that nobody agreed to is passed on."""
    await joins_field(office, BUDI, "Pak Budi")
    await office.says(BUDI, *READ_OUT[:2])
    await office.presses(BUDI, "64 ke atas")
    assert "akan menghubungi Bapak/Ibu soal tetangga ini" in office.last(BUDI)
    await delivered(office)
    told = "\n".join(office.shown(RINA))
    assert "Tetangga dari relawan Pak Budi" in told
    assert "Pekerjaan" not in told
    await office.presses(BUDI, "➕ Daftarkan lagi")
    assert "Bacakan ke orangnya" in office.last(BUDI)


async def test_what_the_neighbour_agreed_to_goes_with_it(office: Stage) -> None:
    """After the consent was read out, staff need not ask for it all once more."""
    await joins_field(office, BUDI, "Pak Budi")
    await office.says(BUDI, *READ_OUT)
    await office.presses(BUDI, "✏️ Ubah jawaban")
    await office.presses(BUDI, "✏️ Umur")
    await office.presses(BUDI, "64 ke atas")
    await office.presses(BUDI, "Ya, benar")
    assert await office.count("lead") == 0
    await delivered(office)
    assert "Sari Wulandari" in "\n".join(office.shown(RINA))
