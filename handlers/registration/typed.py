"""Typed answers to the registration's open questions, and a shared phone number."""

from bot.answers import is_choice
from bot.forms import SUMMARY, Accepted, Offered, Rejected
from bot.registration.drafts import go_on, open_draft
from bot.registration.form import FORM
from bot.registration.reading import read_typed
from bot.visits import Visit
from handlers.registration.actions import take
from handlers.routes import Shared


async def read_answer(visit: Visit, text: str) -> bool:
    """Read what was typed; False when it is for the buttons, as "ya" below "Desa Pontang, betul?" is."""
    draft = await open_draft(visit)
    if draft.state.question == SUMMARY or (draft.state.offer and is_choice(text)):
        return False
    question = FORM.question(draft.state.question)
    if not question.reader:
        return False
    match read_typed(question.reader, text, visit.service.places):
        case Rejected(reason):
            await reject(visit, reason)
        case Offered() as offered:
            await go_on(visit, draft, FORM.accept(draft.state, offered))
        case Accepted() as accepted:
            await take(visit, draft, accepted)
    return True


async def reject(visit: Visit, reason: str) -> None:
    """Say kindly what was not understood, with an example; the question stays."""
    await visit.again(visit.words.render(f"registration-why-{reason}"), failed=True)


async def read_contact(visit: Visit, shared: Shared) -> bool:
    """A shared number answers the phone question, if it is the person's own and came from them."""
    draft = await open_draft(visit)
    if draft.state.question != "phone":
        return False
    if not shared.is_own:
        await reject(visit, "contact")
        return True
    return await read_answer(visit, shared.phone if shared.phone.startswith("+") else f"+{shared.phone}")
