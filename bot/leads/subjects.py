"""The lead a message is about, looked up when the message is sent: by then much may have changed."""

from storage.database import Transaction
from storage.leads import LeadCard, find_lead
from storage.models.messages import Message
from storage.outbox import params_of


async def lead_about(tx: Transaction, message: Message) -> LeadCard | None:
    """The lead; None when it was erased meanwhile."""
    return await find_lead(tx, message.subject_id) if message.subject_id else None


async def unchanged_lead_about(tx: Transaction, message: Message) -> LeadCard | None:
    """The lead as it stood when the message was queued with its `version`; None once it has changed."""
    card = await lead_about(tx, message)
    return card if card is not None and card.lead.version == params_of(tx, message).get("version") else None
