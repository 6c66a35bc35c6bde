"""When a recipient may be written to: the branch's hours for campaigns, in the recipient's own zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.campaigns.timetable import Window, next_opening
from bot.service import Service
from storage.audiences import Zones
from storage.models.messages import Zone

ZONES = {
    Zone.WIB: ZoneInfo("Asia/Jakarta"),
    Zone.WITA: ZoneInfo("Asia/Makassar"),
    Zone.WIT: ZoneInfo("Asia/Jayapura"),
}
WITA_PROVINCES = ("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76")
WIT_PROVINCES = ("81", "82", "91", "92", "93", "94", "95", "96", "97")
"""Provinces by their Kemendagri codes; the zones are those of Keppres 41/1987, every other one is in WIB."""


def zone_of(area_code: str) -> Zone:
    """The zone of an area by its province."""
    province = area_code[:2]
    if province in WITA_PROVINCES:
        return Zone.WITA
    return Zone.WIT if province in WIT_PROVINCES else Zone.WIB


def branch_zones(service: Service) -> Zones:
    """How the zones of this branch's people are told apart: not at all where it has only one."""
    by_province = {code[:2]: zone_of(code) for code in service.branch.areas}
    zones = set(by_province.values())
    if len(zones) == 1:
        return Zones(otherwise=zones.pop())
    return Zones(by_province, otherwise=zone_of(service.branch.areas[0]))


def branch_window(service: Service) -> Window:
    """The hours in the branch's own zone."""
    rules = service.branch.campaigns
    return Window(rules.sends_from, rules.sends_until, service.zone)


def opening_after(service: Service, moment: datetime) -> datetime:
    """When the first message of a campaign goes out that starts at a moment: not outside these hours."""
    return next_opening(moment, branch_window(service))


def open_zones(service: Service, now: datetime) -> tuple[Zone, ...]:
    """The zones in which it is neither too early nor too late at a moment."""
    rules = service.branch.campaigns
    return tuple(
        zone
        for zone, zone_info in ZONES.items()
        if rules.sends_from <= now.astimezone(zone_info).time() < rules.sends_until
    )
