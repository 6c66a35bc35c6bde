"""A pasted code, PIN or card number: deleted, warned of, in no row; impostors are reported at once."""

import pytest
from sqlmodel import select, update

from bot.reports import LONGEST
from playground import phones
from playground.shapes import Json
from storage.contacts import find_by_telegram_id
from storage.conversations import find_draft, find_place
from storage.models.contacts import Contact
from storage.models.sources import Source
from storage.models.updates import Quarantine
from tests.integration.cases.counter import replied
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION, SEND
from tests.integration.outbox.sending import owner_arrives

SECRETS = ("123456", "kode otp saya 482913", "pin atm saya 123456", "4111 1111 1111 1111")


async def everything(stage: Stage, who: int) -> str:
    """All of a person's that is sealed, opened."""
    async with stage.house.database.transaction() as tx:
        contact = await find_by_telegram_id(tx, who)
        assert contact is not None
        rows = (await tx.execute(select(Quarantine.id, Quarantine.body))).all()
        kept = [tx.keys.open(body, table="quarantine", column="body", id=id_) for id_, body in rows]
        return f"{await find_place(tx, contact.id)} {kept}"


@pytest.mark.parametrize("secret", SECRETS)
async def test_a_secret_is_deleted_and_warned_of(stage: Stage, secret: str) -> None:
    """It is not in the chat any more, the warning is, and the person is where they were."""
    await stage.says(SARI, "/start", "/manfaat", secret)
    assert secret not in [message["text"] for message in stage.messages(SARI)]
    assert "kami hapus dan tidak kami simpan" in stage.last(SARI)
    assert "Mau lihat yang mana?" in stage.last(SARI)
    assert await stage.count("quarantine") == 0
    assert await stage.count("message") == 0


@pytest.mark.parametrize("secret", SECRETS)
async def test_a_first_message_that_is_a_secret_is_warned_of(stage: Stage, secret: str) -> None:
    """Nobody has to be known to be warned."""
    await stage.says(SARI, secret)
    assert "kami hapus" in stage.last(SARI)


async def test_forms_that_ask_for_digits_do_not_trip(stage: Stage) -> None:
    """An income, and the report of a number, are taken as what they are."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", "/iuran", "50000")
    assert "Maksudnya yang mana?" in stage.last(SARI)
    await stage.says(SARI, "/lapor", "081234567890")
    assert "Sudah kami teruskan" in stage.last(SARI)


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("form", ["photo", "document", "voice"])
async def test_a_secret_below_a_file_is_deleted_and_warned_of(stage: Stage, secret: str, form: str) -> None:
    """What is written below a photo is as good as written: with no case open, and with one."""
    await owner_arrives(stage)
    for before in (("/start", "/manfaat"), ("/bantuan", "Bagaimana cara bayarnya Bu")):
        await stage.says(SARI, *before)
        sent = captioned(stage, SARI, form, secret)
        await stage.receives(sent)
        assert sent["message"]["message_id"] not in [m["message_id"] for m in stage.messages(SARI)]
        assert "kami hapus dan tidak kami simpan" in stage.last(SARI)
    await told_to_nobody(stage, secret, words=1)


def captioned(stage: Stage, who: int, form: str, caption: str) -> Json:
    """The update of a file with words below it."""
    content: dict[str, object] = {form: {"file_name": "surat.pdf"} if form == "document" else True}
    update = stage.sent(who, **content)
    update["message"]["caption"] = caption
    return update


async def told_to_nobody(stage: Stage, secret: str, *, words: int) -> None:
    """It is in no case, in no message, on no officer's phone and not in quarantine."""
    while await stage.house.outbox.drain():
        pass
    assert await stage.count("case_words") == words
    assert await stage.count("quarantine") == 0
    assert not any(secret in text for text in stage.shown(RINA))


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("way", ["typed", "button", "reply"])
async def test_a_secret_in_a_case_reaches_no_officer(stage: Stage, secret: str, way: str) -> None:
    """Typed into the case, after Balas, or as a reply: deleted, warned of, kept back."""
    await owner_arrives(stage)
    await stage.says(SARI, "/bantuan", "Ada yang minta kode ke saya")
    while await stage.house.outbox.drain():
        pass
    await replied(stage, RINA, "nomor", text="Kode dari siapa, Bu?")
    if way == "button":
        await stage.presses(SARI, "✍️ Balas")
    if way == "reply":
        await replied(stage, SARI, "Kode dari siapa", text=secret)
    else:
        await stage.says(SARI, secret)
    assert secret not in [message["text"] for message in stage.messages(SARI)]
    assert "kami hapus dan tidak kami simpan" in stage.last(SARI)
    await told_to_nobody(stage, secret, words=2)


@pytest.mark.parametrize("secret", SECRETS)
async def test_a_secret_edited_into_a_message_is_deleted_and_warned_of(stage: Stage, secret: str) -> None:
    """The edit is read for that alone; nothing of it is kept, and the person is where they were."""
    await stage.says(SARI, "/start", "/manfaat", "halo")
    edited = rewritten(stage, SARI, "halo", secret)
    await stage.receives(edited)
    assert secret not in [message["text"] for message in stage.messages(SARI)]
    assert "kami hapus dan tidak kami simpan" in stage.last(SARI)
    assert await stage.count("quarantine") == await stage.count("message") == 0
    assert "benefits" in await everything(stage, SARI)


