"""The registration's buttons: answering, going back, pausing, changing an answer, sending it in."""

from functools import partial

from bot.access import Permission
from bot.consents import answer_consent
from bot.errors import OwnConsentNeeded
from bot.forms import SUMMARY, Accepted
from bot.gatherings.sessions import find_hosted
from bot.registration.drafts import Draft, form_of, go_on, has_draft, is_on_behalf, offered_name
from bot.registration.form import EXITS, FORM, ON_BEHALF, REGISTRATION
from bot.registration.on_behalf import submit_on_behalf
from bot.registration.reading import WHERE_UNKNOWN
from bot.registration.submission import submit_registration
from bot.visits import HOME, Visit
from handlers.picker import path_to
from handlers.registration.on_behalf import RECORDED, told_in_a_row
from handlers.registration.opening import DraftHandler, with_draft
from handlers.registration.status import SENT
from handlers.registration.ways_out import NOT_OURS_TO_RECORD, leave, leave_or_ask
from handlers.routes import Routes
from storage.models.consents import Purpose
from storage.submissions import list_submissions


async def start(visit: Visit, _argument: str) -> None:
    """Begin, or go on where the person left off; nothing is kept before something is answered.

    Whoever is on record already reads so before the form, not after eight steps of it.
    """
    sent = [] if await has_draft(visit) else await list_submissions(visit.tx, visit.contact.id)
    if sent:
        note = visit.words.render("registration-known", number=sent[0].submission.number)
        await visit.go_below(note, REGISTRATION)
    else:
        await visit.go(REGISTRATION)


async def start_on_behalf(visit: Visit, _argument: str) -> None:
    """A volunteer fills the form in for somebody without Telegram, reading it out."""
    await visit.go(ON_BEHALF)


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
    """Keep an understood answer and show what comes next, or end the form kindly."""
    question, value = draft.state.question, str(reading.value)
    if (question, value) in EXITS:
        await leave_or_ask(visit, draft, question, value)
        return
    if question == "consent":
        if not is_on_behalf(visit):  # what was read out to somebody else is recorded with their lead
            await answer_consent(visit, Purpose.REGISTRATION, granted=True, choice=value)
        draft.consented_at = visit.now
    await go_on(visit, draft, FORM.accept(draft.state, reading))


async def confirm(visit: Visit, draft: Draft, value: str) -> None:
    """What was on offer is right; a district is not an answer yet but the way to one."""
    if value not in draft.state.offer:
        await visit.again()
        return
    if draft.state.question == "village" and visit.service.places.find_village(value) is None:
        await go_on(visit, draft, FORM.follow(draft.state, path_to(visit.service.places, value)))
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


async def pause(visit: Visit, _draft: Draft, _id: str) -> None:
    """Stop for now; the answers stay (with consent 90 days, without it 24 hours)."""
    await visit.go(HOME, paused=True)


async def change(visit: Visit, _draft: Draft, _id: str) -> None:
    """Show what can be changed."""
    await visit.go(form_of(visit), changing=True)


async def edit(visit: Visit, draft: Draft, question: str) -> None:
    """Change one answer from the summary."""
    if draft.state.question == SUMMARY:
        await go_on(visit, draft, FORM.edit(draft.state, question))
    else:
        await visit.again()


async def telegram_name(visit: Visit, draft: Draft, _id: str) -> None:
    """The name Telegram shows, as it was offered."""
    if draft.state.question != "name" or not offered_name(visit, draft.state):
        await visit.again()
    else:
        await take(visit, draft, Accepted(offered_name(visit, draft.state)))


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
    is_other = is_on_behalf(visit)
    try:
        number = await (submit_on_behalf(visit, draft) if is_other else _submit_own(visit, draft))
    except OwnConsentNeeded:
        await leave(visit, draft, "", NOT_OURS_TO_RECORD)
    else:
        await (_recorded(visit, number) if is_other else visit.go(SENT))


async def _recorded(visit: Visit, number: str) -> None:
    """What to tell the worker; at a group night straight on to the next one."""
    if await find_hosted(visit) is None:
        await visit.go(RECORDED, number=number)
        return
    visit.say(await told_in_a_row(visit, number))
    await visit.go(ON_BEHALF)


async def _submit_own(visit: Visit, draft: Draft) -> str:
    return (await submit_registration(visit, draft)).number


ACTIONS: dict[str, DraftHandler] = {
    **{question.id: partial(choose, question=question.id) for question in FORM.questions if question.options},
    "confirm": confirm,
    "refuse": refuse,
    "back": back,
    "pause": pause,
    "change": change,
    "edit": edit,
    "telegramname": telegram_name,
    "nowhere": nowhere,
    "submit": submit,
}


def register(routes: Routes) -> None:
    routes.command("daftar", start)
    routes.command("daftarkan", start_on_behalf, Permission.FOLLOW_UP)
    routes.action(REGISTRATION, "other", start_on_behalf, Permission.FOLLOW_UP)
    routes.action(REGISTRATION, "start", start)
    routes.action(REGISTRATION, "resume", resume)
    for verb, handler in ACTIONS.items():
        routes.action(REGISTRATION, verb, with_draft(handler))
