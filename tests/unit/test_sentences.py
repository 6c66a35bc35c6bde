"""What staff may write in place of shipped words: held to what the tests hold the shipped ones to."""

from dataclasses import replace
from functools import cache

import pytest

from bot.errors import NotFound
from bot.plain_words import faults
from bot.sentences.catalogue import TOPICS, Sentence, get_sentence, get_topic, keys_of, list_sentences
from bot.sentences.places import places, readable
from bot.sentences.previews import preview, title
from bot.sentences.rules import CODES, judge
from bot.service import Service
from bot.wording import Wording
from tests import shipped
from tests.unit import visiting

LANGUAGES = ("id", "en")
OJEK = "explainers-ojek-3"
"""Selama {lama}, penghasilannya diganti {bagian}: two figures, no condition."""


@cache
def service() -> Service:
    return replace(visiting.service(), questions=shipped.questions())


def words(language: str = "id") -> Wording:
    return Wording(service().texts, language)


def every(language: str) -> list[Sentence]:
    return list(list_sentences(service(), language))


def codes(key: str, typed: str, language: str = "id") -> list[str]:
    """Why what was typed is refused; nothing when it is not."""
    sentence = get_sentence(service(), key, language)
    return [refusal.code for refusal in judge(words(), service(), sentence, typed).refusals]


def test_every_answer_and_every_page_can_be_changed() -> None:
    """Each is in one topic; a key there is not, and a button's label, in none."""
    keys = [key for topic in TOPICS for key in keys_of(service(), topic)]
    assert len(keys) == len(set(keys)) > 180
    assert set(shipped.answers().ids) <= set(keys)
    for key in ("explainers-next", "home-menu", "explainers-ojek-9", "cost.nothing"):
        with pytest.raises(NotFound):
            get_sentence(service(), key, "id")
    with pytest.raises(NotFound):
        get_topic("nothing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_shipped_sentence_breaks_the_rules_of_the_chat(language: str) -> None:
    """Whoever changes a word of it is refused for that word alone: as it is, it is only the same."""
    for sentence in every(language):
        typed = readable(words(), sentence.shipped)
        assert codes(sentence.key, typed, language) == ["same"], sentence.key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("read_by", LANGUAGES)
def test_figures_have_names_that_tell_them_apart(language: str, read_by: str) -> None:
    """Readable ones, for whoever reads Indonesian or English; no name of ours is left."""
    for sentence in every(language):
        named = places(words(read_by), sentence.shipped)
        assert len({name.casefold() for name in named.values()}) == len(named), sentence.key
        assert not any("_" in name or "." in name for name in named.values()), named


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_reads_as_on_its_screen(language: str) -> None:
    """With the figures of today; nothing in braces is left, and every one has a title."""
    for sentence in every(language):
        assert "{" not in preview(words(), service(), sentence, sentence.told)
        assert title(words(), service(), sentence)
    fisher = get_sentence(service(), "explainers-fisher-3", "id")
    assert "Rp20 juta" in preview(words(), service(), fisher, fisher.told)


def test_other_words_are_taken() -> None:
    """Figures may be moved, and named without minding capitals."""
    typed = "Diganti {pengganti penghasilan, awal} dari penghasilan, { Lama pengganti penghasilan awal }."
    sentence = get_sentence(service(), OJEK, "id")
    judged = judge(words(), service(), sentence, typed)
    assert judged.refusals == ()
    assert judged.template == "Diganti {jkk-income_first} dari penghasilan, {jkk-income_first_for}."


KEPT = "{Lama pengganti penghasilan awal} {Pengganti penghasilan, awal}"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Penghasilannya diganti {Pengganti penghasilan, awal}.", "lost"),
        (f"{KEPT} {{Biaya pemakaman}}.", "unknown"),
        (f"{KEPT} {{", "unknown"),
        (f"{KEPT} selama 12 bulan.", "figure"),
        (f"{KEPT} sampai sejuta, eh dua juta.", "figure"),
        (f"{KEPT} separuh, 50%.", "figure"),
        (f"{KEPT} " + "Tenang saja. " * 3, "sentences"),
        (f"{KEPT} " + "kata " * 16, "words"),
        (f"{KEPT} lewat JKK.", "unexplained"),
        (f"{KEPT}\n" + "kata pendek\n" * 60, "room"),
        (f"{KEPT} pertanggungjawaban kesejahteraan penyelenggaraan ketenagalistrikan.", "hard"),
        (f"{KEPT} <u>segera</u>", "formatted"),
        (f"{KEPT} <blink>segera</blink>", "tag"),
        (f"{KEPT} <b>segera", "unclosed"),
        ('{Lama pengganti penghasilan awal} <a href="https://penipu.com">x</a>', "host"),
        (f"{KEPT} buka penipu.com", "host"),
        (f"{KEPT} hubungi @penipu_serang", "mention"),
        (f"{KEPT} transfer ke 1234567890", "account"),
        (f"{KEPT} sebarkan pesan ini", "forward"),
        ("", "empty"),
        ("   ", "empty"),
    ],
)
def test_what_may_not_be_written_is_refused_with_its_reason(typed: str, code: str) -> None:
    """Kindly, by name: nothing of it ever reaches a second person."""
    assert code in codes(OJEK, typed)


