"""/tugas: what is to be done, the worst first: overdue, today, new, later; all or only some."""

from functools import partial

from bot.access import Permission
from bot.answers import match_option
from bot.errors import NotFound
from bot.leads.tasks import ALL, FILTERS, OF_BRANCH, Task, list_tasks, owner_of
from bot.screens import Action, Button, Rows, Screen, in_rows
from bot.visits import Visit
from bot.wording import Wording
from handlers.pages import FETCHED, PAGE, cut, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.tasks import Band
from storage.types import JsonObject

TASKS = "tasks"
SHOW, RETURN = "show", "cannot"  # what a task's button does
NARROWED_FROM = 4  # tasks from which there is something to choose among
MARKS = {Band.OVERDUE: "🔴", Band.TODAY: "🟡", Band.NEW: "🆕", Band.LATER: "🟢"}


async def open_list(visit: Visit, argument: str) -> None:
    """All of them, or what is asked for behind the command: "/tugas terlambat"."""
    if not argument:
        await visit.go(TASKS)
        return
    is_branch = await owner_of(visit) is None
    options = [(only, _label(visit.words, only), ()) for only in _offered(is_branch=is_branch)]
    only = None if argument.isdigit() else match_option(argument, options)
    await visit.go(TASKS, only=only or ALL, unread=only is None)


def _offered(*, is_branch: bool) -> list[str]:
    return [only for only in FILTERS if is_branch or only not in OF_BRANCH]


def _label(words: Wording, only: str) -> str:
    return words.label(f"followups-filter.{only}")


async def list_(visit: Visit, argument: str) -> None:
    """All of them."""
    await visit.go(TASKS, page=page_number(argument))


async def hand_back(visit: Visit, _argument: str) -> None:
    """Which one to hand back, by a tap; what is the branch's has nobody to go back to."""
    await visit.go(TASKS, returns=await owner_of(visit) is not None)


async def turn_page(visit: Visit, argument: str) -> None:
    """Another page of what is shown."""
    shown = visit.place.params
    await visit.go(TASKS, only=_only(shown), returns=_returns(shown), page=page_number(argument))


async def narrow_down(visit: Visit, only: str) -> None:
    """Only some of them."""
    if only not in FILTERS:
        raise NotFound(only)
    await visit.go(TASKS, only=only)


def _returns(params: JsonObject) -> bool:
    return bool(params.get("returns"))


def _only(params: JsonObject) -> str:
    only = str(params.get("only", ALL))
    return only if only in FILTERS else ALL


async def tasks_screen(visit: Visit, params: JsonObject) -> Screen:
    """A page of what is to be done; officers see the branch's."""
    visit.require(Permission.FOLLOW_UP)
    words, page, only, returns = visit.words, page_of(params), _only(params), _returns(params)
    tasks = await list_tasks(visit, only, limit=FETCHED, offset=page * PAGE)
    button = partial(_button, words, verb=RETURN if returns else SHOW)
    rows = page_rows(words, "followups", page, tasks, button)
    is_unread = bool(params.get("unread"))
    if not returns and (page or only != ALL or is_unread or len(tasks) >= NARROWED_FROM):
        rows += _filter_rows(words, only, is_branch=await owner_of(visit) is None)
    text = words.render(_head(returns=returns) if tasks else _none(only))
    shown = words.render("followups-only", what=_label(words, only)) if only != ALL else ""
    why = words.render("followups-why-filter") if is_unread else ""
    return Screen(TASKS, words.joined(why, text, shown), (*rows, words.ways_out()), protected=True)


def _head(*, returns: bool) -> str:
    return "followups-which-back" if returns else "followups-list"


def _none(only: str) -> str:
    return "followups-none" if only == ALL else "followups-none-such"


def _filter_rows(words: Wording, shown: str, *, is_branch: bool) -> Rows:
    """What the list may be narrowed down to instead, three a row."""
    buttons = [
        Button(_label(words, only), Action("followups", "only", only))
        for only in _offered(is_branch=is_branch)
        if only != shown
    ]
    return in_rows(buttons, 3)


def _button(words: Wording, task: Task, *, verb: str) -> Button:
    duty = words.label(f"followups-duty.{task.follow_up.duty.value}")
    id_ = task.seen if verb == RETURN else task.number
    return Button(cut(f"{MARKS[task.band]} {task.name} · {duty}"), Action("followups", verb, id_))


async def first(visit: Visit, _id: str) -> None:
    """Begin with one: the most pressing."""
    tasks = await list_tasks(visit, limit=1)
    if tasks:
        await visit.go("task", number=tasks[0].number)
    else:
        await visit.go(TASKS)


async def tomorrow(visit: Visit, _id: str) -> None:
    """Not today: nothing changes, and nobody nags."""
    visit.toast = visit.words.label("digests-rest")
    visit.say(Screen("rest", visit.words.render("digests-rest")))


def register(routes: Routes) -> None:
    routes.command("tugas", open_list, Permission.FOLLOW_UP)
    routes.command("kembalikan", hand_back, Permission.FOLLOW_UP)
    routes.screen(TASKS, tasks_screen)
    routes.action("followups", "page", turn_page, Permission.FOLLOW_UP)
    routes.action("followups", "only", narrow_down, Permission.FOLLOW_UP)
    routes.action("followups", "first", first, Permission.FOLLOW_UP, anywhere=True)
    routes.action("followups", "tomorrow", tomorrow, Permission.FOLLOW_UP, anywhere=True)
    routes.action("followups", "list", list_, Permission.FOLLOW_UP, anywhere=True)
