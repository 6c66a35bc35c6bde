"""/manfaat: every sum has its conditions and its source, and is told in plain words."""

import re
from io import BytesIO

import pytest
from PIL import Image

from bot import cards
from bot.benefits import AFTER_DEATH, EXAMPLE_MONTHS, IN_LIFE, benefit_lines, compose_benefit, compose_card
from bot.cards import draw_card
from bot.plain_words import faults
from bot.programme.benefit_plans import LAPSE, Event
from bot.programme.benefits import benefit_for
from bot.programme.contributions import ROWS, list_rows, lowest_row
from bot.programme.formats import rupiah_short
from bot.quotes import lang_of
from bot.telling import fact_id, is_fact, tell, told, told_facts
from bot.wording import Wording
from handlers.benefits import BENEFITS, benefits_screen, event_screen, show_event, show_for_row
from tests.shipped import facts
from tests.shipped import strict_texts as texts
from tests.unit.visiting import press, service, shown, visit

SERVICE = service()
TODAY = SERVICE.today()
LANGUAGES = ("id", "en")
ON_DAY = facts().on(TODAY)
CAPTION = 1024  # Bot API: UTF-16 units of a caption after entities


def message(lang: str, event: Event) -> str:
    words = Wording(texts(), lang)
    return benefit_lines(words, SERVICE, compose_benefit(words, SERVICE, event))


def figures(text: str) -> set[str]:
    """The numbers in a message, without those of its list."""
    return set(re.findall(r"[0-9][0-9.,]*[0-9]|[0-9]", re.sub(r"(?m)^[0-9]\. ", "", text)))


def test_every_event_can_be_reached() -> None:
    """Treatment first, death behind a tap of its own, nothing left out."""
    assert IN_LIFE[0] is Event.ACCIDENT_TREATED
    assert {*IN_LIFE, *AFTER_DEATH} == set(Event)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_tell_only_facts_that_may_be_shown(lang: str) -> None:
    """Every fact named in a text exists, holds today and is well enough founded."""
    assert len(told_facts(texts(), lang)) > 30
    for id in told_facts(texts(), lang):
        assert ON_DAY.fact(id).grade.may_be_shown


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("event", Event)
def test_no_sum_without_its_condition(lang: str, event: Event) -> None:
    """Whatever a fact is never shown without stands in the same message; Rp42 juta has its three months."""
    words = Wording(texts(), lang)
    text = message(lang, event)
    keys = [f"benefits-step-{s.key.replace('.', '-')}" for s in benefit_for(facts(), event, TODAY).steps]
    for id in told_facts(texts(), lang, *keys, f"benefits-headline-{event}"):
        assert all(told(words, ON_DAY, condition) in text for condition in ON_DAY.fact(id).shown_with), id
    if "42" in text:
        assert told(words, ON_DAY, "jkm.full_after") in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_anywhere_tells_42_million_alone(lang: str) -> None:
    """Any text that tells a fact with conditions tells them, too, unless it is a step of an event's list."""
    for key in texts().keys(lang):
        named = {fact_id(name) for name in texts().variables(lang, key) if is_fact(name)}
        if not key.startswith(("benefits-step-", "benefits-headline-")):
            assert all(set(ON_DAY.fact(id).shown_with) <= named for id in named), key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("event", Event)
def test_every_number_is_a_facts(lang: str, event: Event) -> None:
    """Each figure in the message is a fact's, a sum reckoned from facts, or the example's months."""
    words = Wording(texts(), lang)
    benefit = benefit_for(facts(), event, TODAY)
    ids = {id for step in benefit.steps for id in step.fact_ids if id != ROWS} | {LAPSE}
    ids |= {condition.fact_id for step in benefit.steps for condition in step.conditions}
    traced = {figure for id in ids for figure in figures(_told(words, id))}
    sums = [amount for step in benefit.steps if (amount := step.amount)]
    reckoned = [lowest_row(facts(), TODAY).base, *sums, *(EXAMPLE_MONTHS * amount for amount in sums)]
    traced |= {figure for amount in reckoned for figure in figures(rupiah_short(amount, lang_of(words)))}
    assert figures(message(lang, event)) <= traced | {str(EXAMPLE_MONTHS), SERVICE.call_centre}


