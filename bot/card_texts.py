"""What a picture of a benefit says; drawing it is bot/cards.py, which loads what draws."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardText:
    """Everything a picture says, in plain words."""

    title: str
    headline: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    hotline: str
    footer: str
