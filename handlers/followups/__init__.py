"""Following leads up: /tugas, the card of a lead, and one tap for each outcome."""

from handlers.followups import cards, outcomes, taking, tasks
from handlers.routes import Routes


def register(routes: Routes) -> None:
    tasks.register(routes)
    cards.register(routes)
    taking.register(routes)
    outcomes.register(routes)
