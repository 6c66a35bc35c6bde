"""What the service says, in Fluent: one file a noun in id/ and, beside it, en/."""

from pathlib import Path

from bot.texts.render import DEFAULT_LANGUAGE, Argument, Markup, Texts

TEXTS_DIRECTORY = Path(__file__).parent

__all__ = ["DEFAULT_LANGUAGE", "TEXTS_DIRECTORY", "Argument", "Markup", "Texts"]
