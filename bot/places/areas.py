"""The areas of a branch, and what can come of reading one from typed text."""

from dataclasses import dataclass, field
from typing import Literal

VillageKind = Literal["desa", "kelurahan"]


@dataclass(frozen=True, slots=True)
class Regency:
    """A kabupaten or kota: "36.04", "Kabupaten Serang"."""

    code: str
    name: str

    @property
    def short_name(self) -> str:
        """Its name without Kabupaten or Kota: "Serang"."""
        return self.name.removeprefix("Kabupaten ").removeprefix("Kota ")

    @property
    def is_city(self) -> bool:
        return self.name.startswith("Kota ")


@dataclass(frozen=True, slots=True)
class District:
    """A kecamatan: "36.04.15", "Cikande"."""

    code: str
    name: str
    regency: str
    regency_code: str


@dataclass(frozen=True, slots=True)
class Village:
    """A desa or kelurahan: "36.04.15.2001"; `district` and `regency` are the names of its parents."""

    code: str
    name: str
    kind: VillageKind
    district: str
    district_code: str
    regency: str
    regency_code: str


Area = Village | District | Regency


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The part below a village: RT and RW as three digits ("003"), and the name of a kampung."""

    rt: str | None = None
    rw: str | None = None
    hamlet: str | None = None

    def __bool__(self) -> bool:
        return bool(self.rt or self.rw or self.hamlet)


NOWHERE = Neighbourhood()


@dataclass(frozen=True, slots=True)
class Sure:
    """Clearly this one village."""

    village: Village
    neighbourhood: Neighbourhood = NOWHERE


@dataclass(frozen=True, slots=True)
class Several:
    """One of these, best first; a district or regency is to be opened further."""

    candidates: tuple[Area, ...]
    neighbourhood: Neighbourhood = field(default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Nothing:
    """No area of this branch looks like it."""

    neighbourhood: Neighbourhood = NOWHERE


PlaceReading = Sure | Several | Nothing
