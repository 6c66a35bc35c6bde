"""A new key: everything sealed or indexed moves to it, and nothing is forgotten."""

from sqlalchemy import LargeBinary, text

from bot.names import normalise_words, same_name_key
from storage.campaign_events import add_campaign_event
from storage.campaigns import add_campaign, change_campaign, seal_decision_note
from storage.case_words import NewWords, add_words
from storage.cases import add_case
from storage.contacts import meet_contact
from storage.conversations import Place, find_draft, find_place, save_draft, save_place
from storage.crypto import KeyRing, generate_data_key, generate_index_key
from storage.database import Database, Transaction
from storage.lead_events import add_event
from storage.leads import find_lead_by_number, find_same_lead
from storage.models import metadata
from storage.models.cases import CaseKind, WordsForm
from storage.models.leads import LeadEventKind
from storage.models.messages import Lane
from storage.models.staff import Role
from storage.officers import add_saved_reply, know_officer
from storage.outbox import queue_message
from storage.questions import add_question
from storage.rekeying import BATCH, SEALED, Naming, rekey_everything
from storage.sayings import keep_saying
from storage.submissions import add_submission, list_submissions
from storage.updates import quarantine_update
from storage.volunteers import add_volunteer
from tests.integration.storage.rows import NOW, SARI, SARIS_LEAD, register

NAMING = Naming(key=same_name_key, words=normalise_words)
OLD_DATA, OLD_INDEX = generate_data_key(), generate_index_key()
NEW_DATA, NEW_INDEX = generate_data_key(), generate_index_key()


def ring(data: str, index: str) -> KeyRing:
    return KeyRing.parse(data, index)


async def fill(tx: Transaction) -> str:
    """One row at least in each table that holds something sealed; the lead's number."""
    sari = (await meet_contact(tx, SARI, NOW)).id
    lead = await register(tx, contact_id=sari)
    assert lead is not None
    await add_event(tx, lead.id, LeadEventKind.NOTE, NOW, details={"said": "besok"})
    await add_submission(tx, lead, sari, lead.number, {"name": "Sari"}, NOW, is_first=True)
    await add_volunteer(tx, Role.VOLUNTEER, "Pak Budi", NOW, phone="+6281300007802")
    case = await add_case(tx, sari, CaseKind.HELP, "Sari", NOW)
    await add_words(tx, case.id, sari, NewWords(WordsForm.TEXT, "besok"), NOW, is_from_staff=False)
    await know_officer(tx, sari, "Bu Rina")
    await add_saved_reply(tx, sari, "Besok pagi", NOW)
    await queue_message(tx, sari, Lane.NOTICE, "x", NOW, params={"name": "Sari"})
    await save_place(tx, sari, Place("help", {"name": "Sari"}), NOW)
    await save_draft(tx, sari, "registration", {"name": "Sari"}, NOW, consented_at=None)
    campaign = await add_campaign(tx, "Ojek", sari, NOW)
    await change_campaign(
        tx, campaign, {"decision_note": seal_decision_note(tx, campaign.id, "terlalu panjang")}, NOW
    )
    await add_campaign_event(tx, campaign.id, "return", NOW, details={"reason": "terlalu panjang"})
    await quarantine_update(tx, 1, SARI, "{}", "ValueError", NOW)
    await add_question(tx, "bisa bayar pakai beras?", NOW)
    await keep_saying(tx, "bisa bayar pakai beras?", "pay.where", sari, NOW)
    return str(lead.number)


def test_every_binary_column_is_known_to_rekeying() -> None:
    """A sealed column that rekeying does not know would be lost with the old key."""
    binary = {
        (table.name, column.name)
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }
    assert {(sealed.table, column) for sealed in SEALED for column in sealed.columns} == binary


async def test_everything_moves_to_the_new_keys(database: Database) -> None:
    """After rekeying, the old keys can be thrown away: all opens and all is found with the new ones alone."""
    database.keys = ring(OLD_DATA, OLD_INDEX)
    async with database.transaction() as tx:
        number = await fill(tx)
    database.keys = ring(f"{NEW_DATA},{OLD_DATA}", f"{NEW_INDEX},{OLD_INDEX}")
    moved = await rekey_everything(database, NAMING)
    assert all(moved.values()), moved
    database.keys = ring(NEW_DATA, NEW_INDEX)
    await assert_opens(database, number)
    assert not any((await rekey_everything(database, NAMING)).values())


async def assert_opens(database: Database, number: str) -> None:
    async with database.transaction() as tx:
        card = await find_lead_by_number(tx, number)
        assert card is not None
        assert (card.name, card.hamlet) == ("Sari Wulandari", "Kampung Baru")
        assert await find_same_lead(tx, SARIS_LEAD.phone, SARIS_LEAD.name_key) is not None
        contact = await meet_contact(tx, SARI, NOW)
        place = await find_place(tx, contact.id)
        draft = await find_draft(tx, contact.id, "registration")
        assert place is not None
        assert draft is not None
        assert (place.params, draft.state) == ({"name": "Sari"}, {"name": "Sari"})
        assert (await list_submissions(tx, contact.id))[0].answers == {"name": "Sari"}
        for sealed in SEALED:
            await assert_resealed(tx, sealed.table, list(sealed.columns))


async def assert_resealed(tx: Transaction, table: str, columns: list[str]) -> None:
    for column in columns:
        rows = (await tx.execute(text(f"SELECT {column} FROM {table}"))).scalars().all()
        assert rows
        assert not any(tx.keys.needs_rekey(bytes(value)) for value in rows if value is not None)


async def test_more_than_a_batch_moves(database: Database) -> None:
    """Rows beyond the first batch are moved too, each once."""
    database.keys = ring(OLD_DATA, OLD_INDEX)
    async with database.transaction() as tx:
        sari = (await meet_contact(tx, SARI, NOW)).id
        for number in range(BATCH + 5):
            await queue_message(tx, sari, Lane.NOTICE, "x", NOW, params={"n": number})
    database.keys = ring(f"{NEW_DATA},{OLD_DATA}", OLD_INDEX)
    assert (await rekey_everything(database, NAMING))["message"] == BATCH + 5
