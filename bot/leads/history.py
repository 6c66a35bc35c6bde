"""A lead's history in words: who did what, when, and why it went to whom."""

from uuid import UUID

from bot.leads.policy import OUTCOMES, REASONS
from bot.leads.routing import RUNGS
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.lead_events import list_events, open_details
from storage.models.leads import Lead, LeadEvent
from storage.types import JsonObject
from storage.volunteers import names_by_contact

NOTE = "note"
KINDS = (
    "submitted",
    "sent in again",
    "replaced",
    "assigned",
    "reassigned",
    "accepted",
    "phone seen",
    "contact confirmed",
    "complained",
    "reopened",
    "handed back",
    "handed up",
    "owner left",
    "owner on leave",
    "offered to others",
    "taken over",
    "undone",
    "exported",
    "paid again",
    "merged",
    "claimed",
    "claim failed",
    "registered on behalf",
    NOTE,
    *OUTCOMES,
)
"""What can happen to a lead, as events are called; each has its words."""
SHOWN = 15  # events on one screen; the older are counted


async def history_lines(tx: Transaction, service: Service, words: Wording, lead: Lead) -> str:
    """The last events, the newest first, a line each."""
    events = list(reversed(await list_events(tx, lead.id)))
    names = await names_by_contact(tx, [e.actor_contact_id for e in events if e.actor_contact_id])
    shown = [_line(tx, service, words, event, names) for event in events[:SHOWN]]
    if len(events) > SHOWN:
        shown.append(words.render("history-more", count=str(len(events) - SHOWN)))
    return words.joined("\n".join(shown))


def _line(tx: Transaction, service: Service, words: Wording, event: LeadEvent, names: dict[UUID, str]) -> str:
    details = open_details(tx, event)
    actor = event.actor_contact_id
    who = words.label("history-system") if actor is None else names.get(actor, words.label("history-person"))
    told = {"at": service.short_moment(event.happened_at), "what": _what(words, event.kind), "who": who}
    more = _more(words, details)
    if not more:
        return words.render("history-line", **told)
    return words.render("history-line-more", more=more, **told)


def _what(words: Wording, kind: str) -> str:
    """The event in words; one that is newer than this version is shown as it is written down."""
    return words.label(f"history-kind.{kind.replace(' ', '-')}") if kind in KINDS else kind


def _more(words: Wording, details: JsonObject) -> str:
    """What was noted, how the lead came to its owner, or why it was declined; empty when nothing was said."""
    rung, reason = str(details.get("rung", "")), str(details.get("reason", ""))
    if rung in RUNGS:
        return words.label(f"history-rung.{rung.replace(' ', '-')}")
    if reason in REASONS:
        return words.label(f"followups-reason.{reason}")
    return str(details.get("text") or rung or reason)
