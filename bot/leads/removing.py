"""A lead that goes: what it left in chats is withdrawn and its owner has room again."""

from datetime import datetime

from bot.leads.changes import is_closed
from bot.leads.withdrawals import Why, withdraw_gone
from storage.database import Transaction
from storage.leads import delete_lead
from storage.models.leads import Lead
from storage.slots import count_slots
from storage.timers import stop_timers_of


async def remove_lead(tx: Transaction, lead: Lead, why: Why, now: datetime) -> None:
    """Delete a lead with its history, whoever has it."""
    await withdraw_gone(tx, [lead.id], why, now)
    await stop_timers_of(tx, lead.id)
    if lead.owner_id is not None and not is_closed(lead.state):
        await count_slots(tx, {lead.owner_id: -1})
    await delete_lead(tx, lead.id)
