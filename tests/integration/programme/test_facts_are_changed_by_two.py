"""A figure is changed from the chat: proposed by one, approved by another, shown on every screen."""

from datetime import date

import pytest

from bot import facts_board
from bot.programme.contributions import Group, lowest_row, schedule
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.programme.proposing import proposes


async def test_a_second_person_makes_it_true(two: Stage) -> None:
    """Side by side, then to whoever may approve; until then nothing changes for anybody."""
    await proposes(two, RINA, "jkk.homecare", "25 juta")
    assert "Sekarang: paling banyak Rp20.000.000" in two.last(RINA)
    assert "Usulan: paling banyak Rp25.000.000" in two.last(RINA)
    assert "Mulai 20 November 2026. Sumber: Permenaker 9/2026" in two.last(RINA)
    await two.presses(RINA, "✅ Ajukan")
    assert "menunggu persetujuan" in two.last(RINA)
    await two.says(SARI, "/manfaat")
    await two.presses(SARI, "🏥 Dirawat di rumah sakit")
    assert "Rp20 juta" in two.last(SARI)
    assert await two.house.outbox.drain() == 1
    await two.presses(BUDI, "Buka")
    await two.presses(BUDI, "✅ Setujui")
    assert "Disetujui" in two.last(BUDI)
    await two.says(SARI, "/manfaat")
    await two.presses(SARI, "🏥 Dirawat di rumah sakit")
    assert "Rp25 juta" in two.last(SARI)
    await two.says(RINA, "/fakta")
    await two.presses(RINA, "Kecelakaan kerja")
    await two.presses(RINA, "Berikutnya ▶️")
    await two.presses(RINA, "Perawatan di rumah")
    assert "Rp20.000.000" in two.last(RINA)
    assert "Permenaker 9/2026" in two.last(RINA)
    assert await two.value("SELECT count(*) FROM fact_change WHERE decided_at IS NOT NULL") == 1


async def test_the_card_tells_now_and_from_when_and_its_proposer_hears(two: Stage) -> None:
    """After the approval: what is told now, and from when the new; and Bu Rina is told what became of it."""
    await two.says(RINA, "/fakta jkk.homecare")
    await two.presses(RINA, "✏️ Usulkan perubahan")
    await two.says(RINA, "25 juta", "Permenaker 9/2026", "1 Februari 2027")
    assert "Mulai 1 Februari 2027" in two.last(RINA)
    await two.presses(RINA, "✅ Ajukan")
    await two.house.outbox.drain()
    await two.presses(BUDI, "Buka")
    await two.presses(BUDI, "✅ Setujui")
    now_and_then = "paling banyak Rp20.000.000; mulai 1 Februari 2027: paling banyak Rp25.000.000"
    assert f"Sekarang: {now_and_then}" in two.last(BUDI)
    assert await two.house.outbox.drain() == 1
    assert "Usulan Bapak/Ibu disetujui: Perawatan di rumah" in two.last(RINA)


async def test_a_rejection_is_told_to_its_proposer(two: Stage) -> None:
    """Nobody waits for an answer that was given."""
    await proposes(two, RINA, "jkk.homecare", "25 juta")
    await two.presses(RINA, "✅ Ajukan")
    await two.house.outbox.drain()
    await two.presses(BUDI, "Buka")
    await two.presses(BUDI, "❌ Tolak")
    await two.house.outbox.drain()
    assert "Usulan Bapak/Ibu ditolak: Perawatan di rumah" in two.last(RINA)


@pytest.mark.parametrize(
    ("source", "is_taken"),
    [
        ("kata teman", False),
        ("31/2/2027", False),
        ("kata teman di kantor pusat", False),
        ("lihat contoh-palsu.com/aturan-2027", False),
        ("Permenaker 9/2026", True),
        ("surat kantor wilayah 3 Januari 2027", True),
        ("https://www.bpjsketenagakerjaan.go.id/bpu", True),
    ],
)
async def test_hearsay_is_no_source(two: Stage, source: str, is_taken: bool) -> None:
    """A number, a date or an official link: something that the second person can look up."""
    await two.says(RINA, "/fakta jkk.homecare")
    await two.presses(RINA, "✏️ Usulkan perubahan")
    await two.says(RINA, "25 juta", source)
    assert ("mulai kapan" in two.last(RINA)) is is_taken
    assert ("perlu yang tertulis" in two.last(RINA)) is not is_taken


async def test_nobody_approves_their_own(two: Stage) -> None:
    """No button, and no way round the button."""
    await proposes(two, RINA, "jkk.homecare", "25 juta")
    await two.presses(RINA, "✅ Ajukan")
    number = await two.value("SELECT number FROM fact_change")
    version = await two.value("SELECT version FROM conversation WHERE screen = 'fact-change'")
    assert not two.offers(RINA, "✅ Setujui")
    await two.receives(two.tapped(RINA, f"facts:approve:{number}:{version}"))
    assert await two.value("SELECT state FROM fact_change") == "proposed"


