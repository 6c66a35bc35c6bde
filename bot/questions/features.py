"""What a question is recognised by: words as written and as understood, those near one another, trigrams."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from bot.questions.lexicon import Lexicon
from bot.questions.normalising import spelled, tokens

GRAM = 3  # characters
NEAR = 3  # words from one another, at most, that count as standing together

Features = Counter[str]


def features(text: str, lexicon: Lexicon) -> Features:
    """How often the text has each of them; empty for a text that says nothing."""
    understood = tokens(text, lexicon)
    if not understood:
        return Counter()
    written = spelled(text)
    return Counter(
        chain(
            (f"word {word}" for word in understood),
            (f"written {word}" for word in written),
            (f"next {one} {other}" for one, other in pairwise(written)),
            _together(understood),
            _trigrams(understood),
        )
    )


def _together(words: Sequence[str]) -> Iterator[str]:
    """Two words near one another, in either order: speech is free in it."""
    for place, word in enumerate(words):
        for other in words[place + 1 : place + 1 + NEAR]:
            yield f"near {min(word, other)} {max(word, other)}"


def _trigrams(words: Sequence[str]) -> Iterator[str]:
    """Three characters at a time, within each word and its edges: a misspelt word still shares some."""
    for word in words:
        padded = f" {word} "
        yield from (f"in {padded[at : at + GRAM]}" for at in range(len(padded) - GRAM + 1))
