"""Why a campaign's text cannot go out: a code with words of its own, `campaigns-why-<code>`."""

from dataclasses import dataclass

from storage.errors import PerisaiError

CODES = (
    "account",
    "button-kind",
    "button-label",
    "buttons",
    "demand",
    "empty",
    "fact",
    "field",
    "forward",
    "host",
    "link-empty",
    "link-https",
    "mention",
    "name",
    "politics",
    "program",
    "promise",
    "shortener",
    "sum",
    "tag",
    "too-long",
    "unclosed",
    "file-kind",
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that must be changed; `what` quotes it, `limit` is the number that was passed.

    `instead` is what may stand in its place, where there is such a thing.
    """

    code: str
    what: str = ""
    limit: int = 0
    instead: str = ""


class ContentRefused(PerisaiError):
    """The content breaks rules; each of them is told."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        super().__init__("; ".join(f"{refusal.code}: {refusal.what}" for refusal in refusals))
        self.refusals = refusals
