"""A linter for texts that explain: few words, short words, no riddles.

It reads a text as a person does, paragraph by paragraph (a line of a list is one); a page is one idea. The
tests hold what is shipped to it, and the chat what staff write there: whoever writes a text is told what to
change.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

KNOWN = frozenset("BPJS KTP HP PIN RT RW NIK OTP APK ATM TNI".split())  # noqa: SIM905 - reason: a list to read
BRANDS = frozenset("QRIS BNI BSI BCA BTN BJB OVO JMO PT".split())  # noqa: SIM905 - reason: as above
"""Capital letters that need no explanation: known to all, or what a bank, an app or a firm is called."""
NAMES = {
    "ketenagakerjaan",
    "kepesertaan",
    "penghasilan",
    "kecelakaan",
    "perlindungan",
    "pemakaman",
    "tabungan",
}
"""Long words that are what the thing is called, and that the service explains everywhere it uses them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a kind of text is held to; `ease` is the least score of the whole, None where it tells nothing."""

    sentences: int  # in a paragraph
    words: int  # in a sentence
    ease: float | None
    known: frozenset[str] = KNOWN | BRANDS  # capital letters that need no explanation
    whole: int | None = None  # sentences in the whole of it; None where its paragraphs are ideas of their own


EXPLAINING = Limits(sentences=2, words=15, ease=70.0)
"""Screens; what the project's own best-liked texts score is 75 to 100."""
PAGING = replace(EXPLAINING, whole=2)
"""A page of a story or a guide: one idea, and the next one is a tap away."""
ANSWERING = Limits(
    sentences=4,
    words=17,
    ease=None,
    whole=4,
    known=KNOWN | BRANDS | {"MULAI", "START", "SD", "SMP", "SMA", "ASN", "PNS", "KIR", "BRI"},
)
"""A written answer, which is shown two sentences a paragraph: it has no next page, so the figure, its
condition and where to check it stand together; its words are those of who asked."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that makes a text hard: `code` says which rule, `what` quotes, `limit` is what was passed."""

    code: str
    what: str
    count: int = 0
    limit: int = 0

    def __str__(self) -> str:
        """For whoever runs the tests: "16 words (at most 15): ..."."""
        passed = f"{self.count} {self.code} (at most {self.limit})" if self.limit else self.code
        return f"{passed}: {self.what!r}"


LISTED = "•"  # how a line of a list begins
CODES = ("sentences", "words", "unexplained", "hard")

_VOWELS = re.compile(r"[aiueoAIUEOéÉ]+")
_DIPHTHONG = re.compile(r"(?:ai|au|oi)\b")


def paragraphs(text: str) -> list[str]:
    """The text without markup, a paragraph or a line of a list each."""
    bare = re.sub(r"<[^>]+>", "", text)
    return [line.strip() for line in bare.splitlines() if re.search(r"\w", line)]


def sentences(paragraph: str) -> list[str]:
    """Its sentences; a number before a point ("1. ", "Rp1.500") ends none."""
    listed = re.sub(r"^[0-9]+[.)] ", "", paragraph)
    parts = re.split(r"(?<![0-9])[.?!](?:\s+|$)|(?<=[0-9])[.?!](?:\s+(?=[A-Z])|$)", listed)
    return [part for part in parts if re.search(r"\w{2}", part)]


def count_sentences(text: str) -> int:
    """The sentences of the whole; a list is part of the one that leads to it."""
    told = (line for line in paragraphs(text) if not line.startswith(LISTED))
    return sum(len(sentences(line)) for line in told)


def words(sentence: str) -> list[str]:
    return [word for word in re.findall(r"[^\s]+", sentence) if re.search(r"\w", word)]


def syllables(word: str) -> int:
    """Vowels, as Indonesian is spoken: "bayar" 2, "iuran" 3 (i-u-ran), "pulau" 2; a figure counts one."""
    letters = re.sub(r"[^a-zA-Zé]", "", word)
    if not letters:
        return 1
    groups = _VOWELS.findall(_DIPHTHONG.sub("a", letters))
    return max(1, sum(len(group) for group in groups))


def ease(text: str) -> float:
    """How easily a text is read, 0 to about 120; our own score, made for Indonesian of short sentences.

    120 - 3 x (words in a sentence, on average) - 60 x (share of words of five syllables or more).
    A sentence of eight short words scores 96; one of fifteen with a third of long words 55. Words that are
    names of things (NAMES) do not count as long: people know them, or the text is there to explain them.
    """
    said = [words(sentence) for paragraph in paragraphs(text) for sentence in sentences(paragraph)]
    every = [word for sentence in said for word in sentence]
    if not every:
        return 120.0
    long = [word for word in every if syllables(word) >= 5 and word.strip(".,:;()").lower() not in NAMES]
    return 120 - 3 * len(every) / len(said) - 60 * len(long) / len(every)


def faults(text: str, limits: Limits = EXPLAINING, also_known: Collection[str] = ()) -> Iterator[Fault]:
    """Everything that makes the text hard to read; `also_known` are capitals that it explains itself."""
    for paragraph in paragraphs(text):
        said = sentences(paragraph)
        if len(said) > limits.sentences:
            yield Fault("sentences", paragraph, len(said), limits.sentences)
        for sentence in said:
            if (count := len(words(sentence))) > limits.words:
                yield Fault("words", sentence, count, limits.words)
    if limits.whole is not None and (count := count_sentences(text)) > limits.whole:
        yield Fault("sentences", " ".join(paragraphs(text)), count, limits.whole)
    for word in sorted(capitals(text) - limits.known - set(also_known)):
        yield Fault("unexplained", word)
    if limits.ease is not None and ease(text) < limits.ease:
        yield Fault("hard", f"{ease(text):.0f} of {limits.ease:.0f}")


def capitals(text: str) -> frozenset[str]:
    """Words of capital letters alone, as abbreviations are."""
    return frozenset(re.findall(r"\b[A-Z]{2,}\b", re.sub(r"<[^>]+>", "", text)))
