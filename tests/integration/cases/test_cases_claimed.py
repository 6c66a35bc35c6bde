"""A case is one officer's: taken by one tap, handed over, put back, taken over from who lets people wait."""

from bot.cases.waiting import mind_cases
from storage.contacts import find_by_telegram_id
from storage.models.staff import Role
from storage.staff import grant_role, revoke_role
from tests.integration.cases.counter import (
    HOUR,
    TATI,
    UJANG,
    asks,
    delivered,
    heard,
    newest_case,
    passes,
    replied,
    seen,
    tapped,
)
from tests.integration.house_stage import RINA, SARI, Stage


async def owner(stage: Stage, who: int = SARI) -> int | None:
    """Whose somebody's case is, by Telegram id."""
    case = (await newest_case(stage, who)).case
    async with stage.house.database.transaction(read_only=True) as tx:
        for officer in (RINA, TATI):
            contact = await find_by_telegram_id(tx, officer)
            if contact is not None and contact.id == case.owner_id:
                return officer
    return None


async def test_one_tap_and_it_is_theirs(office: Stage) -> None:
    """Bu Rina takes it; Bu Tati's card says who has it, and her tap is politely too late."""
    await asks(office, "Kalau telat bayar bagaimana?")
    late = office.button(TATI, "🙋 Ambil")
    await office.presses(RINA, "🙋 Ambil")
    await delivered(office)
    assert "Dipegang Rina" in office.last(TATI)
    assert await tapped(office, TATI, late) == "Sudah dipegang Rina."
    assert await owner(office) == RINA
    assert "Petugas sudah membaca" in seen(office, SARI)


async def test_taking_it_twice_is_taking_it_once(office: Stage) -> None:
    """A double tap changes nothing, and the person hears of it once."""
    await asks(office)
    claim = office.button(RINA, "🙋 Ambil")
    for _ in range(2):
        await tapped(office, RINA, claim)
    assert (await newest_case(office)).case.version == 2
    assert seen(office, SARI).count("Petugas sudah membaca") == 1


async def test_nobody_answers_twice(office: Stage) -> None:
    """Both reply to their card: the first one's words arrive, the second is told that it is taken."""
    await asks(office, "Iurannya berapa?")
    await replied(office, RINA, "Minta bantuan", text="Mulai dari yang paling ringan, Bu.")
    await replied(office, TATI, "Minta bantuan", text="Ini jawaban kedua")
    assert heard(office, SARI, "paling ringan") == 1
    assert heard(office, SARI, "jawaban kedua") == 0
    assert office.last(TATI) == "Sudah dipegang Rina."


async def test_what_was_said_before_reaches_who_takes_it(office: Stage) -> None:
    """Words, photo and voice of before reach the owner once, and nobody else."""
    await asks(office, "Suami saya kecelakaan")
    for content in ({"photo": True}, {"voice": True}):
        await office.receives(office.sent(SARI, **content))
    await office.presses(RINA, "🙋 Ambil")
    await delivered(office)
    assert heard(office, RINA, "Suami saya kecelakaan") == 1
    kinds = [kind for message in office.messages(RINA) for kind in ("photo", "voice") if message.get(kind)]
    assert kinds == ["photo", "voice"]
    assert not any(message.get("photo") or message.get("voice") for message in office.messages(TATI))


async def test_handed_over_with_all_that_was_said(office: Stage) -> None:
    """Bu Tati has it, with every word; Bu Rina cannot answer any more, and the person notices nothing."""
    await asks(office, "Saya nelayan")
    await office.presses(RINA, "🙋 Ambil")
    await office.presses(RINA, "↪️ Alihkan")
    await office.presses(RINA, "Tati")
    await delivered(office)
    assert await owner(office) == TATI
    assert "mengalihkan ini kepada Bapak/Ibu" in seen(office, TATI)
    assert heard(office, TATI, "Saya nelayan") == 1
    await replied(office, RINA, "Saya nelayan", text="telat")
    assert heard(office, SARI, "telat") == 0
    await office.says(SARI, "Sudah 10 tahun melaut")
    await delivered(office)
    assert (heard(office, RINA, "melaut"), heard(office, TATI, "melaut")) == (0, 1)


async def test_put_back_the_others_are_asked(office: Stage) -> None:
    """It is nobody's again, Bu Tati has a new card, and Bu Rina's old one shows it."""
    await asks(office)
    await office.presses(RINA, "🙋 Ambil")
    await office.presses(RINA, "↩️ Kembalikan")
    await delivered(office)
    assert await owner(office) is None
    assert "Belum ada yang memegang" in office.last(TATI)
    await office.presses(TATI, "🙋 Ambil")
    await delivered(office)
    assert await owner(office) == TATI


