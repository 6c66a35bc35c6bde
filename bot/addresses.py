"""How a place is written for a person to read."""

from bot.places import PlaceIndex
from bot.wording import Wording
from storage.volunteers import Territory


def village_name(words: Wording, places: PlaceIndex, code: str) -> str:
    """A village with its district and regency; the code itself when the branch does not know it."""
    village = places.find_village(code)
    if village is None:
        return code
    kind = words.label(f"places-{village.kind}")
    return words.label(
        "places-village", kind=kind, name=village.name, district=village.district, regency=village.regency
    )


def near_text(rt: str | None, rw: str | None, hamlet: str | None) -> str:
    """The neighbourhood inside a village: "RT 003 RW 011 Kampung Baru"; empty when nothing is known."""
    parts = (f"RT {rt}" if rt else "", f"RW {rw}" if rw else "", hamlet or "")
    return " ".join(part for part in parts if part)


def area_name(words: Wording, places: PlaceIndex, code: str) -> str:
    """An area at any level; the whole branch for an empty code."""
    if not code:
        return words.label("places-branch")
    area = places.find_district(code) or places.find_regency(code)
    return area.name if area else village_name(words, places, code)


def choice_name(words: Wording, places: PlaceIndex, code: str) -> str:
    """An area that typed text may have meant, with what comes after choosing it: its kecamatan, its desa."""
    if (district := places.find_district(code)) is not None:
        return words.label("places-district", name=district.name, regency=district.regency)
    if (regency := places.find_regency(code)) is not None:
        return words.label("places-regency", name=regency.name)
    return village_name(words, places, code)


def territory_text(words: Wording, places: PlaceIndex, territory: Territory) -> str:
    """A territory from the RT up: "RT 003 RW 005, Desa Pontang ..."."""
    near = near_text(territory.rt or None, territory.rw or None, None)
    area = area_name(words, places, territory.area_code)
    return f"{near}, {area}" if near else area
