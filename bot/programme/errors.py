"""The errors that reading facts can raise.

PerisaiError                  (storage.errors)
├── ConfigurationError        (bot.errors)
│   └── FactsUnreadable       a facts file cannot be read or understood
└── FactError
    ├── UnknownFact           no fact carries this id
    ├── NotInForce            the fact exists, but does not hold on the day asked about
    ├── WrongType             the fact is of another type than the reader asked for
    └── GradeTooLow           the fact is not well enough founded to be shown
"""

from bot.errors import ConfigurationError
from storage.errors import PerisaiError


class FactsUnreadable(ConfigurationError):
    """A facts file cannot be read or understood."""


class FactError(PerisaiError):
    """A fact cannot be given."""


class UnknownFact(FactError):
    """No fact carries this id."""


class NotInForce(FactError):
    """The fact exists, but does not hold on the day asked about."""


class WrongType(FactError):
    """The fact is of another type than the reader asked for."""


class GradeTooLow(FactError):
    """The fact is not well enough founded to be shown."""
