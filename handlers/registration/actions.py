"""The registration's buttons: answering, going back, pausing, changing an answer, sending it in."""

from functools import partial

from bot.cases import ask_person
from bot.consents import answer_consent
from bot.errors import OwnConsentNeeded
from bot.forms import SUMMARY, Accepted
from bot.registration.drafts import Draft, drop_draft, go_on, has_draft, keep_draft
from bot.registration.form import EXITS, FORM, HAND_OVERS, REGISTRATION
from bot.registration.reading import WHERE_UNKNOWN
from bot.registration.submission import submit_registration
from bot.screens import Screen
from bot.visits import HOME, Visit
from handlers.registration.opening import DraftHandler, with_draft
from handlers.registration.places import path_to
from handlers.registration.status import SENT
from handlers.routes import Routes
from storage.models.cases import CaseKind
from storage.models.consents import Purpose
from storage.types import JsonObject

WAY_OUT = "registration-out"
SURE = "registration-sure"
NOT_OURS_TO_RECORD = "own"  # the way out where the person concerned had themselves erased


async def start(visit: Visit, draft: Draft, _argument: str) -> None:
    """Begin, or go on where the person left off."""
    await go_on(visit, draft, draft.state)


async def resume(visit: Visit, _id: str) -> None:
    """Go on with what was begun; without anything begun, home."""
    await visit.go(REGISTRATION if await has_draft(visit) else HOME)


async def choose(visit: Visit, draft: Draft, value: str, *, question: str) -> None:
    """An option was tapped, or typed as if it were."""
    if draft.state.question != question or value not in FORM.question(question).options:
        await visit.again()
    else:
        await take(visit, draft, Accepted(value))


async def take(visit: Visit, draft: Draft, reading: Accepted) -> None:
    """Keep an understood answer and show what comes next; one that ends a finished form is asked about."""
    question, value = draft.state.question, str(reading.value)
    way_out = EXITS.get((question, value))
    if way_out is not None and draft.state.editing:
        await visit.go(SURE, question=question, value=value)
        return
    if question == "consent":
        await _record_consent(visit, draft, value)
    if way_out is not None:
        await _leave(visit, way_out)
        return
    await go_on(visit, draft, FORM.accept(draft.state, reading))


async def sure_screen(visit: Visit, params: JsonObject) -> Screen:
    """What an answer would do to everything answered so far."""
    words = visit.words
    answer = words.label(f"registration-{params.get('question')}.{params.get('value')}")
    rows = (
        (words.button("registration-sure-back", REGISTRATION, "keep"),),
        (words.button("registration-sure-yes", REGISTRATION, "end"),),
        words.ways_out(),
    )
    return Screen(SURE, words.render("registration-sure", answer=answer), rows)


async def keep(visit: Visit, draft: Draft, _id: str) -> None:
    """The answers stay as they were."""
    state = FORM.leave_edit(draft.state) if draft.state.editing else draft.state
    await go_on(visit, draft, state)


async def end(visit: Visit, draft: Draft, _id: str) -> None:
    """The answer stands: the form ends, and with it the consent it was given under."""
    params = visit.place.params
    way_out = EXITS.get((str(params.get("question")), str(params.get("value"))))
    if visit.place.screen != SURE or way_out is None:
        await visit.again()
        return
    if draft.consented_at is not None:
        await answer_consent(visit, Purpose.REGISTRATION, granted=False, choice="no")
    await _leave(visit, way_out)


async def _record_consent(visit: Visit, draft: Draft, choice: str) -> None:
    granted = choice != "no"
    await answer_consent(visit, Purpose.REGISTRATION, granted=granted, choice=choice)
    draft.consented_at = visit.now if granted else None


async def _leave(visit: Visit, way_out: str) -> None:
    """An answer that ends the form: what was answered is forgotten, some are handed to a person."""
    await drop_draft(visit)
    if way_out in HAND_OVERS:
        await ask_person(visit, CaseKind.AGE)
    await visit.go(WAY_OUT, way=way_out)


