"""The one door: an update is handled in one transaction, answered after it, never lost or done twice."""

import asyncio
from collections.abc import Coroutine
from typing import Any
from weakref import WeakValueDictionary

import structlog
from telegram import ChatMember, Update, User

from bot.errors import ConfigurationError
from bot.metrics import HANDLING, UPDATES
from bot.outbox import Outbox
from bot.screens import Screen
from bot.service import Service
from bot.telegram_api.messenger import TelegramMessenger
from bot.visits import HOME, ScreenBook, Visit
from handlers.application import RaisingApplication
from handlers.arrivals import AWAY, MALFORMED, TAKEN, Arrival, Receipt, is_ours, read_update
from handlers.context import current_visit
from handlers.delivery import Delivery, answer_to
from handlers.quarantine import Quarantine
from storage.contacts import find_by_telegram_id, mark_unreachable, meet_contact
from storage.conversations import Place
from storage.database import Database, Transaction
from storage.errors import StorageUnavailable
from storage.updates import remember_update
from storage.visits import find_standing

log = structlog.get_logger(__name__)

REPLY_PATIENCE = 2.0  # seconds Telegram waits for our 200 while the replies go out
LAST_REPLIES = 5.0  # seconds a stopping process gives them


class Intake:
    """Takes updates from polling and webhook alike; `receive` is safe to call for the same update twice."""

    def __init__(
        self,
        database: Database,
        service: Service,
        application: RaisingApplication,
        messenger: TelegramMessenger,
        book: ScreenBook,
        outbox: Outbox,
    ) -> None:
        self._database = database
        self._service = service
        self._application = application
        self._delivery = Delivery(database, messenger)
        self._book = book
        self._outbox = outbox
        self._quarantine = Quarantine(database, service, book)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._running: set[asyncio.Task[None]] = set()
        self._refusals: asyncio.Queue[ConfigurationError] = asyncio.Queue()
        self.is_open = True

    async def receive(self, body: object, *, carries_call: bool = False) -> Receipt:
        """Handle one update; returns after its replies are out, or 2 s after its commit.

        Where the receipt can carry a call, it carries what ends a tapped button's spinner.
        """
        if not self.is_open:
            return AWAY
        update_id = body.get("update_id") if isinstance(body, dict) else None
        if not isinstance(body, dict) or type(update_id) is not int or not 0 <= update_id < 2**62:
            UPDATES.labels("malformed").inc()
            return MALFORMED
        arrival = Arrival(body, update_id, carries_call)
        task = self._start(self._process(arrival))
        receipt = await arrival.receipt
        await asyncio.wait({task}, timeout=REPLY_PATIENCE)
        return receipt

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def watch(self) -> None:
        """Never returns; raises the ConfigurationError that a reply met (a revoked token)."""
        raise await self._refusals.get()

    def close(self) -> None:
        """Take no more: another replica does, or this one when it is up again."""
        self.is_open = False

    async def finish(self) -> None:
        """Wait for the replies that are still on their way, but not for a flood to pass."""
        if self._running:
            _done, waiting = await asyncio.wait(self._running, timeout=LAST_REPLIES)
            for task in waiting:
                task.cancel()

    async def _process(self, arrival: Arrival) -> None:
        try:
            await self._in_turn(arrival)
        except StorageUnavailable:
            UPDATES.labels("away").inc()
            if not arrival.is_settled and await self._quarantine.is_hopeless(arrival.update_id):
                await self._set_aside(arrival, "unavailable again and again")
        except ConfigurationError as error:
            self._refusals.put_nowait(error)
        except Exception as error:
            log.exception("an update could not be handled")
            if not arrival.is_settled:
                await self._set_aside(arrival, type(error).__name__)
        finally:
            arrival.settle(AWAY)  # also when cancelled: whoever waits for the receipt must not wait on

    async def _set_aside(self, arrival: Arrival, why: str) -> None:
        """The last resort: redelivered for a day, one strange update would hold up a person's others."""
        try:
            await self._quarantine.keep(arrival.body, arrival.update_id, why)
            arrival.settle(TAKEN)
        except Exception:
            log.exception("an update could not be set aside")

    async def _in_turn(self, arrival: Arrival) -> None:
        update = read_update(arrival.body, self._application.bot)
        if update is None:
            await self._quarantine.keep(arrival.body, arrival.update_id, "not understood")
            arrival.settle(TAKEN)
            return
        person = update.effective_user
        if person is None or not is_ours(update, arrival):
            await self._pass_over(arrival.update_id)
            arrival.settle(TAKEN)
            return
        async with self._lock(person.id):
            with HANDLING.time():
                visit = await self._handled(update, person, arrival)
            self._quarantine.forgive(arrival.update_id)
            call = answer_to(update, visit) if visit is not None and arrival.carries_call else None
            arrival.settle(Receipt(200, call=call))
            if visit is not None:
                await self._delivery.deliver(update, visit, answers=not arrival.carries_call)
                self._poke(visit)

    def _poke(self, visit: Visit) -> None:
        """A receipt or a notice need not wait for the outbox's next look."""
        if visit.tx.has_queued:
            self._outbox.poke()

    def _lock(self, telegram_id: int) -> asyncio.Lock:
        """The lock of one person: messages and buttons come through different queues."""
        return self._locks.setdefault(telegram_id, asyncio.Lock())

    async def _pass_over(self, update_id: int) -> None:
        """Not for us: a group, an edit."""
        async with self._database.transaction() as tx:
            await remember_update(tx, update_id, self._service.clock.now())
        UPDATES.labels("passed over").inc()

    async def _handled(self, update: Update, person: User, arrival: Arrival) -> Visit | None:
        try:
            visit = await self._handle(update, person)
        except (StorageUnavailable, asyncio.CancelledError):
            raise
        except Exception as error:
            log.exception("a handler raised", error=type(error).__name__)
            visit = await self._excused(person, arrival, error)
        else:
            UPDATES.labels("handled").inc()
        if visit is not None:
            visit.tapped = arrival.tapped.get("message_id")
        return visit

    async def _handle(self, update: Update, person: User) -> Visit | None:
        """The update's own transaction: everything it changes, or nothing."""
        async with self._database.transaction(brief=True) as tx:
            is_first = await remember_update(tx, update.update_id, self._service.clock.now())
            if update.my_chat_member is not None:
                await self._membership(tx, update, person)
                return None
            if not is_first and await find_by_telegram_id(tx, person.id) is None:
                return None  # the update erased the person: a repeat must not bring them back
            visit = await self._open(tx, person)
            if is_first:
                await self._route(update, visit)
            else:
                await visit.again()
            await visit.save()
        return visit

    async def _open(self, tx: Transaction, person: User) -> Visit:
        now = self._service.clock.now()
        await self._service.board.renew(tx)
        await self._service.voices.renew(tx)
        await self._service.sayings.renew(tx, self._service.questions)
        contact = await meet_contact(tx, person.id, now)
        standing = await find_standing(tx, contact)
        return Visit(
            tx=tx,
            service=self._service,
            book=self._book,
            contact=contact,
            role=standing.role,
            place=standing.place or Place(HOME),
            now=now,
            full_name=person.full_name,
            phone_language=person.language_code or "",
            is_new=standing.place is None,
            has_case=standing.has_case,
            came_from=standing.place.screen if standing.place else "",
            sealed_draft=standing.draft,
        )

    async def _route(self, update: Update, visit: Visit) -> None:
        visit.has_keyboard = bool(visit.place.params.get("keyboard"))
        token = current_visit.set(visit)
        try:
            await self._application.process_update(update)
        finally:
            current_visit.reset(token)

    async def _membership(self, tx: Transaction, update: Update, person: User) -> None:
        """The person blocked the bot, or let it in again."""
        contact = await find_by_telegram_id(tx, person.id)
        if contact is None or update.my_chat_member is None:
            return
        now = self._service.clock.now()
        if update.my_chat_member.new_chat_member.status == ChatMember.BANNED:
            await mark_unreachable(tx, contact.id, now)
        else:
            await meet_contact(tx, person.id, now)

    async def _excused(self, person: User, arrival: Arrival, error: Exception) -> Visit | None:
        """The update is kept, sealed, and holds nobody up; the person gets an apology.

        In two transactions: a screen that cannot be read would take the kept update back with it.
        """
        await self._quarantine.keep(arrival.body, arrival.update_id, type(error).__name__)
        async with self._database.transaction() as tx:
            visit = await self._open(tx, person)
            await self._apologise(visit)
        return visit

    async def _apologise(self, visit: Visit) -> None:
        apology = visit.words.render("nav-apology")
        try:
            await visit.again(apology)
            await visit.save()
        except Exception:  # noqa: BLE001 - reason: the screen itself may be what raised; the apology still goes out
            visit.replies = [Screen("apology", apology)]
