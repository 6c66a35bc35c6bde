"""A campaign under way: started, watched in one live message, paused, let go on; and what comes after."""

import csv
import io
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from bot.schedule import JOBS, run_job
from storage.models.campaigns import CampaignState
from tests.integration.campaigns.staffing import (
    OFFICER,
    approves,
    campaign,
    composes,
    people_agree,
    staff_arrive,
    submits,
    told,
)
from tests.integration.house_stage import Stage

STEERING = ("beat", "steer campaigns", "show campaigns")


async def ticks(stage: Stage) -> None:
    """What the schedule and the lanes do once."""
    for job in JOBS:
        if job.name in STEERING:
            await run_job(job, stage.house.desk)
    await stage.house.broadcaster.drain()
    await told(stage)


async def approved(stage: Stage, people: int = 5) -> list[int]:
    """A campaign that everybody has agreed on, its card open at the officer's."""
    await staff_arrive(stage)
    recipients = await people_agree(stage, people)
    await composes(stage)
    await stage.presses(OFFICER, "🔘 Tombol (0)")
    await stage.presses(OFFICER, "Daftar minat")
    await stage.presses(OFFICER, "⬅️ Kembali")
    await submits(stage)
    await approves(stage)
    await told(stage)
    await stage.presses(OFFICER, "Buka")
    return recipients


async def started(stage: Stage, people: int = 5) -> list[int]:
    recipients = await approved(stage, people)
    await stage.presses(OFFICER, "▶️ Mulai sekarang")
    for _ in range(3):
        await ticks(stage)
    return recipients


async def rests(stage: Stage) -> None:
    """The live board may look again."""
    stage.house.desk.live._rests_until = 0.0


def live(stage: Stage, who: int = OFFICER) -> str:
    """What the newest live message says."""
    return next(said for said in reversed(stage.shown(who)) if said.startswith("📡"))


async def test_everybody_gets_it_once(stage: Stage) -> None:
    """Filled in for each, with the buttons and the stop; the maker hears that it is over."""
    recipients = await started(stage)
    for who in recipients:
        got = [said for said in stage.shown(who) if "iuran mulai" in said]
        assert got == [
            "Halo Bapak/Ibu, iuran mulai Rp8.400, sampai Desember 2026. Lihat bpjsketenagakerjaan.go.id."
        ]
    await ticks(stage)
    assert (await campaign(stage)).state is CampaignState.FINISHED
    assert any("selesai" in said for said in stage.shown(OFFICER))


async def test_a_card_stays_good_while_the_audience_is_frozen(stage: Stage) -> None:
    """Between looking and starting the service did its part; the tap still starts it."""
    await approved(stage)
    await ticks(stage)
    assert (await campaign(stage)).frozen_at is not None
    await stage.presses(OFFICER, "▶️ Mulai sekarang")
    assert (await campaign(stage)).state is CampaignState.SCHEDULED


async def test_it_starts_while_time_goes_on(stage: Stage) -> None:
    """With a clock that nobody pinned, too: now is never the past."""
    await approved(stage)
    clock = stage.house.service.clock
    clock.pinned, clock.offset = None, clock.now() - datetime.now(UTC)
    await stage.presses(OFFICER, "▶️ Mulai sekarang")
    assert (await campaign(stage)).state is CampaignState.SCHEDULED


async def test_one_live_message_is_edited(stage: Stage) -> None:
    """From "scheduled" to the end it is the same message, and the numbers are those of the ledger."""
    await started(stage)
    await rests(stage)
    await ticks(stage)
    assert sum(said.startswith("📡") for said in stage.shown(OFFICER)) == 1
    assert "selesai" in live(stage)
    assert "▰▰▰▰▰▰▰▰▰▰▰▰ 100 persen" in live(stage)
    assert "✅ 5 terkirim" in live(stage)


