"""Two words that a volunteer says, so that a worker knows who came.

No digits: people are taught never to share those.
"""

import secrets

ANIMALS = (
    "gajah", "kancil", "kerbau", "kambing", "kelinci", "kucing", "kuda", "merpati", "elang", "ayam",
    "bebek", "angsa", "kutilang", "jalak", "kakatua", "tupai", "rusa", "banteng", "badak", "penyu",
    "lumba", "paus", "bandeng", "udang", "kepiting", "cumi", "lele", "gurame", "kupu", "capung",
)  # fmt: skip
COLOURS = (
    "biru", "merah", "hijau", "kuning", "putih", "hitam", "ungu", "cokelat", "jingga", "perak",
    "emas", "kelabu", "nila", "krem", "toska",
)  # fmt: skip


def new_passphrase(*, but: str | None = None) -> str:
    """An animal and a colour: "gajah biru". Easy to remember and to say; 450 there are, each for one lead.

    Never those that somebody knew before (`but`).
    """
    while (drawn := f"{secrets.choice(ANIMALS)} {secrets.choice(COLOURS)}") == but:
        continue
    return drawn
