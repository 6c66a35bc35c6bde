"""/status says what the worker was told last: who comes, and that they say the two words."""

import pytest

from tests.integration.house_stage import BUDI, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import delivered, joins_field, takes_and_records

SCRIPT = tuple("lewat RT/RW" if said == "kantor" else said for said in REGISTRATION)
UJANG = 1011


async def sari_is_registered(stage: Stage) -> None:
    """Her lead is on offer to Pak Budi."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(SARI, "/start", *SCRIPT, SEND)
    await delivered(stage)


async def test_who_took_it_and_the_two_words(stage: Stage) -> None:
    """The same as in the message that came when Pak Budi took it; before, that it is recorded."""
    await sari_is_registered(stage)
    await stage.says(SARI, "/status")
    assert "tercatat, petugas akan menghubungi" in stage.last(SARI)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    told = stage.last(SARI)
    await stage.says(SARI, "/status")
    assert "Pak Budi" in told
    assert told in stage.last(SARI)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("✍️ Siap daftar", "Sebentar lagi Bapak/Ibu didaftarkan resmi"),
        ("🪪 Sudah terdaftar", "sudah didaftarkan resmi"),
        ("💚 Sudah bayar pertama", "iuran pertama sudah dibayar"),
    ],
)
async def test_what_came_of_it(stage: Stage, outcome: str, said: str) -> None:
    """Step by step, to the first payment."""
    await sari_is_registered(stage)
    await takes_and_records(stage, BUDI, outcome)
    await stage.says(BUDI, "12345678901")  # of membership, where it is asked for
    await delivered(stage)
    await stage.says(SARI, "/status")
    assert said in stage.last(SARI)
    assert "petugas akan menghubungi" not in stage.last(SARI)


async def test_a_stranger_with_the_same_name_and_phone_learns_nothing(stage: Stage) -> None:
    """Who sent in what another had sent in before is told only that it is recorded."""
    await sari_is_registered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await stage.says(UJANG, "/start", *SCRIPT, SEND, "/status")
    assert "tercatat, petugas akan menghubungi" in stage.last(UJANG)
    assert "Pak Budi" not in stage.last(UJANG)


async def test_whoever_is_on_record_reads_so_before_the_form(stage: Stage) -> None:
    """And once: in the middle of it, and to somebody new, nothing is said of it."""
    await stage.says(SARI, "/daftar")
    assert "sudah tercatat" not in stage.last(SARI)
    await stage.says(SARI, *SCRIPT, SEND, "/daftar")
    assert "sudah tercatat" in stage.last(SARI)
    assert "Pekerjaan Bapak/Ibu apa?" in stage.last(SARI)
    await stage.says(SARI, "petani", "/daftar")
    assert "sudah tercatat" not in stage.last(SARI)
    assert "Berapa umur" in stage.last(SARI)
