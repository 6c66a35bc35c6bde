"""Campaigns: /siar for staff, from the first word to the ledger; and what recipients tap."""

from handlers.campaigns import (
    areas,
    buttons,
    cards,
    deciding,
    ledger,
    lists,
    previews,
    recipients,
    running,
    scheduling,
    segments,
    texts,
)
from handlers.routes import Routes


def register(routes: Routes) -> None:
    for part in (
        *(lists, cards, texts, buttons, segments, areas, previews),
        *(deciding, scheduling, running, ledger, recipients),
    ):
        part.register(routes)
