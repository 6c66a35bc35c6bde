"""Where a worker lives: the branch's villages, and how people type them."""

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
from bot.places.index import PlaceIndex
from bot.places.neighbourhoods import read_neighbourhood

__all__ = [
    "Area",
    "District",
    "Neighbourhood",
    "Nothing",
    "PlaceIndex",
    "PlaceReading",
    "Regency",
    "Several",
    "Sure",
    "Village",
    "read_neighbourhood",
]
