"""Sources: /poster for staff, and the way to a new source."""

from handlers.routes import Routes
from handlers.sources import adding, posters


def register(routes: Routes) -> None:
    posters.register(routes)
    adding.register(routes)
