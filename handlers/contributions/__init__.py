"""/iuran: what it costs for one's own income, which is asked, used and forgotten.

Only the question is a place to be: whatever follows is shown once, and what was chosen travels in its
buttons. A repeat, a restart or a typed word that fits nothing asks the question again.
"""

from bot.income_words import Period
from handlers.contributions.asking import (
    ask_days,
    ask_harvests,
    choose,
    contributions_screen,
    read,
    show,
    show_range,
    show_ranges,
)
from handlers.contributions.telling import CONTRIBUTIONS
from handlers.routes import Routes


def register(routes: Routes) -> None:
    routes.command("iuran", show)
    routes.screen(CONTRIBUTIONS, contributions_screen, read, private=True, digits=True)
    routes.action("programme", "costs", show)
    routes.action("contributions", "uncertain", show_ranges)
    routes.action("contributions", "range", show_range)
    routes.action("contributions", str(Period.DAY), ask_days)
    routes.action("contributions", str(Period.HARVEST), ask_harvests)
    routes.action("contributions", "choose", choose)
