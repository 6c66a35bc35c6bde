"""The one door: an update is handled in one transaction, answered after it, never lost or done twice."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

import structlog
from telegram import ChatMember, Update, User

from bot.metrics import HANDLING, UPDATES
from bot.names import clean_name
from bot.outbox import Outbox
from bot.screens import Screen
from bot.service import Service
from bot.telegram_api.messenger import TelegramMessenger
from bot.visits import HOME, ScreenBook, Visit
from handlers.application import RaisingApplication
from handlers.context import current_visit
from handlers.delivery import Delivery
from handlers.quarantine import holds_secret, kept_body
from storage.contacts import find_by_telegram_id, mark_unreachable, meet_contact, role_of
from storage.conversations import Place, find_place
from storage.database import Database, Transaction
from storage.errors import StorageUnavailable
from storage.updates import quarantine_update, remember_update

log = structlog.get_logger(__name__)

REPLY_PATIENCE = 2.0  # seconds Telegram waits for our 200 while the replies go out
LAST_REPLIES = 5.0  # seconds a stopping process gives them
RETRY_AFTER = 5  # seconds until a redelivery is worth it while the database is away


@dataclass(frozen=True, slots=True)
class Receipt:
    """What to answer Telegram: an HTTP status, and when to come again if it is not 200."""

    status: int
    retry_after: int | None = None


TAKEN = Receipt(200)
MALFORMED = Receipt(400)
AWAY = Receipt(503, RETRY_AFTER)


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
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._running: set[asyncio.Task[None]] = set()

    async def receive(self, body: object) -> Receipt:
        """Handle one update; returns after its replies are out, or 2 s after its commit."""
        update_id = body.get("update_id") if isinstance(body, dict) else None
        if not isinstance(body, dict) or type(update_id) is not int or not 0 <= update_id < 2**62:
            UPDATES.labels("malformed").inc()
            return MALFORMED
        committed: asyncio.Future[Receipt] = asyncio.get_running_loop().create_future()
        task = self._start(self._process(body, update_id, committed))
        receipt = await committed
        await asyncio.wait({task}, timeout=REPLY_PATIENCE)
        return receipt

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def finish(self) -> None:
        """Wait for the replies that are still on their way, but not for a flood to pass."""
        if self._running:
            _done, waiting = await asyncio.wait(self._running, timeout=LAST_REPLIES)
            for task in waiting:
                task.cancel()

    async def _process(
        self, body: dict[str, Any], update_id: int, committed: "asyncio.Future[Receipt]"
    ) -> None:
        try:
            await self._in_turn(body, update_id, committed)
        except StorageUnavailable:
            UPDATES.labels("away").inc()
        except Exception:
            log.exception("an update could not be handled")
            if not committed.done():
                await self._set_aside(body, update_id, committed)
        finally:
            _settle(committed, AWAY)  # also when cancelled: whoever waits for the receipt must not wait on

    async def _set_aside(
        self, body: dict[str, Any], update_id: int, committed: "asyncio.Future[Receipt]"
    ) -> None:
        """The last resort: redelivered for a day, one strange update would hold up a person's others."""
        try:
            await self._pass_over(body, update_id, understood=False)
            _settle(committed, TAKEN)
        except Exception:
            log.exception("an update could not be set aside")

    async def _in_turn(
        self, body: dict[str, Any], update_id: int, committed: "asyncio.Future[Receipt]"
    ) -> None:
        update = self._parse(body)
        person = update.effective_user if update else None
        if update is None or person is None or not _is_ours(update):
            await self._pass_over(body, update_id, understood=update is not None)
            _settle(committed, TAKEN)
            return
        async with self._lock(person.id):
            with HANDLING.time():
                visit = await self._handled(update, person, body)
            _settle(committed, TAKEN)
            if visit is not None:
                await self._delivery.deliver(update, visit)
                self._poke(visit)

    def _poke(self, visit: Visit) -> None:
        """A receipt or a notice need not wait for the outbox's next look."""
        if visit.tx.has_queued:
            self._outbox.poke()

    def _parse(self, body: dict[str, Any]) -> Update | None:
        try:
            update = Update.de_json(body, self._application.bot)
        except Exception:  # noqa: BLE001 - reason: whatever a malformed body makes PTB raise, it is quarantined
            return None
        return update if update.effective_user is None or _is_account(update.effective_user.id) else None

    def _lock(self, telegram_id: int) -> asyncio.Lock:
        """The lock of one person: messages and buttons come through different queues."""
        return self._locks.setdefault(telegram_id, asyncio.Lock())

    async def _pass_over(self, body: dict[str, Any], update_id: int, *, understood: bool) -> None:
        """Not for us (a group, an edit), or not an update at all: remembered, the latter kept sealed."""
        now = self._service.clock.now()
        async with self._database.transaction() as tx:
            if await remember_update(tx, update_id, now) and not understood:
                kept = kept_body(body, without_words=True)  # whose words they are, and to what, is not known
                await quarantine_update(tx, update_id, None, kept, "not understood", now)
        UPDATES.labels("passed over" if understood else "quarantined").inc()

    async def _handled(self, update: Update, person: User, body: dict[str, Any]) -> Visit | None:
        try:
            visit = await self._handle(update, person)
        except (StorageUnavailable, asyncio.CancelledError):
            raise
        except Exception as error:
            log.exception("a handler raised", error=type(error).__name__)
            visit = await self._quarantine(update, person, body, error)
        else:
            UPDATES.labels("handled").inc()
        return visit

    async def _handle(self, update: Update, person: User) -> Visit | None:
        """The update's own transaction: everything it changes, or nothing."""
        async with self._database.transaction() as tx:
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
        contact = await meet_contact(tx, person.id, now)
        place = await find_place(tx, contact.id)
        return Visit(
            tx=tx,
            service=self._service,
            book=self._book,
            contact=contact,
            role=await role_of(tx, person.id),
            place=place or Place(HOME),
            now=now,
            telegram_name=clean_name(person.full_name) or "",
            is_new=place is None,
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

    async def _quarantine(
        self, update: Update, person: User, body: dict[str, Any], error: Exception
    ) -> Visit | None:
        """The update is kept, sealed, and holds nobody up; the person gets an apology.

        In two transactions: a screen that cannot be read would take the kept update back with it.
        """
        now = self._service.clock.now()
        async with self._database.transaction() as tx:
            if await remember_update(tx, update.update_id, now):
                private = holds_secret(update) or await self._is_private(tx, person)
                kept = kept_body(body, without_words=private)
                await quarantine_update(tx, update.update_id, person.id, kept, type(error).__name__, now)
        UPDATES.labels("quarantined").inc()
        async with self._database.transaction() as tx:
            visit = await self._open(tx, person)
            await self._apologise(visit)
        return visit

    async def _is_private(self, tx: Transaction, person: User) -> bool:
        """Whether they are on a screen that asks for what is kept nowhere."""
        contact = await find_by_telegram_id(tx, person.id)
        place = await find_place(tx, contact.id) if contact else None
        return place is not None and self._book.is_private(place.screen)

    async def _apologise(self, visit: Visit) -> None:
        apology = visit.words.render("nav-apology")
        try:
            await visit.again(apology)
            await visit.save()
        except Exception:  # noqa: BLE001 - reason: the screen itself may be what raised; the apology still goes out
            visit.replies = [Screen("apology", apology)]


def _is_ours(update: Update) -> bool:
    """Private chats only; edits change nothing, whoever edits is not talking to us."""
    chat = update.effective_chat
    if chat is not None and chat.type != chat.PRIVATE:
        return False
    return bool(update.message or update.callback_query or update.my_chat_member)


def _is_account(telegram_id: object) -> bool:
    """Whether this can be the id of an account: PTB checks no types."""
    return type(telegram_id) is int and 0 < telegram_id < 2**52


def _settle(committed: "asyncio.Future[Receipt]", receipt: Receipt) -> None:
    if not committed.done():
        committed.set_result(receipt)
