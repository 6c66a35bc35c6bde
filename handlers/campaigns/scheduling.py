"""When a campaign begins: a day and an hour by taps, or typed; in one of Indonesia's zones."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.access import Permission
from bot.campaigns.composing import get_campaign, seen_of
from bot.campaigns.running import FARTHEST, schedule_campaign
from bot.campaigns.windows import branch_window, opening_after
from bot.errors import NotFound, Stale
from bot.programme.formats import long_date
from bot.quotes import lang_of
from bot.said_times import read_day_and_hour
from bot.screens import Action, Button, Rows, Screen
from bot.visits import Visit
from handlers.campaigns.seen import CARD, as_seen, asking, reading
from handlers.routes import Routes
from storage.models.campaigns import Campaign
from storage.types import JsonObject

WHEN = "campaign-when"
DAYS_ON_OFFER = 6
HOURS = (8, 9, 10, 13, 16, 19)
ZONES = {"WIB": ZoneInfo("Asia/Jakarta"), "WITA": ZoneInfo("Asia/Makassar"), "WIT": ZoneInfo("Asia/Jayapura")}


async def ask(visit: Visit, campaign: Campaign) -> None:
    seen = f"{campaign.number}.{seen_of(campaign)}"
    await visit.go(WHEN, number=campaign.number, seen=seen, zone="WIB", day="")


async def when_screen(visit: Visit, params: JsonObject) -> Screen:
    """First the day, then the hour; the zone can be changed at either."""
    visit.require(Permission.RUN_CAMPAIGNS)
    words, day = visit.words, str(params.get("day") or "")
    await get_campaign(visit, str(params.get("number")))
    key = "campaigns-when-hour" if day else "campaigns-when-day"
    rows = _hours() if day else _days(visit, str(params.get("zone")))
    zones = tuple(_zone(zone, str(params.get("zone"))) for zone in ZONES)
    back = (Button(words.label("nav-back"), Action("campaigns", "show", str(params.get("number")))),)
    text = words.render(key, zone=str(params.get("zone")))
    return Screen(WHEN, text, (*rows, zones, back, words.ways_out()))


def _zone(zone: str, chosen: str) -> Button:
    return Button(f"✅ {zone}" if zone == chosen else zone, Action("campaigns", "zone", zone))


def _days(visit: Visit, zone: str) -> Rows:
    today = visit.now.astimezone(ZONES[zone]).date()
    days = [today + timedelta(days=ahead) for ahead in range(DAYS_ON_OFFER)]
    lang = lang_of(visit.words)
    return tuple((Button(long_date(day, lang), Action("campaigns", "day", day.isoformat())),) for day in days)


def _hours() -> Rows:
    buttons = [Button(f"{hour:02}.00", Action("campaigns", "hour", str(hour))) for hour in HOURS]
    return (tuple(buttons[:3]), tuple(buttons[3:]))


async def choose_zone(visit: Visit, zone: str) -> None:
    if zone not in ZONES:
        raise NotFound(zone)
    await visit.go(WHEN, **{**visit.place.params, "zone": zone})


async def choose_day(visit: Visit, day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError:
        raise NotFound(day) from None
    await visit.go(WHEN, **{**visit.place.params, "day": day})


async def choose_hour(visit: Visit, hour: str) -> None:
    params = visit.place.params
    if hour not in {str(one) for one in HOURS} or not params.get("day"):
        raise NotFound(hour)
    day = date.fromisoformat(str(params["day"]))
    await _schedule(visit, datetime.combine(day, time(int(hour)), ZONES[str(params.get("zone"))]))


async def read(visit: Visit, text: str) -> bool:
    """A day and hour as typed: "25/11 09.30", this year or the next."""
    visit.require(Permission.RUN_CAMPAIGNS)
    moment = read_moment(text, visit.now.astimezone(ZONES[str(visit.place.params.get("zone"))]))
    if moment is None:
        await visit.again(visit.words.render("campaigns-when-typed"), failed=True)
        return True
    await _schedule(visit, moment)
    return True


def read_moment(text: str, now: datetime) -> datetime | None:
    """A day and hour as people write them, "25/11 09.30", "besok jam 9 pagi", in the zone of `now`.

    None where one of them is missing. Without a year it is the coming one.
    """
    day, hour = read_day_and_hour(text, now.date())
    return None if day is None or hour is None else datetime.combine(day, hour, now.tzinfo)


async def _schedule(visit: Visit, moment: datetime) -> None:
    """Not in the past, not farther than a year."""
    if not visit.now < moment <= visit.now + FARTHEST:
        await visit.again(visit.words.render("campaigns-when-past"))
        return
    seen = str(visit.place.params.get("seen"))
    try:
        campaign = await as_seen(visit, seen)
        await schedule_campaign(visit.tx, visit.service, visit.contact.id, campaign, moment)
    except Stale:
        await visit.go_below(visit.words.render("campaigns-stale"), CARD, number=seen.partition(".")[0])
        return
    await _tell(visit, campaign.number, moment)


async def _tell(visit: Visit, campaign_number: str, moment: datetime) -> None:
    """When its first message really goes out, where that is not when it was asked for."""
    words, begins = visit.words, opening_after(visit.service, moment)
    if begins == moment:
        visit.toast = words.label("campaigns-scheduled")
        await visit.go(CARD, number=campaign_number)
        return
    window = branch_window(visit.service)
    note = words.render(
        "campaigns-begins-later",
        begins=f"{window.begins:%H.%M}",
        ends=f"{window.ends:%H.%M}",
        start=visit.service.moment(begins, words.language),
    )
    await visit.go_below(note, CARD, number=campaign_number)


def register(routes: Routes) -> None:
    routes.screen(WHEN, when_screen, reading(read))
    for verb, handler in (
        *(("schedule", asking(ask)), ("zone", choose_zone), ("day", choose_day), ("hour", choose_hour)),
    ):
        routes.action("campaigns", verb, handler, Permission.RUN_CAMPAIGNS)
