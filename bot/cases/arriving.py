"""Somebody who may take cases arrives: what nobody has taken up, and nobody told them of, is shown."""

from bot.access import Permission, is_allowed
from bot.cases.telling import CARDS, CASE_LIST, CASE_NOTICE, queue_reply
from bot.desk import Desk
from bot.visits import Visit
from storage.cases import list_unclaimed
from storage.messages import list_told
from storage.models.cases import Case, CaseKind
from storage.models.messages import Lane
from storage.outbox import queue_message


async def tell_arrived(visit: Visit) -> None:
    """One card, or one list where there are several; while the branch is closed only misfortunes.

    The cards of what else was asked at night come when the branch opens.
    """
    if not is_allowed(visit.role, Permission.TAKE_CASES):
        return
    cases = await _untold(visit)
    if len(cases) == 1:
        await queue_reply(Desk.of(visit), visit.contact.id, CASE_NOTICE, cases[0])
    elif cases:
        newest = max(cases, key=lambda case: (case.opened_at, case.id))
        key = f"{CASE_LIST}:{visit.contact.id}:{newest.id}:{newest.version}"
        await queue_message(visit.tx, visit.contact.id, Lane.REPLY, CASE_LIST, visit.now, dedup_key=key)


async def _untold(visit: Visit) -> list[Case]:
    waiting = [card.case for card in await list_unclaimed(visit.tx) if _is_due(visit, card.case)]
    told = await list_told(visit.tx, visit.contact.id, CARDS, [case.id for case in waiting])
    return [case for case in waiting if case.id not in told]


def _is_due(visit: Visit, case: Case) -> bool:
    """Somebody else's, and not one of those that wait for the morning."""
    is_now = case.kind is CaseKind.MISFORTUNE or visit.service.opening.is_open(visit.now)
    return is_now and case.contact_id != visit.contact.id
