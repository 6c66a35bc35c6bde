"""What is wrong with the words that staff gave texts, in plain English, for `main.py check`."""

from collections.abc import Iterator

from bot.errors import NotFound
from bot.rewordings import Where
from bot.sentences.catalogue import get_sentence
from bot.service import Service
from bot.texts.render import PLACEHOLDER


def audit_sentences(service: Service) -> Iterator[str]:
    """Words that are not told although they were approved, and why."""
    for where, change in sorted(service.board.rewordings.on(service.today()).items()):
        fault = _fault(service, where, change.shipped, change.value)
        if fault:
            language, key = where
            yield f"{key} ({language}): {fault}"


def _fault(service: Service, where: Where, shipped_hash: str | None, told: str) -> str:
    language, key = where
    try:
        sentence = get_sentence(service, key, language)
    except NotFound:
        return "words were approved in the chat for it, but there is no such text any more"
    if shipped_hash != sentence.shipped_hash:
        return "written anew since its words were changed in the chat; the shipped words are told"
    expected, kept = (set(PLACEHOLDER.findall(text)) for text in (sentence.shipped, told))
    if lost := expected - kept:
        return f"the words from the chat lack {sorted(lost)}; the shipped words are told"
    if strange := kept - expected:
        return f"the words from the chat name {sorted(strange)}; the shipped words are told"
    return ""
