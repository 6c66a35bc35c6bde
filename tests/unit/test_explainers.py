"""Stories and guides: short, plain, three taps long, and every figure in them a fact."""

import re
from html import escape

import pytest

from bot.eligibility import SITUATIONS, decide
from bot.explainers import EXPLAINERS, Explainer, Shelf, on_shelf
from bot.plain_words import PAGING, count_sentences, faults
from bot.programme.eligibility import Verdict
from bot.screens import Screen
from bot.telling import told, told_facts
from bot.visits import HOME
from bot.wording import Wording
from handlers.eligibility import VERDICT, verdict_screen
from handlers.explainers import EXPLAINER, explainer_screen, open_page
from tests.shipped import facts
from tests.shipped import strict_texts as texts
from tests.unit.visiting import press, routes, service, shown, visit

TODAY = service().today()
ON_DAY = facts().on(TODAY)
PAGES = [(e, page) for e in EXPLAINERS.values() for page in range(1, e.pages + 1)]
PLAIN = (
    *(f"explainers-{e.id}-{page}" for e, page in PAGES),
    *(key for key in sorted(texts().keys("id")) if key.startswith("eligibility-") and "." not in key),
    "stories-list",
    "guides-list",
    "claims-list",
    "facilities-ask",
    "safety-ask",
    "safety-ask-words",
    "safety-warn-code",
    "safety-warn-pin",
    "safety-warn-card",
    "contributions-ask",
    "contributions-row",
    "contributions-later",
    "contributions-owner",
)
"""Everything that explains something in sentences."""


def rendered(key: str, lang: str = "id") -> str:
    """A text with its facts, and a plain word for whatever else it takes."""
    words = Wording(texts(), lang)
    named = {
        name: told(words, ON_DAY, name.replace("-", "."))
        for name in texts().variables(lang, key)
        if "-" in name
    }
    others = {name: "kata" for name in texts().variables(lang, key) if "-" not in name}
    return texts().render(lang, key, **named, **others)


@pytest.mark.parametrize("key", PLAIN)
def test_explainers_are_in_plain_words(key: str) -> None:
    """Two sentences a paragraph, fifteen words a sentence, easy words, nothing abbreviated."""
    assert list(faults(rendered(key))) == []


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(("explainer", "page"), PAGES)
def test_a_page_is_one_idea(explainer: Explainer, page: int, lang: str) -> None:
    """Two sentences in the whole of it, whatever stands between them; a list belongs to what leads to it."""
    text = rendered(f"explainers-{explainer.id}-{page}", lang)
    assert count_sentences(text) <= (PAGING.whole or 0), text


def test_stories_are_three_taps_long() -> None:
    """Six occupations, four pages each: three taps from the first to the last."""
    stories = on_shelf(Shelf.STORIES)
    assert len(stories) == 6
    assert {story.pages for story in stories} == {4}


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("story", on_shelf(Shelf.STORIES), ids=lambda story: story.id)
def test_stories_begin_with_treatment_and_speak_of_no_death(story: Explainer, lang: str) -> None:
    """What comes later comes later."""
    pages = [rendered(f"explainers-{story.id}-{page}", lang) for page in range(1, story.pages + 1)]
    assert re.search(r"rawat|ditanggung|treat|paid|hospital", " ".join(pages[:2]))
    assert not re.search(r"meninggal|mati|tewas|wafat|death|dies|dead", " ".join(pages).lower())


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_number_in_an_explainer_is_a_fact(lang: str) -> None:
    """Whatever digit is left when the facts are taken out was written by hand, and must not be."""
    words = Wording(texts(), lang)
    for explainer, page in PAGES:
        key = f"explainers-{explainer.id}-{page}"
        text = rendered(key, lang)
        for id in told_facts(texts(), lang, key):
            text = text.replace(escape(told(words, ON_DAY, id)), "")
        assert not re.search("[0-9]", text), key


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "guide", [e for e in EXPLAINERS.values() if e.shelf is not Shelf.STORIES], ids=lambda guide: guide.id
)
def test_every_guide_ends_with_where_to_check(guide: Explainer, lang: str) -> None:
    """How to pay, register and claim, what lapses, what is genuine: each names the number to call."""
    last = guide.page(Wording(texts(), lang), ON_DAY, guide.pages, service().call_centre)
    assert "175" in last


@pytest.mark.parametrize(("explainer", "page"), PAGES, ids=lambda value: getattr(value, "id", str(value)))
async def test_every_page_leads_on_and_out(explainer: Explainer, page: int) -> None:
    """To the next page or to what can be done, to the list, home, and to a person."""
    screen = await explainer_screen(visit(), {"id": explainer.id, "page": page})
    actions = {(b.action.noun, b.action.verb) for b in screen.buttons() if b.action}
    assert {("home", "show"), ("cases", "help"), ("explainers", explainer.shelf.value)} <= actions
    assert len(actions) >= 4
    assert all(action in routes().actions for action in actions)


async def test_a_story_is_read_by_tapping_on() -> None:
    """Three taps, and then the price."""
    visiting = visit(HOME)
    await open_page(visiting, "ojek.1")
    for _ in range(3):
        await press(visiting, "Lanjut ▶️")
    assert visiting.place.params == {"id": "ojek", "page": "4"}
    assert "Berapa iurannya" in [button.label for button in shown(visiting).buttons()]
    assert visiting.place.screen == EXPLAINER


@pytest.mark.parametrize("situation", SITUATIONS)
async def test_everybody_gets_a_polite_way_on(situation: str) -> None:
    """Only who may join is led to register; for all others the screen says who covers or decides."""
    screen = await verdict_screen(visit(), {"situation": situation})
    may_join = decide(facts(), TODAY, situation).verdict is Verdict.MAY_JOIN
    assert offers(screen, "registration") == may_join
    assert screen.name == VERDICT
    assert offers(screen, "cases")


def offers(screen: Screen, noun: str) -> bool:
    return any(button.action and button.action.noun == noun for button in screen.buttons())


def test_who_covers_servants_of_the_state_is_told() -> None:
    """Each by the institution that does."""
    assert "PT Taspen" in rendered("eligibility-state")
    assert "PT Asabri" in rendered("eligibility-military")


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("situation", ["honorer", "abroad"])
def test_what_is_not_settled_is_asked_of_an_officer(situation: str, lang: str) -> None:
    """Nobody knows from us who registers honorary staff, or where migrants go: an officer does, and 175."""
    text = rendered(f"eligibility-{'migrant' if situation == 'abroad' else situation}", lang)
    assert re.search(r"petugas|officer", text)
    assert not re.search(r"kantornya|memberangkatkan|registered by|whoever sends", text)
