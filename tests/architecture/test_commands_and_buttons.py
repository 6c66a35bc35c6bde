"""Commands and buttons: each once, each with a menu text, each within Telegram's limits."""

import ast
import re

import pytest

from bot.registration.form import FORM
from bot.screens import CALLBACK_DATA_BYTES, Action
from bot.sources import LONGEST_CODE
from handlers.features import FEATURES, collect_routes
from handlers.routes import Routes
from storage.types import new_number
from tests.architecture.source_code import calls, constants, modules
from tests.shipped import texts

TEXTS = texts()
ROUTES = collect_routes()
LATEST_VERSION = 9_999_999_999  # ten digits are all that Action.decode reads
LONGEST_IDS = (
    "36.04.12.2001",  # a village
    f"{new_number()}.{LATEST_VERSION}",  # a case as it was seen
    *(question.id for question in FORM.questions),
    *(option for question in FORM.questions for option in question.options),
)


def test_no_feature_registers_twice() -> None:
    """A command, action or screen that is taken stops the start."""
    for feature in FEATURES:
        routes = Routes()
        feature(routes)
        with pytest.raises(ValueError, match=r"registered twice|two screens"):
            feature(routes)


def test_commands_are_telegrams_kind() -> None:
    """1 to 32 of a-z, 0-9 and _ (Bot API: BotCommand), at most 100."""
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", name) for name in ROUTES.commands)
    assert len(ROUTES.menu()) <= 100


@pytest.mark.parametrize("lang", sorted(TEXTS.languages()))
@pytest.mark.parametrize("name", list(ROUTES.menu()))
def test_every_command_has_a_menu_text(lang: str, name: str) -> None:
    """1 to 256 characters (Bot API: BotCommand), in each language."""
    assert 1 <= len(TEXTS.plain(lang, f"command-{name}")) <= 256


def test_actions_cannot_overlap() -> None:
    """`noun:verb` is matched whole, and a colon inside either would blur it."""
    names = [f"{noun}:{verb}" for noun, verb in ROUTES.actions]
    assert len(names) == len(set(names))
    assert all(name.count(":") == 1 and name == name.lower() for name in names)


@pytest.mark.parametrize(("noun", "verb"), list(ROUTES.actions))
def test_callback_data_fits(noun: str, verb: str) -> None:
    """At most 64 bytes with the longest id and version that can be."""
    longest = ("x" * LONGEST_CODE,) if noun == "sources" else LONGEST_IDS
    for id_ in longest:
        assert len(Action(noun, verb, id_, LATEST_VERSION).encode().encode()) <= CALLBACK_DATA_BYTES


def test_every_button_in_the_code_leads_somewhere() -> None:
    """An action that nobody registered would only ever say "that button is old"."""
    found = set()
    for _, tree in modules("bot", "handlers"):
        names = constants(tree) | {"REGISTRATION": "registration"}
        for call, skip in [(c, 0) for c in calls(tree, "Action")] + [(c, 1) for c in calls(tree, "button")]:
            parts = [_text(argument, names) for argument in call.args[skip : skip + 2]]
            if len(parts) == 2 and all(parts):
                found.add((parts[0], parts[1]))
    assert len(found) > 20
    assert {action for action in found if action not in ROUTES.actions} == set()


def _text(node: ast.expr, names: dict[str, str]) -> str | None:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return names.get(node.id) if isinstance(node, ast.Name) else None
