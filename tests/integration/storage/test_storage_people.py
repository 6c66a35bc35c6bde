from dataclasses import replace
from datetime import timedelta

from storage.consents import has_agreed, list_consents, record_consent
from storage.contacts import (
    delete_contact,
    find_by_telegram_id,
    find_contact,
    mark_unreachable,
    meet_contact,
    note_source,
    opt_out,
    set_language,
)
from storage.conversations import (
    Place,
    delete_draft,
    find_draft,
    find_place,
    forget_drafts,
    forget_params,
    open_saved,
    save_draft,
    save_place,
)
from storage.database import Database, Transaction
from storage.models.consents import Purpose
from storage.models.sources import Source, SourceKind
from storage.models.staff import Role
from storage.sources import add_source, find_source, list_sources
from storage.staff import count_members, grant_role, list_members, list_staff, sync_owners
from storage.visits import Standing, find_standing
from tests.integration.storage.rows import DAY, HOUR, NOW, RINA, SARI, UJANG, meet

FORM = "registration"


async def role_of(tx: Transaction, telegram_id: int) -> Role:
    """The role an account has, as an update of its own would find it."""
    return (await find_standing(tx, await meet_contact(tx, telegram_id, NOW))).role


async def test_meeting_twice_is_one_contact(database: Database) -> None:
    """Whoever writes again is the same contact, seen later, and can be reached again."""
    sari = await meet(database)
    async with database.transaction() as tx:
        await mark_unreachable(tx, sari, NOW)
        again = await meet_contact(tx, SARI, NOW + HOUR)
    assert (again.id, again.created_at, again.last_seen_at) == (sari, NOW, NOW + HOUR)
    assert again.unreachable_at is None


async def test_what_a_person_chose_is_kept(database: Database) -> None:
    """Language and opting out stay as chosen; the first source stays, the last one changes."""
    sari = await meet(database)
    async with database.transaction() as tx:
        await set_language(tx, sari, "en")
        await opt_out(tx, sari, NOW)
        for code in ("pasar-rau", "poster-2"):
            contact = await find_contact(tx, sari)
            assert contact is not None
            await note_source(tx, contact, code)
            tx.session.expire_all()
        contact = await find_contact(tx, sari)
    assert contact is not None
    assert (contact.language, contact.opted_out_at) == ("en", NOW)
    assert (contact.first_source, contact.last_source) == ("pasar-rau", "poster-2")


async def test_nobody_is_found_who_never_wrote(database: Database) -> None:
    """An unknown account has no contact and cannot be deleted."""
    async with database.transaction() as tx:
        assert await find_by_telegram_id(tx, UJANG) is None
        sari = await meet_contact(tx, SARI, NOW)
        assert await delete_contact(tx, sari.id)
        assert not await delete_contact(tx, sari.id)


async def test_owners_follow_the_settings(database: Database) -> None:
    """Who is named in OWNER_IDS is admin at the next start; who no longer is, is nobody; others stay."""
    await meet(database, RINA)
    async with database.transaction() as tx:
        await grant_role(tx, UJANG, Role.OFFICER, NOW)
        await sync_owners(tx, [RINA, SARI], NOW)
        assert await role_of(tx, RINA) is Role.ADMIN
        await sync_owners(tx, [SARI], NOW)
        assert await role_of(tx, RINA) is Role.WORKER
        assert await role_of(tx, UJANG) is Role.OFFICER
        assert [member.telegram_id for member in await list_members(tx)] == [SARI, UJANG]
        assert await count_members(tx, [Role.ADMIN]) == 1
        assert await list_staff(tx, [Role.ADMIN]) == []  # Sari never wrote to the bot


async def test_unreachable_staff_are_not_told(database: Database) -> None:
    """Notices go to those with the role who can be reached."""
    rina = await meet(database, RINA)
    async with database.transaction() as tx:
        await grant_role(tx, RINA, Role.OFFICER, NOW)
        assert [contact.id for contact, _ in await list_staff(tx, [Role.OFFICER])] == [rina]
        await mark_unreachable(tx, rina, NOW)
        assert await list_staff(tx, [Role.OFFICER]) == []


async def test_a_place_is_kept_sealed(database: Database) -> None:
    """Screen, params and version come back; what params hold cannot be read in the table."""
    sari = await meet(database)
    place = Place("help", {"note": "Ibu Sari jatuh"}, 7, 1)
    async with database.transaction() as tx:
        assert await find_place(tx, sari) is None
        assert await find_standing(tx, await meet_contact(tx, SARI, NOW)) == Standing(
            None, Role.WORKER, has_case=False, draft=None
        )
        await save_place(tx, sari, place, NOW)
        await save_place(tx, sari, replace(place, version=8), NOW)
        assert await find_place(tx, sari) == replace(place, version=8)
        found = await find_standing(tx, await meet_contact(tx, SARI, NOW))
        assert found.place == replace(place, version=8)
        await forget_params(tx, NOW + HOUR)
    async with database.transaction() as tx:
        assert await find_place(tx, sari) == Place("help", {}, 8, 1)