async def test_an_edit_without_a_secret_changes_nothing(stage: Stage) -> None:
    """Nobody is answered twice, and what was said first stands: in the form, too, with its keyboard."""
    await stage.says(SARI, *REGISTRATION[:6])
    before, kept = stage.shown(SARI), await everything(stage, SARI)
    await stage.receives(rewritten(stage, SARI, REGISTRATION[5], "Sari Wulandari Putri"))
    assert (stage.shown(SARI), await everything(stage, SARI)) == (before, kept)
    await stage.receives(rewritten(stage, SARI, "Sari Wulandari Putri", "0812 3456 7890"))
    assert stage.shown(SARI) == before


def rewritten(stage: Stage, who: int, old: str, new: str) -> Json:
    """The update of somebody editing what they wrote."""
    message = next(m for m in reversed(stage.messages(who)) if m["text"] == old)
    phones.edit(stage.world, stage.person(who), message["message_id"], new)
    waiting = stage.world.updates.all()[-1]
    stage.world.updates.remove(waiting)
    return waiting.update


FORM_STEPS = {
    "occupation": REGISTRATION[:1],
    "age": REGISTRATION[:2],
    "name": REGISTRATION[:5],
    "phone": REGISTRATION[:6],
    "village": REGISTRATION[:8],
    "village on offer": REGISTRATION[:9],
    "neighbourhood": REGISTRATION[:10],
    "summary": REGISTRATION,
}


@pytest.mark.parametrize("code", ["99481", "482913", "99-481"])
@pytest.mark.parametrize("step", FORM_STEPS)
async def test_a_code_typed_into_the_form_is_deleted(stage: Stage, step: str, code: str) -> None:
    """At every step: it leaves the chat, is in no draft, and the question is still there to answer."""
    await stage.says(SARI, "/start", *FORM_STEPS[step])
    question = stage.last(SARI)
    await stage.says(SARI, code)
    assert code not in [message["text"] for message in stage.messages(SARI)]
    assert "kami hapus dan tidak kami simpan" in stage.last(SARI)
    assert question.splitlines()[-1] in stage.last(SARI)
    async with stage.house.database.transaction() as tx:
        contact = await find_by_telegram_id(tx, SARI)
        assert contact is not None
        draft = await find_draft(tx, contact.id, "registration")
    assert code not in str(draft)


@pytest.mark.parametrize("said", ["18-39", "18 - 39", "40 63"])
async def test_an_age_that_looks_like_a_code_is_an_age(stage: Stage, said: str) -> None:
    """Who types what stands on a button has answered; nobody is told of secret codes."""
    await stage.says(SARI, "/start", *FORM_STEPS["age"], said)
    assert said in [message["text"] for message in stage.messages(SARI)]
    assert "Langkah 3" in stage.last(SARI)


async def test_a_report_that_quotes_a_code_is_kept_without_it(stage: Stage) -> None:
    """Staff read who asked for it; the code leaves the chat, and is told to nobody."""
    await owner_arrives(stage)
    report = "Nomor 081300000000 minta kode OTP 482913"
    await stage.says(SARI, "/start", "/lapor", report)
    assert report not in [message["text"] for message in stage.messages(SARI)]
    assert "Sudah kami teruskan ke petugas" in stage.last(SARI)
    assert await stage.house.outbox.drain() == 1
    assert "Nomor 081300000000 minta kode OTP ••••••" in stage.messages(RINA)[-1]["text"]


async def test_a_secret_is_not_in_quarantine_either(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even when the warning itself cannot be shown."""

    async def explode(*_: object, **__: object) -> None:
        raise RuntimeError

    await stage.says(SARI, "/start")
    monkeypatch.setattr("handlers.dispatch.Dispatch._warns", explode)
    await stage.says(SARI, SECRETS[1])
    assert await stage.count("quarantine") == 1
    assert "482913" not in await everything(stage, SARI)


async def test_an_impostor_is_reported_to_staff_at_once(stage: Stage) -> None:
    """One look of the outbox later everybody who takes cases has it, and it cannot be forwarded."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", "/lapor", "Ada yang minta transfer, nomornya 081300000000")
    assert "Sudah kami teruskan ke petugas" in stage.last(SARI)
    assert await stage.house.outbox.drain() == 1
    notice = stage.messages(RINA)[-1]
    assert "081300000000" in notice["text"]
    assert notice["protect_content"]
    assert await stage.value("SELECT count(*) FROM message WHERE params IS NOT NULL") == 0


