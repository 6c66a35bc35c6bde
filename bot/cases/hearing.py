"""What the person says outside of a screen for it, and what they are told of it: no more than is so."""

from bot.cases.promises import tell_when
from bot.cases.relay import go_on_with, pass_on
from bot.screens import Screen
from bot.texts import Markup
from bot.visits import Visit
from storage.case_words import NewWords
from storage.models.cases import Case

PASSED_ON = "passed-on"


async def hear(visit: Visit, new: NewWords) -> bool:
    """Words while a case is open are for whoever takes it up; False where none is open."""
    case = await pass_on(visit, new)
    if case is None:
        return False
    visit.say(Screen(PASSED_ON, await tell_passed_on(visit, case)))
    return True


async def hear_after_closing(visit: Visit, new: NewWords) -> bool:
    """Shortly after a case was closed they open it again; False where none was."""
    case = await go_on_with(visit, new)
    if case is None:
        return False
    visit.say(Screen(PASSED_ON, await tell_reopened(visit, case)))
    return True


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