async def test_paused_and_resumed_from_the_live_message(stage: Stage) -> None:
    """A pause holds the messages that wait; going on brings them, and nobody has two."""
    recipients = await approved(stage, people=30)
    await stage.presses(OFFICER, "▶️ Mulai sekarang")
    for _ in range(2):
        for job in JOBS:
            if job.name in STEERING:
                await run_job(job, stage.house.desk)
    await told(stage)
    await rests(stage)
    await run_job(next(job for job in JOBS if job.name == "show campaigns"), stage.house.desk)
    before = len(stage.shown(OFFICER))
    await stage.presses(OFFICER, "⏸ Jeda")
    assert (await campaign(stage)).state is CampaignState.PAUSED
    assert "Dijeda: oleh petugas" in live(stage)  # in its own place, at once
    assert len(stage.shown(OFFICER)) == before
    await ticks(stage)
    assert not any("iuran mulai" in said for who in recipients for said in stage.shown(who))
    await rests(stage)
    await ticks(stage)
    assert "Dijeda: oleh petugas" in live(stage)
    found = await campaign(stage)
    old = f"campaigns:let-go:{found.number}.{found.version - 1}:-"
    await stage.receives(stage.tapped(OFFICER, old))
    assert (await campaign(stage)).state is CampaignState.PAUSED
    await stage.presses(OFFICER, "▶️ Lanjutkan")
    for _ in range(5):
        await ticks(stage)
    counts = [sum("iuran mulai" in said for said in stage.shown(who)) for who in recipients]
    assert counts == [1] * 30
    assert (await campaign(stage)).state is CampaignState.FINISHED


async def test_cancelled_after_asking(stage: Stage) -> None:
    """How many will not get it is told first."""
    await approved(stage)
    await stage.presses(OFFICER, "✖️ Batalkan")
    assert "0 orang yang masih menunggu" in stage.last(OFFICER)
    await stage.presses(OFFICER, "Ya, batalkan")
    assert (await campaign(stage)).state is CampaignState.CANCELLED


async def test_stop_works_with_one_tap(stage: Stage) -> None:
    """The tap is counted, the next campaign leaves them out, and what waits for them is cancelled."""
    recipients = await started(stage)
    await stage.presses(recipients[0], "🔕 Berhenti")
    assert "tidak kami kirim lagi" in stage.last(recipients[0])
    assert await stage.value("SELECT count(*) FROM campaign_tap WHERE button = 'stop'") == 1
    assert await stage.value("SELECT count(*) FROM contact WHERE opted_out_at IS NOT NULL") == 1
    await stage.presses(recipients[0], "🔕 Berhenti")
    assert await stage.value("SELECT count(*) FROM campaign_tap WHERE button = 'stop'") == 1


async def test_stop_in_the_middle_reaches_those_who_wait(stage: Stage) -> None:
    """/berhenti while their message is queued: it is never sent."""
    recipients = await approved(stage)
    await stage.presses(OFFICER, "▶️ Mulai sekarang")
    await run_job(next(job for job in JOBS if job.name == "beat"), stage.house.desk)
    await run_job(next(job for job in JOBS if job.name == "steer campaigns"), stage.house.desk)
    await stage.says(recipients[0], "/berhenti")
    for _ in range(3):
        await ticks(stage)
    assert not any("iuran mulai" in said for said in stage.shown(recipients[0]))
    assert all(any("iuran mulai" in said for said in stage.shown(who)) for who in recipients[1:])


async def test_a_button_opens_the_bots_own_screen(stage: Stage) -> None:
    """As a message of its own, the campaign staying above; the tap and where they came from are noted."""
    recipients = await started(stage)
    before = len(stage.shown(recipients[0]))
    await stage.presses(recipients[0], "Daftar minat")
    assert len(stage.shown(recipients[0])) == before + 1
    assert "Pekerjaan" in stage.last(recipients[0])
    found = await campaign(stage)
    assert await stage.value("SELECT button FROM campaign_tap") == "register"
    assert await stage.value(f"SELECT last_source FROM contact WHERE telegram_id = {recipients[0]}") == (
        found.source_code
    )
    await ticks(stage)
    await stage.receives(stage.tapped(OFFICER, f"campaigns:show:{found.number}:-"))
    await stage.presses(OFFICER, "📊 Hasil")
    assert "Terkirim: 5" in stage.last(OFFICER)
    assert "Menekan Daftar minat: 1" in stage.last(OFFICER)


