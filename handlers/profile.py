"""/profil: somebody in the field sees and sets their hours, days, digest and leave."""

from datetime import timedelta
from functools import partial

from bot.access import Permission
from bot.digests import plan_digest
from bot.errors import NotFound
from bot.postings import posting_text
from bot.programme.formats import long_date
from bot.screens import Action, Button, Rows, Screen
from bot.team import go_on_leave
from bot.visits import Visit
from handlers.routes import Routes
from storage.types import JsonObject
from storage.volunteers import Territory, VolunteerCard, change_volunteer, find_volunteer_of, list_postings

PROFILE = "profile"
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
    if card.volunteer.own_cover is None:
        rows: Rows = tuple(
            (Button(words.label(f"profile-cover.{cover}"), Action("profile", f"cover-{cover}")),)
            for cover in COVERS
        )
        return Screen(PROFILE, words.joined(welcome, words.render("profile-ask-cover")), rows)
    text = words.joined(welcome, await _about(visit, card))
    return Screen(PROFILE, text, (*_setting_rows(visit, card), words.ways_out()))


async def _about(visit: Visit, card: VolunteerCard) -> str:
    words, volunteer = visit.words, card.volunteer
    postings = await list_postings(visit.tx, volunteer.id)
    wheres = [
        await posting_text(visit.tx, visit.service, words, Territory(p.area_code, p.rw, p.rt), p.group_id)
        for p in postings
    ]
    leave = words.label("profile-present")
    if volunteer.leave_until is not None and volunteer.leave_until >= visit.service.today():
        until = long_date(volunteer.leave_until, "en" if visit.language == "en" else "id")
        leave = words.label("profile-away", until=until)
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


def _setting_rows(visit: Visit, card: VolunteerCard) -> Rows:
    words = visit.words
    hours = [Button(words.label(f"profile-hours.{key}"), Action("profile", f"hours-{key}")) for key in HOURS]
    digests = [
        Button(f"⏰ {at.replace(':', '.')}", Action("profile", "digest", at.replace(":", "")))
        for at in DIGESTS
    ]
    days = [Button(words.label(f"profile-days.{key}"), Action("profile", f"days-{key}")) for key in DAYS]
    is_away = card.volunteer.leave_until is not None and card.volunteer.leave_until >= visit.service.today()
    leave = (
        [words.button("profile-back", "profile", "back")]
        if is_away
        else [
            Button(words.label(f"profile-leave.{key}"), Action("profile", f"leave-{key}")) for key in LEAVES
        ]
    )
    return (tuple(hours), tuple(days), tuple(digests), tuple(leave))


async def _set(visit: Visit, **values: object) -> None:
    card = await _own(visit)
    await change_volunteer(visit.tx, card.volunteer, **values)
    await plan_digest(visit.tx, visit.service, (await _own(visit)).volunteer, visit.now)
    visit.toast = visit.words.label("profile-saved")
    await visit.go(PROFILE)


async def set_cover(visit: Visit, _id: str, cover: str) -> None:
    """What a volunteer says of their own cover; who has none may register like everybody."""
    await _set(visit, own_cover=cover)
    if cover != "yes":
        visit.say(
            Screen(
                "own-cover",
                visit.words.render("profile-uncovered"),
                ((visit.words.button("home-register", "registration", "start"),),),
            )
        )


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
    card, until = await _own(visit), visit.service.today() + timedelta(days=LEAVES[key])
    await go_on_leave(visit.tx, visit.service, card.volunteer, until, visit.now)
    visit.toast = visit.words.label("profile-saved")
    await visit.go(PROFILE)


async def come_back(visit: Visit, _id: str) -> None:
    await _set(visit, leave_until=None)


def register(routes: Routes) -> None:
    routes.command("profil", show, Permission.FOLLOW_UP)
    routes.command("cuti", show, Permission.FOLLOW_UP)
    routes.screen(PROFILE, profile_screen)
    routes.action("profile", "show", show, Permission.FOLLOW_UP, anywhere=True)
    routes.action("profile", "digest", set_digest, Permission.FOLLOW_UP)
    routes.action("profile", "back", come_back, Permission.FOLLOW_UP)
    for cover in COVERS:
        routes.action("profile", f"cover-{cover}", partial(set_cover, cover=cover), Permission.FOLLOW_UP)
    for key in HOURS:
        routes.action("profile", f"hours-{key}", partial(set_hours, key=key), Permission.FOLLOW_UP)
    for key in DAYS:
        routes.action("profile", f"days-{key}", partial(set_days, key=key), Permission.FOLLOW_UP)
    for key in LEAVES:
        routes.action("profile", f"leave-{key}", partial(set_leave, key=key), Permission.FOLLOW_UP)
