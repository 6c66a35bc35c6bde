"""Whoever joins: they agree in their own words, may leave a number, and whoever invited hears who came."""

from datetime import timedelta

import pytest

from storage.volunteers import list_all_volunteers
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.leads.field import delivered, lead_comes, lead_now
from tests.integration.leads.test_joining import invited
from tests.integration.outbox.sending import owner_arrives

JOINED = "sudah bergabung sebagai Relawan RT/RW, RT 003 RW 005"


async def budi_joins(stage: Stage) -> None:
    """Pak Budi opens the link that Bu Rina has made, and agrees."""
    await owner_arrives(stage)
    code = await invited(stage)
    await stage.says(BUDI, f"/start {code}")
    await stage.presses(BUDI, "🤝 Setuju dan ikut")
    await delivered(stage)


async def budi_is_covered(stage: Stage) -> None:
    """He has joined and said that he is covered himself, which is asked first."""
    await budi_joins(stage)
    await stage.presses(BUDI, "Sudah")


async def phones(stage: Stage) -> list[str | None]:
    async with stage.house.database.transaction(read_only=True) as tx:
        return [card.phone for card in await list_all_volunteers(tx)]


async def test_whoever_invited_hears_who_came_and_may_end_the_wrong_one(stage: Stage) -> None:
    """By the name Telegram has, asked once more; his lead is somebody else's at once."""
    await budi_joins(stage)
    assert f"Budi Santoso {JOINED}" in stage.last(RINA)
    lead = await lead_comes(stage)
    assert lead.owner_id is not None
    await stage.presses(RINA, "⛔ Bukan orangnya")
    assert await stage.value("SELECT count(*) FROM volunteer WHERE is_active") == 1  # asked first
    await stage.presses(RINA, "⛔ Ya, nonaktifkan")
    assert "Sudah dihentikan" in stage.last(RINA)
    assert await stage.value("SELECT count(*) FROM volunteer WHERE is_active") == 0
    assert (await lead_now(stage, lead)).lead.owner_id is None
    await stage.says(BUDI, "/tugas")
    assert "perintah itu tidak ada" in stage.last(BUDI)


async def test_nobody_else_ends_them(stage: Stage) -> None:
    """Sari forges the button, and Bu Rina taps it again after all is over: neither changes anything."""
    await budi_joins(stage)
    wrong = stage.button(RINA, "⛔ Bukan orangnya")
    await stage.says(SARI, "/start")
    await stage.receives(stage.tapped(SARI, wrong))
    await stage.receives(stage.tapped(BUDI, wrong))
    assert await stage.value("SELECT count(*) FROM volunteer WHERE is_active") == 1
    await stage.presses(RINA, "⛔ Bukan orangnya")
    await stage.presses(RINA, "⛔ Ya, nonaktifkan")
    shown = len(stage.shown(RINA))
    await stage.receives(stage.tapped(RINA, wrong))
    assert "Nonaktifkan" not in "".join(stage.shown(RINA)[shown:])


async def test_the_number_is_asked_for_and_the_branch_alone_sees_it(stage: Stage) -> None:
    """His own contact counts, another's does not; /tim has it for Bu Rina."""
    await budi_is_covered(stage)
    assert "Boleh minta nomor HP" in stage.last(BUDI)
    await stage.receives(stage.sent(BUDI, contact={"phone_number": "6281234567899", "first_name": "Bu Imas"}))
    assert "Itu nomor orang lain" in stage.last(BUDI)
    assert await phones(stage) == [None]
    own = {"phone_number": "6281234567802", "first_name": "Budi", "user_id": BUDI}
    await stage.receives(stage.sent(BUDI, contact=own))
    assert await phones(stage) == ["+6281234567802"]
    assert "RT 003 RW 005" in stage.last(BUDI)
    await stage.says(RINA, "/tim")
    member = next(
        b["text"] for row in stage.messages(RINA)[-1]["inline_keyboard"] for b in row if "Budi" in b["text"]
    )
    await stage.presses(RINA, member)
    assert "0812-3456-7802" in stage.last(RINA)


