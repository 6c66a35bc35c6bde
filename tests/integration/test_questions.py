"""Typed questions, from the update to the answer; and what staff see of those that nothing answers."""

import pytest

from storage.contacts import find_by_telegram_id
from storage.conversations import find_draft
from storage.sayings import list_sayings
from storage.staff import sync_owners
from tests.integration.house_stage import BUDI, NOW, RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION

ANSWERED = "sabaraha bayarna"
UNHEARD = "apakah bisa membayar memakai gabah kering giling"


async def test_a_question_in_ones_own_words_is_answered(stage: Stage) -> None:
    """Sundanese, no punctuation: the written answer with the day's figures, and the explainer's button."""
    await stage.says(SARI, "/start", ANSWERED)
    assert "Rp8.400" in stage.last(SARI)
    await stage.presses(SARI, "Berapa iurannya")
    assert "Iuran paling ringan" in stage.last(SARI)


async def test_not_that_offers_the_next_best_and_a_person(stage: Stage) -> None:
    """Two other questions at most; what was asked is kept for staff with what was shown."""
    await stage.says(SARI, "/start", ANSWERED)
    await stage.presses(SARI, "Bukan itu")
    assert "Mungkin yang ini" in stage.last(SARI)
    assert await stage.value("SELECT refused_answer FROM unanswered_question") == "cost.monthly"
    await stage.presses(SARI, "👤 Tanya petugas")
    assert await stage.count("support_case") == 1


async def test_a_choice_leads_to_its_answer(stage: Stage) -> None:
    """What is unsure is asked back, and a tap answers it."""
    await stage.says(SARI, "/start", "ambil uang")
    assert "Maksudnya yang mana" in stage.last(SARI)
    labels = [row[0]["text"] for row in stage.messages(SARI)[-1]["inline_keyboard"]]
    assert 2 <= len(labels) <= 5
    await stage.presses(SARI, labels[0])
    assert "Maksudnya" not in stage.last(SARI)
    await stage.presses(SARI, "Bukan itu")


async def test_what_nothing_answers_is_kept_for_staff_cleaned(stage: Stage) -> None:
    """Bu Rina reads it without number or name, as often as it was asked, and settles it."""
    await stage.says(
        SARI, "/start", f"nama saya Kartinah {UNHEARD} 081234567801", f"Nama saya Kartinah {UNHEARD}"
    )
    assert "belum paham" in stage.last(SARI)
    assert await stage.count("unanswered_question") >= 1
    async with stage.house.database.transaction() as tx:
        await sync_owners(tx, [RINA], NOW)
    await stage.says(RINA, "/start", "/pertanyaan")
    label = stage.messages(RINA)[-1]["inline_keyboard"][0][0]["text"]
    await stage.presses(RINA, label)
    assert "gabah" in stage.last(RINA)
    assert "Kartinah" not in stage.last(RINA)
    assert "0812" not in stage.last(RINA)
    while await stage.count("unanswered_question"):
        await stage.presses(RINA, "✅ Sudah diurus")
        if await stage.count("unanswered_question"):
            await stage.presses(RINA, stage.messages(RINA)[-1]["inline_keyboard"][0][0]["text"])
    assert "sudah ada jawabannya" in stage.last(RINA)


async def test_only_staff_read_them(stage: Stage) -> None:
    """To anybody else there is no such command."""
    await stage.says(SARI, "/start", "/pertanyaan")
    assert "perintah itu tidak ada" in stage.last(SARI)


async def test_small_talk_is_not_kept(stage: Stage) -> None:
    """A greeting is no question that somebody could write an answer to."""
    await stage.says(SARI, "/start", "halo min", "wkwkwk")
    assert await stage.count("unanswered_question") == 0


async def test_a_form_question_is_not_interrupted(stage: Stage) -> None:
    """Inside the registration, what is typed is an answer to it."""
    await stage.says(SARI, "/start", "/daftar", ANSWERED)
    assert "Langkah 1" in stage.last(SARI)


async def test_what_is_typed_while_a_case_is_open_is_no_question(stage: Stage) -> None:
    """Whoever waits for a person is not answered by the machine."""
    await stage.says(SARI, "/start", "/bantuan", "/start", ANSWERED)
    assert "Rp8.400" not in stage.last(SARI)


async def test_a_misfortune_comes_before_any_answer(stage: Stage) -> None:
    """Who says that something has happened gets a person at once."""
    await stage.says(SARI, "/start", "suami saya kecelakaan")
    assert await stage.count("support_case") == 1


@pytest.mark.parametrize(
    "told", ["anak saya meninggal kemarin jatuh dari motor waktu kerja", "suami saya meninggal tadi pagi"]
)
async def test_a_death_told_in_a_sentence_is_met_with_condolence(stage: Stage, told: str) -> None:
    """Condolence, then a death's first steps; nothing of helping the injured, and a person knows at once."""
    await stage.says(SARI, "/start", told)
    assert stage.last(SARI).startswith("Kami turut berduka cita")
    assert "surat kematian" in stage.last(SARI)
    assert "luka" not in stage.last(SARI)
    assert await stage.value("SELECT happened FROM support_case") == "death"


