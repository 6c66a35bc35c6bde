"""Where a text leads: every link that Telegram would make of it, and whether that place is the branch's."""

import re
import unicodedata
from urllib.parse import SplitResult, urlsplit

from bot.campaigns.policy import Policy
from bot.campaigns.refusals import Refusal

TELEGRAM_HOSTS = frozenset({"t.me", "telegram.me", "telegram.dog"})

_SCHEME = re.compile(r"\b[a-z][a-z0-9+.-]{0,20}://[^\s<>\"]*", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@/.-])(?:[\w-]+\.)+([a-z]{2,12})(?::\d+)?(?:[/?#][^\s<>\"]*)?(?![\w-])", re.IGNORECASE
)
_MENTION = re.compile(r"(?<![\w.@])@([a-z]\w{3,31})(?![\w.]*\.[a-z])", re.IGNORECASE)
_ENDS = ".,;:!?)]}'\""
_UNSEEN_CATEGORIES = {"Cf", "Mn", "Me"}


def folded(text: str) -> str:
    """The text as rules read it: lower case, no accents, no invisible signs, every digit an ASCII one."""
    decomposed = unicodedata.normalize("NFKD", text)
    seen = (char for char in decomposed if unicodedata.category(char) not in _UNSEEN_CATEGORIES)
    return "".join(_ascii_digit(char) for char in seen).casefold()


def _ascii_digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


def links_in(plain: str, policy: Policy) -> list[str]:
    """Everything in a text that Telegram makes a link of, as it stands there."""
    text = folded(plain)
    with_scheme = [found[0].rstrip(_ENDS) for found in _SCHEME.finditer(text)]
    rest = _SCHEME.sub(" ", text)
    bare = [found[0].rstrip(_ENDS) for found in _BARE.finditer(rest) if found[1] in policy.file.link_endings]
    return [*with_scheme, *bare]


def judge_link(address: str, policy: Policy) -> Refusal | None:
    """None for a place that the branch links to; a bare name counts as https."""
    written = address.strip()
    has_scheme = "://" in written
    url = _read(written if has_scheme else f"https://{written}")
    if url is None or not url.hostname or (has_scheme and url.scheme != "https"):
        return Refusal("link-https", written[:80])
    host = url.hostname.rstrip(".")
    if _is_program(url.path, policy):
        return Refusal("program", written[:80])
    if _below(host, policy.file.shorteners):
        return Refusal("shortener", host)
    if host in TELEGRAM_HOSTS:
        return None if _is_own_bot(url, policy) else Refusal("host", written[:80])
    return None if _below(host, policy.hosts) and url.port is None else Refusal("host", host)


def foreign_mentions(plain: str, policy: Policy) -> list[str]:
    """@names other than the bot's own: a mention is a link to somebody's chat."""
    named = (found[1] for found in _MENTION.finditer(folded(plain)))
    return [f"@{name}" for name in named if name != policy.bot_username]


def _read(address: str) -> SplitResult | None:
    """None for what browsers and we may read differently: user names, backslashes, foreign signs."""
    if not address.isascii() or re.search(r"[\s\\{}@\x00-\x1f]", address):
        return None
    try:
        url = urlsplit(address)
        is_odd = url.port == 0
    except ValueError:
        return None
    return None if is_odd else url


def _below(host: str, allowed: tuple[str, ...]) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in allowed)


def _is_own_bot(url: SplitResult, policy: Policy) -> bool:
    return url.path.strip("/").casefold() == policy.bot_username


def _is_program(path: str, policy: Policy) -> bool:
    return path.casefold().rpartition(".")[2] in policy.file.program_endings
