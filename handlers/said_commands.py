"""A command that is written as people write it: "daftar" for /daftar, "batal" for the way home."""

from bot.access import Permission
from bot.answers import normalise
from bot.visits import HOME, Visit
from handlers.routes import Command, Routes


def said_command(routes: Routes, visit: Visit, text: str) -> Command | None:
    """The command of everybody's that the whole text names, or what leads home; None for any other text."""
    said = normalise(text)
    if said in map(normalise, visit.words.label("nav-leave").split(", ")):
        return Command(HOME, _go_home, Permission.USE_SERVICE, in_menu=False)
    for command in routes.commands.values():
        is_open = command.in_menu and command.permission is Permission.USE_SERVICE
        if is_open and said in _sayings(visit, command.name):
            return command
    return None


def _sayings(visit: Visit, name: str) -> set[str]:
    return {normalise(saying) for saying in (name, *visit.words.also(f"command-{name}"))}


async def _go_home(visit: Visit, _argument: str) -> None:
    await visit.go(HOME)
