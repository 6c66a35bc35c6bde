"""Leads that go: what they left in chats is withdrawn, and their owners have room again."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from bot.leads.changes import is_closed
from bot.leads.withdrawals import Why, withdraw_gone
from storage.database import Transaction
from storage.lead_changes import hold_as_they_are
from storage.leads import delete_leads
from storage.models.leads import Lead
from storage.slots import count_slots
from storage.timers import stop_timers_of


async def remove_leads(tx: Transaction, leads: Iterable[Lead], why: Why, now: datetime) -> list[Lead]:
    """Delete leads with their history, whoever has them by now; those that were still there, as they were."""
    gone = await hold_as_they_are(tx, [lead.id for lead in leads])
    ids = [lead.id for lead in gone]
    if not ids:
        return []
    await withdraw_gone(tx, ids, why, now)
    await stop_timers_of(tx, ids)
    await delete_leads(tx, ids)
    freed = Counter(lead.owner_id for lead in gone if lead.owner_id and not is_closed(lead.state))
    slots = {owner_id: -many for owner_id, many in freed.items()}
    await count_slots(tx, slots)  # people come last: see hold_leads
    return gone
