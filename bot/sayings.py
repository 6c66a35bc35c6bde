"""An unanswered question finds its answer: from then on whoever asks it so is answered at once."""

from uuid import UUID

from bot.access import Permission
from bot.errors import NotFound
from bot.questions.unanswered import Group, settle
from bot.sayings_board import FEWEST_WORDS
from bot.visits import Visit
from storage.sayings import KeptSaying, drop_saying, keep_saying, list_sayings


def is_long_enough(visit: Visit, group: Group) -> bool:
    """Whether its words tell enough for nobody else to be answered with it."""
    return len(visit.service.questions.tokens(group.text)) >= FEWEST_WORDS


async def attach(visit: Visit, group: Group, answer_id: str) -> None:
    """Keep the question as a way to ask for an answer; it leaves the list with everything that asks the same.

    NotFound for an answer there is not, or for a question of too few words.
    """
    visit.require(Permission.CHANGE_FACTS)
    if answer_id not in visit.service.questions.answers.ids or not is_long_enough(visit, group):
        raise NotFound(answer_id)
    await keep_saying(visit.tx, group.text, answer_id, visit.contact.id, visit.now)
    await settle(visit.tx, group)
    visit.service.sayings.look_again()


async def get_saying(visit: Visit, id_: str) -> KeptSaying:
    """One that was added, by its id; NotFound when it was dropped."""
    found = next((one for one in await list_sayings(visit.tx) if one.id.hex == id_), None)
    if found is None:
        raise NotFound("this saying was dropped")
    return found


async def detach(visit: Visit, id_: UUID) -> bool:
    """Answer it no longer so; False when somebody has dropped it already."""
    visit.require(Permission.CHANGE_FACTS)
    visit.service.sayings.look_again()
    return await drop_saying(visit.tx, id_)


def suggest(visit: Visit, group: Group, query: str, at_most: int) -> list[str]:
    """Answers that may fit: the nearest ones, or those that have a word in question, ways to ask or text."""
    questions = visit.service.questions
    if not query:
        return list(questions.ask(group.text).ids)
    ranked = ((_rank(visit, id, query.casefold()), id) for id in questions.answers.ids)
    found = sorted((rank, id) for rank, id in ranked if rank is not None)
    return [id for _, id in found][:at_most]


def _rank(visit: Visit, id: str, wanted: str) -> int | None:
    """Where the word stands: in the question, in another way to ask, in the text; None for nowhere."""
    answer = visit.service.answer(id, visit.language).answer
    places = (answer.question, " | ".join(answer.variants), answer.text)
    return next((rank for rank, place in enumerate(places) if wanted in place.casefold()), None)
