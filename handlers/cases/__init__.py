"""Cases: asking a person, "ada musibah", and what staff do about them."""

from handlers.cases import asking, crises, desks, duty, held, opinions, owners, ratings
from handlers.routes import Routes


def register(routes: Routes) -> None:
    asking.register(routes)
    crises.register(routes)
    ratings.register(routes)
    held.register(routes)
    opinions.register(routes)
    desks.register(routes)
    owners.register(routes)
    duty.register(routes)
