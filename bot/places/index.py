"""The branch's areas: lists to choose from, and a search for what people type."""

from collections.abc import Sequence
from dataclasses import replace

from bot.errors import NotFound
from bot.places.addresses import Address, loose_words, read_address, settle_regency
from bot.places.areas import (
    Area,
    District,
    Neighbourhood,
    Nothing,
    PlaceReading,
    Regency,
    Several,
    Sure,
    Village,
)
from bot.places.gazetteer import read_gazetteer
from bot.places.matching import PREFIX_SCORE, UNCOUNTED, Match, NameTable, ranked, within
from bot.places.neighbourhoods import hamlet_name

GOOD = 0.8  # with nothing this near, every way to read the text is tried
WIDTH = 0.22  # how much less like it than the best may still be offered


class PlaceIndex:
    """The areas of some regencies, in memory; built once (about 0.2 s)."""

    def __init__(self, regency_codes: Sequence[str]) -> None:
        self._gazetteer = read_gazetteer(regency_codes)
        self._table = NameTable(self._gazetteer)

    def regencies(self) -> list[Regency]:
        """The regencies in the order they were given."""
        return list(self._gazetteer.regencies.values())

    def districts(self, regency_code: str) -> list[District]:
        """The kecamatan of a regency by name; empty for a code that is not the branch's."""
        found = (d for d in self._gazetteer.districts.values() if d.regency_code == regency_code)
        return sorted(found, key=lambda district: district.name)

    def villages(self, district_code: str) -> list[Village]:
        """The villages of a kecamatan by name; empty for a code that is not the branch's."""
        found = (v for v in self._gazetteer.villages.values() if v.district_code == district_code)
        return sorted(found, key=lambda village: village.name)

    def find_village(self, code: str) -> Village | None:
        return self._gazetteer.villages.get(code)

    def find_district(self, code: str) -> District | None:
        return self._gazetteer.districts.get(code)

    def find_regency(self, code: str) -> Regency | None:
        return self._gazetteer.regencies.get(code)

    def village(self, code: str) -> Village:
        """The village of this code; NotFound when it is not the branch's."""
        village = self.find_village(code)
        if village is None:
            raise NotFound(f"no village {code!r}")
        return village

    def search(self, text: str, limit: int = 8) -> PlaceReading:
        """The places that typed text may mean, and the RT, RW and kampung in it."""
        address = read_address(text, self.regencies())
        regencies = settle_regency(address, self.regencies())
        here = replace(address.neighbourhood, hamlet=hamlet_name(address.hamlet))
        if not address.words:
            return self._without_name(address, here, regencies, limit)
        found = within(self._matches(address), regencies)
        return _decide(ranked(found, " ".join(address.words)), here, limit, address)

    def _matches(self, address: Address) -> list[Match]:
        typed = "".join(address.words)
        found = self._table.nearest(typed, address.shapes)
        if all(match.score < GOOD for match in found):
            found += self._table.nearest(typed, ("V", "D", "VD", "VR", "DR"))
            found += self._table.inside(address.words)[1]
        partly = self._table.beginning_with(typed) + self._table.containing(typed)
        found += [match for match in partly if address.may_be(match.area)]
        return found + self._called_kampung(address)

    def _called_kampung(self, address: Address) -> list[Match]:
        """The desa Kampung Baru, where the address seems to name only a kampung and a kecamatan."""
        if not address.hamlet or address.village or address.plain:
            return []
        typed = "".join(["kampung", *address.hamlet[1:], *address.district])
        near = self._table.nearest(typed, ("VD", "VR"))
        return [replace(match, edits=UNCOUNTED) for match in near if match.edits < 3]

    def _without_name(
        self, address: Address, here: Neighbourhood, regencies: Sequence[Regency], limit: int
    ) -> PlaceReading:
        """Only a regency was named, or only a kampung or street (whose name may be a village's)."""
        words = loose_words(address)
        if not words and address.regency and regencies:
            return Several(tuple(regencies), here)
        found, here = self._loose(address, words, here)
        return _several(ranked(within(found, regencies), " ".join(words)), here, limit)

    def _loose(
        self, address: Address, words: list[str], here: Neighbourhood
    ) -> tuple[list[Match], Neighbourhood]:
        whole = "".join(words)
        called = self._table.nearest("kampung" + whole, ("V", "VD", "VR")) if address.hamlet else []
        start, inside = self._table.inside(words)
        if any(match.edits == 0 for match in called):  # the desa is called Kampung Baru
            here = replace(here, hamlet=None)
        elif address.hamlet and start:  # "kp cidadap cikande"
            here = replace(here, hamlet=hamlet_name(address.hamlet[: start + 1]))
        return called + inside + self._table.nearest(whole, ("V", "D", "VD")), here


def _decide(matches: list[Match], here: Neighbourhood, limit: int, address: Address) -> PlaceReading:
    if not matches:
        return Nothing(here)
    best, asked = matches[0].area, bool(address.village)
    if isinstance(best, Village) and not address.is_province and _is_clear(matches, asked_village=asked):
        return Sure(best, here)
    return _several(matches, here, limit)


def _is_clear(matches: list[Match], *, asked_village: bool) -> bool:
    """Whether the best is the only one that can be meant; the bounds were measured (tests)."""
    best, others = matches[0], matches[1:]
    if best.edits == 0:
        return not any(_rivals(other, asked_village=asked_village) for other in others)
    length = len(best.area.name)
    near = min((other.edits for other in others), default=UNCOUNTED)
    return (best.edits == 1 and length >= 6 and near >= 3) or (best.edits == 2 and length >= 10 and near >= 5)


def _rivals(other: Match, *, asked_village: bool) -> bool:
    """The same name; and, unless a village was asked for, a kecamatan spelt nearly so or going on."""
    near = other.edits in {1, UNCOUNTED} and isinstance(other.area, District)
    return other.edits == 0 or (near and not asked_village)


def _several(matches: list[Match], here: Neighbourhood, limit: int) -> PlaceReading:
    if not matches:
        return Nothing(here)
    shown = _worth_showing(matches)
    kept: tuple[Area, ...] = tuple(match.area for match in shown[:limit])
    return Several(kept, here)


def _worth_showing(matches: list[Match]) -> list[Match]:
    """Those near the best; beside an exact name only exact ones and names that go on."""
    top = matches[0].score
    if top == 1:
        return [match for match in matches if match.score >= PREFIX_SCORE and _is_alike(match)]
    return [match for match in matches if match.score >= top - WIDTH]


def _is_alike(match: Match) -> bool:
    return match.edits in {0, UNCOUNTED} or (match.edits == 1 and isinstance(match.area, District))
