"""Typed answers to the registration's open questions, and a shared phone number."""

from bot.answers import Meaning, is_choice, match_option, normalise, read_meaning
from bot.forms import SUMMARY, Accepted, Offered, Rejected
from bot.registration.drafts import Draft, begin_again, go_on, open_draft
from bot.registration.form import FORM, OCCUPATIONS
from bot.registration.reading import could_be_work, read_typed
from bot.visits import Visit
from handlers.registration.actions import take
from handlers.registration.questions import option_button
from handlers.routes import Shared


async def read_answer(visit: Visit, text: str) -> bool:
    """Read what was typed; False when it is for the buttons, as "ya" below "Desa Pontang, betul?" is."""
    draft = await open_draft(visit)
    if draft.is_lost:
        await begin_again(visit, draft)
        return True
    if draft.state.question == SUMMARY or (draft.state.offer and is_choice(text)):
        return False
    question = FORM.question(draft.state.question)
    if question.id == "name" and visit.telegram_name and _takes_offer(text):
        await take(visit, draft, Accepted(visit.telegram_name))
        return True
    if question.id == "occupation":
        return await _other_work(visit, draft, text)
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


async def _other_work(visit: Visit, draft: Draft, text: str) -> bool:
    """Work that is none of the groups is Lainnya with these words, once they are confirmed."""
    options = [option_button(visit, FORM.question("occupation"), key) for key in OCCUPATIONS]
    if match_option(text, [(b.label, b.label, b.aliases) for b in options]) or not could_be_work(text):
        return False
    reading = read_typed("work", text, visit.service.places)
    if not isinstance(reading, Accepted):
        return False
    await go_on(visit, draft, FORM.accept(draft.state, Offered(("other",), {"work": reading.value})))
    return True


def _takes_offer(text: str) -> bool:
    """Whether "ya" or "1" is said to the one name that is offered."""
    return read_meaning(text) is Meaning.YES or normalise(text) == "1"


async def reject(visit: Visit, reason: str) -> None:
    """Say kindly what was not understood, with an example; the question stays."""
    await visit.again(visit.words.render(f"registration-why-{reason}"), failed=True)


async def read_contact(visit: Visit, shared: Shared) -> bool:
    """A shared number answers the phone question, if it is the person's own and came from them."""
    draft = await open_draft(visit)
    if draft.is_lost or draft.state.question != "phone":
        return False
    if not shared.is_own:
        await reject(visit, "contact")
        return True
    return await read_answer(visit, shared.phone if shared.phone.startswith("+") else f"+{shared.phone}")
