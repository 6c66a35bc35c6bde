"""A lead's history in words: who did what, when, and why it went to whom."""

from dataclasses import dataclass
from uuid import UUID

from bot.leads.policy import CANNOT, NEEDS, REASONS
from bot.leads.routing import RUNGS, PassedOver
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.lead_events import list_events, open_details
from storage.models.leads import Lead, LeadEvent, LeadEventKind
from storage.types import JsonObject
from storage.volunteers import find_volunteer, names_by_contact

SHOWN = 15  # events on one screen; the older are counted


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """A screen of a history, the newest first, and the page with what was before (None: nothing was)."""

    text: str = ""
    older: int | None = None


async def history_page(
    tx: Transaction, service: Service, words: Wording, lead: Lead, page: int = 0
) -> HistoryPage:
    """A line for each event of a page; what came before that is counted."""
    events = list(reversed(await list_events(tx, lead.id, with_merged=True)))
    shown = events[page * SHOWN : (page + 1) * SHOWN]
    names = await names_by_contact(tx, [e.actor_contact_id for e in shown if e.actor_contact_id])
    lines = [await _line(tx, service, words, event, names) for event in shown]
    left = len(events) - (page + 1) * SHOWN
    if left <= 0:
        return HistoryPage(words.joined("\n".join(lines)))
    lines.append(words.render("history-more", count=str(left)))
    return HistoryPage(words.joined("\n".join(lines)), page + 1)


async def _line(
    tx: Transaction, service: Service, words: Wording, event: LeadEvent, names: dict[UUID, str]
) -> str:
    details = open_details(tx, event)
    actor = event.actor_contact_id
    who = words.label("history-system") if actor is None else names.get(actor, words.label("history-person"))
    who = await _for(tx, words, who, details.get("for"))
    told = {"at": service.short_moment(event.happened_at), "what": _what(words, event.kind), "who": who}
    more = _need(words, details) or _more(words, event, details)
    if not more:
        return words.render("history-line", **told)
    return words.render("history-line-more", more=more, **told)


async def _for(tx: Transaction, words: Wording, who: str, acted_for: object) -> str:
    """Who did it, and for which volunteer without Telegram."""
    volunteer = await find_volunteer(tx, UUID(str(acted_for))) if acted_for else None
    return words.label("history-for", who=who, volunteer=volunteer.name) if volunteer else who


def _need(words: Wording, details: JsonObject) -> str:
    """What of the registration's needs was ticked."""
    need = details.get("need")
    return words.label(f"needs-tick.{need}") if need in NEEDS and details.get("is_at_hand") else ""


def _what(words: Wording, kind: str) -> str:
    """The event in words; one that is newer than this version is shown as it is written down."""
    known = kind in set(LeadEventKind)
    return words.label(f"history-kind.{kind.replace(' ', '-')}") if known else kind


def _more(words: Wording, event: LeadEvent, details: JsonObject) -> str:
    """What was noted, why it was declined or handed back, how the lead came to its owner; or nothing."""
    reason, rung = _reason(words, event, str(details.get("reason", ""))), _rung(words, details)
    return ", ".join(filter(None, (str(details.get("text", "")), reason, rung, _passed(words, details))))


def _reason(words: Wording, event: LeadEvent, reason: str) -> str:
    if event.kind == LeadEventKind.HANDED_BACK and reason in CANNOT:
        return words.label(f"followups-cannot.{reason}")
    return words.label(f"followups-reason.{reason}") if reason in REASONS else reason


def _rung(words: Wording, details: JsonObject) -> str:
    rung = str(details.get("rung", ""))
    return words.label(f"history-rung.{rung.replace(' ', '-')}") if rung in RUNGS else rung


def _passed(words: Wording, details: JsonObject) -> str:
    """Why nobody nearer has it: how many are on leave, full, or were asked; or that nobody is there."""
    if details.get("unmanned"):
        return words.label("history-unmanned")
    passed = details.get("passed")
    counts = passed if isinstance(passed, dict) else {}
    told = [
        words.label(f"history-passed.{why.value}", count=str(counts[why]))
        for why in PassedOver
        if counts.get(why)
    ]
    return words.label("history-passed-over", who=" + ".join(told)) if told else ""