async def way_out_screen(visit: Visit, params: JsonObject) -> Screen:
    """Why the form ends here, and what to do instead."""
    words = visit.words
    text = words.render(f"registration-out-{params.get('way')}", phone=visit.service.branch.call_centre)
    rows = (
        (words.button("home-benefits", "programme", "benefits"),),
        words.ways_out(),
    )
    return Screen(WAY_OUT, text, rows)


async def confirm(visit: Visit, draft: Draft, value: str) -> None:
    """What was on offer is right; a district is not an answer yet but the way to one."""
    if value not in draft.state.offer:
        await visit.again()
        return
    if draft.state.question == "village" and visit.service.places.find_village(value) is None:
        await go_on(visit, draft, FORM.follow(draft.state, path_to(visit, value)))
    else:
        await go_on(visit, draft, FORM.confirm(draft.state, value))


async def refuse(visit: Visit, draft: Draft, _id: str) -> None:
    """None of what was on offer: ask the question itself."""
    await go_on(visit, draft, FORM.refuse(draft.state))


async def back(visit: Visit, draft: Draft, _id: str) -> None:
    """One step back; from the first question, home."""
    before = FORM.back(draft.state)
    if before is None:
        await visit.go(HOME)
    else:
        await go_on(visit, draft, before)


async def pause(visit: Visit, draft: Draft, _id: str) -> None:
    """Stop for now; the answers stay (with consent 90 days, without it 24 hours)."""
    await keep_draft(visit, draft)
    await visit.go(HOME, paused=True)


async def change(visit: Visit, _id: str) -> None:
    """Show what can be changed."""
    await visit.go(REGISTRATION, changing=True)


async def edit(visit: Visit, draft: Draft, question: str) -> None:
    """Change one answer from the summary."""
    if draft.state.question == SUMMARY:
        draft.state = FORM.edit(draft.state, question)
        await keep_draft(visit, draft)
    await visit.go(REGISTRATION)


async def telegram_name(visit: Visit, draft: Draft, _id: str) -> None:
    """The name Telegram shows, as it was offered."""
    if draft.state.question != "name" or not visit.telegram_name:
        await visit.again()
    else:
        await take(visit, draft, Accepted(visit.telegram_name))


async def nowhere(visit: Visit, draft: Draft, _id: str) -> None:
    """The person does not know their RT."""
    if draft.state.question != "neighbourhood":
        await visit.again()
    else:
        await take(visit, draft, Accepted(dict(WHERE_UNKNOWN)))


async def submit(visit: Visit, draft: Draft, _id: str) -> None:
    """Send it in; the receipt follows as a message of its own, whatever happens to this process."""
    if draft.state.question != SUMMARY or not FORM.is_complete(draft.state):
        await visit.again()
        return
    try:
        await submit_registration(visit, draft)
    except OwnConsentNeeded:
        await _leave(visit, NOT_OURS_TO_RECORD)
    else:
        await visit.go(SENT)


ACTIONS: dict[str, DraftHandler] = {
    "start": start,
    **{question.id: partial(choose, question=question.id) for question in FORM.questions if question.options},
    "confirm": confirm,
    "refuse": refuse,
    "back": back,
    "pause": pause,
    "edit": edit,
    "keep": keep,
    "end": end,
    "telegramname": telegram_name,
    "nowhere": nowhere,
    "submit": submit,
}


def register(routes: Routes) -> None:
    routes.command("daftar", with_draft(start))
    routes.screen(WAY_OUT, way_out_screen)
    routes.screen(SURE, sure_screen)
    routes.action(REGISTRATION, "resume", resume)
    routes.action(REGISTRATION, "change", change)
    for verb, handler in ACTIONS.items():
        routes.action(REGISTRATION, verb, with_draft(handler))
