"""The card of one lead: what is known, what is to be done next, and what may be said of it."""

from functools import partial

from bot.access import Permission, is_allowed
from bot.desk import Desk
from bot.errors import NotFound, Stale
from bot.leads.cards import queue_card
from bot.leads.history import HistoryPage, history_page
from bot.leads.needs import needs_text, tick
from bot.leads.notes import NoteRefused, add_note
from bot.leads.notices import describe_lead
from bot.leads.policy import ANSWERS, NEEDS, NEEDS_ASKED_IN, OUTCOMES, outcomes_from
from bot.leads.rights import (
    Standing,
    as_seen,
    get_lead_for,
    may_answer_for,
    may_see_phone,
    standing_of,
)
from bot.leads.stages import waits_for_owner
from bot.leads.undoing import find_undoable, undo
from bot.screens import Action, Button, Rows, Screen, in_rows
from bot.visits import Visit
from bot.wording import Wording
from handlers.followups.taking import desk_at
from handlers.pages import page_number, page_of
from handlers.routes import Routes
from storage.followups import find_follow_up
from storage.leads import LeadCard, find_lead_by_number
from storage.models.followups import FollowUp
from storage.models.leads import CLOSED_STATES, Lead, LeadState
from storage.types import JsonObject
from storage.volunteers import find_volunteer

TASK = "task"
NOTE = "task-note"


async def show(visit: Visit, number: str) -> None:
    """Open the card of a lead that is the person's to see."""
    await get_lead_for(visit, number)
    await visit.go(TASK, number=number)


async def task_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.FOLLOW_UP)
    card, standing = await get_lead_for(visit, str(params.get("number")))
    words = visit.words
    text = words.render(
        "followups-card",
        number=card.lead.number,
        state=words.label(f"followups-state.{card.lead.state.value}"),
        **describe_lead(words, visit.service, card),
    )
    owner = "" if standing is Standing.OWNER else await _owner_text(visit, card)
    follow_up = await find_follow_up(visit.tx, card.lead.id)
    due = _next_duty(visit, follow_up)
    history = await _history(visit, card, params)
    member = _membership(words, card, standing)
    needs = needs_text(words, card.lead) if card.lead.state in NEEDS_ASKED_IN else ""
    older = _older_rows(words, card, history)
    duties = _duty_rows(words, card, follow_up, standing)
    rows = (*duties, *older, *await _other_rows(visit, card, standing))
    return Screen(
        TASK,
        words.joined(text, owner, member, due, needs, history.text),
        (*rows, words.ways_out()),
        protected=True,
        about=(card.lead.id,),
    )


def _membership(words: Wording, card: LeadCard, standing: Standing) -> str:
    """The membership number, for whoever has the lead, acts for them, or is of the branch."""
    if not card.membership_number or standing is Standing.COORDINATOR:
        return ""
    return words.render("followups-membership", number=card.membership_number)


async def _owner_text(visit: Visit, card: LeadCard) -> str:
    """Whose it is, for whoever watches over it."""
    owner = await find_volunteer(visit.tx, card.lead.owner_id) if card.lead.owner_id else None
    name = owner.name if owner else visit.words.label("gatherings-office")
    return visit.words.render("followups-owner", name=name)


async def _history(visit: Visit, card: LeadCard, params: JsonObject) -> HistoryPage:
    if not params.get("history"):
        return HistoryPage()
    return await history_page(visit.tx, visit.service, visit.words, card.lead, page_of(params))


def _older_rows(words: Wording, card: LeadCard, history: HistoryPage) -> Rows:
    """The way to what happened before."""
    if history.older is None:
        return ()
    return ((words.button("history-older", "followups", "older", f"{card.lead.number}.{history.older}"),),)


async def _other_rows(visit: Visit, card: LeadCard, standing: Standing) -> Rows:
    """Notes, history, taking back, and the way to the list."""
    words, number = visit.words, card.lead.number
    undoable = await find_undoable(visit.tx, card.lead, visit.contact.id, visit.now)
    undo_row = ((words.button("followups-undo", "followups", "undo", number),),) if undoable else ()
    more = [words.button("followups-history", "followups", "history", number)]
    if is_allowed(visit.role, Permission.SEE_TEAM) and standing is not Standing.OWNER:
        more.append(words.button("followups-move", "moves", "one", number))
    if standing is not Standing.COORDINATOR:
        more.insert(0, words.button("followups-note", "followups", "note", number))
    return (*undo_row, tuple(more), (words.button("followups-back", "followups", "list"),))


async def show_history(visit: Visit, number: str) -> None:
    await get_lead_for(visit, number)
    await visit.go(TASK, number=number, history=True)


async def show_older(visit: Visit, id_: str) -> None:
    """A page further back in the history."""
    number, _, page = id_.partition(".")
    await get_lead_for(visit, number)
    await visit.go(TASK, number=number, history=True, page=page_number(page))


async def take_back(visit: Visit, number: str) -> None:
    """Undo one's own last outcome; the lead may be somebody else's by now, whoever recorded it may."""
    card = await find_lead_by_number(visit.tx, number)
    if card is None:
        raise NotFound(number)
    try:
        await undo(Desk.of(visit), card)
        visit.toast = visit.words.label("followups-undone")
    except Stale:
        visit.toast = visit.words.label("followups-stale")
        if await standing_of(visit, card.lead) is None:
            await visit.go("tasks")
            return
    await visit.go(TASK, number=number)


