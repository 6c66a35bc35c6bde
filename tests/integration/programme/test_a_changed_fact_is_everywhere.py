"""A fact approved in the chat: every screen, the forms and a running campaign tell it from then on."""

import pytest

from tests.integration.campaigns.crowd import FIRST, Desk, delivered, people_agree, phones_of, started
from tests.integration.house_stage import RINA, SARI, Stage
from tests.integration.programme.proposing import is_approved, proposes

CANARY, ALL = 20, 45


async def test_a_campaign_that_runs_tells_the_new_figure(two: Stage) -> None:
    """Whoever has it keeps what was true; whoever gets it after the approval reads the new figure."""
    desk = Desk.of(two.house)
    await people_agree(desk.database, desk.now, ALL)
    phones = phones_of(two, ALL)
    campaign = await started(desk, html="Santunan {santunan}.")
    await two.house.leadership.beat()
    await two.house.broadcaster.drain()
    assert await desk.states(campaign.id) == {"sent": CANARY, "queued": ALL - CANARY}
    assert two.house.service.board.version == 0
    await proposes(two, RINA, "jkm.total", "47 juta")
    await two.presses(RINA, "➕ Ubah yang lain sekalian")
    await two.presses(RINA, "Santunan kematian")
    await two.says(RINA, "25 juta")
    await is_approved(two)
    assert two.house.service.board.version == 2
    assert await delivered(two, campaign) == {"sent": ALL}
    told = [two.last(phone) for phone in phones]
    old, new = ("Santunan Rp42 juta, kalau sudah 3 bulan", "Santunan Rp47 juta, kalau sudah 3 bulan")
    assert [text.startswith(old) for text in told].count(True) == CANARY
    assert [text.startswith(new) for text in told].count(True) == ALL - CANARY
    assert FIRST in phones


@pytest.mark.parametrize("command", ["/start", "/bantuan", "/musibah", "/lapor", "/manfaat", "/privasi"])
async def test_the_number_to_call_is_one_number(two: Stage, command: str) -> None:
    """The fact is the only place where it stands; answers to questions and the empty chat tell the same."""
    await proposes(two, RINA, "contact.call_centre", "165")
    await is_approved(two)
    await two.says(SARI, command)
    if command == "/manfaat":
        await two.presses(SARI, "🏥 Dirawat di rumah sakit")
    assert "165" in two.last(SARI)
    assert "175" not in two.last(SARI)
    await two.house.desk.menus.refresh(two.house.database)
    assert "165" in two.world.profile.text("description", "id")


async def test_a_list_is_changed_in_the_chat_too(two: Stage) -> None:
    """A bank more and a shop less: side by side in words, then on the screen of how to pay."""
    await two.says(RINA, "/fakta contributions.channels")
    await two.presses(RINA, "✏️ Usulkan perubahan")
    assert "Tulis daftar barunya, dipisah koma." in two.last(RINA)
    await two.says(RINA, "12345")
    assert "daftarnya belum terbaca" in two.last(RINA)
    await two.says(RINA, "BNI, QRIS, SeaBank", "Surat edaran 9/2026")
    await two.presses(RINA, "20 November 2026")
    assert "Usulan: BNI, QRIS, SeaBank" in two.last(RINA)
    await is_approved(two)
    await two.says(SARI, "/info")
    await two.presses(SARI, "Cara bayar iuran")
    await two.presses(SARI, "Lanjut ▶️")
    assert "• BNI\n• QRIS\n• SeaBank" in two.last(SARI)
    await two.says(SARI, "/start", "bayarnya dimana?")
    assert "tanyakan ke petugas" in two.last(SARI)  # the written answer tells the old list in its own words


async def test_a_paper_more_is_asked_for_after_a_misfortune(two: Stage) -> None:
    """The steps of the first two days tell it beside those that they have words for."""
    await proposes(two, RINA, "claims.jkk_documents", "Kartu peserta, KTP, Surat dari desa")
    await is_approved(two)
    await two.says(SARI, "/musibah")
    await two.presses(SARI, "Kecelakaan waktu kerja")
    assert "• Kartu peserta\n• KTP\n• Surat dari desa" in two.last(SARI)


async def test_a_limit_of_age_reaches_the_form_and_what_may_be_typed(two: Stage) -> None:
    """From 60 on a person decides: on the buttons, for an age that is typed, on the way out, in /syarat."""
    await proposes(two, RINA, "eligibility.hand_over_from", "60")
    await is_approved(two)
    await two.says(SARI, "/daftar", "nelayan")
    for label in ("Di bawah 18", "18 - 39", "40 - 59", "60 ke atas"):
        two.button(SARI, label)
    await two.says(SARI, "61 tahun", "ya")
    assert "Untuk umur 60 tahun ke atas" in two.last(SARI)
    await two.says(SARI, "/syarat")
    await two.presses(SARI, "Berikutnya ▶️")
    await two.presses(SARI, "Umur sudah tua")
    assert "Mulai umur 60" in two.last(SARI)
