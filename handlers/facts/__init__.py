"""/fakta for staff: what the service says, with its history; one proposes a change, another approves it."""

from handlers.facts import deciding, ending, lists, proposing
from handlers.routes import Routes


def register(routes: Routes) -> None:
    lists.register(routes)
    proposing.register(routes)
    ending.register(routes)
    deciding.register(routes)
