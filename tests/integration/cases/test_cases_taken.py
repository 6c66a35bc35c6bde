"""A person behind it: taken by one tap, promised by a day, nudged, handed on, closed and rated."""

from datetime import time, timedelta

import pytest

from bot.branch import Answering
from bot.timer_kinds import TIMER_KINDS
from bot.timers import TimerRunner
from storage.models.staff import Role
from storage.staff import grant_role
from tests.integration.house_stage import RINA, SARI, Stage
from tests.integration.leads.field import delivered
from tests.integration.outbox.sending import owner_arrives

YUNI, UJANG = 1012, 1011
TAKE = "🙋 Saya yang jawab"
ANSWERING = Answering(opens=time(8), closes=time(16), a_day=1)


@pytest.fixture
async def office(stage: Stage) -> Stage:
    """Bu Rina is admin, Yuni an officer; they answer from 08.00 to 16.00, one a day each."""
    service = stage.house.service
    object.__setattr__(service, "branch", service.branch.model_copy(update={"answering": ANSWERING}))
    await owner_arrives(stage)
    await stage.says(YUNI, "/start")
    async with stage.house.database.transaction() as tx:
        await grant_role(tx, YUNI, Role.OFFICER, service.clock.now())
    return stage


async def asks(office: Stage, who: int = SARI, command: str = "/bantuan") -> None:
    await office.says(who, "/start", command)
    await delivered(office)


async def passes(office: Stage, by: timedelta) -> None:
    """Time passes, what is due happens, and is delivered."""
    office.house.service.clock.move(by)
    await TimerRunner(office.house.database, office.house.service, TIMER_KINDS).run_due()
    await delivered(office)


async def taken_by(office: Stage) -> int | None:
    query = "SELECT telegram_id FROM contact JOIN support_case ON taken_by = contact.id"
    found = await office.value(query)
    return None if found is None else int(found)


async def test_one_tap_takes_it_and_nobody_answers_twice(office: Stage) -> None:
    """Yuni is faster; Bu Rina's card says so, and her late tap does nothing."""
    await asks(office)
    late = office.button(RINA, TAKE)
    await office.presses(YUNI, TAKE)
    await delivered(office)
    assert await taken_by(office) == YUNI
    assert "dari kantor BPJS Ketenagakerjaan Serang yang menjawab" in office.last(SARI)
    assert "sudah dipegang" in " ".join(office.shown(RINA))
    await office.receives(office.tapped(RINA, late))
    assert await taken_by(office) == YUNI


async def test_words_go_both_ways_between_two_alone(office: Stage) -> None:
    """What Sari says after it was taken reaches Yuni, not Bu Rina; Yuni's words reach Sari."""
    await asks(office)
    await office.presses(YUNI, TAKE)
    await office.says(SARI, "suami saya jatuh dari perahu")
    await delivered(office)
    assert "jatuh dari perahu" in " ".join(office.shown(YUNI))
    assert "jatuh dari perahu" not in " ".join(office.shown(RINA))
    await office.presses(YUNI, "✍️ Jawab")
    await office.says(YUNI, "Bawa ke puskesmas dulu ya Bu")
    await delivered(office)
    assert "Bawa ke puskesmas" in office.last(SARI)


@pytest.mark.parametrize("what", ["photo", "voice"])
async def test_files_go_to_the_person(office: Stage, what: str) -> None:
    """A photo of the form, a spoken answer: as they were sent."""
    await asks(office)
    await office.presses(YUNI, TAKE)
    await office.presses(YUNI, "✍️ Jawab")
    assert (await office.receives(office.sent(YUNI, **{what: True}))).status == 200
    await delivered(office)
    assert office.messages(SARI)[-1].get(what)


async def test_one_tap_answers(office: Stage) -> None:
    """An answer that is written already; answering takes what nobody had taken."""
    await asks(office)
    await office.says(YUNI, "/kasus")
    label = next(b["text"] for row in office.messages(YUNI)[-1]["inline_keyboard"] for b in row)
    await office.presses(YUNI, label)
    await office.presses(YUNI, "✍️ Jawab")
    await office.presses(YUNI, "Minta foto surat")
    await delivered(office)
    assert "kirim foto suratnya" in office.last(SARI)
    assert await taken_by(office) == YUNI


async def test_somebody_elses_case_cannot_be_answered(office: Stage) -> None:
    """Bu Rina had the screen open when Yuni took it: her words are not sent, and she is told."""
    await asks(office)
    await office.presses(RINA, "Buka")
    await office.presses(RINA, "✍️ Jawab")
    await office.presses(YUNI, TAKE)
    await office.says(RINA, "Saya yang jawab ya Bu")
    await delivered(office)
    assert "Belum terkirim" in " ".join(office.shown(RINA)[-2:])
    assert "Saya yang jawab ya" not in " ".join(office.shown(SARI))


async def test_a_day_is_promised_only_where_there_is_room(office: Stage) -> None:
    """Two people can be answered today; the third hears of another day."""
    said = []
    for who in (SARI, UJANG, 1013):
        await asks(office, who)
        said.append(office.last(who))
    assert "Dijawab hari ini, sebelum pukul 16.00" in said[0]
    assert "Dijawab hari ini" in said[1]
    assert "mulai pukul 08.00" in said[2]


