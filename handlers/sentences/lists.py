"""/kalimat: the topics, the sentences of one, and those that have a word in them."""

from bot.campaigns.markup import read_html
from bot.errors import NotFound
from bot.screens import Action, Button, Screen
from bot.sentences.catalogue import TOPICS as EVERY_TOPIC
from bot.sentences.catalogue import Sentence, Topic, get_sentence, get_topic, keys_of, list_sentences
from bot.sentences.places import folded, readable
from bot.sentences.previews import preview, title
from bot.texts import Markup
from bot.visits import Visit
from handlers.pages import PAGE, cut, page_number, page_of, page_rows
from handlers.routes import Routes
from handlers.sentences.telling import LIST, MAY, TOPICS, language_of, proposal_rows
from storage.facts import list_open_proposals
from storage.models.facts import FactChange
from storage.types import JsonObject

LONGEST_QUERY = 60


async def show(visit: Visit, argument: str) -> None:
    """The topics, or what has a word in it: /kalimat ojek."""
    if argument and not argument.isdigit():
        await search(visit, argument)
        return
    await visit.go(TOPICS, page=page_number(argument))


async def search(visit: Visit, text: str) -> bool:
    """A word, or several that stand beside one another."""
    visit.require(MAY)
    query = " ".join(text.split())[:LONGEST_QUERY]
    await visit.go(LIST, query=query, lang=language_of(visit.place.params))
    return True


async def topics_screen(visit: Visit, params: JsonObject) -> Screen:
    """What waits for a decision, then the topics."""
    visit.require(MAY)
    words, page = visit.words, page_of(params)
    waiting = await _waiting(visit) if page == 0 else []
    rows = page_rows(
        words, "sentences", page, EVERY_TOPIC[page * PAGE :], lambda one: _topic_button(visit, one)
    )
    facts = (words.button("sentences-facts", "facts", "list"),)
    text = words.render("sentences-topics")
    return Screen(TOPICS, text, (*proposal_rows(visit, waiting), *rows, facts, words.ways_out()))


async def _waiting(visit: Visit) -> list[FactChange]:
    """Proposals nobody has decided, of texts there still are."""
    found = await list_open_proposals(visit.tx, texts=True, limit=PAGE)
    return [change for change in found if _is_there(visit, change)]


def _is_there(visit: Visit, change: FactChange) -> bool:
    try:
        get_sentence(visit.service, change.fact_id, change.language or "")
    except NotFound:
        return False
    return True


def _topic_button(visit: Visit, topic: Topic) -> Button:
    return Button(visit.words.label(f"sentences-topic.{topic.id}"), Action("sentences", "topic", topic.id))


async def show_topic(visit: Visit, id_: str) -> None:
    get_topic(id_)
    await visit.go(LIST, topic=id_, lang=language_of(visit.place.params))


async def turn(visit: Visit, page: str) -> None:
    """Another page of the same list."""
    if visit.place.screen != LIST:
        await visit.again()
        return
    await visit.go(LIST, **{**visit.place.params, "page": page_number(page)})


async def list_screen(visit: Visit, params: JsonObject) -> Screen:
    """The sentences of a topic, or those found, each by how it begins."""
    visit.require(MAY)
    words, page = visit.words, page_of(params)
    found = _found(visit, params)
    shown = found[page * PAGE :]
    rows = page_rows(words, "sentences", page, shown, lambda one: _button(visit, one), verb="turn")
    back = (words.button("facts-back", "sentences", "list"),)
    text = _heading(visit, params, has_any=bool(found))
    return Screen(LIST, text, (*rows, back, words.ways_out()))


def _heading(visit: Visit, params: JsonObject, *, has_any: bool) -> Markup:
    if "query" in params:
        key = "sentences-found" if has_any else "sentences-found-none"
        return visit.words.render(key, query=str(params["query"]))
    topic = get_topic(str(params.get("topic")))
    return visit.words.render("sentences-list", topic=visit.words.label(f"sentences-topic.{topic.id}"))


def _found(visit: Visit, params: JsonObject) -> list[Sentence]:
    service, language = visit.service, language_of(params)
    if "query" not in params:
        keys = keys_of(service, get_topic(str(params.get("topic"))))
        return [get_sentence(service, key, language) for key in keys]
    query = folded(str(params["query"]))
    return [one for one in list_sentences(service, language) if query in _searched(visit, one)]


def _searched(visit: Visit, sentence: Sentence) -> str:
    """What a word is looked for in: the text as people read it, with the names of its figures."""
    words, service = visit.words, visit.service
    told = read_html(preview(words, service, sentence, sentence.told)).plain
    return folded(f"{title(words, service, sentence)} {told} {readable(words, sentence.told)}")


def _button(visit: Visit, sentence: Sentence) -> Button:
    label = title(visit.words, visit.service, sentence)
    return Button(cut(label), Action("sentences", "open", sentence.key))


def register(routes: Routes) -> None:
    routes.command("kalimat", show, MAY)
    routes.screen(TOPICS, topics_screen, search, digits=True)
    routes.screen(LIST, list_screen, search, digits=True)
    routes.action("sentences", "list", show, MAY)
    routes.action("sentences", "page", show, MAY)
    routes.action("sentences", "topic", show_topic, MAY)
    routes.action("sentences", "turn", turn, MAY)
