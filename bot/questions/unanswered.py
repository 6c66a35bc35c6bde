"""Questions nobody has written an answer to, as staff read them: the same question once, most asked first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.questions.matching import Questions
from storage.database import Transaction
from storage.questions import Unanswered, delete_questions, list_questions

NEWEST = 500  # questions looked through; older ones come up as these are settled


@dataclass(frozen=True, slots=True)
class Group:
    """One question in the words of who asked it last, and everybody else's ids of it."""

    key: str  # the newest one's id
    text: str
    ids: tuple[UUID, ...]
    asked_at: datetime
    refused_answer: str | None


async def list_groups(tx: Transaction, questions: Questions) -> list[Group]:
    """What was asked, most often first, then newest first."""
    alike: dict[tuple[str, ...], list[Unanswered]] = {}
    for asked in await list_questions(tx, limit=NEWEST):
        alike.setdefault(tuple(sorted(questions.tokens(asked.text))), []).append(asked)
    return sorted(map(_group, alike.values()), key=lambda group: -len(group.ids))


async def find_group(tx: Transaction, questions: Questions, key: str) -> Group | None:
    """The group whose newest question has this id."""
    return next((group for group in await list_groups(tx, questions) if group.key == key), None)


async def settle(tx: Transaction, group: Group) -> int:
    """Staff have seen to it: every question of the group is deleted; how many went."""
    return await delete_questions(tx, group.ids)


def _group(asked: list[Unanswered]) -> Group:
    newest = asked[0]
    return Group(
        key=newest.id.hex,
        text=newest.text,
        ids=tuple(one.id for one in asked),
        asked_at=newest.asked_at,
        refused_answer=newest.refused_answer,
    )
