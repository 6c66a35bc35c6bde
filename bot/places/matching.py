"""How near a typed text is to the names of areas: the whole text against every way to write an address."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.places.areas import Area, District, Regency, Village
from bot.places.folding import compact
from bot.places.gazetteer import Gazetteer

UNCOUNTED = 99  # edits of a match that is not by the whole name
CUTOFF = 0.6  # similarity below which a name is not offered
PREFIX_SCORE, INSIDE_SCORE, PART_SCORE = 0.78, 0.7, 0.9


@dataclass(frozen=True, slots=True)
class Match:
    """An area, its likeness (1 is the very name) and how many edits away it is."""

    area: Area
    score: float
    edits: int = UNCOUNTED


class NameTable:
    """Every area under each way people write its address, without spaces ("cikandeserang")."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._names: dict[str, list[str]] = defaultdict(list)
        self._areas: dict[str, list[Area]] = defaultdict(list)
        self._exact: dict[str, list[Area]] = defaultdict(list)
        self._short: list[tuple[str, Area]] = []
        for area, parts in _parts(gazetteer):
            self._add(area, parts)

    def _add(self, area: Area, parts: dict[str, str]) -> None:
        for shape in _shapes_of(area):
            name = "".join(parts[letter] for letter in shape)
            self._names[shape].append(name)
            self._areas[shape].append(area)
            self._exact[name].append(area)
        self._short.append((parts[_shapes_of(area)[0]], area))

    def nearest(self, typed: str, shapes: Iterable[str]) -> list[Match]:
        """Areas whose address, written in one of these shapes, is like `typed`."""
        return [match for shape in shapes for match in self._nearest(typed, shape)]

    def _nearest(self, typed: str, shape: str) -> list[Match]:
        found = process.extract(
            typed, self._names[shape], scorer=OSA.normalized_similarity, score_cutoff=CUTOFF, limit=None
        )
        return [Match(self._areas[shape][i], score, OSA.distance(typed, name)) for name, score, i in found]

    def beginning_with(self, typed: str) -> list[Match]:
        """Areas whose name goes on after `typed`: "waringin" may be Waringinkurung."""
        if len(typed) < 3:
            return []
        return [
            Match(area, PREFIX_SCORE + 0.2 * len(typed) / len(name))
            for name, area in self._short
            if len(name) > len(typed) and name.startswith(typed)
        ]

    def containing(self, typed: str) -> list[Match]:
        """Areas with `typed` inside their name: "merak" is in Pulomerak."""
        if len(typed) < 5:
            return []
        return [Match(area, INSIDE_SCORE) for name, area in self._short if typed in name[1:]]

    def inside(self, words: list[str]) -> tuple[int, list[Match]]:
        """Areas named exactly by a run of the words, longest and last first, and where the run begins.

        "pasar ciruas" has Ciruas at 1.
        """
        for length in range(min(len(words), 5), 0, -1):
            for start in range(len(words) - length, -1, -1):
                areas = self._exact.get("".join(words[start : start + length]))
                if areas:
                    return start, [Match(area, PART_SCORE) for area in areas]
        return 0, []


def _parts(gazetteer: Gazetteer) -> Iterable[tuple[Area, dict[str, str]]]:
    regions = {code: compact(regency.short_name) for code, regency in gazetteer.regencies.items()}
    districts = {code: compact(district.name) for code, district in gazetteer.districts.items()}
    for code, regency in gazetteer.regencies.items():
        yield regency, {"R": regions[code]}
    for code, district in gazetteer.districts.items():
        yield district, {"D": districts[code], "R": regions[district.regency_code]}
    for village in gazetteer.villages.values():
        names = {"V": compact(village.name), "D": districts[village.district_code]}
        yield village, names | {"R": regions[village.regency_code]}


def _shapes_of(area: Area) -> tuple[str, ...]:
    if isinstance(area, Village):
        return ("V", "VD", "VR", "VDR", "DV", "RV", "RDV")
    return ("D", "DR", "RD") if isinstance(area, District) else ("R",)


def within(matches: Iterable[Match], regencies: Collection[Regency]) -> list[Match]:
    """Only the matches that lie in these regencies."""
    codes = {regency.code for regency in regencies}
    return [match for match in matches if match.area.code[:5] in codes]


def ranked(matches: Iterable[Match], typed: str) -> list[Match]:
    """Each area once, best first.

    At equal likeness first the one spelt as typed ("mekar jaya"), then the larger area, then by code.
    """
    best: dict[str, Match] = {}
    for match in matches:
        known = best.get(match.area.code)
        if known is None or match.score > known.score:
            best[match.area.code] = match
    return sorted(best.values(), key=lambda match: _rank(match, typed))


def _rank(match: Match, typed: str) -> tuple[float, bool, int, str]:
    spelt_otherwise = match.area.name.casefold() != typed
    return -match.score, spelt_otherwise, len(match.area.code), match.area.code