async def test_kept_promises_are_counted(office: Stage) -> None:
    """One was answered in time, one was not: staff see it."""
    for who in (SARI, UJANG):
        await asks(office, who)
    await office.says(YUNI, "/kasus")
    label = next(b["text"] for row in office.messages(YUNI)[-1]["inline_keyboard"] for b in row)
    await office.presses(YUNI, label)
    await office.presses(YUNI, "✍️ Jawab")
    await office.presses(YUNI, "Terima kasih")
    office.house.service.clock.move(timedelta(days=1))
    await office.says(YUNI, "/kasus")
    assert "Janji ditepati bulan ini: 1 dari 2" in office.last(YUNI)


async def test_who_took_it_is_nudged_and_then_it_is_anybodys(office: Stage) -> None:
    """After 15 minutes Yuni is reminded, after an hour approvers are told and the case is open again."""
    await asks(office)
    await office.presses(YUNI, TAKE)
    await passes(office, timedelta(minutes=16))
    assert "Belum dijawab sejak" in office.last(YUNI)
    await passes(office, timedelta(minutes=50))
    assert await taken_by(office) is None
    assert "Belum dijawab sejak" in office.last(RINA)
    await office.presses(RINA, TAKE)
    assert await taken_by(office) == RINA


async def test_an_answer_ends_the_waiting(office: Stage) -> None:
    """Nobody is nudged about a person who has been answered, until they write again."""
    await asks(office)
    await office.presses(YUNI, TAKE)
    await office.presses(YUNI, "✍️ Jawab")
    await office.says(YUNI, "Sebentar ya Bu")
    await passes(office, timedelta(hours=2))
    assert "Belum dijawab" not in " ".join(office.shown(YUNI))
    await office.says(SARI, "Bu, sudah ada kabar?")
    await passes(office, timedelta(minutes=16))
    assert "Belum dijawab" in office.last(YUNI)


async def test_at_night_only_a_misfortune_is_nudged(office: Stage) -> None:
    """Sari's question waits for the morning; Ujang's accident does not."""
    office.house.service.clock.move(timedelta(hours=12))
    await asks(office)
    await asks(office, UJANG, "/musibah")
    before = len(office.shown(RINA))
    await passes(office, timedelta(minutes=16))
    new = office.shown(RINA)[before:]
    assert len(new) == 1
    assert "Musibah" in new[0]


async def test_put_back_it_is_offered_again(office: Stage) -> None:
    """Yuni has to go: Bu Rina gets the card anew."""
    await asks(office)
    await office.presses(YUNI, TAKE)
    await office.presses(YUNI, "↩️ Kembalikan ke petugas lain")
    await delivered(office)
    await office.presses(RINA, TAKE)
    assert await taken_by(office) == RINA


async def test_closed_it_is_rated_once_and_goes_on_where_one_was(office: Stage) -> None:
    """Sari is in the middle of the form when it is closed; four stars, and the form is still there."""
    await asks(office)
    await office.presses(YUNI, TAKE)
    await office.says(SARI, "/daftar", "nelayan")
    await office.presses(YUNI, "✅ Selesai")
    await delivered(office)
    await office.presses(SARI, "4 ⭐")
    await office.presses(SARI, "1 ⭐")
    assert await office.value("SELECT rating FROM support_case") == 4
    await office.says(SARI, "18 - 39")
    assert "Langkah 3 dari 8" in office.last(SARI)
    await office.says(YUNI, "/kasus")
    assert "4,0 ⭐ (1 orang)" in office.last(YUNI)


async def test_a_stranger_cannot_rate_take_or_answer(office: Stage) -> None:
    """Forged buttons of somebody who is nobody change nothing."""
    await asks(office)
    await office.says(UJANG, "/start")
    number = await office.value("SELECT number FROM support_case")
    for data in (f"cases:take:{number}.1:-", f"cases:rate:{number}.5:-", f"replies:canned:{number}.call:-"):
        await office.receives(office.tapped(UJANG, data))
    assert await taken_by(office) is None
    assert await office.value("SELECT rating FROM support_case") is None
    assert await office.value("SELECT answered_at FROM support_case") is None


async def test_off_duty_one_is_left_alone(office: Stage) -> None:
    """Yuni is off: the card goes to Bu Rina; with nobody on duty it goes to everybody."""
    await office.says(YUNI, "/kasus")
    await office.presses(YUNI, "🔕 Saya tidak jaga")
    before = len(office.shown(YUNI))
    await asks(office)
    assert len(office.shown(YUNI)) == before
    assert "menunggu petugas" in office.last(RINA)


async def test_who_loses_the_role_loses_the_case(office: Stage) -> None:
    """Yuni is no officer any more: what she had taken is offered again, and her buttons are nobody's."""
    await asks(office)
    await office.presses(YUNI, TAKE)
    async with office.house.database.transaction() as tx:
        await grant_role(tx, YUNI, Role.WORKER, office.house.service.clock.now())
    await passes(office, timedelta(minutes=16))
    await office.presses(RINA, TAKE)
    assert await taken_by(office) == RINA


async def test_nobody_is_said_to_know_when_nobody_could_be_told(stage: Stage) -> None:
    """Before any officer has written to the bot: 175 is named, and the first who comes is told."""
    await stage.says(SARI, "/start", "/musibah")
    assert "belum ada petugas" in stage.last(SARI)
    await passes(stage, timedelta(minutes=16))
    await owner_arrives(stage)
    await passes(stage, timedelta(minutes=16))
    assert "Belum dijawab sejak" in stage.last(RINA)


async def test_misfortune_leads_on_by_what_happened(office: Stage) -> None:
    """First what to do at once; then what to bring, by what happened."""
    await asks(office, SARI, "/musibah")
    await office.presses(SARI, "🤕 Ada yang luka")
    assert "kuitansi" in office.last(SARI).lower() or "rumah sakit" in office.last(SARI).lower()
