"""What every update asks first, in one query: where its person is, what they may do, and what is open.

Open is a case of theirs, or the form they stand in.
"""

from dataclasses import dataclass

from sqlalchemy import and_, bindparam, exists, select

from storage.conversations import Place, SealedDraft, open_place
from storage.database import Transaction
from storage.models.base import table_of
from storage.models.cases import Case, CaseState
from storage.models.contacts import Contact
from storage.models.conversations import Conversation, Draft
from storage.models.staff import Role, StaffMember

_CONTACT, _CONVERSATION, _STAFF = table_of(Contact), table_of(Conversation), table_of(StaffMember)
_ACTIVE_STAFF = and_(_STAFF.c.telegram_id == _CONTACT.c.telegram_id, _STAFF.c.active.is_(True))
_CASE, _DRAFT = table_of(Case), table_of(Draft)
_WAITS = exists().where(_CASE.c.contact_id == _CONTACT.c.id, _CASE.c.state == CaseState.OPEN)
_FILLED_IN = and_(_DRAFT.c.contact_id == _CONTACT.c.id, _DRAFT.c.form == _CONVERSATION.c.screen)
_OF_PLACE = [column for column in _CONVERSATION.c if column.name != "updated_at"]
_OF_DRAFT = [column for column in _DRAFT.c if column.name != "contact_id"]
_STANDING = (
    select(*_OF_PLACE, *_OF_DRAFT, _STAFF.c.role, _WAITS.label("has_case"))
    .select_from(
        _CONTACT.outerjoin(_CONVERSATION, _CONVERSATION.c.contact_id == _CONTACT.c.id)
        .outerjoin(_STAFF, _ACTIVE_STAFF)
        .outerjoin(_DRAFT, _FILLED_IN)
    )
    .where(_CONTACT.c.id == bindparam("contact"))
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person is, if they were ever shown a screen, and their role: WORKER for whoever has none.

    With a case open they wait for somebody: what they type may be for that somebody. A form is shown on
    the screen of its own name: `draft` is the row of the one they stand in, not opened yet, so that whoever
    has answers nobody can open any more is served everywhere else.
    """

    place: Place | None
    role: Role
    has_case: bool
    draft: SealedDraft | None


async def find_standing(tx: Transaction, contact: Contact) -> Standing:
    """Where the contact is and what they may do, as the database has it now."""
    row = (await tx.execute(_STANDING, {"contact": contact.id})).one()
    place = None if row.contact_id is None else open_place(tx, row)
    return Standing(place, row.role or Role.WORKER, row.has_case, None if row.form is None else row)
