"""The two words: easy to say, and nothing that looks like a code people are taught never to share."""

import re

from bot.leads.passphrases import ANIMALS, COLOURS, new_passphrase


def test_two_words_without_a_digit() -> None:
    """Every pair there is: an animal and a colour in small letters."""
    assert all(re.fullmatch(r"[a-z]+ [a-z]+", f"{one} {other}") for one in ANIMALS for other in COLOURS)
    assert len(set(ANIMALS)) * len(set(COLOURS)) == len(ANIMALS) * len(COLOURS) == 450


def test_they_are_drawn_by_lot() -> None:
    """Of a hundred draws most differ, and each is one of the pairs."""
    drawn = [new_passphrase() for _ in range(100)]
    assert len(set(drawn)) > 50
    assert all(one.split()[0] in ANIMALS and one.split()[1] in COLOURS for one in drawn)
