"""Words between a person and the branch: through the bot, so that no number is given away."""

from uuid import UUID

from bot.answers import is_thanks
from bot.cases.asking import ask_again, ask_person
from bot.cases.claiming import claim_case, release_orphan
from bot.cases.duty import list_takers
from bot.cases.finding import hold_case
from bot.cases.policy import LONGEST, LONGEST_CAPTION, REOPENED_WITHIN
from bot.cases.telling import WAITING_TIMER, deliver, refresh_cards, watch_waiting
from bot.desk import Desk
from bot.errors import NotFound, Stale
from bot.visits import Visit
from storage.case_words import NewWords, add_words
from storage.cases import find_closed_case, find_open_case, note_answer, note_waiting
from storage.models.cases import Case, CaseKind, CaseState, WordsForm
from storage.timers import stop_timer


def fits(new: NewWords) -> bool:
    """Whether it can be passed on in one message."""
    return len(new.text) <= longest(new.form)


def longest(form: WordsForm) -> int:
    """How many characters of it fit: below a file fewer."""
    return LONGEST if form is WordsForm.TEXT else LONGEST_CAPTION


async def say_to_staff(desk: Desk, case_id: UUID, new: NewWords) -> Case:
    """The person's words: to whoever has the case, else onto the cards of all who may take it.

    NotFound when it is not theirs, Stale when it is closed.
    """
    case = (await hold_case(desk, case_id)).case
    if case.contact_id != desk.actor:
        raise NotFound("the case is somebody else's")
    if case.state is not CaseState.OPEN:
        raise Stale
    case = await release_orphan(desk, case, {contact.id for contact in await list_takers(desk.tx)})
    said = await add_words(desk.tx, case.id, case.contact_id, new, desk.now, is_from_staff=False)
    if not is_thanks(new.text) and await note_waiting(desk.tx, case.id, desk.now):
        await watch_waiting(desk, case, desk.now)
    if case.owner_id is not None:
        await deliver(desk, case, said, case.owner_id)
    else:
        await refresh_cards(desk, case)
    return case


async def say_to_person(desk: Desk, case_id: UUID, new: NewWords) -> Case:
    """Staff's words; answering a case that is nobody's is taking it.

    Stale when a colleague has it, or it is closed: nobody answers twice.
    """
    case = await claim_case(desk, case_id)
    if desk.actor is None:
        raise TypeError("somebody answers")
    said = await add_words(desk.tx, case.id, desk.actor, new, desk.now, is_from_staff=True)
    await note_answer(desk.tx, case.id, desk.now)
    await stop_timer(desk.tx, WAITING_TIMER, case.id)
    await deliver(desk, case, said, case.contact_id)
    return case


async def speak_to_staff(visit: Visit, new: NewWords) -> Case:
    """A voice note at any time opens a case, or goes to the one that is open."""
    case = await ask_person(visit, CaseKind.VOICE)
    return await say_to_staff(Desk.of(visit), case.id, new)


async def had_case_lately(visit: Visit) -> bool:
    """Whether writing again would go on with a case that was closed a short while ago."""
    since = visit.now - REOPENED_WITHIN
    return await find_closed_case(visit.tx, visit.contact.id, since) is not None


async def pass_on(visit: Visit, new: NewWords) -> Case | None:
    """What somebody says while their case is open goes to staff; None when none is, or it is too much."""
    case = await find_open_case(visit.tx, visit.contact.id)
    if case is None or not fits(new):
        return None
    return await say_to_staff(Desk.of(visit), case.id, new)


async def go_on_with(visit: Visit, new: NewWords) -> Case | None:
    """The same shortly after it was closed, which opens it again; None when none was."""
    if not fits(new) or not await had_case_lately(visit):
        return None
    case = await ask_again(visit)
    return await say_to_staff(Desk.of(visit), case.id, new)
