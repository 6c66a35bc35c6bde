"""Who hears of a case, and that every card of it shows how it stands."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from bot.cases.duty import list_on_duty, list_takers
from bot.cases.policy import LOOKS_AGAIN, PATIENCE, REPLAYED, patience_step
from bot.desk import Desk
from storage.case_words import SaidWords, list_words
from storage.database import Transaction
from storage.messages import list_about
from storage.models.cases import Case, CaseKind
from storage.models.contacts import Contact
from storage.models.messages import Lane, MessageState
from storage.outbox import queue_message
from storage.timers import set_timer, stop_timer

CASE_NOTICE = "case-notice"
CASE_CHANGED = "case-changed"
CASE_GONE = "case-gone"
CASE_TAKEN = "case-taken"
CASE_HANDED = "case-handed"
CASE_NUDGE = "case-nudge"
CASE_CLOSED = "case-closed"
CASE_UNDONE = "case-undone"
CASE_LIST = "case-list"
CASE_LATE = "case-late"
FROM_STAFF = "case-answer"
FROM_PERSON = "case-message"

OPENING_TIMER = "case-opening"
WAITING_TIMER = "case-waiting"
PROMISE_TIMER = "case-promise"
BESIDE = "beside"  # in a card's params: it is shown although a colleague holds the case
CARDS = (CASE_NOTICE, CASE_HANDED)  # the messages that are kept up to date
TO_STAFF = (CASE_NOTICE, CASE_HANDED, CASE_NUDGE, FROM_PERSON)


async def tell_duty(desk: Desk, case: Case, *, but: UUID | None = None) -> None:
    """A card to everybody on duty, at once while the branch is open, else in the morning.

    Where a misfortune has happened everybody hears, at any hour; and so they do where nobody is on duty.
    """
    is_urgent = case.kind is CaseKind.MISFORTUNE
    if not is_urgent and not desk.service.opening.is_open(desk.now):
        opens = desk.service.opening.next_opening(desk.now)
        await set_timer(desk.tx, OPENING_TIMER, case.id, opens, desk.now)
        return
    on_duty = [] if is_urgent else await list_on_duty(desk.tx, desk.now)
    for contact in _others(on_duty, case) or _others(await list_takers(desk.tx), case):
        if contact.id != but:
            await queue_reply(desk, contact.id, CASE_NOTICE, case)


async def tell_beside(desk: Desk, case: Case) -> None:
    """A card to everybody but whoever holds the case: they may be away, and it cannot wait for them."""
    for contact in _others(await list_takers(desk.tx), case):
        if contact.id != case.owner_id:
            await queue_reply(desk, contact.id, CASE_NOTICE, case, beside=True)


def _others(officers: Iterable[Contact], case: Case) -> list[Contact]:
    """Without whoever asked: nobody answers themselves."""
    return [contact for contact in officers if contact.id != case.contact_id]


async def queue_reply(
    desk: Desk, contact_id: UUID, kind: str, case: Case, *, dedup_key: str | None = None, **params: object
) -> bool:
    """In the reply lane: somebody waits for it, and it must not stand behind twenty notices of leads."""
    return await queue_message(
        desk.tx,
        contact_id,
        Lane.REPLY,
        kind,
        desk.now,
        subject_id=case.id,
        params=params or None,
        dedup_key=dedup_key,
    )


async def refresh_cards(desk: Desk, case: Case) -> None:
    """Every card that somebody has, or is about to have, shows how the case stands."""
    for card in await list_about(desk.tx, CARDS, case.id):
        if card.state in {MessageState.SENT, MessageState.SENDING}:
            await queue_reply(desk, card.contact_id, CASE_CHANGED, case, card=str(card.id))


async def empty_cards(tx: Transaction, cases: Iterable[UUID], now: datetime) -> None:
    """Whoever asked had themselves erased: what staff were shown of them goes from their chats."""
    for case_id in cases:
        for shown in await list_about(tx, TO_STAFF, case_id):
            if shown.telegram_message_id is not None:
                where: dict[str, object] = {"message_id": shown.telegram_message_id}
                await queue_message(tx, shown.contact_id, Lane.REPLY, CASE_GONE, now, params=where)
        await forget_timers(tx, case_id)


async def forget_timers(tx: Transaction, case_id: UUID) -> None:
    """Nothing happens by itself any more: the case is closed, or gone."""
    for kind in (OPENING_TIMER, WAITING_TIMER, PROMISE_TIMER):
        await stop_timer(tx, kind, case_id)


async def deliver(desk: Desk, case: Case, said: SaidWords, to: UUID) -> None:
    """What was said goes to somebody, once however often it is tried."""
    kind = FROM_STAFF if said.row.is_from_staff else FROM_PERSON
    key = f"words:{said.row.id}:{to}"
    await queue_reply(desk, to, kind, case, dedup_key=key, words=str(said.row.id))


async def replay(desk: Desk, case: Case, to: UUID) -> None:
    """Whoever has the case from now on gets what the person said, as far as they have not had it."""
    for said in await list_words(desk.tx, case.id, newest=REPLAYED):
        if not said.row.is_from_staff:
            await deliver(desk, case, said, to)


async def watch_waiting(desk: Desk, case: Case, since: datetime, steps: int = 0) -> None:
    """Somebody waits since then: the next reminder is set."""
    after, _who = patience_step(case.kind, steps)
    await _set_reminder(desk, case, since, after)


async def watch_promise(desk: Desk, case: Case) -> None:
    """Once the promised day is over without an answer, the person is told so."""
    if case.promised_until is not None and case.answered_at is None:
        await set_timer(desk.tx, PROMISE_TIMER, case.id, case.promised_until, desk.now)


async def look_again(desk: Desk, case: Case) -> None:
    """Nobody could be reminded: the same step is taken once somebody can be."""
    await _set_reminder(desk, case, desk.now, LOOKS_AGAIN)


async def _set_reminder(desk: Desk, case: Case, since: datetime, after: timedelta) -> None:
    hours = desk.service.opening
    due_at = hours.after(since, after) if PATIENCE[case.kind].in_open_hours else since + after
    await set_timer(desk.tx, WAITING_TIMER, case.id, due_at, desk.now)
