"""What to do in the first two days, by what happened; every figure and list comes from the facts."""

from bot.programme.facts import FactsOnDay
from bot.programme.formats import duration
from bot.quotes import lang_of
from bot.service import Service
from bot.telling import named
from bot.texts import Markup
from bot.wording import Wording
from storage.models.cases import Happening

REPORT = "jkk.report_within"
LAPSE = "claims.lapse_after"
DOCUMENTS = {Happening.ACCIDENT: "claims.jkk_documents", Happening.DEATH: "claims.jkm_documents"}


def first_steps(words: Wording, service: Service, happened: Happening) -> Markup:
    """The two days, the papers, by when, and a word against those who live on misfortune."""
    facts = service.facts_today
    phone = service.call_centre
    return words.joined(
        words.render(f"cases-first-{happened.value}", phone=phone),
        _documents(words, facts, happened),
        _deadlines(words, facts, happened, phone),
        words.render("cases-careful"),
    )


def document_names(words: Wording, facts: FactsOnDay, happened: Happening) -> list[str]:
    """The papers a claim takes, as people call them."""
    return [_document(words, id_) for id_ in facts.texts(DOCUMENTS[happened])]


def _document(words: Wording, id_: str) -> str:
    """In the words of these steps; a paper that staff added in the chat as they typed it."""
    return words.label(f"cases-document.{id_}") if words.has(f"cases-document.{id_}") else named(words, id_)


def _documents(words: Wording, facts: FactsOnDay, happened: Happening) -> str:
    if happened not in DOCUMENTS:
        return ""
    items = [words.render("cases-item", text=name) for name in document_names(words, facts, happened)]
    return "\n".join([words.render("cases-documents"), *items])


def _deadlines(words: Wording, facts: FactsOnDay, happened: Happening, phone: str) -> str:
    """What is not settled for those whom nobody employs is asked of staff, never stated."""
    if happened not in DOCUMENTS:
        return ""
    lang = lang_of(words)
    lapse = words.render("cases-lapse", within=duration(facts.duration(LAPSE), lang))
    if happened is not Happening.ACCIDENT:
        return lapse
    if facts.open_about(REPORT):
        report = words.render("cases-report-ask", phone=phone)
    else:
        report = words.render("cases-report-within", within=duration(facts.duration(REPORT), lang))
    return Markup(f"{report} {lapse}")
