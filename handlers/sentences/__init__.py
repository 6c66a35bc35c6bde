"""/kalimat for staff: what screens and answers say; one proposes other words, another approves them."""

from handlers.routes import Routes
from handlers.sentences import cards, deciding, lists, proposing


def register(routes: Routes) -> None:
    lists.register(routes)
    cards.register(routes)
    proposing.register(routes)
    deciding.register(routes)