async def test_a_proposal_is_decided_once(two: Stage) -> None:
    """Who comes second is told so, and changes nothing."""
    await proposes(two, RINA, "jkk.homecare", "25 juta")
    await two.presses(RINA, "✅ Ajukan")
    await two.house.outbox.drain()
    await two.presses(BUDI, "Buka")
    approve = two.button(BUDI, "✅ Setujui")
    await two.presses(BUDI, "❌ Tolak")
    await two.receives(two.tapped(BUDI, approve))
    assert await two.value("SELECT state FROM fact_change") == "rejected"


async def test_what_does_not_fit_is_refused_with_the_reason(two: Stage) -> None:
    """A total that is not the sum of its parts never reaches a second person."""
    await proposes(two, RINA, "jkm.total", "43 juta")
    await two.presses(RINA, "✅ Ajukan")
    assert "Belum bisa diajukan, karena angkanya tidak cocok: Jumlah santunan kematian." in two.last(RINA)
    assert await two.count("fact_change") == 0


async def test_a_total_and_its_parts_change_in_one_proposal(two: Stage) -> None:
    """Refused alone, then with its part: side by side, approved once, true at the same moment."""
    await proposes(two, RINA, "jkm.total", "47 juta")
    await two.presses(RINA, "✅ Ajukan")
    await two.presses(RINA, "➕ Ubah yang lain sekalian")
    await two.presses(RINA, "Santunan kematian")
    await two.says(RINA, "25 juta")
    for said in (
        "Jumlah santunan kematian",
        "Usulan: Rp47.000.000",
        "Sekarang: Rp20.000.000",
        "Usulan: Rp25.000.000",
    ):
        assert said in two.last(RINA)
    await two.presses(RINA, "✅ Ajukan")
    assert await two.count("fact_change") == 2
    assert await two.house.outbox.drain() == 1
    assert "Jumlah santunan kematian, Santunan kematian" in two.last(BUDI)
    await two.presses(BUDI, "Buka")
    assert "Usulan: Rp25.000.000" in two.last(BUDI)
    await two.presses(BUDI, "✅ Setujui")
    decided = "SELECT count(*) FROM fact_change WHERE state = 'approved' AND decided_at IS NOT NULL"
    assert await two.value(decided) == 2
    await two.says(SARI, "/start")
    facts = two.house.service.facts.on(two.house.service.today())
    assert (facts.rupiah("jkm.total"), facts.rupiah("jkm.grant")) == (47_000_000, 25_000_000)


async def test_a_rate_takes_its_table_along(two: Stage) -> None:
    """The table is shown anew before it is approved, and the calculator tells the new price after."""
    await proposes(two, RINA, "contributions.jkm_flat", "7.000")
    assert "Tabel iuran ikut dihitung ulang, 33 baris" in two.last(RINA)
    assert "Baris 1, semua iuran: Rp36.800 menjadi Rp37.000" in two.last(RINA)
    await two.presses(RINA, "✅ Ajukan")
    await two.house.outbox.drain()
    await two.presses(BUDI, "Buka")
    assert "33 baris" in two.last(BUDI)
    await two.presses(BUDI, "✅ Setujui")
    await two.says(SARI, "/iuran", "1 juta")
    await two.presses(SARI, "Usaha, punya karyawan")
    assert "Rp16.800" in two.last(SARI)  # the month has begun: its price stays
    await two.presses(SARI, "2 bulan")
    assert "1 x Rp17.000 (Desember 2026)" in two.last(SARI)


async def test_staff_read_words(two: Stage) -> None:
    """No id, no grade of ours and no English on any screen of a fact that is shown to staff."""
    for id_ in sorted(two.house.service.facts.ids()):
        await two.says(RINA, f"/fakta {id_}")
        text = two.last(RINA).split("Sumber")[0]
        assert "M-high" not in two.last(RINA)
        assert "_" not in text.split("dengan nama")[0], id_
        assert id_ not in text.split("dengan nama")[0], id_


async def test_waiting_proposals_stand_first_whatever_facts_they_touch(two: Stage) -> None:
    """One button for a proposal of several facts, and the same one on each of these facts."""
    await proposes(two, RINA, "jkm.total", "47 juta")
    await two.presses(RINA, "➕ Ubah yang lain sekalian")
    await two.presses(RINA, "Santunan kematian")
    await two.says(RINA, "25 juta")
    await two.presses(RINA, "✅ Ajukan")
    for screen in ("/fakta", "/fakta jkm.grant", "/fakta jkm.total"):
        await two.says(RINA, screen)
        two.button(RINA, "🕓 Jumlah santunan kematian")


