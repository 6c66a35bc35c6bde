"""What waiting leads to: cards in the morning, a reminder after a while, then colleagues, then approvers."""

from collections.abc import Sequence
from datetime import datetime

from bot.cases.claiming import release_orphans
from bot.cases.duty import list_approvers, list_on_duty, list_takers
from bot.cases.finding import hold_case
from bot.cases.policy import TAKE_OVER_AFTER, Reminded, patience_step
from bot.cases.promises import promise_answer
from bot.cases.telling import (
    CASE_LATE,
    CASE_NUDGE,
    look_again,
    queue_reply,
    refresh_cards,
    tell_duty,
    watch_promise,
    watch_waiting,
)
from bot.desk import Desk
from bot.errors import NotFound, Stale
from bot.metrics import CASES_WAITING, LONGEST_WAIT
from bot.service import Service
from storage.cases import change_case, count_waiting, find_case, list_orphans, note_reminded
from storage.database import Database, Transaction
from storage.models.cases import Case, CaseState
from storage.models.contacts import Contact
from storage.models.timers import Timer


async def tell_in_the_morning(
    tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime
) -> None:
    """The branch has opened: cards of what was asked meanwhile, and is still nobody's."""
    desk = Desk(tx, service, now)
    for timer in timers:
        card = await find_case(tx, timer.subject_id)
        if card is not None and card.case.state is CaseState.OPEN and card.case.owner_id is None:
            await tell_duty(desk, card.case)


async def remind_of_waiting(
    tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime
) -> None:
    """Take the step that is due for each who waits; one who was answered meanwhile is left alone."""
    desk = Desk(tx, service, now)
    for timer in timers:
        try:
            await _remind(desk, (await hold_case(desk, timer.subject_id)).case)
        except NotFound:
            continue


async def own_up_to_promises(
    tx: Transaction, service: Service, timers: Sequence[Timer], now: datetime
) -> None:
    """The promised day is over and nobody answered: the person hears it once, with the next day there is."""
    desk = Desk(tx, service, now)
    for timer in timers:
        try:
            await _own_up(desk, (await hold_case(desk, timer.subject_id)).case)
        except NotFound:
            continue


async def _own_up(desk: Desk, case: Case) -> None:
    broken = case.promised_until
    if (
        case.state is not CaseState.OPEN
        or case.answered_at is not None
        or broken is None
        or broken > desk.now
    ):
        return
    promised = await promise_answer(desk, case.kind) or (None, None)
    changed = await change_case(desk.tx, case, promised_from=promised[0], promised_until=promised[1])
    if changed is None:
        raise Stale
    key = f"{CASE_LATE}:{case.id}:{broken.isoformat()}"
    await queue_reply(desk, case.contact_id, CASE_LATE, changed, dedup_key=key)
    await watch_promise(desk, changed)


async def _remind(desk: Desk, case: Case) -> None:
    since, steps = case.waiting_since, case.waiting_steps
    if case.state is not CaseState.OPEN or since is None:
        return
    after, who = patience_step(case.kind, steps)
    whom = await _whom(desk, case, who)
    if not whom:
        await look_again(desk, case)
        return
    if not await note_reminded(desk.tx, case):
        return
    reminded = case.model_copy(update={"waiting_steps": steps + 1})
    await watch_waiting(desk, reminded, max(since, desk.now - after), steps + 1)
    for contact in whom:
        await queue_reply(desk, contact.id, CASE_NUDGE, reminded, since=since.isoformat())
    if steps + 1 == TAKE_OVER_AFTER:
        await refresh_cards(desk, reminded)


async def _whom(desk: Desk, case: Case, who: Reminded) -> list[Contact]:
    """Whoever has the case, too, at every step: it is theirs to answer."""
    match who:
        case Reminded.OWNER:
            takers = await list_takers(desk.tx)
            return [taker for taker in takers if taker.id == case.owner_id] or await _on_duty(desk)
        case Reminded.EVERYBODY:
            return await list_takers(desk.tx)
        case Reminded.APPROVERS:
            takers, approvers = await list_takers(desk.tx), await list_approvers(desk.tx)
            ids = {contact.id for contact in approvers} | {case.owner_id}
            return [taker for taker in takers if taker.id in ids] or takers


async def _on_duty(desk: Desk) -> list[Contact]:
    return await list_on_duty(desk.tx, desk.now) or await list_takers(desk.tx)


async def mind_cases(database: Database, service: Service) -> int:
    """Cases of whoever takes none any more are nobody's again; who waits is counted for /metrics."""
    now = service.clock.now()
    async with database.transaction(read_only=True) as tx:  # most looks find nothing, and hinder no writer
        has_orphans = bool(await list_orphans(tx, [contact.id for contact in await list_takers(tx)]))
        waiting = await count_waiting(tx)
    CASES_WAITING.labels("unclaimed").set(waiting.unclaimed)
    CASES_WAITING.labels("unanswered").set(waiting.unanswered)
    LONGEST_WAIT.set((now - waiting.since).total_seconds() if waiting.since else 0)
    if not has_orphans:
        return 0
    async with database.transaction() as tx:
        return await release_orphans(Desk(tx, service, now))
