"""/tugas: what is to be done, the longest overdue first."""

from datetime import timedelta
from functools import partial

from bot.access import Permission
from bot.leads.tasks import Task, list_tasks
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.pages import FETCHED, PAGE, cut, page_number, page_of, page_rows
from handlers.routes import Routes
from storage.types import JsonObject

TASKS = "tasks"
SOON = timedelta(days=1)


async def list_(visit: Visit, argument: str) -> None:
    await visit.go(TASKS, page=page_number(argument))


async def tasks_screen(visit: Visit, params: JsonObject) -> Screen:
    """A page of what is to be done; officers see the branch's."""
    visit.require(Permission.FOLLOW_UP)
    words, page = visit.words, page_of(params)
    tasks = await list_tasks(visit, limit=FETCHED, offset=page * PAGE)
    rows = page_rows(words, "followups", page, tasks, partial(_button, visit))
    text = words.render("followups-list") if tasks else words.render("followups-none")
    return Screen(TASKS, text, (*rows, words.ways_out()), protected=True)


def _button(visit: Visit, task: Task) -> Button:
    words = visit.words
    mark = "🔴" if task.is_overdue else "🆕" if task.is_new else "🟢"
    duty = words.label(f"followups-duty.{task.follow_up.duty.value}")
    return Button(cut(f"{mark} {task.name} · {duty}"), Action("followups", "show", task.number))


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
    routes.command("tugas", list_, Permission.FOLLOW_UP)
    routes.command("kembalikan", list_, Permission.FOLLOW_UP)
    routes.screen(TASKS, tasks_screen)
    routes.action("followups", "page", list_, Permission.FOLLOW_UP)
    routes.action("followups", "first", first, Permission.FOLLOW_UP, anywhere=True)
    routes.action("followups", "tomorrow", tomorrow, Permission.FOLLOW_UP, anywhere=True)
    routes.action("followups", "list", list_, Permission.FOLLOW_UP, anywhere=True)
