"""The rules a text is held to before anybody else sees it: each says what it found, none stops the others."""

import re
from collections.abc import Iterator

from bot.campaigns.content import ButtonKind, Content, ContentButton
from bot.campaigns.demands import demands_in
from bot.campaigns.fields import FIELD, FIELDS, Measure, fields_in
from bot.campaigns.links import folded, foreign_mentions, judge_link, links_in
from bot.campaigns.markup import Formatted, read_html
from bot.campaigns.policy import (
    LABEL_LIMIT,
    MOST_BUTTONS,
    Policy,
)
from bot.campaigns.refusals import ContentRefused, Refusal
from bot.campaigns.sums import typed_sums
from bot.screens import MediaKind

_ALONE_BEFORE, _ALONE_AFTER = r"(?<![\d./:-])", r"(?![./:-]?\d)"
_DATE = re.compile(rf"{_ALONE_BEFORE}\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{2,4}}{_ALONE_AFTER}")
_TIMES = re.compile(rf"{_ALONE_BEFORE}\d{{1,2}}[.:]\d{{2}}(?:\s?[-–]\s?\d{{1,2}}[.:]\d{{2}})?{_ALONE_AFTER}")
_MONEY = re.compile(r"rp\.?\s?\d[\d.,]*")
_GROUPED = re.compile(rf"{_ALONE_BEFORE}\d{{1,3}}(?:\.\d{{3}})+{_ALONE_AFTER}")
_DIGITS = re.compile(r"\d(?:[\s./()-]{0,3}\d)+")
SUM_FIELDS = {
    "iuran": ("iuran", "iuran_ojek"),
    "santunan": ("santunan", "santunan_kerja"),
    "beasiswa": ("beasiswa",),
}
"""What stands in the place of a typed sum, by what it is about (policy.toml)."""
NEAR = 40  # characters between a word like "rekening" and its number


def check_content(content: Content, policy: Policy, measure: Measure) -> tuple[Refusal, ...]:
    """Everything that must be changed before a second person is asked; empty when nothing must."""
    try:
        text = read_html(content.html)
    except ContentRefused as refused:
        return refused.refusals
    found = (
        *_length(text, content, measure),
        *_fields(text, measure),
        *check_words(text, policy),
        *_file(content, policy),
        *_buttons(content.buttons, policy),
    )
    return tuple(dict.fromkeys(found))


def check_words(text: Formatted, policy: Policy) -> tuple[Refusal, ...]:
    """Where it leads, and what is refused wherever it stands: the part that holds for any text of staff."""
    return (*_links(text, policy), *_words(text.plain, policy))


def check_name(name: str, limit: int) -> tuple[Refusal, ...]:
    """A campaign's name is for staff alone; it need only be there and be short."""
    return () if 0 < len(name.strip()) <= limit else (Refusal("name", name[:20], limit),)


def _length(text: Formatted, content: Content, measure: Measure) -> Iterator[Refusal]:
    limit, longest = measure.limit(is_caption=content.media is not None), measure.longest(text.plain)
    if not text.plain.strip() and content.media is None:
        yield Refusal("empty")
    if longest > limit:
        yield Refusal("too-long", str(longest), limit)


def _fields(text: Formatted, measure: Measure) -> Iterator[Refusal]:
    """Unknown names, figures that end, and braces that would reach people as they are."""
    for name in fields_in(text.plain):
        if name not in FIELDS:
            yield Refusal("field", f"{{{name}}}")
    for name in measure.ended_facts(text.plain):
        yield Refusal("fact", f"{{{name}}}")
    if fields_in(text.html) != fields_in(text.plain):
        yield Refusal("field", "{ }")
    if any(sign in FIELD.sub("", text.plain) for sign in "{}"):
        yield Refusal("field", "{ }")


def _links(text: Formatted, policy: Policy) -> Iterator[Refusal]:
    for address in (*text.links, *links_in(text.plain, policy)):
        refusal = judge_link(address, policy)
        if refusal is not None:
            yield refusal
    for mention in foreign_mentions(text.plain, policy):
        yield Refusal("mention", mention)


def _words(plain: str, policy: Policy) -> Iterator[Refusal]:
    """What is refused wherever it stands: programs, accounts, chain letters, politics, demands, sums."""
    text = " ".join(folded(plain).split())
    yield from _programs(text, policy)
    yield from _accounts(text, policy)
    for pattern in policy.file.forwarding.patterns:
        if found := re.search(pattern, text):
            yield Refusal("forward", found[0][:60])
    for found in policy.word_pattern().finditer(text):
        yield Refusal("politics", found[0])
    for found in policy.promise_pattern().finditer(text):
        yield Refusal("promise", found[0])
    yield from _demands(plain, policy)
    yield from _sums(text, policy)


def _demands(plain: str, policy: Policy) -> Iterator[Refusal]:
    """What we promised never to ask for; a blank line ends a sentence, so the text is read as it stands."""
    for demand in demands_in(folded(plain), policy.file.demands):
        yield Refusal("demand", " ".join(demand.split()))


def _sums(text: str, policy: Policy) -> Iterator[Refusal]:
    for typed in typed_sums(text, policy.file.sums):
        yield Refusal("sum", typed.text, instead=", ".join(f"{{{name}}}" for name in SUM_FIELDS[typed.about]))


def _programs(text: str, policy: Policy) -> Iterator[Refusal]:
    endings = "|".join(policy.file.program_endings)
    for pattern in (rf"[\w-]+\.(?:{endings})(?!\w)", *policy.file.program_patterns):
        if found := re.search(pattern, text):
            yield Refusal("program", found[0][:60])


def _accounts(text: str, policy: Policy) -> Iterator[Refusal]:
    rules = policy.file.accounts
    for found in _DIGITS.finditer(_without_harmless(text)):
        digits = re.sub(r"\D", "", found[0])
        if digits in policy.own_numbers:
            continue
        before = _without_harmless(text)[max(0, found.start() - NEAR) : found.start()]
        is_named = any(word in before for word in rules.words)
        if len(digits) >= (rules.digits_near_words if is_named else rules.digits):
            yield Refusal("account", found[0][:40])


def _without_harmless(text: str) -> str:
    """Amounts, dates and times, each standing alone, replaced by a sign that ends a run of digits."""
    for harmless in (_MONEY, _DATE, _TIMES, _GROUPED):
        text = harmless.sub("|", text)
    return text


def _file(content: Content, policy: Policy) -> Iterator[Refusal]:
    media = content.media
    if media is None or media.kind is not MediaKind.DOCUMENT:
        return
    ending = media.filename.casefold().rpartition(".")[2]
    if ending in policy.file.program_endings:
        yield Refusal("program", media.filename[:60])
    elif ending not in policy.file.document_endings:
        yield Refusal("file-kind", media.filename[:60] or "-")


def _buttons(buttons: tuple[ContentButton, ...], policy: Policy) -> Iterator[Refusal]:
    if len(buttons) > MOST_BUTTONS:
        yield Refusal("buttons", str(len(buttons)), MOST_BUTTONS)
    for button in buttons:
        if button.kind is ButtonKind.LINK:
            yield from _link_button(button, policy)


def _link_button(button: ContentButton, policy: Policy) -> Iterator[Refusal]:
    if not 0 < len(button.label.strip()) <= LABEL_LIMIT:
        yield Refusal("button-label", button.label[:20], LABEL_LIMIT)
    yield from _words(button.label, policy)
    if "://" not in button.url:
        yield Refusal("link-https", button.url[:80])
    elif refusal := judge_link(button.url, policy):
        yield refusal
