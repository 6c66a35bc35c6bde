"""Whoever withdraws their data leaves nothing in others' chats; whoever hands on keeps nothing in theirs."""

from uuid import UUID

import pytest
from sqlalchemy import text

from bot.messenger import Outcome
from bot.own_data import gather_data
from bot.screens import Screen
from bot.telegram_api.messenger import TelegramMessenger
from playground import phones
from storage.contacts import find_by_telegram_id
from storage.volunteers import Territory
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.leads.field import VILLAGE, delivered, joins_field
from tests.integration.outbox.sending import owner_arrives
from tests.integration.privacy.test_privacy_in_the_field import THROUGH_RT

UJANG = 1011
ERASED = "Orang ini sudah menarik datanya. Mohon jangan dihubungi lagi."
TOLD = "Satu tetangga menarik datanya. Mohon jangan dihubungi lagi."
MOVED = "Data ini sudah ditangani orang lain. Terima kasih sudah membantu."


def buttons(stage: Stage, who: int) -> set[str]:
    """What may still be tapped."""
    rows = [row for message in stage.messages(who) for row in message.get("inline_keyboard") or []]
    return {button["text"] for row in rows for button in row}


async def taps(stage: Stage, who: int, label: str) -> None:
    """Somebody taps the newest button with this label, in the message that it stands below."""
    data = stage.button(who, label)
    below = [
        message["message_id"]
        for message in stage.messages(who)
        for row in message.get("inline_keyboard") or []
        if label in {button["text"] for button in row}
    ]
    tapped = stage.does(lambda world, person: phones.tap(world, person, below[-1], data, forged=False), who)
    assert (await stage.receives(tapped)).status == 200


async def sari_is_with_budi(stage: Stage) -> None:
    """He has the offer, the card with her number, her screen, and the list she stands on."""
    await joins_field(stage, BUDI, "Pak Budi")
    await stage.says(SARI, "/start", *THROUGH_RT, SEND)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)


async def test_nothing_of_an_erased_neighbour_stays_with_the_volunteer(stage: Stage) -> None:
    """Offer, card, screen: no name, no place, no button; the truth in their stead, and told once."""
    await sari_is_with_budi(stage)
    assert stage.chat(BUDI).count("Sari Wulandari") >= 3
    assert "RT 003" in stage.chat(BUDI)
    await stage.says(SARI, "/hapus_data", "ya")
    await delivered(stage)
    said = stage.chat(BUDI)
    assert "Sari" not in said
    assert "RT 003" not in said
    assert "ditangani orang lain" not in said
    assert stage.shown(BUDI).count(ERASED) == 3
    assert stage.shown(BUDI).count(TOLD) == 1
    assert not buttons(stage, BUDI) & {"✅ Terima", "Tidak bisa", "📝 Catat hasilnya", "📅 Janji bertemu"}


async def test_nor_with_the_branch(stage: Stage) -> None:
    """Bu Rina's notice, the screen she opened, and the number she asked for; nobody had her to be told."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", *REGISTRATION, SEND)
    await delivered(stage)
    await stage.presses(RINA, "Buka")
    await stage.presses(RINA, "📞 Tampilkan nomor")
    await delivered(stage)
    assert stage.chat(RINA).count("Sari Wulandari") >= 3
    await stage.says(SARI, "/hapus_data", "ya")
    await delivered(stage)
    assert "Sari" not in stage.chat(RINA)
    assert stage.shown(RINA).count(ERASED) == 3
    assert TOLD not in stage.chat(RINA)


async def test_a_list_in_place_of_a_card_is_left_alone(stage: Stage) -> None:
    """Pak Budi went from her screen to his list, in the same message: that is still his list."""
    await sari_is_with_budi(stage)
    await taps(stage, BUDI, "⬅️ Semua tugas")
    listed = next(m for m in reversed(stage.messages(BUDI)) if "Yang perlu dikerjakan" in m["text"])
    await stage.says(SARI, "/hapus_data", "ya")
    await delivered(stage)
    still = next(m for m in stage.messages(BUDI) if m["message_id"] == listed["message_id"])
    assert still["text"] == listed["text"]


async def test_what_is_on_its_way_while_she_erases_goes_too(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pak Budi opens her screen, and before Telegram has answered she is gone: nothing of her stays."""
    await sari_is_with_budi(stage)
    shows = TelegramMessenger.show

    async def slowly(self: TelegramMessenger, who: int, edited: int | None, screen: Screen) -> Outcome:
        outcome = await shows(self, who, edited, screen)
        if who == BUDI:
            monkeypatch.undo()
            await stage.says(SARI, "/hapus_data", "ya")
        return outcome

    monkeypatch.setattr(TelegramMessenger, "show", slowly)
    await stage.presses(BUDI, "📝 Catat hasilnya")
    await delivered(stage)
    assert "Sari" not in stage.chat(BUDI)


async def test_whoever_hands_on_keeps_nothing_and_whoever_has_it_keeps_theirs(stage: Stage) -> None:
    """Handed back to Ujang: Pak Budi's offer and card are emptied with the reason, Ujang's offer stands."""
    await sari_is_with_budi(stage)
    await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE))
    await taps(stage, BUDI, "Kembalikan")
    await taps(stage, BUDI, "Sedang sibuk")
    await delivered(stage)
    said = stage.chat(BUDI)
    assert "Sari" not in said
    assert stage.shown(BUDI).count(MOVED) == 2  # the screen itself is his list by now
    assert "Sari Wulandari" in stage.last(UJANG)
    await stage.presses(UJANG, "✅ Terima")
    await stage.says(SARI, "/hapus_data", "ya")
    await delivered(stage)
    assert "Sari" not in stage.chat(UJANG)
    assert stage.shown(UJANG).count(TOLD) == 1
    assert TOLD not in stage.chat(BUDI)
    assert stage.shown(BUDI).count(ERASED) == 2  # who had her once does not call her either


async def test_the_workers_own_file_names_who_came_and_nobodys_id(stage: Stage) -> None:
    """Sari was told of Pak Budi, who took her on; whatever else is written down has no id of anybody."""
    await sari_is_with_budi(stage)
    await joins_field(stage, UJANG, "Ujang", where=Territory(VILLAGE))
    await stage.presses(BUDI, "Kembalikan")
    await stage.presses(BUDI, "Sedang sibuk")
    async with stage.house.database.transaction(read_only=True) as tx:
        contact = await find_by_telegram_id(tx, SARI)
        assert contact is not None
        told = str((await gather_data(tx, contact))["registrations"])
        owners = [str(row[0]) for row in await tx.execute(text("SELECT id FROM volunteer"))]
    assert "Pak Budi" in told
    for owner in owners:
        assert owner not in told
        assert str(UUID(owner)) not in told