async def test_a_report_is_told_once(stage: Stage) -> None:
    """An update that comes again reports nothing again; a long one is asked to be shorter."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", "/lapor")
    report = stage.written(SARI, "Ada penipu")
    for _ in range(2):
        await stage.receives(report)
    assert await stage.count("message") == 1
    await stage.says(BUDI, "/start", "/lapor", "a" * (LONGEST + 1))
    assert await stage.count("message") == 1


async def test_a_screenshot_goes_with_the_report(stage: Stage) -> None:
    """Its words below it: staff have both within a minute, neither can be forwarded, nothing is kept."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", "/lapor")
    await stage.receives(captioned(stage, SARI, "photo", "Minta transfer, nomornya 081300000000"))
    assert "Sudah kami teruskan ke petugas" in stage.last(SARI)
    assert await stage.house.outbox.drain() == 2
    words, picture = stage.messages(RINA)[-2:]
    assert "081300000000" in words["text"]
    assert picture["photo"]
    assert "Gambar laporan" in picture["text"]
    assert words["protect_content"]
    assert picture["protect_content"]
    assert await stage.value("SELECT count(*) FROM message WHERE params IS NOT NULL") == 0


async def test_the_words_may_follow_the_screenshots(stage: Stage) -> None:
    """Two pictures, then the words; or the pictures alone, with one tap."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", "/lapor")
    for _ in range(2):
        await stage.receives(stage.sent(SARI, photo=True))
        assert "Gambarnya sudah masuk" in stage.last(SARI)
    assert await stage.count("message") == 0
    await stage.says(SARI, "Ini orangnya, minta kode")
    assert await stage.house.outbox.drain() == 3
    assert [bool(message.get("photo")) for message in stage.messages(RINA)[-3:]] == [False, True, True]
    await stage.says(BUDI, "/start", "/lapor")
    await stage.receives(stage.sent(BUDI, photo=True))
    await stage.presses(BUDI, "✅ Kirim gambarnya saja")
    assert await stage.house.outbox.drain() == 2
    assert "hanya gambar" in stage.messages(RINA)[-2]["text"]


async def test_a_code_below_a_screenshot_is_hidden_and_the_report_goes_on(stage: Stage) -> None:
    """Quoted, as in words: the message leaves the chat, staff read the report without the code."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", "/lapor")
    quoted = "Nomor 081300000000 minta kode OTP 482913"
    await stage.receives(captioned(stage, SARI, "photo", quoted))
    assert "482913" not in stage.chat(SARI)
    assert await stage.house.outbox.drain() == 2
    assert "081300000000" in stage.messages(RINA)[-2]["text"]
    assert "482913" not in stage.chat(RINA)


async def test_a_file_is_no_screenshot(stage: Stage) -> None:
    """What an impostor sent as a program is passed on to nobody."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", "/lapor")
    await stage.receives(stage.sent(SARI, document={"file_name": "undangan.apk"}))
    assert await stage.count("message") == 0
    assert "Ada yang mengaku dari kami?" in stage.last(SARI)


@pytest.mark.parametrize("language", ["id", "en"])
async def test_a_report_is_not_said_to_reach_staff_when_there_are_none(stage: Stage, language: str) -> None:
    """Before any officer has written to the bot: the phone is named, and nothing is kept."""
    await stage.says(SARI, "/start")
    async with stage.house.database.transaction() as tx:
        await tx.execute(update(Contact).values(language=language))
    await stage.says(SARI, "/lapor")
    asked = {"id": "Belum ada petugas yang bisa kami hubungi", "en": "nobody of our staff we can reach"}
    assert asked[language] in stage.last(SARI)
    await stage.says(SARI, "Ada yang minta transfer, nomornya 081300000000")
    told = stage.shown(SARI)[-2]
    assert {"id": "belum sampai ke petugas", "en": "reached nobody"}[language] in told
    assert "175" in told
    assert await stage.count("message") == 0
    assert "081300000000" not in await everything(stage, SARI)


async def test_who_needs_a_facility_registers_for_that_reason(stage: Stage) -> None:
    """The reason is kept as a source, stands on the lead, and is told apart from a proof of membership."""
    await owner_arrives(stage)
    await stage.says(SARI, "/start", "/info")
    await stage.presses(SARI, "Fasilitas kota")
    assert "bukan bukti kepesertaan" in stage.last(SARI)
    await stage.presses(SARI, "Daftar untuk sewa kios pasar")
    assert "Pekerjaan Bapak/Ibu apa?" in stage.last(SARI)
    async with stage.house.database.transaction() as tx:
        contact = await find_by_telegram_id(tx, SARI)
        assert contact is not None
        source = (await tx.execute(select(Source))).scalar_one()
    assert (contact.last_source, source.label) == ("for-kiosk-lease", "sewa kios pasar")
    await stage.says(SARI, *REGISTRATION[1:], SEND)
    assert await stage.value("SELECT last_source FROM lead") == "for-kiosk-lease"
    await stage.says(RINA, "/leads")
    await stage.presses(RINA, next(b for b in buttons(stage, RINA) if b.startswith("Sari Wulandari")))
    assert "Sumber: sewa kios pasar" in stage.last(RINA)


def buttons(stage: Stage, who: int) -> list[str]:
    """The labels below the newest message."""
    return [button["text"] for row in stage.messages(who)[-1]["inline_keyboard"] for button in row]
