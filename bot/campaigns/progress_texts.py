"""How far a campaign has come, in words: a bar, the pace, what is left, and where each message stands."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.campaigns.running import waits_for_wave
from bot.campaigns.timetable import duration_parts
from bot.campaigns.watch import is_warning
from bot.programme.formats import number
from bot.quotes import lang_of
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.ledger import Counts, count_by_state, count_sent_since
from storage.models.campaigns import Campaign, CampaignState
from storage.models.messages import MessageState

BAR = 12  # signs: what a narrow phone shows in one line
LATELY = timedelta(seconds=20)  # the pace is that of the last seconds
OVER = (MessageState.SENT, MessageState.FAILED, MessageState.UNREACHABLE, MessageState.UNKNOWN)
WAITING = (MessageState.QUEUED, MessageState.ERRORED)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the messages of a campaign stand, and how many go out a second."""

    counts: Counts
    per_second: float = 0.0

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def waiting(self) -> int:
        return self.of(*WAITING)

    @property
    def done(self) -> int:
        """Those with a result; one that was cancelled is done with, too."""
        return self.of(*OVER, MessageState.CANCELLED)

    def of(self, *states: MessageState) -> int:
        return sum(self.counts.get(state, 0) for state in states)

    def left(self) -> timedelta | None:
        """How long it still takes at this pace; None while nothing goes out."""
        return timedelta(seconds=self.waiting / self.per_second) if self.per_second > 0 else None


def bar(done: int, total: int) -> str:
    """How much is done as a row of blocks; full only when all is."""
    filled = BAR if total and done >= total else min(BAR - 1, BAR * done // total) if total else 0
    return "▰" * filled + "▱" * (BAR - filled)


def progress_lines(words: Wording, service: Service, campaign: Campaign, progress: Progress) -> str:
    """The whole of it, for the card and for the message that is kept up to date."""
    lang = lang_of(words)
    percent = 100 * progress.done // progress.total if progress.total else 0
    counts = words.render(
        "campaigns-counts",
        sent=number(progress.of(MessageState.SENT), lang),
        failed=number(progress.of(MessageState.FAILED), lang),
        unreachable=number(progress.of(MessageState.UNREACHABLE), lang),
        unknown=number(progress.of(MessageState.UNKNOWN), lang),
        cancelled=number(progress.of(MessageState.CANCELLED), lang),
        waiting=number(progress.waiting + progress.of(MessageState.SENDING), lang),
    )
    head = words.render(
        "campaigns-progress",
        bar=bar(progress.done, progress.total),
        percent=str(percent),
        done=number(progress.done, lang),
        total=progress.total,
    )
    return words.joined(head, _pace(words, service, campaign, progress), counts, _warning(words, progress))


def _warning(words: Wording, progress: Progress) -> str:
    """Many unreachable people stop nothing - that is theirs or Telegram's to change -, but staff are told."""
    unreachable = progress.of(MessageState.UNREACHABLE)
    if not is_warning(unreachable, progress.done):
        return ""
    return words.render("campaigns-many-unreachable", percent=str(100 * unreachable // progress.done))


def _pace(words: Wording, service: Service, campaign: Campaign, progress: Progress) -> str:
    """What is going on: the pace and the end, why it stands still, or when it was over."""
    match campaign.state:
        case CampaignState.PAUSED:
            return words.render("campaigns-paused", reason=pause_reason(words, campaign))
        case CampaignState.FINISHED if campaign.finished_at:
            return words.render("campaigns-finished", at=service.moment(campaign.finished_at, words.language))
        case CampaignState.RUNNING:
            return _running(words, campaign, progress)
        case _:
            return ""


def pause_reason(words: Wording, campaign: Campaign) -> str:
    """Why it stands still: a rule by which it stopped by itself, or somebody's hand."""
    reason = campaign.pause_reason
    return words.label(f"campaigns-stopped.{reason}") if reason else words.label("campaigns-paused-by-staff")


def _running(words: Wording, campaign: Campaign, progress: Progress) -> str:
    left = progress.left()
    if waits_for_wave(campaign) and progress.waiting:
        return words.render("campaigns-wave", count=campaign.begun)
    if campaign.released is not None and campaign.begun >= campaign.released and progress.waiting:
        return words.render("campaigns-canary", count=campaign.released)
    if left is None:
        return words.render("campaigns-resting")
    hours, minutes = duration_parts(left)
    rate = round(progress.per_second)
    return words.render("campaigns-pace", rate=rate, hours=str(hours), minutes=str(minutes))


async def progress_text(
    tx: Transaction, *, service: Service, words: Wording, campaign: Campaign, now: datetime
) -> str:
    """Read from the ledger: it is the truth, whoever sends."""
    return progress_lines(words, service, campaign, await read_progress(tx, campaign, now))


async def read_progress(tx: Transaction, campaign: Campaign, now: datetime) -> Progress:
    """The counts, and the pace of the last seconds."""
    counts = await count_by_state(tx, campaign.id)
    if campaign.state is not CampaignState.RUNNING:
        return Progress(counts)
    lately = await count_sent_since(tx, campaign.id, now - LATELY)
    began = campaign.started_at or now
    seconds = min(LATELY, max(now - began, timedelta(seconds=1))).total_seconds()
    return Progress(counts, lately / seconds)
