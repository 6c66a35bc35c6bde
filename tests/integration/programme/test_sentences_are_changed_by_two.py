"""A sentence is changed from the chat: proposed by one, decided by another, read on every screen."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot import facts_board, voice_board
from bot.rewordings import Rewordings
from commands.check import collect_findings
from storage.facts import list_changes
from storage.models.facts import FactChange, FactChangeState
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.programme.proposing import is_approved, proposes

SHIPPED = "Kakinya patah. Rumah sakit merawatnya sesuai kebutuhan medis, tanpa batas biaya."
NEW = "Kakinya patah. Di rumah sakit ia dirawat sampai tuntas, sesuai kebutuhan medis."
FIGURES = "Selama { Lama pengganti penghasilan awal } pertama, diganti {pengganti penghasilan, awal}."


async def opens(stage: Stage, who: int, query: str, label: str) -> None:
    """Somebody looks for a word, and opens one sentence that has it."""
    await stage.says(who, f"/kalimat {query}")
    await stage.presses(who, label)


async def writes(stage: Stage, query: str, label: str, words: str) -> None:
    """Bu Rina types other words for a sentence."""
    await opens(stage, RINA, query, label)
    await stage.presses(RINA, "✏️ Usulkan kata lain")
    await stage.says(RINA, words)


async def writes_of_the_foot(stage: Stage, words: str = NEW) -> None:
    await writes(stage, "kakinya patah", "Kakinya patah. Rumah sakit merawatnya sesuai …", words)


async def reads_of_the_foot(stage: Stage) -> str:
    """What Sari reads on the second page of Pak Ujang's story."""
    await stage.says(SARI, "/cerita")
    await stage.presses(SARI, "🛵 Pak Ujang, tukang ojek")
    await stage.presses(SARI, "Lanjut ▶️")
    return stage.last(SARI)


async def is_sent_on(stage: Stage) -> None:
    """Bu Rina sends it; Pak Budi opens what he is told of."""
    await stage.presses(RINA, "✅ Ajukan")
    while await stage.house.outbox.drain():
        pass
    await stage.presses(BUDI, "Buka")


async def test_a_second_person_makes_it_read(two: Stage) -> None:
    """Side by side, then to whoever may approve; until then nobody reads it."""
    await writes_of_the_foot(two)
    assert SHIPPED in two.last(RINA)
    assert NEW in two.last(RINA)
    assert "Berlaku mulai 20 November 2026." in two.last(RINA)
    await is_sent_on(two)
    assert SHIPPED in two.last(BUDI)
    assert NEW in two.last(BUDI)
    assert SHIPPED in await reads_of_the_foot(two)
    await two.presses(BUDI, "✅ Setujui")
    assert "Disetujui" in two.last(BUDI)
    assert NEW in await reads_of_the_foot(two)
    assert SHIPPED not in two.last(SARI)
    while await two.house.outbox.drain():
        pass
    assert "Usulan Bapak/Ibu disetujui" in two.last(RINA)
    logged = "SELECT count(*) FROM fact_change WHERE decided_at IS NOT NULL AND proposed_by <> decided_by"
    assert await two.value(logged) == 1


async def test_figures_stay_figures(two: Stage) -> None:
    """Shown by name to copy, filled in when read; and a later change of the fact is told, too."""
    await opens(two, RINA, "pengganti penghasilan", "Pak Ujang belum bisa narik. Selama …, penghas…")
    await two.presses(RINA, "✏️ Usulkan kata lain")
    assert "{Lama pengganti penghasilan awal}" in two.last(RINA)
    await two.says(RINA, FIGURES)
    assert "Selama 12 bulan pertama, diganti 100%." in two.last(RINA)
    await is_sent_on(two)
    await two.presses(BUDI, "✅ Setujui")
    await proposes(two, RINA, "jkk.income_first_for", "14")
    await is_approved(two)
    await two.says(SARI, "/cerita")
    await two.presses(SARI, "🛵 Pak Ujang, tukang ojek")
    for _ in range(2):
        await two.presses(SARI, "Lanjut ▶️")
    assert "Selama 14 bulan pertama, diganti 100%." in two.last(SARI)


