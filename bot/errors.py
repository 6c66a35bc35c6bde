"""The errors that use-cases raise.

PerisaiError                  (storage.errors)
├── StorageError ...          (storage.errors)
├── ConfigurationError        a setting is missing or cannot be used
├── NotAllowed                the person's role does not carry the permission
├── NotFound                  what was asked for does not exist, or is not theirs to see
├── Stale                     the thing has changed since the person looked at it
├── OwnConsentNeeded          it was erased on its owner's wish: nobody else may put it back
├── TextError                 a text key is missing or its arguments do not fit
└── CallInsideTransaction     a Bot API call was tried while a transaction was open
"""

from storage.errors import PerisaiError

__all__ = [
    "CallInsideTransaction",
    "ConfigurationError",
    "NotAllowed",
    "NotFound",
    "OwnConsentNeeded",
    "PerisaiError",
    "Stale",
    "TextError",
]


class ConfigurationError(PerisaiError):
    """A setting is missing or cannot be used."""


class NotAllowed(PerisaiError):
    """The person's role does not carry the permission."""


class NotFound(PerisaiError):
    """What was asked for does not exist, or is not theirs to see."""


class Stale(PerisaiError):
    """The thing has changed since the person looked at it."""


class OwnConsentNeeded(PerisaiError):
    """It was erased on its owner's wish: nobody else may put it back."""


class TextError(PerisaiError):
    """A text key is missing or its arguments do not fit."""


class CallInsideTransaction(PerisaiError):
    """A Bot API call was tried while a transaction was open."""
