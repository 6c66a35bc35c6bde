"""What came of a campaign: in each one's language, counted as a source, and harmless in a spreadsheet."""

import csv
import io

from openpyxl import load_workbook
from sqlalchemy import text

from bot.campaigns.decisions import submit_campaign
from bot.campaigns.drafts import start_draft, write_text
from bot.campaigns.ledger_files import ledger_table
from bot.campaigns.result_texts import results_text
from bot.sheets import write_csv, write_sheet
from bot.wording import Wording
from storage.campaign_texts import NewText
from storage.contacts import find_by_telegram_id
from storage.models.campaigns import Campaign
from storage.types import JsonObject
from tests.integration.campaigns.crowd import (
    FIRST,
    Desk,
    delivered,
    people_agree,
    phones_of,
    staff,
    started,
    started_from,
)
from tests.integration.house_stage import Stage
from tests.integration.storage.rows import register

SARI, UJANG = FIRST, FIRST + 1
ABOUT_HER = ("petani", "2", "belum", "kantor", "Sari", "081234567801", "sendiri")
WHERE = ("desa pontang", "ya", "rt 1 rw 2", "pagi", "kirim")
BUTTON: list[JsonObject] = [{"kind": "register", "label": "", "url": ""}]


async def with_buttons(desk: Desk, *texts: NewText) -> Campaign:
    """A campaign in these languages that runs."""
    async with desk.database.transaction() as tx:
        maker, _ = await staff(tx, desk.now)
        draft = await start_draft(tx, desk.service, maker, "Nelayan")
        for one in texts:
            draft = await write_text(tx, desk.service, maker, draft, one)
        waiting = await submit_campaign(tx, desk.service, maker, draft)
    return await started_from(desk, waiting)


async def test_each_reads_it_in_their_language(stage: Stage) -> None:
    """Where there is one; the facts in it are told and dated in that language, too."""
    desk = Desk.of(stage.house)
    await people_agree(desk.database, desk.now, 1)
    await people_agree(desk.database, desk.now, 1, first=UJANG, language="en")
    phones_of(stage, 2)
    campaign = await with_buttons(
        desk, NewText("id", "Iuran {iuran}.", None, BUTTON), NewText("en", "It is {iuran}.", None, BUTTON)
    )
    assert await delivered(stage, campaign) == {"sent": 2}
    assert stage.last(SARI) == "Iuran mulai Rp8.400, sampai Desember 2026."
    assert stage.last(UJANG) == "It is from Rp8,400, until December 2026."


async def test_registrations_and_first_payments_are_counted(stage: Stage) -> None:
    """Whoever registers by the campaign's button came from it; so did their first payment."""
    desk = Desk.of(stage.house)
    await people_agree(desk.database, desk.now, 2)
    phones_of(stage, 2)
    campaign = await with_buttons(desk, NewText("id", "Halo.", None, BUTTON))
    await delivered(stage, campaign)
    await stage.presses(SARI, "Daftar minat")
    for said in (*ABOUT_HER, *WHERE):
        await stage.says(SARI, said)
    assert await results(desk, campaign) == ("Daftar minat: 1", "Pembayaran pertama: 0")
    async with desk.database.transaction() as tx:
        await tx.execute(text("UPDATE lead SET paid_at = submitted_at"))
    assert await results(desk, campaign) == ("Daftar minat: 1", "Pembayaran pertama: 1")


async def results(desk: Desk, campaign: Campaign) -> tuple[str, ...]:
    """The lines about registrations and payments."""
    words = Wording(desk.service.texts, "id")
    async with desk.database.transaction(read_only=True) as tx:
        told = await results_text(tx, words=words, campaign=await desk.campaign(campaign.id))
    wanted = ("Daftar minat", "Pembayaran pertama")
    return tuple(line for line in told.splitlines() if line.startswith(wanted))


async def test_a_name_in_the_ledger_is_no_formula(stage: Stage) -> None:
    """Whatever somebody calls themselves: it is text to a spreadsheet."""
    desk = Desk.of(stage.house)
    await people_agree(desk.database, desk.now, 1)
    phones_of(stage, 1)
    async with desk.database.transaction() as tx:
        sari = await find_by_telegram_id(tx, SARI)
        assert sari is not None
        await register(tx, contact_id=sari.id, name="=HYPERLINK(1)")
    campaign = await started(desk, html="Halo.")
    await delivered(stage, campaign)
    async with desk.database.transaction(read_only=True) as tx:
        names, rows = await ledger_table(
            tx, desk.service, Wording(desk.service.texts, "id"), campaign, "all", limit=10
        )
    [_head, [name, *_others]] = csv.reader(io.StringIO(write_csv(names, rows).decode("utf-8-sig")))
    assert name == "'=HYPERLINK(1)"
    sheet = load_workbook(io.BytesIO(write_sheet("x", names, rows))).active
    assert sheet is not None
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=HYPERLINK(1)", "s")
