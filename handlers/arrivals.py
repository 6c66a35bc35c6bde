"""An update as it came: what of it is read, whether it is for us, and the receipt somebody waits for."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot, Chat, Update

from bot.pasted import find_secret
from handlers.quarantine import is_account
from storage.types import JsonObject

RETRY_AFTER = 5  # seconds until a redelivery is worth it while the database is away


@dataclass(frozen=True, slots=True)
class Receipt:
    """What to answer Telegram: an HTTP status, and when to come again if it is not 200.

    `call` is a method of the Bot API that the answer carries.
    """

    status: int
    retry_after: int | None = None
    call: JsonObject | None = None


TAKEN = Receipt(200)
MALFORMED = Receipt(400)
AWAY = Receipt(503, RETRY_AFTER)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update, and the receipt that whoever brought it waits for; it may be able to carry a call back."""

    body: dict[str, Any]
    update_id: int
    carries_call: bool
    receipt: "asyncio.Future[Receipt]" = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )

    @property
    def tapped(self) -> dict[str, Any]:
        """The message whose button was tapped, as Telegram sends it; empty where none was."""
        query = self.body.get("callback_query")
        message = query.get("message") if isinstance(query, dict) else None
        return message if isinstance(message, dict) else {}

    @property
    def tapped_in(self) -> str:
        """What kind of chat that message stands in: a private one where Telegram left the message out."""
        chat = self.tapped.get("chat") if self.tapped else {"type": Chat.PRIVATE}
        return str(chat.get("type")) if isinstance(chat, dict) else ""

    @property
    def is_settled(self) -> bool:
        return self.receipt.done()

    def settle(self, receipt: Receipt) -> None:
        """The first receipt is the one that is given."""
        if not self.is_settled:
            self.receipt.set_result(receipt)


def read_update(body: dict[str, Any], bot: Bot) -> Update | None:
    """The update, without the message whose button was tapped; None when it cannot be understood.

    Telegram sends all of that message with each tap, and its buttons would take longer to read than the tap.
    """
    query = body.get("callback_query")
    if isinstance(query, dict):
        body = body | {"callback_query": {name: query[name] for name in query if name != "message"}}
    try:
        update = Update.de_json(body, bot)
    except Exception:  # noqa: BLE001 - reason: whatever a malformed body makes PTB raise, it is quarantined
        return None
    return update if update.effective_user is None or is_account(update.effective_user.id) else None


def is_ours(update: Update, arrival: Arrival) -> bool:
    """Private chats only; of edits only one that adds a code: whoever edits is not talking to us."""
    chat = update.effective_chat
    if (chat.type if chat is not None else arrival.tapped_in) != Chat.PRIVATE:
        return False
    if (edited := update.edited_message) is not None:
        return find_secret(edited.text or edited.caption or "", digits_expected=False) is not None
    return bool(update.message or update.callback_query or update.my_chat_member)
