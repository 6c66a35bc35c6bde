"""A phone number is shown to few, each time is written down, and it leaves every chat with its ground."""

from datetime import timedelta

from sqlalchemy import text

from bot.leads.reviewing import plan_review
from storage.models.staff import Role
from storage.volunteers import Territory
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import VILLAGE, delivered, joins_field, lead_comes, newest_sheet
from tests.integration.leads.field import passes as time_passes
from tests.integration.outbox.sending import owner_arrives
from tests.integration.privacy.test_privacy_in_the_field import THROUGH_RT

UJANG, IMAS = 1011, 1012
PHONE = "0812-3456-7801"


async def seen_by(stage: Stage, kind: str = "phone seen") -> list[int]:
    """Whose Telegram accounts saw a number, in order."""
    query = text(
        "SELECT contact.telegram_id FROM lead_event JOIN contact ON contact.id = lead_event.actor_contact_id"
        " WHERE lead_event.kind = :kind ORDER BY happened_at, lead_event.id"
    )
    async with stage.house.database.transaction(read_only=True) as tx:
        return [int(row[0]) for row in await tx.execute(query, {"kind": kind})]


async def sari_is_taken(stage: Stage) -> None:
    """Pak Budi has taken her: his card has her number."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(SARI, "/start", *THROUGH_RT, SEND)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)


async def test_each_reveal_is_written_down(stage: Stage) -> None:
    """With Terima, each time it is asked for, and for whom of the branch; nobody else sees it at all."""
    await owner_arrives(stage)
    await sari_is_taken(stage)
    assert await seen_by(stage) == [BUDI]
    await stage.presses(BUDI, "📝 Catat hasilnya")
    await stage.presses(BUDI, "📞 Tampilkan nomor")
    assert await seen_by(stage) == [BUDI, BUDI]
    await stage.says(RINA, "/leads")
    await stage.presses(RINA, "Sari Wulandari · Petani")
    assert "0812••••801" in stage.last(RINA)
    assert await seen_by(stage) == [BUDI, BUDI]
    await stage.presses(RINA, "📞 Tampilkan nomor")
    await delivered(stage)
    assert PHONE in stage.chat(RINA)
    assert await seen_by(stage) == [BUDI, BUDI, RINA]
    cards = [m for who in (BUDI, RINA) for m in stage.messages(who) if PHONE in m.get("text", "")]
    assert len(cards) == 3
    assert all(card["protect_content"] for card in cards)


async def test_a_number_leaves_every_chat_when_its_worker_goes(stage: Stage) -> None:
    """Pak Budi's cards and Bu Rina's, words and links: nothing of it is left in what can still be read."""
    await owner_arrives(stage)
    await sari_is_taken(stage)
    await stage.says(RINA, "/leads")
    await stage.presses(RINA, "Sari Wulandari · Petani")
    for _ in range(2):
        await stage.presses(RINA, "📞 Tampilkan nomor")
    await delivered(stage)
    for who in (BUDI, RINA):
        assert PHONE in stage.chat(who)
        assert "6281234567801" in stage.chat(who)
    await stage.says(SARI, "/hapus_data", "ya")
    await delivered(stage)
    for who in (BUDI, RINA):
        assert PHONE not in stage.chat(who)
        assert "6281234567801" not in stage.chat(who)


async def test_a_number_leaves_the_chat_when_the_lead_is_handed_on(stage: Stage) -> None:
    """Handed back: Ujang has the number after his Terima, Pak Budi none; the message says why."""
    await sari_is_taken(stage)
    await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE))
    await stage.presses(BUDI, "📝 Catat hasilnya")
    await stage.presses(BUDI, "Kembalikan")
    await stage.presses(BUDI, "Sedang sibuk")
    await delivered(stage)
    assert PHONE not in stage.chat(BUDI)
    assert "6281234567801" not in stage.chat(BUDI)
    assert "Data ini sudah ditangani orang lain" in "".join(stage.shown(BUDI))


async def test_a_number_leaves_the_chat_when_its_worker_wants_the_office_alone(stage: Stage) -> None:
    """Sari corrects her choice: she is the office's from now on, and Pak Budi's card has no number."""
    await owner_arrives(stage)
    await sari_is_taken(stage)
    await stage.says(SARI, *REGISTRATION, SEND)
    await delivered(stage)
    assert await stage.value("SELECT count(*) FROM lead WHERE owner_id IS NULL AND routing = 'office'") == 1
    assert PHONE not in stage.chat(BUDI)
    assert "6281234567801" not in stage.chat(BUDI)
    assert await stage.value("SELECT open_leads FROM volunteer") == 0


async def test_what_is_compared_shows_no_number(stage: Stage) -> None:
    """Two that may be one person stand side by side with the last digits of their phones."""
    await owner_arrives(stage)
    for name in ("Sari Wulandari", "Sari Wulandara"):
        lead = await lead_comes(stage, name=name, phone="+6281234567801", name_key=name)
        async with stage.house.database.transaction() as tx:
            await plan_review(tx, lead, stage.house.service.clock.now())
    await time_passes(stage, timedelta(0))
    await stage.says(RINA, "/periksa")
    rows = stage.messages(RINA)[-1]["inline_keyboard"]
    await stage.presses(
        RINA, next(b["text"] for row in rows for b in row if b["text"].startswith("👥 Mungkin"))
    )
    assert stage.last(RINA).count("0812••••801") == 2
    assert "7801" not in stage.chat(RINA).replace("••••801", "")


async def test_sheets_with_numbers_are_written_down(stage: Stage) -> None:
    """Bu Imas takes the ready ones as a spreadsheet: each of them says so."""
    await owner_arrives(stage)
    await joins_field(stage, IMAS, "Bu Imas", Role.CLOSER, Territory())
    await sari_is_taken(stage)
    await stage.presses(BUDI, "📝 Catat hasilnya")
    await stage.presses(BUDI, "✍️ Siap daftar")
    await delivered(stage)
    await stage.says(IMAS, "/siapdaftar")
    await delivered(stage)
    assert PHONE in str(newest_sheet(stage, IMAS))
    assert await seen_by(stage, "exported") == [IMAS]
