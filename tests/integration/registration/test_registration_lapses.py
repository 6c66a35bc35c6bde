"""Answers that went by before they were sent in: what comes next answers nothing, and the person is told."""

from datetime import timedelta

import pytest

from bot.retention import forget_what_is_old
from storage.models.sources import Source, SourceKind
from storage.sources import add_source
from tests.integration.house_stage import NOW, SARI, Stage
from tests.integration.intake.script import REGISTRATION

DAY, A_DAY_AND_MORE = timedelta(days=1), timedelta(hours=25)
TO_CONSENT = REGISTRATION[:4]
TO_NAME = REGISTRATION[:5]
TOLD = "Jawaban yang dulu sudah kami hapus"
FIRST_STEP, SECOND_STEP = "Langkah 1 dari 8", "Langkah 2 dari 8"


async def time_passes(stage: Stage, pause: timedelta, *, with_job: bool) -> None:
    """Move the clock; whether the job that forgets has come round meanwhile must not matter."""
    service = stage.house.service
    service.clock.move(pause)
    if with_job:
        async with stage.house.database.transaction() as tx:
            await forget_what_is_old(tx, service.branch, service.clock.now(), service.zone)


@pytest.mark.parametrize("with_job", [False, True], ids=["before the job", "after the job"])
@pytest.mark.parametrize(
    ("answered", "pause", "said", "why"),
    [
        (TO_CONSENT, A_DAY_AND_MORE, "kantor", "24 jam lewat tanpa izin"),
        (TO_CONSENT, A_DAY_AND_MORE, "nelayan", "24 jam lewat tanpa izin"),
        (TO_CONSENT, 100 * DAY, "kembali", "24 jam lewat tanpa izin"),
        (TO_NAME, 91 * DAY, "Sari", "90 hari tidak dilanjutkan"),
        (REGISTRATION, 100 * DAY, "kirim", "90 hari tidak dilanjutkan"),
    ],
)
async def test_what_comes_after_a_lapse_answers_nothing(
    stage: Stage, answered: tuple[str, ...], pause: timedelta, said: str, why: str, *, with_job: bool
) -> None:
    """It is said once what became of the answers and why; the first question is asked, not answered."""
    await stage.says(SARI, "/start", *answered)
    await time_passes(stage, pause, with_job=with_job)
    await stage.says(SARI, said)
    assert TOLD in stage.last(SARI)
    assert why in stage.last(SARI)
    assert FIRST_STEP in stage.last(SARI)
    await stage.says(SARI, "hmm?")
    assert TOLD not in stage.last(SARI)
    await stage.says(SARI, "nelayan")
    assert SECOND_STEP in stage.last(SARI)


@pytest.mark.parametrize("with_job", [False, True], ids=["before the job", "after the job"])
@pytest.mark.parametrize("button", ["⬅️ Kembali", "Berhenti dulu", "✏️ Ubah jawaban", "✅ Kirim"])
async def test_a_tap_answers_nothing_either(stage: Stage, button: str, *, with_job: bool) -> None:
    """Whatever stands below the last screen."""
    await stage.says(SARI, "/start", *REGISTRATION)
    await time_passes(stage, 100 * DAY, with_job=with_job)
    await stage.presses(SARI, button)
    assert TOLD in stage.last(SARI)
    assert FIRST_STEP in stage.last(SARI)


@pytest.mark.parametrize("with_job", [False, True], ids=["before the job", "after the job"])
@pytest.mark.parametrize("between", ["Berhenti dulu", "/iuran", "/status"])
async def test_who_comes_back_by_another_way_is_told(stage: Stage, between: str, *, with_job: bool) -> None:
    """We keep your answers for a while, it was said: when they are gone, that is said, too."""
    await stage.says(SARI, "/start", *TO_CONSENT, between)
    await time_passes(stage, A_DAY_AND_MORE, with_job=with_job)
    await stage.says(SARI, "/daftar")
    assert TOLD in stage.last(SARI)
    assert FIRST_STEP in stage.last(SARI)


async def test_a_shared_number_and_a_photo_answer_nothing(stage: Stage) -> None:
    """A number shared on the screen of three months ago is not taken, nor called somebody else's."""
    await stage.says(SARI, "/start", *REGISTRATION[:6])
    await time_passes(stage, 100 * DAY, with_job=True)
    await stage.receives(stage.sent(SARI, contact="own"))
    assert TOLD in stage.last(SARI)
    assert "Langkah 6" not in stage.last(SARI)


async def test_a_sticker_is_answered_with_what_became_of_the_answers(stage: Stage) -> None:
    """The screen that comes back is step 1; it says why, and the next tap counts."""
    await stage.says(SARI, "/start", *TO_CONSENT)
    await time_passes(stage, A_DAY_AND_MORE, with_job=False)
    await stage.receives(stage.sent(SARI, sticker=True))
    assert TOLD in stage.last(SARI)
    await stage.presses(SARI, "Nelayan")
    assert SECOND_STEP in stage.last(SARI)


async def test_who_answered_nothing_has_lost_nothing(stage: Stage) -> None:
    """A form that was opened and left is not mourned: the answer to its first question is one."""
    await stage.says(SARI, "/start", "/daftar")
    await time_passes(stage, A_DAY_AND_MORE, with_job=True)
    await stage.says(SARI, "nelayan")
    assert SECOND_STEP in stage.last(SARI)
    assert TOLD not in stage.last(SARI)


async def test_what_the_source_knows_is_confirmed_again(stage: Stage) -> None:
    """After a lapse a poster's occupation is offered, not asked."""
    async with stage.house.database.transaction() as tx:
        market = Source(
            code="pasar-rau", label="Rau", kind=SourceKind.MARKET, occupation="trader", created_at=NOW
        )
        await add_source(tx, market)
    await stage.says(SARI, "/start pasar-rau", "/daftar", "betul", "18 - 39")
    await time_passes(stage, A_DAY_AND_MORE, with_job=True)
    await stage.says(SARI, "belum")
    assert TOLD in stage.last(SARI)
    assert "Pedagang pasar, betul?" in stage.last(SARI)
