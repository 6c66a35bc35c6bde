"""What the person says outside of a screen for it, and what they are told of it: no more than is so."""

from bot.answers import is_thanks
from bot.cases.promises import tell_when
from bot.cases.relay import go_on_with, had_case_lately, pass_on
from bot.screens import Screen
from bot.texts import Markup
from bot.visits import Visit
from handlers.ways_on import way_on
from storage.case_words import NewWords
from storage.models.cases import Case

PASSED_ON = "passed-on"
TALKING = frozenset(
    {"held-words", "help", "misfortune", "first-steps", "case-write", "case-rating", "crisis"}
)
"""Screens on which whatever is typed is for staff already."""


async def passed_on(visit: Visit, told: Markup) -> Screen:
    """What became of words, with the ways on: below it there may be no other button in sight."""
    rows = (*await way_on(visit), visit.words.ways_out())
    return Screen(PASSED_ON, told, rows).at_version(visit.place.version)


async def hear(visit: Visit, new: NewWords) -> bool:
    """Words while a case is open are for whoever takes it up; False where none is open."""
    case = await pass_on(visit, new)
    if case is None:
        return False
    visit.say(await passed_on(visit, await tell_passed_on(visit, case)))
    return True


async def hear_after_closing(visit: Visit, new: NewWords) -> bool:
    """Shortly after a case was closed they open it again; False where none was."""
    told = await go_on(visit, new)
    if told is None:
        return False
    visit.say(await passed_on(visit, told))
    return True


async def go_on(visit: Visit, new: NewWords) -> Markup | None:
    """The same, as what the person is told; mere thanks open nothing again."""
    if is_thanks(new.text) and await had_case_lately(visit):
        return visit.words.render("replies-welcome")
    case = await go_on_with(visit, new)
    return None if case is None else await tell_reopened(visit, case)


async def tell_passed_on(visit: Visit, case: Case) -> Markup:
    """That they reached whoever has the case; where nobody has it, that they are kept, and when one reads."""
    words = visit.words
    if case.owner_id is not None:
        return words.render("replies-passed-on")
    return words.joined(words.render("replies-noted"), await tell_when(visit, case))


async def tell_reopened(visit: Visit, case: Case) -> Markup:
    """The same where they opened a closed case again."""
    reopened = visit.words.render("replies-reopened", number=case.number)
    return visit.words.joined(reopened, await tell_passed_on(visit, case))
