"""While somebody's case is open, what they say reaches whoever has it, and answers come back."""

from datetime import timedelta

import pytest

from tests.integration.cases.counter import (
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


async def taken(stage: Stage, *words: str, command: str = "/bantuan") -> None:
    """Sari asks, and Bu Rina takes it."""
    await asks(stage, *words, command=command)
    await stage.presses(RINA, "🙋 Ambil")
    await delivered(stage)


async def test_free_text_reaches_staff_while_a_case_is_open(office: Stage) -> None:
    """Sari just writes; nobody presses Balas in a chat. Before anybody has it, it stands on the cards."""
    await asks(office, "Suami saya kecelakaan waktu narik, rawat inap di mana?")
    assert "sudah kami catat" in office.last(SARI)
    assert "Dijawab petugas hari ini" in office.last(SARI)
    assert all("rawat inap di mana" in office.last(officer) for officer in (RINA, TATI))
    await office.presses(RINA, "🙋 Ambil")
    await office.says(SARI, "/start", "Ada di rumah sakit Serang sekarang")
    assert "Sudah kami teruskan" in office.last(SARI)
    await delivered(office)
    assert heard(office, RINA, "rumah sakit Serang") == 1
    assert "rumah sakit Serang" not in seen(office, TATI)


@pytest.mark.parametrize("form", ["photo", "voice", "document"])
async def test_files_go_both_ways(office: Stage, form: str) -> None:
    """Photo, voice and document, each as it was sent; the person's are protected, ours are not."""
    content: dict[str, object] = {form: {"file_name": "surat.pdf"} if form == "document" else True}
    await taken(office)
    await office.receives(office.sent(SARI, **content))
    await delivered(office)
    got = office.messages(RINA)[-1]
    assert got.get(form)
    await replied(office, RINA, "nomor", **content)
    answer = next(m for m in reversed(office.messages(SARI)) if m["from"] == "bot" and m.get(form))
    assert "Petugas menjawab" in answer["text"]


async def test_without_a_case_nothing_is_passed_on(office: Stage) -> None:
    """Free text is answered as before, and staff hear nothing."""
    await office.says(SARI, "/start", "halo apa kabar semuanya")
    await delivered(office)
    assert "belum paham" in office.last(SARI)
    assert "apa kabar" not in seen(office, RINA)


async def test_a_question_of_the_form_has_its_answer(office: Stage) -> None:
    """With a case open and a question on the screen, what is typed answers the question."""
    await taken(office)
    await office.says(SARI, "/daftar", "nelayan")
    assert "Langkah 2 dari 8" in office.last(SARI)
    await office.says(SARI, "entah ya bagaimana ini")
    await delivered(office)
    assert "bagaimana ini" not in seen(office, RINA)


async def test_a_reply_in_the_middle_of_the_form_goes_to_staff(office: Stage) -> None:
    """Answering staff's message by replying to it leaves the form where it was."""
    await taken(office)
    await replied(office, RINA, "Minta bantuan", text="Nama kampungnya apa, Bu?")
    await office.says(SARI, "/daftar", "nelayan")
    await replied(office, SARI, "Nama kampungnya", text="Kampung Baru")
    assert heard(office, RINA, "Kampung Baru") == 1
    await office.says(SARI, "40 - 63")
    assert "Langkah 3 dari 8" in office.last(SARI)


async def test_a_voice_note_opens_a_case_at_any_time(office: Stage) -> None:
    """In the middle of the form, and the question is shown again."""
    await office.says(SARI, "/start", "/daftar")
    await office.receives(office.sent(SARI, voice=True))
    await delivered(office)
    assert "Langkah 1 dari 8" in office.last(SARI)
    await office.presses(TATI, "🙋 Ambil")
    await delivered(office)
    assert office.messages(TATI)[-1].get("voice")


async def test_writing_back_returns_to_where_they_were(office: Stage) -> None:
    """The button below an answer takes the words; then the form's question stands there again."""
    await taken(office)
    await replied(office, RINA, "Minta bantuan", text="Bisa datang besok?")
    await office.says(SARI, "/daftar", "nelayan")
    await office.presses(SARI, "✍️ Balas")
    await office.says(SARI, "Bisa, jam sembilan")
    await delivered(office)
    assert "Sudah kami teruskan" in office.last(SARI)
    assert "Langkah 2 dari 8" in office.last(SARI)
    assert heard(office, RINA, "jam sembilan") == 1


async def test_an_answer_by_the_screen(office: Stage) -> None:
    """Jawab, then words, and the card shows them; too long is said, and nothing is sent."""
    await taken(office, "Berapa iurannya Pak?")
    await office.presses(RINA, "✍️ Jawab")
    await office.says(RINA, "x" * 3001)
    assert "Terlalu panjang" in office.last(RINA)
    await office.says(RINA, "2")
    await delivered(office)
    assert heard(office, SARI, "2") == 1
    assert "Petugas: 2" in office.last(RINA)


async def test_a_ready_answer_is_read_before_it_goes(office: Stage) -> None:
    """With the day's figures in it, in one preview and one tap."""
    await taken(office)
    await office.presses(RINA, "📋 Jawaban siap")
    await office.presses(RINA, "Iuran bulan ini")
    assert "Rp8.400" in office.last(RINA)
    await office.presses(RINA, "📤 Kirim")
    await delivered(office)
    assert heard(office, SARI, "Rp8.400") == 1


async def test_an_own_answer_is_kept_sent_and_dropped(office: Stage) -> None:
    """Kept by one tap after answering; a colleague does not see it."""
    await taken(office)
    await office.presses(RINA, "✍️ Jawab")
    await office.says(RINA, "Bawa KTP ke kantor, ya")
    await office.presses(RINA, "💾 Simpan jawaban ini")
    await asks(office, "Mau daftar", who=UJANG)
    await office.presses(RINA, "🙋 Ambil")
    await office.presses(RINA, "📋 Jawaban siap")
    await office.presses(RINA, "💾 Bawa KTP ke kantor, ya")
    await office.presses(RINA, "📤 Kirim")
    await delivered(office)
    assert heard(office, UJANG, "Bawa KTP ke kantor") == 1
    await office.presses(RINA, "📋 Jawaban siap")
    await office.presses(RINA, "💾 Bawa KTP ke kantor, ya")
    await office.presses(RINA, "🗑 Hapus simpanan ini")
    assert await office.count("saved_reply") == 0


async def test_closed_rated_and_on_with_what_they_did(office: Stage) -> None:
    """One tap rates it, once; a sentence may follow, and the form is where it was."""
    await taken(office)
    await office.says(SARI, "/daftar", "nelayan")
    await office.presses(RINA, "✅ Selesai")
    await delivered(office)
    assert "sudah selesai" in office.last(SARI)
    await office.presses(SARI, "4 ⭐")
    await office.presses(SARI, "1 ⭐")
    await office.presses(SARI, "✍️ Tambah pesan")
    await office.says(SARI, "Cepat dan ramah")
    assert "Langkah 2 dari 8" in office.last(SARI)
    card = await newest_case(office)
    assert (card.case.rating, card.rating_words) == (4, "Cepat dan ramah")
    await office.says(RINA, "/kasus")
    assert "Nilai dari warga: 4,0 dari 5 (1 penilai)" in office.last(RINA)


async def test_not_done_after_all(office: Stage) -> None:
    """One tap opens the same case again, with the same officer, and it can be rated anew."""
    await taken(office)
    await office.presses(RINA, "✅ Selesai")
    await delivered(office)
    await office.presses(SARI, "5 ⭐")
    await office.presses(SARI, "Masih butuh bantuan")
    await delivered(office)
    assert await office.count("support_case") == 1
    case = (await newest_case(office)).case
    assert (case.closed_at, case.rating) == (None, None)
    assert "Bapak/Ibu yang memegang" in office.last(RINA)


@pytest.mark.parametrize(("days", "cases_open"), [(2, 1), (4, 0)])
async def test_writing_again_opens_it_for_some_days(office: Stage, days: int, cases_open: int) -> None:
    """Within three days the same case goes on; later free text is read like anybody's."""
    await taken(office)
    await office.presses(RINA, "✅ Selesai")
    await delivered(office)
    await passes(office, timedelta(days=days))
    await office.says(SARI, "/start", "wah ternyata masih kurang paham kemarin itu")
    await delivered(office)
    assert await office.value("SELECT count(*) FROM support_case WHERE state = 'open'") == cases_open
    assert heard(office, RINA, "masih kurang paham") == cases_open


async def test_thanks_open_nothing_again(office: Stage) -> None:
    """After it is done, Sari says thank you: she is answered kindly, and nobody is troubled."""
    await taken(office)
    await office.presses(RINA, "✅ Selesai")
    await delivered(office)
    await office.says(SARI, "/start", "Makasih banyak ya Bu, sudah jelas")
    await delivered(office)
    assert "Sama-sama" in office.last(SARI)
    assert await office.value("SELECT count(*) FROM support_case WHERE state = 'open'") == 0


async def test_misfortune_comes_first(office: Stage) -> None:
    """However long others have waited."""
    await office.says(UJANG, "/start", "/bantuan")
    await office.says(SARI, "/start", "/musibah")
    await office.says(RINA, "/kasus")
    rows = office.messages(RINA)[-1]["inline_keyboard"]
    assert "🚨" in rows[0][0]["text"]


async def test_staff_see_name_and_area_and_no_phone(office: Stage) -> None:
    """Sari registered with a phone; her card has what it takes to answer her."""
    said = ("/daftar", "petani", "2", "belum", "kantor", "Sari", "081234567801", "sendiri")
    await office.says(SARI, "/start", *said, "desa pontang", "ya", "rt 1 rw 2", "pagi", "kirim")
    await asks(office, "Kapan dihubungi?")
    await office.presses(RINA, "🙋 Ambil")
    await delivered(office)
    assert "Pontang" in seen(office, RINA)
    case_texts = [text for text in office.shown(RINA) if "Kapan dihubungi" in text]
    assert case_texts
    assert not any("0812" in text or "62812" in text for text in case_texts)
