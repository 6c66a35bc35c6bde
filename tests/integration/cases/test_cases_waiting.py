"""Nobody waits unnoticed: promises by the branch's hours and room, reminders, escalation, misfortunes."""

from datetime import timedelta

import pytest

from bot.cases import promises
from bot.cases.waiting import mind_cases
from bot.metrics import CASES_WAITING, LONGEST_WAIT
from tests.integration.cases.counter import (
    HOUR,
    MINUTE,
    TATI,
    UJANG,
    asks,
    delivered,
    heard,
    newest_case,
    passes,
    replied,
    seen,
)
from tests.integration.house_stage import RINA, SARI, Stage
from tests.integration.outbox.sending import owner_arrives

NIGHT = 10 * HOUR  # Friday, eight in the evening
NUDGE = "Menunggu jawaban sejak"
SORRY = "belum dijawab pada hari yang kami janjikan"


async def test_in_open_hours_today_is_promised(office: Stage) -> None:
    """Friday at ten: before the branch closes."""
    await asks(office)
    assert "Dijawab petugas hari ini, sebelum jam 16.00" in seen(office, SARI)


async def test_at_night_the_next_open_day_is_promised(office: Stage) -> None:
    """On Friday night that is Monday; nobody is woken, and the cards come when the branch opens."""
    await passes(office, NIGHT)
    await asks(office, "Mau tanya iuran nelayan")
    assert "Dijawab petugas Senin, 23 November 2026 mulai 08.00" in seen(office, SARI)
    assert "🙋" not in office.chat(RINA)
    await passes(office, timedelta(days=2, hours=12))
    assert "Mau tanya iuran nelayan" in office.last(RINA)
    await office.presses(RINA, "🙋 Ambil")


async def test_before_a_working_day_tomorrow_is_promised(office: Stage) -> None:
    """On Sunday night: "besok mulai 08.00"."""
    await passes(office, timedelta(days=2) + NIGHT)
    await asks(office)
    assert "Dijawab petugas besok mulai 08.00" in seen(office, SARI)