async def test_a_colleague_takes_over_only_from_who_lets_people_wait(office: Stage) -> None:
    """Before two reminders in vain there is no such button, and a forged one does nothing."""
    await asks(office)
    await office.presses(RINA, "🙋 Ambil")
    case = (await newest_case(office)).case
    await tapped(office, TATI, f"cases:take-over:{case.number}.{case.version}:-")
    assert await owner(office) == RINA
    await passes(office, HOUR / 4)
    await passes(office, HOUR)
    await office.presses(TATI, "Ambil alih")
    await delivered(office)
    assert await owner(office) == TATI


async def test_whoever_is_staff_no_longer_loses_it_at_once(office: Stage) -> None:
    """The case is nobody's again, their cards are emptied, their taps and words do nothing."""
    await asks(office, "Rahasia saya")
    await office.presses(TATI, "🙋 Ambil")
    await delivered(office)
    answer = office.button(TATI, "✍️ Jawab")
    async with office.house.database.transaction() as tx:
        await revoke_role(tx, TATI)
    await tapped(office, TATI, answer)
    await replied(office, TATI, "Rahasia saya", text="masih saya")
    assert heard(office, SARI, "masih saya") == 0
    assert await mind_cases(office.house.database, office.house.service) == 1
    await delivered(office)
    assert await owner(office) is None
    assert "Belum ada yang memegang" in office.last(RINA)
    cards = [text for text in office.shown(TATI) if text.startswith("Permintaan ini tidak ada lagi")]
    assert cards


async def test_words_find_out_first_that_the_owner_is_gone(office: Stage) -> None:
    """Even before anybody looks: what the person says next waits for the others."""
    await asks(office)
    await office.presses(TATI, "🙋 Ambil")
    await delivered(office)
    async with office.house.database.transaction() as tx:
        await grant_role(tx, TATI, Role.WORKER, office.house.service.clock.now())
    await office.says(SARI, "Halo, masih ada orang di sana ya")
    await delivered(office)
    assert heard(office, TATI, "masih ada orang") == 0
    assert "masih ada orang" in office.last(RINA)


async def test_an_officer_who_is_erased_leaves_nobody_behind(office: Stage) -> None:
    """Bu Tati has her own data erased: her case goes back to the others."""
    await asks(office)
    await office.presses(TATI, "🙋 Ambil")
    await office.says(TATI, "/hapus_data", "ya")
    await delivered(office)
    assert await owner(office) is None
    assert "Belum ada yang memegang" in office.last(RINA)


async def test_an_erased_person_leaves_nothing_on_the_cards(office: Stage) -> None:
    """What staff were shown of Sari is gone from their chats, and no timer remembers her."""
    await asks(office, "Ini cerita saya")
    await office.presses(RINA, "🙋 Ambil")
    await delivered(office)
    await office.says(SARI, "/hapus_data", "ya")
    await delivered(office)
    assert "Ini cerita saya" not in seen(office, TATI)
    cards = [text for text in office.shown(RINA) if "Ini cerita saya" in text]
    assert len(cards) == 1  # the screen that Bu Rina opened herself; the next tap empties it
    assert await office.count("support_case") == 0
    assert await office.value("SELECT count(*) FROM timer WHERE kind LIKE 'case-%'") == 0


async def test_forged_buttons_do_nothing(office: Stage) -> None:
    """Ujang presses everything staff have, and what is another person's."""
    await asks(office)
    await office.says(UJANG, "/start")
    before = (await newest_case(office)).case
    id_ = f"{before.number}.{before.version}"
    for verb, arg in (
        ("claim", before.number),
        ("take-over", id_),
        ("put-back", id_),
        ("close", id_),
        ("give", f"{id_}.abcdefabcdef"),
        ("card", before.number),
        ("rate", f"{before.number}.5"),
        ("words", before.number),
        ("happened", "everything"),
    ):
        for version in ("-", "1", "2", "3"):
            await tapped(office, UJANG, f"cases:{verb}:{arg}:{version}")
    for verb in ("answer", "write", "ready", "keep", "canned", "send"):
        await tapped(office, UJANG, f"replies:{verb}:{before.number}:-")
    assert (await newest_case(office)).case == before
    assert await office.count("case_words") == 0


async def test_an_officer_cannot_close_or_give_away_anothers(office: Stage) -> None:
    """The rights of the role are not the rights to the case."""
    await asks(office)
    await office.presses(RINA, "🙋 Ambil")
    await delivered(office)
    before = (await newest_case(office)).case
    await office.says(TATI, "/kasus")
    for verb in ("close", "put-back", "give"):
        for version in range(1, 12):
            await tapped(office, TATI, f"cases:{verb}:{before.number}.{before.version}.abc:{version}")
    assert (await newest_case(office)).case == before