async def test_a_form_comes_with_where_its_person_stands(database: Database) -> None:
    """On a form's screen what they answered in it is there at once, and nowhere else; never another's."""
    sari, ujang = await meet(database), await meet(database, UJANG)
    async with database.transaction() as tx:
        await save_draft(tx, ujang, "registration", {"at": "age"}, NOW, consented_at=NOW)
        await save_draft(tx, sari, "on-behalf", {"at": "phone"}, NOW + HOUR, consented_at=None)
        contact = await meet_contact(tx, SARI, NOW)
        for screen in ("home", "registration", "on-behalf"):
            await save_place(tx, sari, Place(screen), NOW + 2 * HOUR)
            row = (await find_standing(tx, contact)).draft
            assert (None if row is None else open_saved(tx, row)) == await find_draft(tx, sari, screen)
            assert (row is None) == (screen != "on-behalf")


async def test_drafts_without_consent_go_first(database: Database) -> None:
    """Answers without consent go after their day, those with consent after their ninety."""
    async with database.transaction() as tx:
        for number, (age, consented) in enumerate([(2, None), (2, NOW), (91, NOW), (0, None)]):
            contact = await meet_contact(tx, number + 1, NOW)
            moment = NOW - age * DAY
            await save_draft(tx, contact.id, FORM, {"n": number}, moment, consented_at=consented)
        gone = await forget_drafts(tx, unconsented_before=NOW - DAY, any_before=NOW - 90 * DAY)
        assert gone == 2
        assert await forget_drafts(tx, unconsented_before=NOW - DAY, any_before=NOW - 90 * DAY) == 0
        kept = [await _state(tx, number + 1) for number in range(4)]
    assert kept == [{}, {"n": 1}, {}, {"n": 3}]


async def _state(tx: Transaction, telegram_id: int) -> object:
    contact = await find_by_telegram_id(tx, telegram_id)
    assert contact is not None
    draft = await find_draft(tx, contact.id, FORM)
    return draft and draft.state


async def test_a_draft_keeps_when_it_began(database: Database) -> None:
    """Saving again changes the answers, not the beginning; deleting says whether there was one."""
    sari = await meet(database)
    async with database.transaction() as tx:
        await save_draft(tx, sari, FORM, {"name": "Sari"}, NOW, consented_at=None)
        await save_draft(tx, sari, FORM, {"name": "Bu Sari"}, NOW + HOUR, consented_at=NOW)
        draft = await find_draft(tx, sari, FORM)
        assert draft is not None
        assert (draft.state, draft.started_at) == ({"name": "Bu Sari"}, NOW)
        assert (draft.consented_at, draft.updated_at) == (NOW, NOW + HOUR)
        assert await delete_draft(tx, sari, FORM)
        assert not await delete_draft(tx, sari, FORM)


async def test_the_newest_consent_holds_and_the_older_stay(database: Database) -> None:
    """Each answer is a row of its own."""
    sari = await meet(database)
    async with database.transaction() as tx:
        for minutes, granted in enumerate((True, False)):
            await record_consent(
                tx,
                sari,
                Purpose.CAMPAIGNS,
                NOW + timedelta(minutes=minutes),
                granted=granted,
                text_version="1",
                text_hash="a" * 64,
                language="id",
            )
            assert await has_agreed(tx, sari, Purpose.CAMPAIGNS) is granted
        assert [consent.granted for consent in await list_consents(tx, sari)] == [True, False]
        assert not await has_agreed(tx, sari, Purpose.REMINDERS)


async def test_a_code_belongs_to_one_source(database: Database) -> None:
    """A taken code is refused and the first source stays; lists show the newest first."""

    def source(code: str, label: str, hours: int) -> Source:
        return Source(code=code, label=label, kind=SourceKind.MARKET, created_at=NOW + hours * HOUR)

    async with database.transaction() as tx:
        assert await add_source(tx, source("pasar-rau", "Pasar Rau", 0))
        assert not await add_source(tx, source("pasar-rau", "Palsu", 1))
        assert await add_source(tx, source("pasar-lama", "Pasar Lama", 2))
        assert [found.label for found in await list_sources(tx, limit=9)] == ["Pasar Lama", "Pasar Rau"]
        assert await find_source(tx, "tidak-ada") is None
