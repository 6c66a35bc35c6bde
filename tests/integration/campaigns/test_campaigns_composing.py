"""Composing in the chat: what is sent is kept or refused with its reasons, and nothing of it is lost."""

import pytest

from bot.screens import MediaKind
from storage.campaign_texts import list_texts
from storage.models.campaigns import CampaignState
from tests.integration.campaigns.staffing import (
    APPROVER,
    OFFICER,
    OTHER,
    TEXT,
    agrees,
    campaign,
    composes,
    people_agree,
    staff_arrive,
    submits,
    told,
)
from tests.integration.house_stage import Stage


async def texts(stage: Stage) -> dict[str, str]:
    found = await campaign(stage)
    async with stage.house.database.transaction(read_only=True) as tx:
        return {text.language: text.html for text in await list_texts(tx, found.id, found.text_version)}


async def test_from_a_name_to_a_draft(stage: Stage) -> None:
    """Name and text make a draft, whose card says what is there and what is missing."""
    await staff_arrive(stage)
    await composes(stage)
    assert "Nelayan Pontang" in stage.last(OFFICER)
    assert "Isi: Bahasa Indonesia" in stage.last(OFFICER)
    assert await texts(stage) == {"id": TEXT}
    assert (await campaign(stage)).state is CampaignState.DRAFT


async def test_formatting_of_telegrams_menu_is_kept(stage: Stage) -> None:
    """Bold from the phone's menu, and tags typed by hand, become the same HTML."""
    await staff_arrive(stage)
    await composes(stage, text="<b>Halo</b> & <i>apa kabar</i>")
    assert await texts(stage) == {"id": "<b>Halo</b> &amp; <i>apa kabar</i>"}
    await stage.presses(OFFICER, "✍️ Isi: Bahasa Indonesia ✅")
    update = stage.written(OFFICER, "Halo semua < 5")
    update["message"]["entities"] = [{"type": "bold", "offset": 0, "length": 4}]
    await stage.receives(update)
    assert await texts(stage) == {"id": "<b>Halo</b> semua &lt; 5"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Klik bit.ly/bpjs", "menyembunyikan tujuannya"),
        ("Transfer ke 0123456789", "nomor rekening"),
        ("Halo {nma}", "tidak dikenal"),
        ("Unduh bpjs.apk", "berkas aplikasi"),
        ("Sebarkan ke 10 grup", "menyebarkan"),
        ("<h1>x</h1>", "tidak mengenal tanda"),
        ("x" * 4097, "Terlalu panjang"),
    ],
)
async def test_what_is_refused_is_told_and_not_kept(stage: Stage, text: str, reason: str) -> None:
    """The screen stays, so that the next message is the next try."""
    await staff_arrive(stage)
    await composes(stage, text=text)
    assert reason in stage.last(OFFICER)
    assert await texts(stage) == {}
    await stage.says(OFFICER, "Halo, ini benar.")
    assert await texts(stage) == {"id": "Halo, ini benar."}


async def test_a_photo_brings_its_caption_and_can_be_taken_off(stage: Stage) -> None:
    """File and words may come together or one after the other; a program is refused by its name."""
    await staff_arrive(stage)
    await composes(stage)
    await stage.presses(OFFICER, "✍️ Isi: Bahasa Indonesia ✅")
    await stage.receives(stage.sent(OFFICER, photo=True))
    found = await campaign(stage)
    async with stage.house.database.transaction(read_only=True) as tx:
        [text] = await list_texts(tx, found.id, found.text_version)
    assert text.html == TEXT
    assert text.media is not None
    assert text.media["kind"] == MediaKind.PHOTO
    await stage.presses(OFFICER, "✍️ Isi: Bahasa Indonesia ✅")
    await stage.receives(stage.sent(OFFICER, document={"file_name": "cek-bansos.apk"}))
    assert "berkas aplikasi" in stage.last(OFFICER)
    await stage.presses(OFFICER, "📎 Lepas berkas")
    async with stage.house.database.transaction(read_only=True) as tx:
        [text] = await list_texts(tx, found.id, found.text_version)
    assert text.media is None


async def test_buttons_are_put_on_and_taken_off(stage: Stage) -> None:
    """Three at most; a link by two lines, held to the same rules; the stop is always there."""
    await staff_arrive(stage)
    await composes(stage)
    await stage.presses(OFFICER, "🔘 Tombol (0)")
    await stage.presses(OFFICER, "Apa gunanya")
    await stage.presses(OFFICER, "Daftar minat")
    await stage.says(OFFICER, "Cara daftar\nhttps://s.id/bpjs")
    assert "menyembunyikan tujuannya" in stage.last(OFFICER)
    await stage.says(OFFICER, "Cara daftar\nhttps://bpjsketenagakerjaan.go.id/bpu")
    await stage.presses(OFFICER, "🚨 Ada musibah")
    assert "paling banyak 3" in stage.last(OFFICER)
    await stage.presses(OFFICER, "✅ Apa gunanya")
    await stage.presses(OFFICER, "⬅️ Kembali")
    await stage.presses(OFFICER, "👁 Pratinjau")
    preview = stage.messages(OFFICER)[-2]
    labels = [button["text"] for row in preview["inline_keyboard"] for button in row]
    assert labels == ["Daftar minat", "Cara daftar", "🔕 Berhenti"]
    assert "Rp8.400, sampai Desember 2026" in preview["text"]