async def test_what_may_not_be_written_goes_no_further(two: Stage) -> None:
    """Every reason at once, kindly; the same question again, and nothing is kept."""
    await writes(
        two, "pengganti penghasilan", "Pak Ujang belum bisa narik. Selama …, penghas…", "Dapat Rp5 juta JKK"
    )
    for said in (
        "Belum bisa diajukan",
        "Isian {Lama pengganti penghasilan awal} hilang",
        "Angka 5 jangan ditulis sendiri",
        "Angka juta jangan ditulis sendiri",
        "Singkatan JKK belum tentu dipahami",
        "Salin yang di bawah ini",
    ):
        assert said in two.last(RINA)
    assert await two.count("fact_change") == 0


async def test_nobody_decides_their_own(two: Stage) -> None:
    """No button, and no way round the button."""
    await writes_of_the_foot(two)
    await two.presses(RINA, "✅ Ajukan")
    number = await two.value("SELECT number FROM fact_change")
    version = await two.value("SELECT version FROM conversation WHERE screen = 'sentence-change'")
    assert not two.offers(RINA, "✅ Setujui")
    await two.receives(two.tapped(RINA, f"sentences:approve:{number}:{version}"))
    assert await two.value("SELECT state FROM fact_change") == "proposed"


async def test_given_back_it_is_written_again(two: Stage) -> None:
    """With a reason of one tap; whoever proposed it goes on from what they had written."""
    await writes_of_the_foot(two)
    await is_sent_on(two)
    await two.presses(BUDI, "↩️ Kembalikan")
    await two.presses(BUDI, "Belum jelas")
    while await two.house.outbox.drain():
        pass
    assert "dikembalikan untuk diperbaiki" in two.last(RINA)
    assert "Belum jelas" in two.last(RINA)
    await two.presses(RINA, "Buka")
    await two.presses(RINA, "✏️ Tulis lagi")
    assert NEW in two.last(RINA)
    await two.says(RINA, NEW.replace("tuntas", "sembuh"))
    await is_sent_on(two)
    await two.presses(BUDI, "✅ Setujui")
    assert "sampai sembuh" in await reads_of_the_foot(two)


async def test_a_proposal_is_decided_once(two: Stage) -> None:
    """Who comes second is told so, and changes nothing."""
    await writes_of_the_foot(two)
    await is_sent_on(two)
    approve = two.button(BUDI, "✅ Setujui")
    await two.presses(BUDI, "❌ Tolak")
    await two.receives(two.tapped(BUDI, approve))
    assert await two.value("SELECT state FROM fact_change") == "rejected"
    assert SHIPPED in await reads_of_the_foot(two)


async def test_back_to_the_shipped_words_and_what_was_is_kept(two: Stage) -> None:
    """One tap of one person who may approve; the history tells both."""
    await writes_of_the_foot(two)
    await is_sent_on(two)
    await two.presses(BUDI, "✅ Setujui")
    await two.presses(BUDI, "⬅️ Kembali")
    assert "Ini dari usulan yang disetujui, berlaku sejak 20 November 2026." in two.last(BUDI)
    await two.presses(BUDI, "↩️ Kembali ke kata bawaan")
    assert SHIPPED in await reads_of_the_foot(two)
    for said in (
        "kembali ke kata bawaan",
        "disetujui Budi Santoso, mulai 20 November 2026",
        "Budi Santoso: kembali",
        NEW,
        SHIPPED,
    ):
        assert said in two.last(BUDI)
    assert await two.count("fact_change") == 2
    await two.presses(BUDI, "⬅️ Kembali")
    assert "Ini kata-kata bawaan." in two.last(BUDI)


async def test_it_begins_on_its_day(two: Stage) -> None:
    """Approved today, read from the first of next month."""
    await writes_of_the_foot(two)
    await two.presses(RINA, "📅 Mulai hari lain")
    await two.presses(RINA, "1 Desember 2026")
    await is_sent_on(two)
    await two.presses(BUDI, "✅ Setujui")
    assert SHIPPED in await reads_of_the_foot(two)
    two.house.service.clock.move(timedelta(days=11))
    assert NEW in await reads_of_the_foot(two)