async def test_forged_answers_do_no_harm(stage: Stage) -> None:
    """An id that no answer has shows the way to a person."""
    await stage.says(SARI, "/start", ANSWERED)
    version = stage.button(SARI, "Bukan itu").rpartition(":")[2]
    update = stage.tapped(SARI, f"questions:choose:no.such:{version}")
    assert (await stage.receives(update)).status == 200
    assert await stage.count("quarantine") == 0


@pytest.mark.parametrize("said", ["sabaraha bayarna?", "kalau meninggal dapat berapa?", "iurane pira"])
async def test_a_question_on_the_cost_screen_is_answered_and_asked_again(stage: Stage, said: str) -> None:
    """The written answer stands above the question, which is still there to answer."""
    await stage.says(SARI, "/start", "/iuran", said)
    assert "Untuk menghitung, tulis penghasilan" in stage.last(SARI)
    assert "belum paham" not in stage.last(SARI)
    assert stage.last(SARI).index("Rp") < stage.last(SARI).index("Untuk menghitung")
    await stage.says(SARI, "1,5 jt")
    assert "Kerjanya apa?" in stage.last(SARI)
    assert await stage.count("unanswered_question") == 0


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12])
@pytest.mark.parametrize("said", ["iurannya berapa sebulan?", "sabaraha bayarna sabulan"])
async def test_a_question_within_the_form_loses_nothing_of_it(stage: Stage, step: int, said: str) -> None:
    """At every step: answered, asked again, and every answer given before is still there."""
    await stage.says(SARI, "/start", *REGISTRATION[:step])
    question = stage.last(SARI)
    before = await draft_of(stage)
    await stage.says(SARI, said)
    assert "Rp8.400" in stage.last(SARI)
    assert stage.last(SARI).endswith(question)
    assert await draft_of(stage) == before


async def test_an_answer_to_the_step_stays_the_answer(stage: Stage) -> None:
    """What the step itself can read is never taken for a question, though it names the matter."""
    await stage.says(SARI, "/start", *REGISTRATION[:8], "desa pontang")
    assert "betul?" in stage.last(SARI)


async def draft_of(stage: Stage) -> object:
    """What the form holds, but for when."""
    async with stage.house.database.transaction() as tx:
        contact = await find_by_telegram_id(tx, SARI)
        assert contact is not None
        draft = await find_draft(tx, contact.id, "registration")
    return draft and draft.state


async def staff_open_the_question(stage: Stage) -> None:
    """Bu Rina reads what Sari asked in vain."""
    async with stage.house.database.transaction() as tx:
        await sync_owners(tx, [RINA], NOW)
    await stage.says(RINA, "/start", "/pertanyaan")
    await stage.presses(RINA, stage.messages(RINA)[-1]["inline_keyboard"][0][0]["text"])


async def test_a_question_is_given_an_answer_that_is_written(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found by a word; whoever asks so next, in any spelling and by any name, is answered - until dropped."""
    monkeypatch.setattr("bot.sayings_board.LOOKS_APART", 0.0)
    await stage.says(SARI, "/start", f"nama saya Kartinah {UNHEARD}")
    assert "belum paham" in stage.last(SARI)
    await staff_open_the_question(stage)
    await stage.presses(RINA, "🔗 Jawabannya sudah ada")
    await stage.says(RINA, "bayar di mana")
    await stage.presses(RINA, stage.house.service.questions.answers.get("pay.where", "id").question)
    assert "Siapa pun yang bertanya" in stage.last(RINA)
    assert "gabah" in stage.last(RINA)
    await stage.presses(RINA, "✅ Pakai jawaban ini")
    assert await stage.count("unanswered_question") == 0
    told = stage.house.service.answer("pay.where", "id").answer.text[:20]
    await stage.says(SARI, "Nama saya Ujangsyah apakah bisa mbayar pake gabah kering giling pak")
    assert told in stage.last(SARI)
    await stage.says(BUDI, "/start", "gabah giling saja")
    assert told not in stage.last(BUDI)
    await stage.presses(RINA, "🔗 Yang sudah diberi jawaban")
    await stage.presses(RINA, stage.messages(RINA)[-1]["inline_keyboard"][0][0]["text"])
    await stage.presses(RINA, "🗑 Jangan dijawab begitu")
    assert "Belum ada pertanyaan yang diberi jawaban" in stage.last(RINA)
    await stage.says(SARI, f"nama saya Kartinah {UNHEARD}")
    assert "belum paham" in stage.last(SARI)


async def test_the_words_of_a_saying_are_sealed(stage: Stage) -> None:
    """As those of the question were; no name of whoever asked is in it."""
    await stage.says(SARI, "/start", f"nama saya Kartinah {UNHEARD}")
    await staff_open_the_question(stage)
    await stage.presses(RINA, "🔗 Jawabannya sudah ada")
    await stage.presses(RINA, stage.messages(RINA)[-1]["inline_keyboard"][0][0]["text"])
    await stage.presses(RINA, "✅ Pakai jawaban ini")
    assert "gabah" not in str(await stage.value("SELECT text FROM saying"))
    async with stage.house.database.transaction(read_only=True) as tx:
        (kept,) = await list_sayings(tx)
    assert "gabah" in kept.text
    assert "Kartinah" not in kept.text