async def test_workers_see_nothing_of_it(two: Stage) -> None:
    """Neither the command nor its buttons are theirs."""
    await two.says(SARI, "/fakta")
    assert "perintah itu tidak ada" in two.last(SARI)
    await two.receives(two.tapped(SARI, "facts:change:ABCDEFG:-"))
    assert await two.count("fact_change") == 0


async def test_another_replica_takes_it_up(two: Stage) -> None:
    """The board looks into the database, not into this process."""
    board = two.house.service.board
    await proposes(two, RINA, "jkk.homecare", "25 juta")
    await two.presses(RINA, "✅ Ajukan")
    await two.house.outbox.drain()
    await two.presses(BUDI, "Buka")
    await two.presses(BUDI, "✅ Setujui")
    other = facts_board.FactsBoard(board._shipped)
    async with two.house.database.transaction(read_only=True) as tx:
        await other.renew(tx)
    assert other.version == 1
    assert other.current.on(two.house.service.today()).rupiah("jkk.homecare") == 25_000_000


async def asks_for_a_discount(stage: Stage, start: str) -> None:
    """Bu Rina has read of a discount for most people: half, from that day on."""
    await stage.says(RINA, "/fakta discount.other")
    await stage.presses(RINA, "✏️ Usulkan perubahan")
    await stage.says(RINA, "50", "PP 1/2027", start)


async def is_sent_and_approved(stage: Stage) -> None:
    """Bu Rina sends it, Pak Budi reads the same two values and approves."""
    await stage.presses(RINA, "✅ Ajukan")
    await stage.house.outbox.drain()
    await stage.presses(BUDI, "Buka")
    assert "sampai 30 Juni 2027" in stage.last(BUDI)
    await stage.presses(BUDI, "✅ Setujui")
    await stage.says(SARI, "/start")


def discounted(stage: Stage) -> list[date]:
    """The months of the two years to come in which a market trader pays half."""
    facts, first = stage.house.service.facts, date(2026, 11, 1)
    paid = schedule(facts, lowest_row(facts, first), Group.OTHER, first, 24)
    return [month.month for month in paid if month.discount]


async def test_a_discount_begins_anew_for_the_months_it_is_promised(two: Stage) -> None:
    """From January to June next year: asked until when, seen by the second person, in no other month."""
    await asks_for_a_discount(two, "1 Januari 2027")
    assert "berlaku sampai kapan?" in two.last(RINA)
    await two.says(RINA, "akhir Desember 2026")
    assert "perlu sesudah 1 Januari 2027" in two.last(RINA)
    await two.says(RINA, "sampai akhir Juni 2027")
    assert "Sekarang: 50% dari kedua iuran, sampai 31 Desember 2026" in two.last(RINA)
    assert "Usulan: 50% dari kedua iuran, sampai 30 Juni 2027" in two.last(RINA)
    await is_sent_and_approved(two)
    assert discounted(two) == [
        date(2026, 11, 1),
        date(2026, 12, 1),
        *(date(2027, month, 1) for month in range(1, 7)),
    ]
    await two.says(SARI, "/iuran", "1 juta")
    await two.presses(SARI, "Pekerjaan lain")
    await two.presses(SARI, "12 bulan")
    assert "Rp134.400" in two.last(SARI)  # Nov to Jun half, Jul to Oct whole: 8 x 8,400 + 4 x 16,800


async def test_a_discount_is_extended_before_it_ends(two: Stage) -> None:
    """From today on, by a button: what was promised until December is promised until June."""
    await asks_for_a_discount(two, "20 November 2026")
    assert two.offers(RINA, "31 Desember 2026")
    await two.presses(RINA, "30 Juni 2027")
    await is_sent_and_approved(two)
    assert discounted(two)[-1] == date(2027, 6, 1)


async def test_no_discount_is_sent_without_an_end(two: Stage) -> None:
    """A discount that joins another proposal is asked for its last day, too; nothing is put down before."""
    await proposes(two, RINA, "jkk.homecare", "25 juta")
    await two.presses(RINA, "➕ Ubah yang lain sekalian")
    while not two.offers(RINA, "Potongan untuk pekerjaan lain"):
        await two.presses(RINA, "Berikutnya ▶️")
    await two.presses(RINA, "Potongan untuk pekerjaan lain")
    await two.says(RINA, "40")
    assert "berlaku sampai kapan?" in two.last(RINA)
    version = await two.value("SELECT version FROM conversation WHERE screen = 'fact-end'")
    await two.receives(two.tapped(RINA, f"facts:propose::{version}"))
    assert await two.count("fact_change") == 0
