"""Ready answers: those written in the texts, filled with the day's facts, and an officer's own."""

from collections.abc import Callable
from uuid import UUID

from bot.cases.misfortunes import LAPSE, document_names
from bot.cases.policy import SAVED_AT_MOST
from bot.errors import NotFound
from bot.programme.contributions import Group, this_month
from bot.programme.formats import duration, rupiah, rupiah_short
from bot.quotes import lang_of
from bot.service import Service
from bot.visits import Visit
from bot.wording import Wording, shortened
from storage.case_words import find_last_answer
from storage.cases import CaseCard
from storage.contacts import find_contact
from storage.models.cases import Happening
from storage.officers import Kept, add_saved_reply, drop_saved_reply, list_saved_replies

TITLE = 30  # characters of an own answer on its button

Filling = Callable[[Wording, Service], dict[str, str]]


def _price(words: Wording, service: Service) -> dict[str, str]:
    lang, today = lang_of(words), service.today()
    groups = {"transport": Group.TRANSPORT, "other": Group.OTHER}
    return {
        name: rupiah(this_month(service.facts, group, today).price_now, lang)
        for name, group in groups.items()
    }


def _grant(words: Wording, service: Service) -> dict[str, str]:
    lang, facts = lang_of(words), service.facts_today
    return {
        "grant": rupiah_short(facts.rupiah("jkm.total"), lang),
        "after": duration(facts.duration("jkm.full_after"), lang),
        "funeral": rupiah_short(facts.rupiah("jkm.funeral"), lang),
    }


def _lapse(words: Wording, service: Service) -> dict[str, str]:
    facts = service.facts_today
    return {"after": duration(facts.duration("contributions.protection_ends_after"), lang_of(words))}


def _papers(happened: Happening) -> Filling:
    def fill(words: Wording, service: Service) -> dict[str, str]:
        facts = service.facts_today
        names = ", ".join(document_names(words, facts, happened))
        return {"documents": names, "within": duration(facts.duration(LAPSE), lang_of(words))}

    return fill


def _phone(_words: Wording, service: Service) -> dict[str, str]:
    return {"phone": service.call_centre}


def _nothing(_words: Wording, _service: Service) -> dict[str, str]:
    return {}


CANNED: dict[str, Filling] = {
    "price": _price,
    "grant": _grant,
    "lapse": _lapse,
    "accident": _papers(Happening.ACCIDENT),
    "death": _papers(Happening.DEATH),
    "genuine": _phone,
    "call": _nothing,
}
"""Each is a text `replies-canned-<name>` with a title, filled when it is read: never an old figure."""


def list_canned(words: Wording) -> list[tuple[str, str]]:
    """The written ones: name and title."""
    return [(name, words.label(f"replies-canned-{name}.title")) for name in CANNED]


def own_title(kept: Kept) -> str:
    """An own answer's first words."""
    return f"💾 {shortened(kept.text, TITLE)}"


async def canned_text(visit: Visit, card: CaseCard, name: str) -> str:
    """A ready answer in the language of whoever gets it; NotFound for one that there is not."""
    if name in CANNED:
        person = await find_contact(visit.tx, card.case.contact_id)
        words = Wording(visit.service.texts, person.language if person else visit.language)
        return words.label(f"replies-canned-{name}", **CANNED[name](words, visit.service))
    for kept in await list_saved_replies(visit.tx, visit.contact.id):
        if kept.id.hex == name:
            return kept.text
    raise NotFound("no such answer")


async def keep_last_answer(visit: Visit, case_id: UUID) -> bool:
    """Keep what the visitor answered last in a case; False without room, NotFound without an answer."""
    said = await find_last_answer(visit.tx, case_id, visit.contact.id)
    if said is None:
        raise NotFound("nothing was answered")
    kept = await list_saved_replies(visit.tx, visit.contact.id)
    if said.text in {one.text for one in kept}:
        return True
    if len(kept) >= SAVED_AT_MOST:
        return False
    await add_saved_reply(visit.tx, visit.contact.id, said.text, visit.now)
    return True


async def drop_own_answer(visit: Visit, name: str) -> bool:
    """Keep an own answer no longer; whether there was one."""
    for kept in await list_saved_replies(visit.tx, visit.contact.id):
        if kept.id.hex == name:
            return await drop_saved_reply(visit.tx, visit.contact.id, kept.id)
    return False
