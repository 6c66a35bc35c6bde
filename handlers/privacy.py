"""/privasi, /data_saya, /hapus_data, /berhenti: what a person may do about their own data."""

from bot.erasures import erase_person
from bot.invitations import FIELD_ROLES
from bot.optouts import stop_messages
from bot.privacy import describe_data, request_data_file
from bot.screens import Screen
from bot.visits import Visit
from handlers.routes import Routes
from handlers.ways_back import BACK, go_back, here
from handlers.ways_on import way_on
from storage.models.staff import Role
from storage.types import JsonObject

PRIVACY = "privacy"
DATA = "data"
ERASE = "erase"
STOPPED = "stopped"
CONSENTS = "consent-reminders"


async def show_privacy(visit: Visit, _argument: str) -> None:
    await visit.go(PRIVACY)


async def privacy_screen(visit: Visit, _params: JsonObject) -> Screen:
    """Who keeps what, for how long, and what one may do about it."""
    words, branch = visit.words, visit.service.branch
    text = words.render(
        "privacy",
        controller=branch.controller.name or branch.name,
        contact=branch.controller.contact or visit.service.call_centre,
        months=branch.retention.lead_months,
    )
    rows = (
        (words.button("privacy-see", "privacy", "data"),),
        (words.button("privacy-erase", "privacy", "erase"),),
        words.ways_out(),
    )
    return Screen(PRIVACY, text, rows)


async def show_data(visit: Visit, _argument: str) -> None:
    await visit.go(DATA)


async def data_screen(visit: Visit, _params: JsonObject) -> Screen:
    """All we hold, in plain words."""
    words = visit.words
    rows = (
        (words.button("privacy-file-button", "privacy", "file"),),
        (words.button("privacy-erase", "privacy", "erase"),),
        words.ways_out(),
    )
    return Screen(DATA, await describe_data(visit), rows)


async def send_file(visit: Visit, _id: str) -> None:
    """The same as a file, which comes as a message of its own."""
    await request_data_file(visit)
    visit.toast = visit.words.label("privacy-file-coming")


async def ask_erase(visit: Visit, _argument: str) -> None:
    await visit.go(ERASE, **{BACK: here(visit)})


async def keep(visit: Visit, _id: str) -> None:
    """Nothing is erased: they go on where they were."""
    await go_back(visit)


async def erase_screen(visit: Visit, _params: JsonObject) -> Screen:
    """Erasing cannot be undone, so it is asked once more."""
    words = visit.words
    rows = (
        (words.button("privacy-erase-yes", "privacy", "erased"),),
        (words.button("privacy-erase-no", "privacy", "keep"),),
        words.ways_out(),
    )
    duty = words.render("privacy-erase-ask-field") if visit.role in FIELD_ROLES else ""
    return Screen(ERASE, words.joined(words.render("privacy-erase-ask"), duty), rows)


async def erase(visit: Visit, _id: str) -> None:
    """Erase, and say so; the person can come back with /start."""
    words = visit.words
    await erase_person(visit)
    visit.say(Screen("erased", words.joined(words.render("privacy-erased"), _duty_text(visit))))


def _duty_text(visit: Visit) -> str:
    """What became of somebody's work: in the field it has ended, in the office an admin ends it."""
    if visit.role is Role.WORKER:
        return ""
    return visit.words.render("privacy-erased-field" if visit.role in FIELD_ROLES else "privacy-erased-role")


async def stop(visit: Visit, _argument: str) -> None:
    """Nothing more that goes out by consent; the screen says what still does."""
    await stop_messages(visit)
    await visit.go(STOPPED)


async def stopped_screen(visit: Visit, _params: JsonObject) -> Screen:
    words = visit.words
    rows = (
        *await way_on(visit),
        (words.button("privacy-resume", "privacy", "resume"),),
        words.ways_out(),
    )
    duty = "" if visit.role is Role.WORKER else words.render("privacy-stopped-duty")
    return Screen(STOPPED, words.joined(words.render("privacy-stopped"), duty), rows)


async def resume(visit: Visit, _id: str) -> None:
    """Messages may come again: which, is asked anew, each by itself."""
    await visit.go(CONSENTS)


def register(routes: Routes) -> None:
    routes.command("privasi", show_privacy)
    routes.command("data_saya", show_data)
    routes.command("hapus_data", ask_erase, everywhere=True)
    routes.command("berhenti", stop, everywhere=True)
    routes.screen(PRIVACY, privacy_screen, tells=True)
    routes.screen(DATA, data_screen, tells=True)
    routes.screen(ERASE, erase_screen)
    routes.screen(STOPPED, stopped_screen, tells=True)
    routes.action("privacy", "data", show_data)
    routes.action("privacy", "file", send_file)
    routes.action("privacy", "erase", ask_erase)
    routes.action("privacy", "erased", erase)
    routes.action("privacy", "keep", keep)
    routes.action("privacy", "resume", resume)
