"""A pasted code, PIN or card number: deleted, warned of, in no row; impostors are reported at once."""

import pytest
from sqlmodel import select

from bot.reports import LONGEST
from storage.contacts import find_by_telegram_id
from storage.conversations import find_draft, find_place
from storage.models.contacts import Contact
from storage.models.sources import Source
from storage.models.updates import Quarantine
from tests.integration.house_stage import BUDI, RINA, SARI, Stage
from tests.integration.intake.script import REGISTRATION
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
    await stage.says(SARI, "/start", "/iuran", "50000")
    assert "Maksudnya yang mana?" in stage.last(SARI)
    await stage.says(SARI, "/lapor", "081234567890")
    assert "Sudah kami teruskan" in stage.last(SARI)


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
    """Sent twice in a row it is the same report; a long one is asked to be shorter."""
    await owner_arrives(stage)
    for _ in range(2):
        await stage.says(SARI, "/start", "/lapor", "Ada penipu")
    assert await stage.count("message") == 1
    await stage.says(BUDI, "/start", "/lapor", "a" * (LONGEST + 1))
    assert await stage.count("message") == 1


async def test_who_needs_a_facility_registers_for_that_reason(stage: Stage) -> None:
    """The reason is kept as a source, and is told apart from a proof of membership."""
    await stage.says(SARI, "/start", "/info")
    await stage.presses(SARI, "Fasilitas kota")
    assert "bukan bukti kepesertaan" in stage.last(SARI)
    await stage.presses(SARI, "Daftar untuk sewa kios pasar")
    assert "Pekerjaan Bapak/Ibu apa?" in stage.last(SARI)
    async with stage.house.database.transaction() as tx:
        contact = (await tx.execute(select(Contact))).scalar_one()
        source = (await tx.execute(select(Source))).scalar_one()
    assert (contact.last_source, source.label) == ("for-kiosk-lease", "sewa kios pasar")
