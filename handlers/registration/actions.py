"""The registration's buttons: answering, going back, pausing, changing an answer, sending it in."""

from functools import partial

from bot.cases import ask_person
from bot.consents import answer_consent
from bot.forms import SUMMARY, Accepted
from bot.registration.drafts import Draft, drop_draft, go_on, has_draft, keep_draft, open_draft
from bot.registration.form import EXITS, FORM, HAND_OVERS, REGISTRATION
from bot.registration.reading import WHERE_UNKNOWN
from bot.registration.submission import submit_registration
from bot.screens import Screen
from bot.visits import HOME, Visit
from handlers.registration.places import path_to
from handlers.registration.status import SENT
from handlers.routes import Routes
from storage.conversations import JsonObject
from storage.models.cases import CaseKind
from storage.models.consents import Purpose

WAY_OUT = "registration-out"


async def start(visit: Visit, _argument: str) -> None:
    """Begin, or go on where the person left off."""
    draft = await open_draft(visit)
    await go_on(visit, draft, draft.state)


async def resume(visit: Visit, _id: str) -> None:
    """Go on with what was begun; without anything begun, home."""
    await visit.go(REGISTRATION if await has_draft(visit) else HOME)


async def choose(visit: Visit, value: str, question: str) -> None:
    """An option was tapped, or typed as if it were."""
    draft = await open_draft(visit)
    if draft.state.question != question or value not in FORM.question(question).options:
        await visit.again()
    else:
        await take(visit, draft, Accepted(value))


async def take(visit: Visit, draft: Draft, reading: Accepted) -> None:
    """Keep an understood answer and show what comes next."""
    question = draft.state.question
    if question == "consent":
        await _record_consent(visit, draft, str(reading.value))
    way_out = EXITS.get((question, str(reading.value)))
    if way_out is not None:
        await _leave(visit, way_out)
        return
    await go_on(visit, draft, FORM.accept(draft.state, reading))


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


async def confirm(visit: Visit, value: str) -> None:
    """What was on offer is right; a district is not an answer yet but the way to one."""
    draft = await open_draft(visit)
    if value not in draft.state.offer:
        await visit.again()
        return
    if draft.state.question == "village" and visit.service.places.find_village(value) is None:
        await go_on(visit, draft, FORM.follow(draft.state, path_to(visit, value)))
    else:
        await go_on(visit, draft, FORM.confirm(draft.state, value))


async def refuse(visit: Visit, _id: str) -> None:
    """None of what was on offer: ask the question itself."""
    draft = await open_draft(visit)
    await go_on(visit, draft, FORM.refuse(draft.state))


async def back(visit: Visit, _id: str) -> None:
    """One step back; from the first question, home."""
    draft = await open_draft(visit)
    before = FORM.back(draft.state)
    if before is None:
        await visit.go(HOME)
    else:
        await go_on(visit, draft, before)


async def pause(visit: Visit, _id: str) -> None:
    """Stop for now; the answers stay (with consent 90 days, without it 24 hours)."""
    draft = await open_draft(visit)
    await keep_draft(visit, draft)
    await visit.go(HOME, paused=True)


async def change(visit: Visit, _id: str) -> None:
    """Show what can be changed."""
    await visit.go(REGISTRATION, changing=True)


async def edit(visit: Visit, question: str) -> None:
    """Change one answer from the summary."""
    draft = await open_draft(visit)
    if draft.state.question == SUMMARY:
        draft.state = FORM.edit(draft.state, question)
        await keep_draft(visit, draft)
    await visit.go(REGISTRATION)


async def telegram_name(visit: Visit, _id: str) -> None:
    """The name Telegram shows, as it was offered."""
    draft = await open_draft(visit)
    if draft.state.question != "name" or not visit.telegram_name:
        await visit.again()
    else:
        await take(visit, draft, Accepted(visit.telegram_name))


async def nowhere(visit: Visit, _id: str) -> None:
    """The person does not know their RT."""
    draft = await open_draft(visit)
    if draft.state.question != "neighbourhood":
        await visit.again()
    else:
        await take(visit, draft, Accepted(dict(WHERE_UNKNOWN)))


async def submit(visit: Visit, _id: str) -> None:
    """Send it in; the receipt follows as a message of its own, whatever happens to this process."""
    draft = await open_draft(visit)
    if draft.state.question != SUMMARY or not FORM.is_complete(draft.state):
        await visit.again()
        return
    await submit_registration(visit, draft)
    await visit.go(SENT)


def register(routes: Routes) -> None:
    routes.command("daftar", start)
    routes.screen(WAY_OUT, way_out_screen)
    routes.action(REGISTRATION, "start", start)
    routes.action(REGISTRATION, "resume", resume)
    for question in FORM.questions:
        if question.options:
            routes.action(REGISTRATION, question.id, partial(choose, question=question.id))
    routes.action(REGISTRATION, "confirm", confirm)
    routes.action(REGISTRATION, "refuse", refuse)
    routes.action(REGISTRATION, "back", back)
    routes.action(REGISTRATION, "pause", pause)
    routes.action(REGISTRATION, "change", change)
    routes.action(REGISTRATION, "edit", edit)
    routes.action(REGISTRATION, "telegramname", telegram_name)
    routes.action(REGISTRATION, "nowhere", nowhere)
    routes.action(REGISTRATION, "submit", submit)
