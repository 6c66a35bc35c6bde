"""What each recipient gets: the approved text in their language, with their own name, as it is sent."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from uuid import UUID

from bot.campaigns.content import Content, read_content
from bot.campaigns.fields import Recipient, fill
from bot.campaigns.rendering import Target, render_content
from bot.errors import NotFound
from bot.screens import Screen
from bot.service import Service
from bot.texts.render import DEFAULT_LANGUAGE
from bot.wording import Wording
from storage.campaign_texts import list_texts
from storage.crypto import KeyRing
from storage.database import Transaction
from storage.standings import Standing

KEPT = 8  # versions at hand: approved ones never change

Version = tuple[UUID, int]


@dataclass(frozen=True, slots=True)
class Letter:
    """One language of a version: what is the same for everybody is drawn once."""

    words: Wording
    content: Content
    frame: Screen


class Letters:
    """Writes the screens of campaigns; what it read of a version it keeps."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._versions: OrderedDict[Version, dict[str, Letter]] = OrderedDict()

    async def prepare(self, tx: Transaction, number: str, version: Version) -> None:
        """Read a version before its messages are claimed; NotFound when it says nothing."""
        if version in self._versions:
            self._versions.move_to_end(version)
            return
        texts = await list_texts(tx, *version)
        contents = {text.language: read_content(text.html, text.media, text.buttons) for text in texts}
        if DEFAULT_LANGUAGE not in contents:
            raise NotFound(f"campaign {number} has no text")
        self._versions[version] = {
            language: self._letter(number, language, content) for language, content in contents.items()
        }
        while len(self._versions) > KEPT:
            self._versions.popitem(last=False)

    def _letter(self, number: str, language: str, content: Content) -> Letter:
        words = Wording(self._service.texts, language)
        bare = replace(content, html="")
        target = Target(number)
        frame = render_content(self._service, words, bare, target, Recipient(), self._service.today())
        return Letter(words, content, frame)

    def write(self, version: Version, standing: Standing, person: Recipient) -> Screen:
        """The screen for one recipient; raises what bot.programme does where a fact has ended."""
        letters = self._versions[version]
        letter = letters.get(standing.language) or letters[DEFAULT_LANGUAGE]
        service = self._service
        text = fill(letter.content.html, letter.words, service, service.today(), person)
        if standing.is_resend:
            text = letter.words.joined(text, letter.words.render("broadcasts-resent"))
        return replace(letter.frame, text=text)


def recipient_of(keys: KeyRing, standing: Standing) -> Recipient:
    """What is known of a person by their newest registration, opened; one for somebody else tells no name."""
    known = standing.known
    if known is None:
        return Recipient()
    name = "" if known.for_family else keys.open(known.name, table="lead", column="name", id=known.lead_id)
    return Recipient(name=name, village_code=known.village_code, occupation=known.occupation)
