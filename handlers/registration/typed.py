"""Typed answers to the registration's open questions, and a shared phone number."""

from bot.answer_words import YES
from bot.answers import Option, is_choice, match_option, says, takes_offer
from bot.asked_questions import answer_aside
from bot.forms import SUMMARY, Accepted, Offered, Reading, Rejected
from bot.names import is_titled_answer
from bot.registration.ages import age_group
from bot.registration.drafts import Draft, form_of, go_on, offered_name, open_draft
from bot.registration.form import EXITS, FORM
from bot.registration.reading import NO_PHONE_AT_ALL, may_be_digits, read_other_work, read_typed
from bot.registration.said_ages import read_age
from bot.screens import Button
from bot.visits import Visit
from handlers.registration.actions import take
from handlers.registration.questions import navigation, option_button
from handlers.registration.ways_out import leave_or_ask
from handlers.routes import Shared


async def read_answer(visit: Visit, text: str) -> bool:
    """Read what was typed; False when it is for the buttons, as "ya" below "Desa Pontang, betul?" is.

    What answers nothing may be a question of the person's own: that is answered, and the form asks again.
    """
    draft = await open_draft(visit)
    if draft.lapse is not None:
        await visit.go(form_of(visit))
        return True
    if draft.state.question == SUMMARY or (draft.state.offer and _is_for_buttons(visit, draft, text)):
        return False
    if draft.state.question == "consent" and _agrees(text):
        await visit.again(visit.words.render("registration-consent-which"))
        return True
    reading = _read(visit, draft, text)
    match reading:
        case Rejected(reason):
            if reason == NO_PHONE_AT_ALL or not await answer_aside(visit, text):
                await reject(visit, reason)
        case Offered((value,)) if (draft.state.question, value) in EXITS:
            await leave_or_ask(visit, draft, draft.state.question, value)
        case Offered():
            await go_on(visit, draft, FORM.accept(draft.state, reading))
        case Accepted():
            await take(visit, draft, reading)
    return reading is not None


def _agrees(text: str) -> bool:
    """To being recorded, without saying who may know: that is asked once more."""
    return says(text, YES, whole=True)


def _is_for_buttons(visit: Visit, draft: Draft, text: str) -> bool:
    """Whether it says yes, no or which; below "40 - 63, betul?" a figure is another age."""
    return is_choice(text) and not (draft.state.question == "age" and _read_age(visit, text))


async def asks_for_digits(visit: Visit, text: str) -> bool:
    """Whether digits alone may answer the current question; elsewhere in the form they are a pasted code."""
    draft = await open_draft(visit)
    if draft.lapse is not None or draft.state.offer:
        return False
    return may_be_digits(draft.state.question, text) or _names_a_span(visit, draft, text)


def _names_a_span(visit: Visit, draft: Draft, text: str) -> bool:
    """Whether the digits are those of a button, as "18-39" is of an age."""
    if draft.state.question == SUMMARY:
        return False
    question = FORM.question(draft.state.question)
    labels = (option_button(visit, question, key).label for key in question.options)
    return _digits(text) in {_digits(label) for label in labels}


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _read(visit: Visit, draft: Draft, text: str) -> Reading | None:
    """What the text answers to the current question; None when it answers nothing, or by a button."""
    question = FORM.question(draft.state.question)
    if question.id == "occupation":
        return None if _means_a_button(visit, text) else read_other_work(text)
    if question.id == "age":
        return _read_age(visit, text)
    if (
        question.id == "name"
        and offered_name(visit, draft.state)
        and takes_offer(text)
        and not is_titled_answer(text)
    ):
        return Accepted(offered_name(visit, draft.state))
    return read_typed(question.reader, text, visit.service.places) if question.reader else None


def _read_age(visit: Visit, text: str) -> Reading | None:
    """The group of an age in years; one that is rounded, or reckoned from a year of birth, is confirmed."""
    said = read_age(text, visit.service.today().year)
    if said is None:
        return None
    group = age_group(visit.service.facts_today, said.years)
    return Accepted(group) if said.is_sure else Offered((group,))


def _means_a_button(visit: Visit, text: str) -> bool:
    """Whether the text names one of the occupations, or a way off the screen."""
    question = FORM.question("occupation")
    groups = [option_button(visit, question, key) for key in question.options]
    ways = [button for row in navigation(visit) for button in row]
    return any(match_option(text, [_as_option(button) for button in buttons]) for buttons in (groups, ways))


def _as_option(button: Button) -> Option:
    return (button.label, button.label, button.aliases)


async def reject(visit: Visit, reason: str) -> None:
    """Say kindly what was not understood, with an example; the question stays."""
    await visit.again(visit.words.render(f"registration-why-{reason}"), failed=True)


async def read_contact(visit: Visit, shared: Shared) -> bool:
    """A shared number answers the phone question, if it is the person's own and came from them."""
    draft = await open_draft(visit)
    if draft.lapse is None and draft.state.question != "phone":
        return False
    if draft.lapse is None and not shared.is_own:
        await reject(visit, "contact")
        return True
    return await read_answer(visit, shared.phone if shared.phone.startswith("+") else f"+{shared.phone}")
