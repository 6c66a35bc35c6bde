"""A campaign's content as the screen one person gets: fields filled in, counted buttons, stop below."""

from dataclasses import dataclass
from datetime import date

from bot.campaigns.content import ButtonKind, Content, ContentButton
from bot.campaigns.fields import Recipient, fill
from bot.screens import Action, Button, Media, Rows, Screen
from bot.service import Service
from bot.wording import Wording

CAMPAIGN = "campaign"
STOP = "stop"
PREVIEW = "preview"  # in the place of a number

LABELS = {
    ButtonKind.EXPLAIN: "home-benefits",
    ButtonKind.COSTS: "home-costs",
    ButtonKind.REGISTER: "home-register",
    ButtonKind.MISFORTUNE: "home-misfortune",
}
"""The service's own buttons, in the service's own words."""


@dataclass(frozen=True, slots=True)
class Target:
    """Whose taps a message's buttons are counted for; a preview's, without a campaign, count nothing."""

    number: str = PREVIEW

    def action(self, verb: str) -> Action:
        """What a button asks for: `campaigns:<verb>:<number>`, valid wherever the message stands."""
        return Action("campaigns", verb, self.number)


def render_content(
    service: Service, words: Wording, content: Content, target: Target, person: Recipient, day: date
) -> Screen:
    """The message as this person gets it; raises what bot.programme does where a fact has ended."""
    media = content.media
    return Screen(
        CAMPAIGN,
        fill(content.html, words, service, day, person),
        _rows(words, content.buttons, target),
        media=Media(media.kind, media.file_id, media.filename or "file") if media else None,
    )


def _rows(words: Wording, buttons: tuple[ContentButton, ...], target: Target) -> Rows:
    """A row a button, the stop last: it is always there."""
    own = tuple((_button(words, button, target),) for button in buttons)
    return (*own, (Button(words.label("campaigns-stop"), target.action(STOP)),))


def _button(words: Wording, button: ContentButton, target: Target) -> Button:
    if button.kind is ButtonKind.LINK:
        return Button(button.label, url=button.url)
    return Button(words.label(LABELS[button.kind]), target.action(button.kind.value))
