"""Everyday words that ask for nothing: a greeting, thanks, "oke"; and words that mean going back."""

from bot.answers import says
from bot.screens import Button, Screen
from bot.wording import Wording

COURTESIES = ("salam", "thanks", "ok", "hello")
"""The first one whose words a text holds is answered: "ok makasih" is thanks."""
GOING_BACK = "nav-going-back"
BACK_SIGN = "\u2b05"  # the arrow on every button that leads back


def find_courtesy(words: Wording, text: str) -> str | None:
    """Which courtesy the whole text is, `everyday-<name>` answers it; None where anything else is said."""
    known = {name: words.also(f"everyday-{name}") for name in COURTESIES}
    if not says(text, [saying for sayings in known.values() for saying in sayings], whole=True):
        return None
    return next((name for name, sayings in known.items() if says(text, sayings, whole=False)), None)


def find_way_back(words: Wording, screen: Screen) -> Button | None:
    """The button that leads back from a screen, if it has one."""
    buttons = (button for button in screen.buttons() if button.action is not None)
    return next((button for button in buttons if _leads_back(words, button)), None)


def means_going_back(words: Wording, text: str) -> bool:
    """Whether the whole text means going back."""
    return says(text, words.also(GOING_BACK), whole=True)


def _leads_back(words: Wording, button: Button) -> bool:
    return button.label.startswith(BACK_SIGN) or means_going_back(words, button.label)