def _told(words: Wording, id: str) -> str:
    fact = ON_DAY.fact(id)
    return "" if isinstance(fact.value, str | tuple) else told(words, ON_DAY, id)


@pytest.mark.parametrize("event", Event)
def test_words_are_plain(event: Event) -> None:
    """Two sentences a line, fifteen words a sentence, nothing abbreviated."""
    assert list(faults(message("id", event))) == []


async def test_the_menu_and_the_proof_are_plain() -> None:
    """The same rule for what leads there."""
    for key in ("benefits-menu", "benefits-after-death"):
        assert list(faults(texts().render("id", key))) == []
    proof = tell(
        Wording(texts(), "id"), ON_DAY, "benefits-proof", day="9 Desember 2025", source="Kalimati.id"
    )
    assert list(faults(proof)) == []
    assert "Rp650,459 miliar" in proof
    assert "52.301 pekerja" in proof


async def test_the_proof_has_its_day_and_source() -> None:
    """Old news is shown with its date."""
    visiting = visit()
    visiting.replies.append(await benefits_screen(visiting, {}))
    proof = await press(visiting, "Buktinya di sini")
    assert "9 Desember 2025" in proof.text
    assert "Kalimati.id" in proof.text


async def test_sums_are_reckoned_from_ones_own_row() -> None:
    """Who has just reckoned sees what their own contribution gives, and the row is not kept."""
    row = list_rows(facts(), TODAY)[9]
    visiting = visit(BENEFITS)
    await show_for_row(visiting, str(row.number))
    text = (await press(visiting, "Belum bisa kerja")).text
    assert f"{rupiah_short(row.base)} sebulan" in text
    assert rupiah_short(row.base * EXAMPLE_MONTHS) in text
    assert (visiting.place.screen, visiting.place.params) == (BENEFITS, {})
    assert visiting.book.is_private(BENEFITS)
    await press(visiting, "⬅️ Manfaat lain")
    await press(visiting, "Kalau peserta meninggal")
    assert rupiah_short(row.base * 48) in (await press(visiting, "Karena kecelakaan kerja")).text


async def test_without_a_row_it_is_the_lowest() -> None:
    """And the screen says so, and can be shown again."""
    visiting = visit()
    await show_event(visiting, f"{Event.ACCIDENT_DEATH}.")
    assert "Rp48 juta" in shown(visiting).text
    assert "Dihitung dari penghasilan Rp1 juta sebulan" in shown(visiting).text
    assert (await event_screen(visiting, visiting.place.params)).text == shown(visiting).text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("event", Event)
def test_pictures_are_legible_on_a_small_phone(lang: str, event: Event) -> None:
    """Twice 360 pixels wide, letters of 14 pixels at least on it, and the words below it fit a caption."""
    words = Wording(texts(), lang)
    card = compose_card(words, SERVICE, compose_benefit(words, SERVICE, event))
    drawn = Image.open(BytesIO(draw_card(card)))
    assert (drawn.format, drawn.width) == ("PNG", 720)
    assert (
        drawn.height < 3 * drawn.width
    )  # Bot API: width and height together at most 10000, ratio at most 20
    assert min(cards.TITLE, cards.HEADLINE, cards.LINE, cards.NOTE, cards.HOTLINE, cards.FOOTER) / 2 >= 14
    assert len(message(lang, event).encode("utf-16-le")) // 2 <= CAPTION


def test_nothing_runs_off_the_picture() -> None:
    """The rims are as they were: no letter is in them."""
    words = Wording(texts(), "id")
    for event in Event:
        card = compose_card(words, SERVICE, compose_benefit(words, SERVICE, event))
        drawn = Image.open(BytesIO(draw_card(card)))
        for x in (0, drawn.width - 1):
            column = {drawn.getpixel((x, y)) for y in range(drawn.height)}
            assert column <= {cards.GREEN, cards.WHITE, cards.PALE}


def test_the_same_words_make_the_same_bytes() -> None:
    """A picture does not change from one send to the next."""
    words = Wording(texts(), "id")
    card = compose_card(words, SERVICE, compose_benefit(words, SERVICE, Event.DEATH))
    assert draw_card(card) == draw_card(card)
