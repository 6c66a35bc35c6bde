"""What timers there are, and what each does when it is due."""

from bot.leads.changes import SILENCE_TIMER
from bot.leads.silence import break_silence
from bot.leads.worker_news import CONTACTED_TIMER, LATENESS, ask_contacted
from bot.timers import Kinds, TimerKind

TIMER_KINDS: Kinds = {
    SILENCE_TIMER: TimerKind(break_silence),
    CONTACTED_TIMER: TimerKind(ask_contacted, lateness=LATENESS),
}