def test_a_link_that_is_formatted_is_refused_as_formatting_too() -> None:
    """No sentence that staff write has links of its own, not even to the branch's sites."""
    typed = f'{KEPT} <a href="https://www.bpjsketenagakerjaan.go.id">situs</a>'
    assert "formatted" in codes(OJEK, typed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sum_is_never_parted_from_its_condition(language: str) -> None:
    """Rp42 juta and its three months stand in one paragraph, whatever is written around them."""
    key = "benefits-step-jkm-total"
    total, after = places(words(), get_sentence(service(), key, language).shipped).values()
    assert "alone" in codes(key, f"{{{total}}}\n\n{{{after}}}", language)
    assert "lost" in codes(key, f"{{{total}}}", language)
    assert codes(key, f"{{{total}}}, {{{after}}}", language) == []


def test_an_answer_is_plain_text() -> None:
    """No tags at all; signs stay as they were typed, and lines become spaces."""
    sentence = get_sentence(service(), "cost.daily", "id")
    named = " ".join(f"{{{name}}}" for name in places(words(), sentence.shipped).values())
    assert "formatted" in codes("cost.daily", f"<b>Iurannya</b> {named}")
    judged = judge(words(), service(), sentence, f"Ringan &amp; mudah:\n{named}")
    assert judged.refusals == ()
    assert judged.template.startswith("Ringan & mudah: {")


def test_tags_stay_where_a_screen_has_them() -> None:
    """Bold in a page; none where the words are drawn into a picture."""
    assert codes("explainers-ojek-1", "Pak Ujang <b>narik</b> ojek. Motornya tergelincir.") == []
    assert "formatted" in codes("benefits-step-jkk-covers", "<b>Berlaku</b> sampai pulang lagi.")


def test_formatting_does_not_outgrow_what_is_kept() -> None:
    """Tags take no room on a screen, but they do where the words are kept."""
    assert "room" in codes("explainers-ojek-1", "<b>a</b>\n<i>b</i>\n" * 120)


def test_a_list_of_steps_keeps_its_numbers() -> None:
    """The number of a line is no figure."""
    sentence = get_sentence(service(), "cases-first-other", "id")
    typed = readable(words(), sentence.shipped).replace("Tolong dulu", "Bantu dulu")
    assert codes("cases-first-other", typed) == []


def test_what_is_shown_is_what_is_measured() -> None:
    """The linter reads the words with their figures, as people do."""
    sentence = get_sentence(service(), OJEK, "id")
    assert not list(faults(preview(words(), service(), sentence, sentence.told)))
    assert set(CODES) >= {fault.code for fault in faults("Satu. Dua kata. Tiga ABC. " + "kata " * 16)}
