"""What is missing or wrong before real people may be served: what `check` says and `run` refuses."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.branch import Branch, load_branch
from bot.errors import ConfigurationError
from bot.programme.audit import audit
from bot.programme.facts import Facts
from bot.settings import Settings
from storage.models.timers import Timer
from storage.timers import GIVEN_UP_AFTER

APPROVERS_NEEDED = 2
WEBHOOK_PORTS = frozenset({443, 80, 88, 8443})
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
WEBHOOK_NEEDS = "WEBHOOK_URL: https://, a public host, and port 443, 80, 88 or 8443, as Telegram asks"


class Severity(StrEnum):
    """Whether production may start with it."""

    BLOCKING = "must be put right"
    NOTICE = "should be put right"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is missing or wrong, in plain words."""

    severity: Severity
    text: str


def list_findings(settings: Settings) -> list[Finding]:
    """What the settings and the branch file alone can tell; no network, no database."""
    try:
        branch = load_branch(settings.branch_file)
    except ConfigurationError as error:
        return [Finding(Severity.BLOCKING, str(error))]
    return [*_settings_findings(settings), *_branch_findings(branch, settings)]


def missing_keys(settings: Settings) -> list[str]:
    """Which of the two keys are not set, by their names."""
    keys = {"DATA_KEYS": settings.data_keys, "INDEX_KEY": settings.index_key}
    return [name for name, key in keys.items() if not key.get_secret_value()]


def _absence(keys: list[str]) -> str:
    return f"{' and '.join(keys)} {'are' if len(keys) > 1 else 'is'} missing: `main.py keys` makes both"


def _settings_findings(settings: Settings) -> list[Finding]:
    absent = missing_keys(settings)
    required = {
        "BOT_TOKEN is missing: @BotFather gives one": not settings.bot_token.get_secret_value(),
        _absence(absent): bool(absent),
        "WEBHOOK_SECRET is missing: a webhook without it takes anybody's word": bool(settings.webhook_url)
        and not settings.webhook_secret.get_secret_value(),
        "WEBHOOK_SECRET: 1 to 256 of A-Z, a-z, 0-9, _ and -, as Telegram asks": not SECRET.fullmatch(
            settings.webhook_secret.get_secret_value()
        ),
        "HTTP_PORT is 0, but a webhook needs a port to arrive at": bool(settings.webhook_url)
        and settings.http_port == 0,
        WEBHOOK_NEEDS: settings.is_production and not _can_be_webhook(settings.webhook_url),
    }
    owners = [] if settings.owner_ids else [_notice("OWNER_IDS is empty: nobody is told of a new lead")]
    return [Finding(Severity.BLOCKING, text) for text, missing in required.items() if missing] + owners


def _can_be_webhook(written: str) -> bool:
    """Whether Telegram can reach it, as far as can be told from here (setWebhook); empty is polling."""
    if not written:
        return True
    try:
        url = urlsplit(written)
        port, host = url.port or 443, url.hostname or ""
    except ValueError:
        return False
    return url.scheme == "https" and port in WEBHOOK_PORTS and _is_public(host) and not url.query


def _is_public(host: str) -> bool:
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".local", ".localhost", ".internal"))


def _branch_findings(branch: Branch, settings: Settings) -> list[Finding]:
    severity = Severity.BLOCKING if settings.is_production else Severity.NOTICE
    controller, kept = branch.controller, branch.retention
    required = {
        "the branch file names no data controller ([controller] name)": not controller.name,
        "the branch file names no contact of the controller ([controller] contact)": not controller.contact,
        "the branch file sets no retention of leads ([retention] lead_months)": not kept.lead_months,
        "the branch file sets no retention of cases ([retention] case_months)": not kept.case_months,
    }
    wanted = {
        "the branch file names no office ([[offices]])": not branch.offices,
        "the branch file gives no office hours (hours)": not branch.hours,
        "the branch file gives no phone of the branch (phone)": not branch.phone,
        "the branch file gives no hours to answer in ([opening]): no day is promised": not branch.opening,
    }
    blocking = [Finding(severity, text) for text, missing in required.items() if missing]
    return blocking + [_notice(text) for text, missing in wanted.items() if missing]


def facts_findings(facts: Facts, today: date, told: Collection[str] = ()) -> list[Finding]:
    """Facts that are faulty or about to expire; `told` are those that texts tell."""
    return [_notice(f"facts: {problem}") for problem in audit(facts, today, also=told)]


def sentence_findings(faults: Iterable[str]) -> list[Finding]:
    """Words from the chat that are not told, and why."""
    return [_notice(f"sentences: {fault}") for fault in faults]


def approver_findings(approvers: int) -> list[Finding]:
    """Campaigns and figures need a second person."""
    if approvers >= APPROVERS_NEEDED:
        return []
    return [_notice(f"{approvers} of {APPROVERS_NEEDED} people who can approve: add to OWNER_IDS")]


def duty_findings(on_duty: int) -> list[Finding]:
    """Whoever asks for a person is to have one."""
    if on_duty:
        return []
    return [_notice("nobody is on duty for cases: officers write to the bot once, and come back with /piket")]


def timer_findings(given_up: Sequence[Timer]) -> list[Finding]:
    """What should have happened by itself and failed each time: a line a kind, with the oldest."""
    counts = Counter(timer.kind for timer in given_up)
    oldest = {timer.kind: timer for timer in reversed(given_up)}
    return [_notice(_given_up(oldest[kind], count)) for kind, count in counts.items()]


def _given_up(oldest: Timer, count: int) -> str:
    return (
        f"timers: {count} of kind {oldest.kind!r} failed {GIVEN_UP_AFTER} times, and the log says why; "
        f"the oldest was due {oldest.due_at:%Y-%m-%d %H:%M} UTC, its subject {oldest.subject_id}"
    )


def _notice(text: str) -> Finding:
    return Finding(Severity.NOTICE, text)