async def test_formatting_is_copied_and_typed_as_tags(two: Stage) -> None:
    """What is bold on a screen is bold again, whoever writes it."""
    await opens(two, RINA, "tolong dulu yang perlu", "Hari ini 1. Tolong dulu yang perlu ditolong. …")
    await two.presses(RINA, "✏️ Usulkan kata lain")
    assert "<b>Hari ini</b>\n1. Tolong dulu" in two.last(RINA)
    typed = two.last(RINA).split("\n\n", 1)[1].rsplit("\n\n", 1)[0]
    await two.says(RINA, typed.replace("Tolong dulu", "Bantu dulu"))
    await is_sent_on(two)
    await two.presses(BUDI, "✅ Setujui")
    await two.says(SARI, "/start")
    told = two.house.service.texts.render("id", "cases-first-other", phone="175")
    assert told.startswith("<b>Hari ini</b>\n1. Bantu dulu yang perlu ditolong.")


async def test_each_language_has_its_own_words(two: Stage) -> None:
    """Indonesian that was changed leaves English as it is, and the other way round."""
    await opens(two, RINA, "kakinya patah", "Kakinya patah. Rumah sakit merawatnya sesuai …")
    await two.presses(RINA, "English")
    english = two.last(RINA)
    await two.presses(RINA, "✏️ Usulkan kata lain")
    await two.says(RINA, "His leg is broken. He is treated until it is mended.")
    await is_sent_on(two)
    await two.presses(BUDI, "✅ Setujui")
    assert SHIPPED in await reads_of_the_foot(two)
    texts = two.house.service.texts
    assert texts.render("en", "explainers-ojek-2") == "His leg is broken. He is treated until it is mended."
    assert "His leg is broken. He is treated until" not in english


async def test_an_answer_changes_and_is_found_as_before(two: Stage) -> None:
    """Its words are new, its questions the same: nothing is learnt anew."""
    learnt = two.house.service.questions
    await writes(
        two, "sehari, berapa", "Kalau dihitung sehari, berapa?", "Kira-kira {Iuran sehari} saja sehari."
    )
    await is_sent_on(two)
    await two.presses(BUDI, "✅ Setujui")
    await two.says(SARI, "sapoe sabaraha")
    assert "Kira-kira Rp" in two.last(SARI)
    assert "saja sehari." in two.last(SARI)
    assert two.house.service.questions is learnt


async def test_an_answer_taken_back_is_told_again_once_it_is_written_anew(two: Stage) -> None:
    """A changed list takes back the answer that tells it in words; new words give it back."""
    await proposes(two, RINA, "registration.needs", "KTP, Nomor HP")
    await is_approved(two)
    await two.says(SARI, "daftar butuh apa saja")
    assert two.house.service.shipped.render("id", "questions-ask-staff") in two.last(SARI)
    await opens(two, RINA, "syarat daftar", await _title(two, "register.documents"))
    await two.presses(RINA, "✏️ Usulkan kata lain")
    await two.says(RINA, "Cukup KTP dan nomor HP saja.")
    await is_sent_on(two)
    await two.presses(BUDI, "✅ Setujui")
    await two.says(SARI, "daftar butuh apa saja")
    assert "Cukup KTP dan nomor HP saja." in two.last(SARI)


async def _title(stage: Stage, id: str) -> str:
    return stage.house.service.questions.answers.get(id, "id").question


async def test_words_shipped_anew_win(two: Stage) -> None:
    """Words from the chat were written against others, or lost a figure: the shipped ones are told."""
    await writes_of_the_foot(two)
    await is_sent_on(two)
    await two.presses(BUDI, "✅ Setujui")
    assert NEW in await reads_of_the_foot(two)
    change = await _approved(two)
    board = two.house.service.board
    board.rewordings = Rewordings([_with(change, shipped="0" * 64)])
    assert two.house.service.texts.render("id", "explainers-ojek-2") == SHIPPED
    await opens(two, BUDI, "kakinya patah", "Kakinya patah. Rumah sakit merawatnya sesuai …")
    assert "Kata bawaannya sudah ditulis baru" in two.last(BUDI)
    board.rewordings = Rewordings([_with(change, value="Kakinya {jkm-total}.")])
    assert two.house.service.texts.render("id", "explainers-ojek-2") == SHIPPED