async def note(visit: Visit, number: str) -> None:
    await get_lead_for(visit, number)
    await visit.go(NOTE, number=number)


async def note_screen(visit: Visit, params: JsonObject) -> Screen:
    visit.require(Permission.FOLLOW_UP)
    card, _standing = await get_lead_for(visit, str(params.get("number")))
    back = visit.words.button("nav-back", "followups", "show", card.lead.number)
    text = visit.words.render("followups-ask-note", name=card.name)
    return Screen(NOTE, text, ((back,),), protected=True, about=(card.lead.id,))


async def read_note(visit: Visit, text: str) -> bool:
    """What was typed becomes a note, and a touch."""
    card, _standing = await get_lead_for(visit, str(visit.place.params.get("number")))
    try:
        await add_note(Desk.of(visit), card, text)
    except NoteRefused:
        return False
    await visit.go(TASK, number=card.lead.number, history=True)
    return True


def _next_duty(visit: Visit, follow_up: FollowUp | None) -> str:
    if follow_up is None:
        return ""
    return visit.words.render(
        "followups-next",
        duty=visit.words.label(f"followups-duty.{follow_up.duty.value}"),
        at=visit.service.moment(follow_up.due_at, visit.language),
    )


def _duty_rows(words: Wording, card: LeadCard, follow_up: FollowUp | None, standing: Standing) -> Rows:
    """What may be done about the lead now; nothing when it is at its end, or only watched over."""
    lead = card.lead
    if lead.state in CLOSED_STATES or standing is Standing.COORDINATOR:
        return ()
    id_ = as_seen(lead)
    asked = _answer_rows(words, lead, standing)
    if waits_for_owner(lead, follow_up):
        take = words.button("offers-take", "followups", "take", id_)
        cannot = words.button("offers-cannot", "followups", "cannot", id_)
        return (*asked, (take, cannot) if lead.owner_id else (take,))
    phone: Rows = ()
    if may_see_phone(lead, follow_up, standing):
        phone = ((words.button("followups-phone", "followups", "phone", lead.number),),)
    back: Rows = ((words.button("followups-return", "followups", "cannot", id_),),) if lead.owner_id else ()
    return (*phone, *_need_rows(words, lead), *asked, *_outcome_rows(words, lead.state, id_), *back)


def _answer_rows(words: Wording, lead: Lead, standing: Standing) -> Rows:
    """What a worker without Telegram said to the branch on the phone: paid, or not."""
    if not may_answer_for(lead, standing):
        return ()
    id_ = as_seen(lead)
    keys = [key for key in ANSWERS if lead.state in OUTCOMES[key].comes_from]
    return (
        tuple(
            Button(words.label(f"followups-answer.{key}"), Action("followups", f"answer-{key}", id_))
            for key in keys
        ),
    )


def _need_rows(words: Wording, lead: Lead) -> Rows:
    """A tap each for what is needed and not at hand yet."""
    missing = [need for need in NEEDS if not getattr(lead, need)] if lead.state in NEEDS_ASKED_IN else []
    row = [
        Button(words.label(f"needs-tick.{need}"), Action("followups", f"need-{need}", lead.number))
        for need in missing
    ]
    return (tuple(row),) if row else ()


async def tick_need(visit: Visit, number: str, need: str) -> None:
    """The worker has it ready."""
    card, standing = await get_lead_for(visit, number)
    if standing is Standing.COORDINATOR:
        raise NotFound(number)
    try:
        await tick(await desk_at(visit, card), card, need)
    except Stale:
        visit.toast = visit.words.label("followups-stale")
    await visit.go(TASK, number=number)


def _outcome_rows(words: Wording, state: LeadState, id_: str) -> Rows:
    """Two outcomes a row, in the table's order."""
    buttons = [
        Button(words.label(f"followups-outcome.{outcome.key}"), Action("followups", outcome.key, id_))
        for outcome in outcomes_from(state)
    ]
    return in_rows(buttons, 2)


async def phone(visit: Visit, number: str) -> None:
    """Show the phone, in a message of its own that is withdrawn when the lead moves on."""
    card, standing = await get_lead_for(visit, number)
    if not may_see_phone(card.lead, await find_follow_up(visit.tx, card.lead.id), standing):
        visit.toast = visit.words.label("nav-not-allowed")
    else:
        await queue_card(visit.tx, card.lead, visit.contact.id, visit.now)
        visit.toast = visit.words.label("followups-coming")


def register(routes: Routes) -> None:
    routes.screen(TASK, task_screen)
    routes.screen(NOTE, note_screen, read_note)
    routes.action("followups", "history", show_history, Permission.FOLLOW_UP)
    routes.action("followups", "older", show_older, Permission.FOLLOW_UP)
    routes.action("followups", "undo", take_back, Permission.FOLLOW_UP)
    routes.action("followups", "note", note, Permission.FOLLOW_UP)
    routes.action("followups", "show", show, Permission.FOLLOW_UP, anywhere=True)
    for need in NEEDS:
        routes.action("followups", f"need-{need}", partial(tick_need, need=need), Permission.FOLLOW_UP)
    routes.action("followups", "phone", phone, Permission.FOLLOW_UP)
