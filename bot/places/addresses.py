"""A typed address taken apart: which words name the village, the district and the regency."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.places.areas import Area, District, Neighbourhood, Regency
from bot.places.folding import compact, fold
from bot.places.neighbourhoods import take_neighbourhood
from bot.places.words import CITY, FILLERS, LONG_MARKERS, MARKERS, PROVINCE, SHORT_FORMS

# The order in which an address may name its parts: V village, D district, R regency.
SHAPES = ("V", "D", "R", "VD", "VR", "VDR", "DV", "DR", "RV", "RD", "RDV")

_ENDS_AT_A_BREAK = ("hamlet", "street", "regency", "province")


@dataclass(slots=True)
class Address:
    """The parts of a typed address, as folded words."""

    neighbourhood: Neighbourhood
    plain: list[str] = field(default_factory=list)
    village: list[str] = field(default_factory=list)
    district: list[str] = field(default_factory=list)
    regency: list[str] = field(default_factory=list)
    hamlet: list[str] = field(default_factory=list)
    street: list[str] = field(default_factory=list)
    province: list[str] = field(default_factory=list)
    city: bool = False  # the regency was called a kota

    @property
    def words(self) -> list[str]:
        """The words that name a place, village first."""
        return self.village + self.plain + self.district

    @property
    def shapes(self) -> tuple[str, ...]:
        """The orders these parts can stand in."""
        if self.district and (self.village or self.plain):
            return ("VD", "VDR") if self.village else ("VD", "VDR", "RD")
        if self.district:
            return ("D", "DR", "DV")
        return tuple(s for s in SHAPES if s.startswith("V")) if self.village else SHAPES

    @property
    def is_province(self) -> bool:
        """Only "banten": the province, or the kelurahan of that name."""
        return self.words == [PROVINCE] and not self.village

    def may_be(self, area: Area) -> bool:
        """Whether the address, by its markers, can name such an area."""
        return not self.district or bool(self.village) or isinstance(area, District)


def read_address(text: str, regencies: Iterable[Regency]) -> Address:
    """Take typed text apart; what names no part stays in `plain`."""
    neighbourhood, rest = take_neighbourhood(fold(text))
    address = Address(neighbourhood)
    cities = [regency.short_name.casefold() for regency in regencies if regency.is_city]
    _sort_words(address, _without_province(_words(rest)), cities)
    return address


def _words(rest: str) -> list[str]:
    words = ("".join(c for c in word if not c.isdigit()) for word in rest.replace("/", " ").split())
    return [SHORT_FORMS.get(word, word) for word in words if word and word not in FILLERS]


def _sort_words(address: Address, words: Sequence[str], cities: Sequence[str]) -> None:
    part = "plain"
    for word, following in zip(words, [*words, ""][1:], strict=True):
        marker = _marker(word, following, cities)
        if marker == "hamlet" and part == "village" and not address.village:
            marker, word = None, "kampung"  # noqa: PLW2901 - the desa called Kampung Baru
        if word == ",":
            part = "plain" if part in _ENDS_AT_A_BREAK else part
        elif marker:
            part = marker
            address.city |= word == CITY
            if marker == "hamlet" and not address.hamlet:
                address.hamlet.append(word)
        else:
            getattr(address, part).append(word)


def _marker(word: str, following: str, cities: Sequence[str]) -> str | None:
    if word == CITY:  # Kota Serang is a regency, Kota Baru a kelurahan
        return "regency" if _closest(following, cities) else None
    if word in MARKERS or len(word) < 7:
        return MARKERS.get(word)
    meant = _closest(word, [marker for marker in LONG_MARKERS if marker[0] == word[0]])
    return MARKERS[meant] if meant else None


def _closest(word: str, choices: Sequence[str]) -> str | None:
    found = process.extractOne(word, choices, scorer=OSA.normalized_similarity, score_cutoff=0.8)
    return found[0] if found else None


def _without_province(words: list[str]) -> list[str]:
    """Read "Cikande, Banten" as naming the province; "kel. Banten" and plain "banten" stay the kelurahan."""
    named = [word for word in words if word != ","]
    if len(named) < 2 or named[-1] != PROVINCE or MARKERS.get(named[-2]) == "village":
        return words
    return words[: len(words) - words[::-1].index(PROVINCE) - 1]


def settle_regency(address: Address, regencies: Sequence[Regency]) -> tuple[Regency, ...]:
    """The regencies the address allows: the one it names, or all; none when it names a foreign one.

    Words after the regency's name ("kab serang cikande") go back to `plain`.
    """
    if not address.regency:
        return tuple(regencies)
    for count in (2, 1):
        name, rest = "".join(address.regency[:count]), address.regency[count:]
        found = [r for r in regencies if _closest(name, [compact(r.short_name)])]
        if found:
            address.plain += rest
            return tuple(r for r in found if r.is_city == address.city) or tuple(found)
    return ()


def loose_words(address: Address) -> list[str]:
    """Words of a kampung or street, where an address names nothing else."""
    return address.hamlet[1:] + address.street
