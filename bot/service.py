"""What use-cases need besides a transaction: texts, facts, places, the branch and the clock."""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.branch import Branch
from bot.clock import JAKARTA, Clock
from bot.facts_board import FactsBoard
from bot.opening_hours import OpeningHours
from bot.pacing import Rates
from bot.places import PlaceIndex
from bot.programme.facts import Facts, FactsOnDay
from bot.programme.formats import long_date
from bot.questions.matching import Questions
from bot.rewordings import Written
from bot.sayings_board import SayingsBoard
from bot.texts import Texts
from bot.voice_board import VoiceBoard
from bot.working_hours import BranchCalendar


@dataclass(frozen=True, slots=True)
class Service:
    """One deployment's knowledge, built once by the composition root; only the board is renewed."""

    branch: Branch
    shipped: Texts
    board: FactsBoard
    questions: Questions
    places: PlaceIndex
    clock: Clock
    bot_username: str
    zone: ZoneInfo = JAKARTA
    paid_messages: int | None = None  # that a campaign may cost before staff are asked again; None: unpaid
    bulk_per_second: float = Rates().bulk_per_second  # that a campaign may have while nobody talks
    voices: VoiceBoard = field(default_factory=VoiceBoard)
    sayings: SayingsBoard = field(default_factory=SayingsBoard)

    @property
    def texts(self) -> Texts:
        """The texts as they are today: files, and what was approved in the chat."""
        return self.board.rewordings.texts(self.shipped, self.today())

    def answer(self, id: str, lang: str) -> Written:
        """A written answer as it is told today; KeyError for an id there is not."""
        shipped = self.questions.answers.get(id, lang)
        return self.board.rewordings.answer(shipped, lang, self.today())

    @property
    def facts(self) -> Facts:
        """The facts as they are now: files, and what was approved in the chat."""
        return self.board.current

    @property
    def facts_today(self) -> FactsOnDay:
        """What of them holds today."""
        return self.facts.on(self.today())

    @property
    def call_centre(self) -> str:
        """The number that is always answered; a fact, so that a change of it reaches every screen."""
        return str(self.facts_today.integer("contact.call_centre"))

    @property
    def calendar(self) -> BranchCalendar:
        """The days on which the branch's people work."""
        return BranchCalendar(self.zone, self.branch.holidays, frozenset(self.branch.working_days))

    @property
    def opening(self) -> OpeningHours:
        """When people of the branch answer."""
        return OpeningHours(self.calendar, self.branch.opening)

    def today(self) -> date:
        """The branch's calendar day."""
        return self.clock.today(self.zone)

    def day(self, moment: datetime, language: str) -> str:
        """A moment as the branch's day in words: "Senin, 3 Maret 2025"."""
        return long_date(moment.astimezone(self.zone).date(), "en" if language == "en" else "id")

    def short_moment(self, moment: datetime) -> str:
        """A moment in a narrow column: "03/03 14.05"."""
        return f"{moment.astimezone(self.zone):%d/%m %H.%M}"

    def moment(self, moment: datetime, language: str) -> str:
        """A moment as day and hour in words: "Senin, 3 Maret 2025, 14.05"."""
        return f"{self.day(moment, language)}, {moment.astimezone(self.zone):%H.%M}"
