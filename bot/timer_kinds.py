"""What timers there are, and what each does when it is due."""

from bot.digests import DIGEST, send_digests, skip_digests
from bot.digests import LATENESS as DIGEST_LATENESS
from bot.leads.changes import SILENCE_TIMER
from bot.leads.silence import break_silence
from bot.leads.worker_news import CONTACTED_TIMER, LATENESS, ask_contacted
from bot.timers import Kinds, TimerKind

TIMER_KINDS: Kinds = {
    SILENCE_TIMER: TimerKind(break_silence),
    DIGEST: TimerKind(send_digests, lateness=DIGEST_LATENESS, when_late=skip_digests),
    CONTACTED_TIMER: TimerKind(ask_contacted, lateness=LATENESS),
}