async def _approved(stage: Stage) -> FactChange:
    async with stage.house.database.transaction(read_only=True) as tx:
        return (await list_changes(tx, FactChangeState.APPROVED))[0]


def _with(change: FactChange, **other: object) -> FactChange:
    return FactChange.model_validate(change.model_dump() | other)


async def test_check_names_words_that_are_not_told(two: Stage) -> None:
    """Written anew, gone, or without a figure: each in a line of its own."""
    await writes_of_the_foot(two)
    await is_sent_on(two)
    await two.presses(BUDI, "✅ Setujui")
    assert not await _told_of_sentences(two)
    await _amend(two, "UPDATE fact_change SET value = 'Kakinya {jkm-total}.'")
    assert "the words from the chat name ['jkm-total']" in (await _told_of_sentences(two))[0]
    await _amend(two, "UPDATE fact_change SET shipped = 'other'")
    assert "written anew since" in (await _told_of_sentences(two))[0]
    await _amend(two, "UPDATE fact_change SET fact_id = 'explainers-gone-1'")
    assert "there is no such text any more" in (await _told_of_sentences(two))[0]


async def _amend(stage: Stage, statement: str) -> None:
    async with stage.house.database.transaction() as tx:
        await tx.execute(text(statement))


async def _told_of_sentences(stage: Stage) -> list[str]:
    findings = await collect_findings(stage.house.settings)
    return [finding.text for finding in findings if finding.text.startswith("sentences:")]


async def test_a_recording_that_says_the_old_words_is_named(
    two: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever changes the words is told which recordings will not be played any more."""
    monkeypatch.setattr(voice_board, "LOOKS_APART", 0.0)
    await reads_of_the_foot(two)
    await two.says(RINA, "/cerita")
    await two.presses(RINA, "🛵 Pak Ujang, tukang ojek")
    await two.presses(RINA, "Lanjut ▶️")
    await two.presses(RINA, "🎙 Rekam suara")
    await two.presses(RINA, "🔊 Sunda Banten")
    await two.receives(two.sent(RINA, voice=True))
    await two.house.outbox.drain()
    await two.presses(BUDI, "🎧 Dengarkan")
    await two.presses(BUDI, "✅ Setujui")
    await writes_of_the_foot(two)
    assert "Rekaman suaranya tidak diputar lagi setelah itu: 🔊 Sunda Banten" in two.last(RINA)


async def test_every_list_and_sentence_can_be_opened(two: Stage) -> None:
    """From /fakta, topic by topic and page by page; no key of ours on any screen."""
    await two.says(RINA, "/fakta")
    await two.presses(RINA, "📝 Kalimat layar dan jawaban")
    await two.presses(RINA, "Cerita menurut pekerjaan")
    await two.presses(RINA, "Berikutnya ▶️")
    await two.presses(RINA, "Pak Dadang menggarap sawah. Cangkulnya mengen…")
    assert "Sekarang tertulis" in two.last(RINA)
    assert "explainers" not in two.last(RINA)
    await two.presses(RINA, "⬅️ Kembali")
    await two.says(RINA, "zzzz")
    assert "Belum ada yang memuat zzzz" in two.last(RINA)


async def test_workers_see_nothing_of_it(two: Stage) -> None:
    """Neither the command nor its buttons are theirs."""
    await two.says(SARI, "/kalimat")
    assert "perintah itu tidak ada" in two.last(SARI)
    await two.receives(two.tapped(SARI, "sentences:change:ABCDEFG:-"))
    assert await two.count("fact_change") == 0


async def test_another_replica_takes_it_up(two: Stage) -> None:
    """The board looks into the database, not into this process."""
    await writes_of_the_foot(two)
    await is_sent_on(two)
    await two.presses(BUDI, "✅ Setujui")
    service = two.house.service
    other = facts_board.FactsBoard(service.board._shipped)
    async with two.house.database.transaction(read_only=True) as tx:
        await other.renew(tx)
    assert other.version == 1
    texts = other.rewordings.texts(service.shipped, service.today())
    assert texts.render("id", "explainers-ojek-2") == NEW
