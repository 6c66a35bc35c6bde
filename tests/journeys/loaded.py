"""The service as it stands once it has read and learnt: each start would cost two seconds of a core."""

import pytest

from bot.branch import DEFAULT_BRANCH_FILE, load_branch
from commands.app import run_command
from tests import shipped

shipped.texts()
shipped.facts()
shipped.places(load_branch(DEFAULT_BRANCH_FILE).areas)
shipped.questions().ask("berapa iurannya")


def run_loaded() -> None:
    """The command line, given what was read before this process was forked."""
    shipped.read_once(pytest.MonkeyPatch())
    run_command()