async def test_a_preview_does_nothing(stage: Stage) -> None:
    """Its stop button stops nobody."""
    await staff_arrive(stage)
    await composes(stage)
    await stage.presses(OFFICER, "👁 Pratinjau")
    await stage.presses(OFFICER, "🔕 Berhenti")
    assert await stage.value("SELECT count(*) FROM contact WHERE opted_out_at IS NOT NULL") == 0
    assert await stage.count("campaign_tap") == 0


async def test_a_sample_goes_to_staff_alone(stage: Stage) -> None:
    """Whoever is chosen gets it; somebody who is no staff does not, whatever a button says."""
    await staff_arrive(stage)
    stranger = await agrees(stage, OTHER)
    await composes(stage)
    await stage.presses(OFFICER, "🧪 Uji kirim")
    version = stage.button(OFFICER, "⬅️ Kembali").rpartition(":")[2]
    await stage.receives(stage.tapped(OFFICER, f"campaigns:test-to:{stranger.hex}:{version}"))
    await stage.presses(OFFICER, f"Petugas penyetuju ···{APPROVER}")
    await told(stage)
    assert "Halo Bapak/Ibu" in stage.last(APPROVER)
    assert not any("iuran mulai" in said for said in stage.shown(OTHER))


async def test_people_are_picked_counted_and_sampled(stage: Stage) -> None:
    """Criteria in words, the count with who is left out, a masked sample, and a name to keep them under."""
    await staff_arrive(stage)
    await people_agree(stage, 4)
    await agrees(stage, OTHER, granted=False)
    await composes(stage)
    await stage.presses(OFFICER, "👥 Penerima")
    assert "Semua orang" in stage.last(OFFICER)
    assert "4 orang dari 7; tidak dikirim: 3 tanpa izin" in stage.last(OFFICER)
    assert "(tanpa nama)" in stage.last(OFFICER)
    await stage.presses(OFFICER, "Bahasa")
    await stage.presses(OFFICER, "English")
    await stage.presses(OFFICER, "✅ Selesai")
    assert "Bahasa: English" in stage.last(OFFICER)
    assert "0 orang dari 0" in stage.last(OFFICER)
    await stage.says(OFFICER, "Pembaca Inggris")
    assert "Disimpan dengan nama Pembaca Inggris" in stage.last(OFFICER)
    await stage.presses(OFFICER, "🧹 Kosongkan")
    assert "Semua orang" in stage.last(OFFICER)
    await stage.presses(OFFICER, "📁 Yang tersimpan")
    await stage.presses(OFFICER, "Pembaca Inggris")
    assert "Bahasa: English" in stage.last(OFFICER)


async def test_an_area_is_found_by_typing(stage: Stage) -> None:
    """Any level: a regency by a tap, a village by its name."""
    await staff_arrive(stage)
    await composes(stage)
    await stage.presses(OFFICER, "👥 Penerima")
    await stage.presses(OFFICER, "Wilayah")
    await stage.presses(OFFICER, "Kota Serang")
    await stage.says(OFFICER, "desa pontang kecamatan pontang")
    await stage.presses(OFFICER, "✅ Selesai")
    assert "Kota Serang" in stage.last(OFFICER)
    assert "Desa Pontang" in stage.last(OFFICER)


async def test_a_draft_without_words_is_not_submitted(stage: Stage) -> None:
    """And says what is missing."""
    await staff_arrive(stage)
    await stage.says(OFFICER, "/siar")
    await stage.presses(OFFICER, "➕ Siaran baru")
    await stage.says(OFFICER, "Kosong")
    await submits(stage)
    assert "masih kosong" in stage.last(OFFICER)
    assert (await campaign(stage)).state is CampaignState.DRAFT


async def test_the_rules_can_be_read(stage: Stage) -> None:
    """Nobody need guess what is refused."""
    await staff_arrive(stage)
    await stage.says(OFFICER, "/siar")
    await stage.presses(OFFICER, "📜 Aturan isi")
    assert "bpjsketenagakerjaan.go.id" in stage.last(OFFICER)
    assert "pilkada" in stage.last(OFFICER)


@pytest.mark.parametrize("word", ["iuran", "Berhenti", "stop"])
async def test_any_word_may_be_its_text(stage: Stage, word: str) -> None:
    """What is written for others is no command of the writer's own."""
    await staff_arrive(stage)
    await composes(stage, text=word)
    assert await stage.value("SELECT html FROM campaign_text") == word
    assert await stage.value("SELECT count(*) FROM consent WHERE purpose = 'campaigns'") == 0


async def test_a_nik_in_its_text_is_masked(stage: Stage) -> None:
    """However it came to be there, four hundred thousand people do not read it."""
    await staff_arrive(stage)
    await composes(stage, text="Halo, NIK 3604014107900001 sudah terdaftar.")
    assert "3604014107900001" not in str(await stage.value("SELECT html FROM campaign_text"))