async def test_taps_are_counted_for_recipients_alone(stage: Stage) -> None:
    """Somebody who never got it cannot add to its numbers, whatever they send."""
    await started(stage)
    found = await campaign(stage)
    await stage.says(4999, "/start")
    for verb in ("register", "stop"):
        await stage.receives(stage.tapped(4999, f"campaigns:{verb}:{found.number}:-"))
        await stage.receives(stage.tapped(4999, f"campaigns:{verb}:nosuchone:-"))
    assert await stage.count("campaign_tap") == 0


async def blocked_and_finished(stage: Stage) -> list[int]:
    """A campaign that is over; one of its people had blocked the bot, unknown to us."""
    recipients = await approved(stage)
    person = stage.person(recipients[0])
    person.blocked = True
    await stage.presses(OFFICER, "▶️ Mulai sekarang")
    for _ in range(4):
        await ticks(stage)
    await stage.receives(stage.tapped(OFFICER, f"campaigns:show:{(await campaign(stage)).number}:-"))
    return recipients


async def test_the_ledger_by_person(stage: Stage) -> None:
    """Every one with what became of it, by filter."""
    await blocked_and_finished(stage)
    await stage.presses(OFFICER, "📒 Catatan kirim")
    assert stage.last(OFFICER).count("✅") == 4
    assert stage.last(OFFICER).count("🚫") == 1
    await stage.presses(OFFICER, "Tak terjangkau")
    assert stage.last(OFFICER).count("(tanpa nama)") == 1
    await stage.presses(OFFICER, "Gagal")
    assert "Tidak ada." in stage.last(OFFICER)


@pytest.mark.parametrize("kind", ["📗 Excel", "📄 Teks tabel"])
async def test_the_ledger_as_a_file(stage: Stage, kind: str) -> None:
    """All its rows; that it was taken, and by whom, is written down."""
    await blocked_and_finished(stage)
    await stage.presses(OFFICER, "📒 Catatan kirim")
    await stage.presses(OFFICER, kind)
    await told(stage)
    document = next(m["document"] for m in reversed(stage.messages(OFFICER)) if "document" in m)
    stored = stage.world.files.find(document["url"].rpartition("/")[2])
    assert stored is not None
    assert len(rows_of(stored.upload.content, document["file_name"])) == 6
    assert await stage.value("SELECT count(*) FROM campaign_event WHERE kind = 'exported'") == 1


def rows_of(content: bytes, name: str) -> list[object]:
    if name.endswith(".csv"):
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    return list(sheet.iter_rows(values_only=True))


async def test_only_the_failed_are_sent_again(stage: Stage) -> None:
    """Those who got it get no second one."""
    recipients = await blocked_and_finished(stage)
    async with stage.house.database.transaction() as tx:
        await tx.execute(text("UPDATE message SET state = 'failed' WHERE state = 'unreachable'"))
        await tx.execute(text("UPDATE contact SET unreachable_at = NULL"))
    stage.person(recipients[0]).blocked = False
    await stage.presses(OFFICER, "🔁 Ulangi yang gagal")
    assert "1 orang yang gagal" in stage.last(OFFICER)
    await stage.presses(OFFICER, "Ya, kirim lagi")
    for _ in range(4):
        await ticks(stage)
    counts = [sum("iuran mulai" in said for said in stage.shown(who)) for who in recipients]
    assert counts == [1] * 5


async def test_the_unknown_are_sent_again_marked(stage: Stage) -> None:
    """Nobody knows whether it arrived: it says that it may be the second one."""
    recipients = await blocked_and_finished(stage)
    async with stage.house.database.transaction() as tx:
        await tx.execute(text("UPDATE message SET state = 'unknown' WHERE state = 'unreachable'"))
        await tx.execute(text("UPDATE contact SET unreachable_at = NULL"))
    stage.person(recipients[0]).blocked = False
    await stage.presses(OFFICER, "❔ Tidak pasti")
    assert "1 orang mungkin sudah menerima" in stage.last(OFFICER)
    await stage.presses(OFFICER, "Ya, kirim ulang")
    for _ in range(4):
        await ticks(stage)
    assert "Dikirim ulang" in [s for s in stage.shown(recipients[0]) if "iuran mulai" in s][-1]
    states = await stage.value(
        "SELECT count(*) FROM message WHERE campaign_id IS NOT NULL AND state = 'sent'"
    )
    assert states == 5