@pytest.mark.parametrize("said", ["lewati", "nanti saja", "tidak usah"])
async def test_it_may_be_left_out(stage: Stage, said: str) -> None:
    """Nobody is held up by a question that is not needed."""
    await budi_is_covered(stage)
    await stage.says(BUDI, "nomornya rahasia 12")
    assert "belum terbaca" in stage.last(BUDI)
    await stage.says(BUDI, said)
    assert await phones(stage) == [None]
    assert "RT 003 RW 005" in stage.last(BUDI)


@pytest.mark.parametrize(("said", "asks_to_register"), [("Belum", True), ("Nanti saja", False)])
async def test_own_cover_is_asked_before_the_number(
    stage: Stage, said: str, *, asks_to_register: bool
) -> None:
    """Whatever is said of it, the number is asked for next and the profile comes last, and neither twice."""
    await budi_joins(stage)
    assert "Bapak/Ibu sendiri sudah terlindungi" in stage.last(BUDI)
    assert "Boleh minta nomor HP" not in "".join(stage.shown(BUDI))
    await stage.presses(BUDI, said)
    assert ("juga berhak terlindungi" in "".join(stage.shown(BUDI))) is asks_to_register
    assert "Boleh minta nomor HP" in stage.last(BUDI)
    await stage.says(BUDI, "lewati")
    assert "RT 003 RW 005" in stage.last(BUDI)
    assert "sudah terlindungi" not in stage.last(BUDI)
    await stage.says(BUDI, "/profil")
    assert "Boleh minta nomor HP" not in stage.last(BUDI)


@pytest.mark.parametrize("said", ["ya", "saya setuju", "Oke pak, setuju", "iya saya mau"])
async def test_a_typed_yes_is_a_yes(stage: Stage, said: str) -> None:
    """Like the button, and after a question of his own, too."""
    await owner_arrives(stage)
    code = await invited(stage)
    await stage.says(BUDI, f"/start {code}", "Apa itu JKK?")
    assert await stage.count("volunteer") == 0
    await stage.says(BUDI, said)
    assert await stage.count("volunteer") == 1


@pytest.mark.parametrize("said", ["tidak", "tidak setuju", "ga mau"])
async def test_a_typed_no_is_a_no_and_the_link_stays_good(stage: Stage, said: str) -> None:
    """He may think about it: the same link opens again."""
    await owner_arrives(stage)
    code = await invited(stage)
    await stage.says(BUDI, f"/start {code}", said)
    assert "berubah pikiran" in stage.last(BUDI)
    assert await stage.count("volunteer") == 0
    await stage.says(BUDI, f"/start {code}")
    await stage.presses(BUDI, "🤝 Setuju dan ikut")
    assert await stage.count("volunteer") == 1


async def test_the_number_of_whoever_was_ended_meanwhile_is_kept_nowhere(stage: Stage) -> None:
    """Asked for it, ended by Bu Rina, he shares it: he reads a sentence, and nothing is set aside."""
    await budi_is_covered(stage)
    await stage.presses(RINA, "⛔ Bukan orangnya")
    await stage.presses(RINA, "⛔ Ya, nonaktifkan")
    own = {"phone_number": "6281234567802", "first_name": "Budi", "user_id": BUDI}
    await stage.receives(stage.sent(BUDI, contact=own))
    assert "tidak bisa dibuka dari sini" in stage.last(BUDI)
    assert await stage.count("quarantine") == 0
    assert await phones(stage) == [None]


async def test_after_a_week_it_is_for_the_team_list(stage: Stage) -> None:
    """The old button ends nobody who has long been known."""
    await budi_joins(stage)
    stage.house.service.clock.move(timedelta(days=8))
    shown = len(stage.shown(RINA))
    await stage.presses(RINA, "⛔ Bukan orangnya")
    assert "nonaktifkan" not in "".join(stage.shown(RINA)[shown:]).lower()
    assert await stage.value("SELECT count(*) FROM volunteer WHERE is_active") == 1


async def test_nobody_is_told_of_whoever_has_gone_again(stage: Stage) -> None:
    """He joined and erased himself before the message went out: his name is told to nobody."""
    await owner_arrives(stage)
    code = await invited(stage)
    await stage.says(BUDI, f"/start {code}")
    await stage.presses(BUDI, "🤝 Setuju dan ikut")
    await stage.says(BUDI, "/hapus_data", "ya")
    await delivered(stage)
    assert "sudah bergabung" not in stage.chat(RINA)
