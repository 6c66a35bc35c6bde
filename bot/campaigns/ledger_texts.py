"""A line of the ledger: who, what became of their message, when and why."""

from html import escape

from bot.service import Service
from bot.wording import Wording
from storage.ledger import LedgerRow
from storage.models.messages import MessageState
from storage.people import KnownPerson

FILTERS: dict[str, tuple[MessageState, ...] | None] = {
    "all": None,
    "sent": (MessageState.SENT,),
    "failed": (MessageState.FAILED,),
    "unreachable": (MessageState.UNREACHABLE,),
    "unknown": (MessageState.UNKNOWN,),
    "waiting": (MessageState.QUEUED, MessageState.ERRORED, MessageState.SENDING),
    "cancelled": (MessageState.CANCELLED,),
}
"""What can be asked for, and which states that is."""
SIGNS = {
    MessageState.SENT: "✅",
    MessageState.FAILED: "❌",
    MessageState.UNREACHABLE: "🚫",
    MessageState.UNKNOWN: "❔",
    MessageState.CANCELLED: "✖️",
}


def person_name(words: Wording, person: KnownPerson | None) -> str:
    """Whoever registered has a name; nobody else has."""
    return person.name if person and person.name else words.label("campaigns-unnamed")


def row_text(words: Wording, service: Service, row: LedgerRow, person: KnownPerson | None) -> str:
    """One line of a page, as HTML."""
    at = service.short_moment(row.finished_at) if row.finished_at else ""
    again = words.label("campaigns-resent") if row.resent_at else ""
    parts = (person_name(words, person), at, row.reason or "", again)
    return f"{SIGNS.get(row.state, '⏳')} " + escape(" · ".join(part for part in parts if part), quote=False)


def state_label(words: Wording, state: MessageState) -> str:
    """A state as the file names it."""
    return words.label(f"campaigns-message.{state.value}")
