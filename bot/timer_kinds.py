"""What timers there are, and what each does when it is due."""

from bot.cases.telling import OPENING_TIMER, PROMISE_TIMER, WAITING_TIMER
from bot.cases.waiting import own_up_to_promises, remind_of_waiting, tell_in_the_morning
from bot.digests import DIGEST, send_digests, skip_digests
from bot.digests import LATENESS as DIGEST_LATENESS
from bot.funnels import FUNNEL, send_funnel, skip_funnel
from bot.funnels import LATENESS as FUNNEL_LATENESS
from bot.leads.appointments import LATENESS as APPOINTMENT_LATENESS
from bot.leads.appointments import remind_of_appointments
from bot.leads.branch_list import BRANCH_LIST, send_branch_list, skip_branch_list
from bot.leads.branch_list import LATENESS as LIST_LATENESS
from bot.leads.changes import APPOINTMENT_TIMER, SILENCE_TIMER
from bot.leads.payments import LATENESS as PAYMENT_LATENESS
from bot.leads.payments import PAYMENT, remind_of_payments, skip_payments
from bot.leads.reviewing import REVIEW_TIMER, UNPAID_TIMER, flag_unpaid, review_leads
from bot.leads.silence import break_silence
from bot.leads.worker_news import CONTACTED_TIMER, LATENESS, ask_contacted
from bot.timers import Kinds, TimerKind

TIMER_KINDS: Kinds = {
    SILENCE_TIMER: TimerKind(break_silence),
    DIGEST: TimerKind(send_digests, lateness=DIGEST_LATENESS, when_late=skip_digests),
    APPOINTMENT_TIMER: TimerKind(remind_of_appointments, lateness=APPOINTMENT_LATENESS),
    BRANCH_LIST: TimerKind(send_branch_list, lateness=LIST_LATENESS, when_late=skip_branch_list),
    PAYMENT: TimerKind(remind_of_payments, lateness=PAYMENT_LATENESS, when_late=skip_payments),
    OPENING_TIMER: TimerKind(tell_in_the_morning),
    PROMISE_TIMER: TimerKind(own_up_to_promises),
    WAITING_TIMER: TimerKind(remind_of_waiting),
    FUNNEL: TimerKind(send_funnel, lateness=FUNNEL_LATENESS, when_late=skip_funnel),
    REVIEW_TIMER: TimerKind(review_leads),
    UNPAID_TIMER: TimerKind(flag_unpaid),
    CONTACTED_TIMER: TimerKind(ask_contacted, lateness=LATENESS),
}
