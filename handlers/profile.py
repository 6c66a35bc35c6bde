"""/profil: somebody in the field sees and sets their hours, days, digest and leave."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial

from bot.access import Permission
from bot.digests import plan_digest
from bot.errors import NotFound, Stale
from bot.newcomers import needs_phone
from bot.postings import posting_text
from bot.programme.formats import long_date
from bot.quotes import lang_of
from bot.said_times import is_about_time, read_date, read_hour, read_hours
from bot.screens import Action, Button, Rows, Screen
from bot.team import go_on_leave
from bot.visits import Visit
from bot.wording import Wording
from bot.working_hours import is_on_leave
from handlers.routes import Routes
from storage.types import JsonObject
from storage.volunteers import Territory, VolunteerCard, change_volunteer, find_volunteer_of, list_postings

PROFILE, LEAVE = "profile", "leave"
PHONE = "newcomer-phone"
HOURS = {"day": ("08:00", "17:00"), "long": ("08:00", "20:00"), "evening": ("16:00", "21:00")}
DIGESTS = ("07:00", "12:30", "18:30", "20:00")
DAYS = {"all": "0123456", "weekdays": "01234", "weekend": "56"}
LEAVES = {"week": 7, "month": 30}
COVERS = ("yes", "no", "unknown")


async def show(visit: Visit, _argument: str) -> None:
    await visit.go(PROFILE)


async def _own(visit: Visit) -> VolunteerCard:
    card = await find_volunteer_of(visit.tx, visit.contact.id)
    if card is None:
        raise NotFound("not in the field")
    return card


async def profile_screen(visit: Visit, params: JsonObject) -> Screen:
    """The profile; whoever has just joined is asked about their own cover first."""
    card, words = await _own(visit), visit.words
    welcome = words.render("profile-welcome", name=card.name) if params.get("welcome") else ""
    if _asks_cover(card, params):
        rows = tuple((button,) for button in _choices(words, "cover", COVERS))
        later = words.button("profile-later", "profile", "later")
        return Screen(PROFILE, words.joined(welcome, words.render("profile-ask-cover")), (*rows, (later,)))
    text = words.joined(
        welcome, _leave_text(visit, card, params), await _about(visit, card), words.render("profile-type-it")
    )
    return Screen(PROFILE, text, (*_setting_rows(visit, card), words.ways_out()))


def _asks_cover(card: VolunteerCard, params: JsonObject) -> bool:
    """Their own cover comes first, unless they would rather say later."""
    return card.volunteer.own_cover is None and not params.get("later")


def _leave_text(visit: Visit, card: VolunteerCard, params: JsonObject) -> str:
    """Until when, where a leave has just been taken."""
    until = card.volunteer.leave_until
    if not params.get("left") or until is None:
        return ""
    return visit.words.render("profile-leave-set", until=long_date(until, lang_of(visit.words)))


async def _about(visit: Visit, card: VolunteerCard) -> str:
    words, volunteer = visit.words, card.volunteer
    postings = await list_postings(visit.tx, volunteer.id)
    wheres = [
        await posting_text(visit.tx, visit.service, words, Territory(p.area_code, p.rw, p.rt), p.group_id)
        for p in postings
    ]
    leave = words.label("profile-present")
    if volunteer.leave_until is not None and is_on_leave(volunteer, visit.service.today()):
        leave = words.label("profile-away", until=long_date(volunteer.leave_until, lang_of(words)))
    return words.render(
        "profile-card",
        name=card.name,
        role=words.label(f"team-role.{volunteer.role.value}"),
        where="; ".join(wheres) or "-",
        hours=f"{volunteer.works_from}-{volunteer.works_until}".replace(":", "."),
        digest=volunteer.digest_at.replace(":", "."),
        leave=leave,
        open=str(volunteer.open_leads),
        capacity=str(volunteer.capacity),
    )


async def read_setting(visit: Visit, text: str) -> bool:
    """Hours, the digest's hour or a leave's last day, typed; what is not about time is no answer here."""
    if _asks_cover(await _own(visit), visit.place.params):
        return False
    hours, hour = read_hours(text), read_hour(text)
    if hours is not None:
        await _set(visit, works_from=f"{hours[0]:%H:%M}", works_until=f"{hours[1]:%H:%M}")
    elif hour is not None:
        await _set(visit, digest_at=f"{hour:%H:%M}")
    elif (until := read_date(text, visit.service.today())) is not None:
        await _leave_until(visit, until)
    elif not is_about_time(text):
        return False
    else:
        await visit.again(visit.words.render("profile-why-time"), failed=True)
    return True


async def ask_leave(visit: Visit, argument: str) -> None:
    """/cuti, perhaps with the last day right behind it: "/cuti sampai 12/12"."""
    until = read_date(argument, visit.service.today())
    if until is None:
        await visit.go(LEAVE, unread=bool(argument))
    else:
        await _leave_until(visit, until)


async def show_leave(visit: Visit, _id: str) -> None:
    await visit.go(LEAVE)


async def leave_screen(visit: Visit, params: JsonObject) -> Screen:
    """Until when: a tap, or a day that is typed."""
    visit.require(Permission.FOLLOW_UP)
    card, words = await _own(visit), visit.words
    rows: Rows = (_choices(words, "leave", LEAVES),)
    if is_on_leave(card.volunteer, visit.service.today()):
        rows += ((words.button("profile-back", "profile", "back"),),)
    why = words.render("profile-why-day") if params.get("unread") else ""
    text = words.joined(why, words.render("profile-ask-leave", name=card.name))
    return Screen(LEAVE, text, (*rows, words.ways_out()))


async def read_leave(visit: Visit, text: str) -> bool:
    """The last day of the leave; nonsense is told kindly, a question is answered elsewhere."""
    until = read_date(text, visit.service.today())
    if until is not None:
        await _leave_until(visit, until)
    elif not is_about_time(text):
        return False
    else:
        await visit.again(visit.words.render("profile-why-day"), failed=True)
    return True


def _setting_rows(visit: Visit, card: VolunteerCard) -> Rows:
    words = visit.words
    digests = tuple(
        Button(f"⏰ {at.replace(':', '.')}", Action("profile", "digest", at.replace(":", "")))
        for at in DIGESTS
    )
    leave = _choices(words, "leave", LEAVES)
    if is_on_leave(card.volunteer, visit.service.today()):
        leave = (words.button("profile-back", "profile", "back"),)
    return (_choices(words, "hours", HOURS), _choices(words, "days", DAYS), digests, leave)


def _choices(words: Wording, setting: str, keys: Iterable[str]) -> tuple[Button, ...]:
    """What a setting may be set to, a tap each."""
    return tuple(
        Button(words.label(f"profile-{setting}.{key}"), Action("profile", f"{setting}-{key}")) for key in keys
    )


async def _set(visit: Visit, **values: object) -> None:
    if await _save(visit, **values):
        await visit.go(PROFILE, later=True)


async def _save(visit: Visit, **values: object) -> bool:
    """Whether it was saved: what somebody else changed meanwhile is shown as it is now."""
    card = await _own(visit)
    if not await change_volunteer(visit.tx, card.volunteer, **values):
        await _stale(visit)
        return False
    await plan_digest(visit.tx, visit.service, (await _own(visit)).volunteer, visit.now)
    visit.toast = visit.words.label("profile-saved")
    return True


async def _stale(visit: Visit) -> None:
    visit.toast = visit.words.label("followups-stale")
    await visit.go(PROFILE, later=True)


async def set_cover(visit: Visit, _id: str, key: str) -> None:
    """What a volunteer says of their own cover; who has none may register like everybody."""
    has_joined = bool(visit.place.params.get("welcome"))
    if not await _save(visit, own_cover=key):
        return
    await _after_cover(visit, has_joined=has_joined)
    if key != "yes":
        register_too = visit.words.button("home-register", "registration", "start")
        rows = ((register_too,), visit.words.ways_out())
        offer = Screen("own-cover", visit.words.render("profile-uncovered"), rows)
        visit.replies.insert(0, offer.at_version(visit.place.version))  # above what is asked next


async def _after_cover(visit: Visit, *, has_joined: bool) -> None:
    """Whoever has just joined is asked for their number next; then they see what is set."""
    if has_joined and await needs_phone(visit):
        await visit.go(PHONE)
    else:
        await visit.go(PROFILE, later=True)


async def later(visit: Visit, _id: str) -> None:
    """Not now: the question comes back with the next /profil."""
    await _after_cover(visit, has_joined=bool(visit.place.params.get("welcome")))


async def set_hours(visit: Visit, _id: str, key: str) -> None:
    works_from, works_until = HOURS[key]
    await _set(visit, works_from=works_from, works_until=works_until)


async def set_days(visit: Visit, _id: str, key: str) -> None:
    await _set(visit, working_days=DAYS[key])


async def set_digest(visit: Visit, at: str) -> None:
    wanted = f"{at[:2]}:{at[2:]}"
    if wanted not in DIGESTS:
        raise NotFound(at)
    await _set(visit, digest_at=wanted)


async def set_leave(visit: Visit, _id: str, key: str) -> None:
    await _leave_until(visit, visit.service.today() + timedelta(days=LEAVES[key]))


async def _leave_until(visit: Visit, until: date) -> None:
    card = await _own(visit)
    try:
        await go_on_leave(visit.tx, visit.service, card.volunteer, until, visit.now)
    except Stale:
        await _stale(visit)
        return
    visit.toast = visit.words.label("profile-saved")
    await visit.go(PROFILE, later=True, left=True)


async def come_back(visit: Visit, _id: str) -> None:
    await _set(visit, leave_until=None)


def register(routes: Routes) -> None:
    routes.command("profil", show, Permission.FOLLOW_UP)
    routes.command("cuti", ask_leave, Permission.FOLLOW_UP)
    routes.screen(PROFILE, profile_screen, read_setting, digits=True, asks=False)
    routes.screen(LEAVE, leave_screen, read_leave, digits=True)
    routes.action("profile", "show", show, Permission.FOLLOW_UP, anywhere=True)
    routes.action("profile", "leave", show_leave, Permission.FOLLOW_UP, anywhere=True)
    routes.action("profile", "later", later, Permission.FOLLOW_UP)
    routes.action("profile", "digest", set_digest, Permission.FOLLOW_UP)
    routes.action("profile", "back", come_back, Permission.FOLLOW_UP)
    settings = (
        ("cover", COVERS, set_cover),
        ("hours", HOURS, set_hours),
        ("days", DAYS, set_days),
        ("leave", LEAVES, set_leave),
    )
    for setting, keys, handler in settings:
        for key in keys:
            routes.action("profile", f"{setting}-{key}", partial(handler, key=key), Permission.FOLLOW_UP)