async def test_a_day_is_promised_only_where_there_is_room(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One answer a day for each officer: the third is promised Monday; with nobody on duty none is."""
    monkeypatch.setattr(promises, "ANSWERS_A_DAY", 1)
    for who in (SARI, UJANG, 1012):
        await asks(office, who=who)
    assert "hari ini" in seen(office, UJANG)
    assert "Senin, 23 November" in seen(office, 1012)
    for officer in (RINA, TATI):
        await office.says(officer, "/piket")
        await office.presses(officer, "Libur sampai 7 hari")
    await asks(office, who=1013)
    assert "Hari jawabannya belum bisa kami janjikan" in seen(office, 1013)


async def test_kept_promises_are_counted(office: Stage) -> None:
    """Sari is answered in time, Ujang is not: one of two."""
    await asks(office)
    await asks(office, who=UJANG)
    await office.presses(RINA, "🙋 Ambil")
    await delivered(office)
    await replied(office, RINA, "Bapak/Ibu yang memegang", text="Siap, Pak")
    await passes(office, NIGHT)
    await office.says(RINA, "/kasus")
    assert "1 dari 2 janji ditepati" in office.last(RINA)


async def test_off_duty_no_cards_come_but_misfortunes(office: Stage) -> None:
    """Bu Tati is away; only when something bad has happened is she told."""
    await office.says(TATI, "/piket")
    await office.presses(TATI, "Libur hari ini")
    await asks(office)
    assert "Minta bantuan" not in seen(office, TATI)
    await asks(office, who=UJANG, command="/musibah")
    assert "🚨 Musibah" in seen(office, TATI)


async def test_reminded_after_fifteen_minutes_then_everybody_then_approvers(office: Stage) -> None:
    """First whoever has it, then all who take cases, then those who approve; each once."""
    await asks(office)
    await office.presses(TATI, "🙋 Ambil")
    await passes(office, 14 * MINUTE)
    assert NUDGE not in seen(office, TATI)
    await passes(office, MINUTE)
    assert (seen(office, TATI).count(NUDGE), seen(office, RINA).count(NUDGE)) == (1, 0)
    await passes(office, 45 * MINUTE)
    assert (seen(office, TATI).count(NUDGE), seen(office, RINA).count(NUDGE)) == (2, 1)
    await passes(office, 3 * HOUR)
    assert (seen(office, TATI).count(NUDGE), seen(office, RINA).count(NUDGE)) == (3, 2)


async def test_an_answer_ends_the_reminders(office: Stage) -> None:
    """Until the person says something more than thanks."""
    await asks(office)
    await replied(office, TATI, "Minta bantuan", text="Baik, saya cek")
    await passes(office, HOUR)
    assert NUDGE not in seen(office, TATI)
    await office.says(SARI, "Terima kasih banyak ya Bu")
    await passes(office, HOUR)
    assert "Terima kasih banyak" in seen(office, TATI)
    assert NUDGE not in seen(office, TATI)
    await office.says(SARI, "Saya tunggu kabarnya ya Bu")
    await passes(office, 16 * MINUTE)
    assert seen(office, TATI).count(NUDGE) == 1


async def test_after_a_long_outage_a_reminder_comes_once(office: Stage) -> None:
    """Not one for every step that was missed."""
    await asks(office)
    await passes(office, 5 * HOUR)
    assert seen(office, RINA).count(NUDGE) == 1


async def test_nights_do_not_count_for_ordinary_questions(office: Stage) -> None:
    """Asked ten minutes before closing: the reminder comes on Monday morning."""
    await passes(office, 5 * HOUR + 50 * MINUTE)
    await asks(office)
    await passes(office, 12 * HOUR)
    assert NUDGE not in seen(office, RINA)
    await passes(office, timedelta(days=2, hours=4, minutes=16))
    assert seen(office, RINA).count(NUDGE) == 1


async def test_a_misfortune_at_night_is_told_at_once_and_honestly(office: Stage) -> None:
    """Everybody hears in the night; the person reads that the branch is closed, and what answers now."""
    await passes(office, NIGHT)
    await asks(office, command="/musibah")
    assert "🚨 Musibah" in seen(office, RINA)
    assert "🚨 Musibah" in seen(office, TATI)
    said = office.last(SARI)
    assert "di luar jam kantor" in said
    assert "Jangan menunggu kami: telepon 175" in said
    await passes(office, 5 * MINUTE)
    assert seen(office, RINA).count(NUDGE) == 1


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Kecelakaan waktu kerja", ("rumah sakit terdekat", "Surat polisi", "tanyakan petugas", "5 tahun")),
        ("Ada yang meninggal", ("surat kematian", "Surat ahli waris", "5 tahun")),
        ("Yang lain", ("Ceritakan di sini", "175")),
    ],
)
async def test_the_first_two_days_by_what_happened(office: Stage, label: str, told: tuple[str, ...]) -> None:
    """What to do, the papers, by when - and staff see what it is without asking."""
    await asks(office, command="/musibah")
    assert "Tolong dulu" in office.last(SARI)
    await office.presses(SARI, label)
    await delivered(office)
    for words in (*told, "Jangan bayar siapa pun"):
        assert words in office.last(SARI)
    assert f"🚨 Musibah · {label}" in office.last(RINA)


async def test_a_misfortune_makes_an_open_case_urgent(office: Stage) -> None:
    """The same case, for whoever has it; patience is that of misfortunes from then on."""
    await asks(office)
    await office.presses(TATI, "🙋 Ambil")
    await delivered(office)
    await asks(office, command="/musibah")
    assert "🚨 Musibah" in office.last(TATI)
    assert await office.count("support_case") == 1
    await passes(office, 5 * MINUTE)
    assert seen(office, TATI).count(NUDGE) == 1


async def test_who_waits_is_counted(office: Stage) -> None:
    """For /metrics: nobody's, unanswered, and the longest wait."""
    await asks(office)
    await asks(office, who=UJANG)
    await office.presses(RINA, "🙋 Ambil")
    await passes(office, 10 * MINUTE)
    await mind_cases(office.house.database, office.house.service)
    values = [CASES_WAITING.labels(what)._value.get() for what in ("unclaimed", "unanswered")]
    assert values == [1, 2]
    assert LONGEST_WAIT._value.get() == 600


async def test_where_hours_are_not_known_no_day_is_promised(stage: Stage) -> None:
    """The shipped branch file knows none; staff are told at once, at any hour."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", "/bantuan")
    assert "pada jam kantor" in stage.last(SARI)
    assert (await newest_case(stage)).case.promised_from is None
    assert heard(stage, SARI, "besok") == 0


@pytest.mark.parametrize("command", ["/bantuan", "/musibah"])
async def test_nobody_is_said_to_know_when_nobody_could_be_told(stage: Stage, command: str) -> None:
    """Before any officer has written to the bot: the phone is named, and the first who comes is told."""
    await stage.says(SARI, "/start", command, "Suami saya jatuh di laut")
    await stage.receives(stage.sent(SARI, voice=True))
    told = seen(stage, SARI)
    assert "Belum ada petugas yang bisa kami hubungi" in told
    assert "175" in told
    assert not any(claim in told for claim in ("kami beri tahu", "kami teruskan", "Dijawab petugas"))
    await passes(stage, 2 * HOUR)
    await owner_arrives(stage)
    await passes(stage, 6 * MINUTE)
    assert NUDGE in stage.last(RINA)
    assert "Suami saya jatuh di laut" in stage.last(RINA)


@pytest.mark.parametrize("age", ["di bawah 18", "64 ke atas"])
async def test_who_is_handed_over_is_told_no_more_than_is_so(office: Stage, age: str) -> None:
    """Outside the ages of the form, at night: nobody knows of it yet, but the day is named."""
    await passes(office, NIGHT)
    await office.says(SARI, "/start", "/daftar", "nelayan", age, "ya")
    assert "kami beri tahu" not in office.last(SARI)
    assert "Dijawab petugas Senin, 23 November 2026 mulai 08.00" in office.last(SARI)


async def test_a_broken_promise_is_told_once(office: Stage) -> None:
    """Promised for Friday, answered by nobody: Sari hears it that evening, with Monday and the phone."""
    await asks(office, "Berapa iurannya?")
    await passes(office, 5 * HOUR)
    assert SORRY not in seen(office, SARI)
    await passes(office, 2 * HOUR)
    assert SORRY in office.last(SARI)
    assert "Dijawab petugas Senin, 23 November 2026 mulai 08.00" in office.last(SARI)
    assert "175" in office.last(SARI)
    await passes(office, timedelta(days=2))
    assert seen(office, SARI).count(SORRY) == 1
    await office.says(RINA, "/kasus")
    assert "0 dari 1 janji ditepati" in office.last(RINA)


async def test_the_next_promise_counts_by_itself(office: Stage) -> None:
    """Monday is broken, too: one more message; and Tuesday's answer keeps one promise in three."""
    await asks(office, "Berapa iurannya?")
    for _ in range(4):
        await passes(office, timedelta(days=1))
    assert seen(office, SARI).count(SORRY) == 2
    await office.presses(RINA, "🙋 Ambil")
    await office.says(RINA, "Rp16.800 sebulan")
    await passes(office, timedelta(days=2))
    assert seen(office, SARI).count(SORRY) == 2
    await office.says(RINA, "/kasus")
    assert "1 dari 3 janji ditepati" in office.last(RINA)


async def test_an_answer_in_time_breaks_nothing(office: Stage) -> None:
    """Answered on the day: nothing is told."""
    await asks(office, "Berapa iurannya?")
    await office.presses(RINA, "🙋 Ambil")
    await office.says(RINA, "Rp16.800 sebulan")
    await passes(office, timedelta(days=3))
    assert SORRY not in seen(office, SARI)
