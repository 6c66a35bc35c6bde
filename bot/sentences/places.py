"""What stands in a text for a figure: by its own name for us, by a readable one for staff."""

from collections.abc import Mapping
from html import unescape

from bot.fact_words import fact_name, slug
from bot.telling import fact_id, is_fact
from bot.texts.render import PLACEHOLDER
from bot.wording import Wording

CALL_CENTRE = "contact.call_centre"
PHONE = "phone"


def place_name(words: Wording, name: str) -> str:
    """What staff read for a variable: "Santunan kematian", "Nomor telepon layanan"."""
    key = slug(name)
    if words.has(f"sentences-place.{key}"):
        return words.label(f"sentences-place.{key}")
    if name == PHONE:
        return fact_name(words, CALL_CENTRE)
    return fact_name(words, fact_id(name) if is_fact(name) else name)


def places(words: Wording, template: str) -> Mapping[str, str]:
    """The readable name of each variable in a template, in its order."""
    return {name: place_name(words, name) for name in dict.fromkeys(PLACEHOLDER.findall(template))}


def readable(words: Wording, template: str) -> str:
    """A template as staff read and copy it: {Santunan kematian}."""
    return PLACEHOLDER.sub(lambda found: f"{{{place_name(words, found[1])}}}", template)


def folded(typed: str) -> str:
    """A name as it is compared: capitals, spaces and HTML's signs tell nothing."""
    return " ".join(unescape(typed).split()).casefold()
