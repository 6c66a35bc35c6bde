"""The shipped texts: complete in every language, plain, and never with a figure of their own."""

import re
from html.parser import HTMLParser

import pytest

from bot.answers import match_option, normalise
from bot.forms import Question
from bot.registration.form import FORM
from handlers.registration.questions import option_button
from tests.shipped import texts
from tests.unit.visiting import visit

TEXTS = texts()
LANGUAGES = sorted(TEXTS.languages())
KEYS = sorted(TEXTS.keys("id"))

QUESTION_SENTENCES, QUESTION_WORDS = 2, 15
SENTENCES, WORDS = 4, 26
PAGES = {
    "benefits-proof",
    "campaigns-came",
    "cases-first-accident",
    "cases-first-death",
    "cases-first-other",
    "facts-compared",
    "funnel-line",
    "funnel-line-started",
    "funnel-month",
    "funnel-week",
    "offers-offer",
    "privacy",
    "onbehalf-consent",
    "registration-consent",
    "safety-warn-code",
}
"""Texts that are read, not answered: as many sentences as they need, each short."""

ABBREVIATIONS = {"BPJS", "RT", "RW", "RT/RW", "HP", "KTP", "QR", "PIN", "MULAI", "START", "NIK", "TNI"}
"""What everybody in Serang knows, and Telegram's own button; anything else is explained or not used."""
EXAMPLES = ("registration-why", "contributions-example")
"""Phones by the form's own rules, and an income as one may write it: no facts of the programme."""
GIVEN = {"home-greeting"}  # its words are given, OTP and APK among them: people were cheated by these names
NAMES = "facts-word."  # what banks, apps and offices call themselves
TAGS = {"b", "i", "code"}

LABELS = sorted(
    {key for key in KEYS if "." in key} | {key.removesuffix("-also") for key in KEYS if "-also" in key}
)
QUESTIONS = [question.id for question in FORM.questions if question.id != "consent"]


def sample(lang: str, key: str, number: int = 2) -> str:
    """The text with an unmistakable word for each argument."""
    numbers = TEXTS.numbers(lang, key)
    return TEXTS.render(
        lang, key, **{name: number if name in numbers else "Kata" for name in TEXTS.variables(lang, key)}
    )


def sentences(text: str) -> list[str]:
    bare = re.sub(r"<[^>]+>", "", text)
    return [part for part in re.split(r"[.?!](?:\s+|$)|\n+", bare) if re.search(r"\w{2}", part)]


def words_of(sentence: str) -> list[str]:
    return [word for word in sentence.split() if re.search(r"\w", word)]


def test_indonesian_and_english_are_there() -> None:
    """Indonesian first; English proves the mechanism."""
    assert LANGUAGES == ["en", "id"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_says_everything(lang: str) -> None:
    """The same keys, taking the same arguments, the same of them numbers."""
    assert sorted(TEXTS.keys(lang)) == KEYS
    for key in KEYS:
        assert TEXTS.variables(lang, key) == TEXTS.variables("id", key), key
        assert TEXTS.numbers(lang, key) == TEXTS.numbers("id", key), key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1, 2, 24])
def test_every_text_can_be_rendered(lang: str, number: int) -> None:
    """No text breaks, whatever it counts, and none is empty."""
    assert all(sample(lang, key, number).strip() for key in KEYS)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert not attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markup_is_telegrams_and_closed(lang: str) -> None:
    """Only a few tags, each closed: broken HTML would lose the whole message."""
    for key in KEYS:
        tags = _Tags()
        tags.feed(sample(lang, key))
        assert not tags.open, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_labels_are_plain_and_short(lang: str) -> None:
    """Buttons show tags as they stand, and a small phone cuts what is long."""
    for key in LABELS:
        if not key.endswith("-also"):
            label = sample(lang, key)
            assert "<" not in label, key
            assert len(label) <= 40, key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_at_most_two_short_sentences(lang: str, question: str) -> None:
    """Who reads little reads two sentences."""
    said = sentences(sample(lang, f"registration-{question}"))
    assert len(said) <= QUESTION_SENTENCES
    assert all(len(words_of(sentence)) <= QUESTION_WORDS for sentence in said), said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_stands_twice_beside_itself(lang: str) -> None:
    """Neither as written nor once the name of a language or of a person has come in."""
    doubled = re.compile(r"\b([^\W\d_]{2,}) \1\b", re.IGNORECASE)
    names = {"language": "Bahasa Indonesia", "name": "Pak Budi"}
    for key in KEYS:
        numbers, given = TEXTS.numbers(lang, key), TEXTS.variables(lang, key)
        args = {name: 2 if name in numbers else names.get(name, "#") for name in given}
        said = re.sub(r"<[^>]+>", "", TEXTS.render(lang, key, **args))
        assert key.endswith("-also") or not doubled.search(said), (key, said)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_is_long(lang: str) -> None:
    """Few sentences, each one breath; pages have more, not longer ones."""
    for key in KEYS:
        if key.endswith(("-also", "-card")):
            continue
        said = sentences(sample(lang, key))
        assert key in PAGES or len(said) <= SENTENCES, key
        assert all(len(words_of(sentence)) <= WORDS for sentence in said), (key, said)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_states_a_figure(lang: str) -> None:
    """Money, shares, periods and phones come in as arguments, from data that has a source and a date."""
    figure = re.compile(
        r"Rp|%|[0-9]{1,3}(?:[.,][0-9]{3})+|\b175\b|\b(?:setengah|separuh|half)\b"
        r"|(?:[0-9]|\b(?:satu|dua|tiga|enam|one|two|three|six))\s*(?:ribu|juta|bulan|tahun|thousand|million|months?|years?)\b"
    )
    for key in KEYS:
        if not key.startswith(EXAMPLES):
            assert not figure.search(_template(lang, key)), key


def _template(lang: str, key: str) -> str:
    return "" if TEXTS.numbers(lang, key) else sample(lang, key)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_abbreviations_are_explained_or_not_used(lang: str) -> None:
    """Capital letters in a row are a riddle to most."""
    for key in {key for key in KEYS if not key.startswith(NAMES)} - GIVEN:
        found = set(re.findall(r"\b[A-Z]{2,}(?:/[A-Z]{2,})*\b", sample(lang, key)))
        assert found <= ABBREVIATIONS, key


def test_people_are_addressed_politely() -> None:
    """Bapak/Ibu, never kamu and never a cold Anda."""
    for key in KEYS:
        assert not re.search(r"\b(?:kamu|anda|elu|lu)\b", sample("id", key), re.IGNORECASE), key


def test_the_welcome_says_what_we_never_ask_for() -> None:
    """Word for word, because people are cheated in our name."""
    greeting = TEXTS.plain("id", "start-greeting", branch="BPJS Ketenagakerjaan Serang")
    assert re.sub("<[^>]+>", "", greeting) == (
        "Halo Bapak/Ibu, ini layanan otomatis BPJS Ketenagakerjaan Serang. "
        "Kami bantu jelaskan perlindungan kerja dan catat minat."
    )
    assert TEXTS.plain("id", "home-greeting", phone="175") == (
        "Kami tak pernah minta OTP, kode masuk, PIN, sandi, angka kartu ATM, atau transfer pribadi. "
        "Kami tak pernah kirim APK; ragu, telepon 175."
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_consent_tells_all_that_the_law_asks(lang: str) -> None:
    """What, what for, for how long, who answers for it, which rights (UU 27/2022 Pasal 21)."""
    for key in ("registration-consent", "privacy"):
        assert TEXTS.variables(lang, key) == {"controller", "contact", "months"}, key
    consent = sample(lang, "registration-consent", 24)
    assert "24" in consent
    assert "/data_saya" in consent
    assert "/hapus_data" in consent


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("question", [q for q in FORM.questions if q.options], ids=lambda q: q.id)
def test_what_may_be_typed_means_one_option(lang: str, question: Question) -> None:
    """Every word listed for an option leads to that option and to no other."""
    asked = visit(language=lang)
    buttons = {option: option_button(asked, question, option) for option in question.options}
    options = [(option, button.label, button.aliases) for option, button in buttons.items()]
    for option, button in buttons.items():
        for said in (button.label, *button.aliases):
            assert match_option(said, options) == option, said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_aliases_belong_to_a_button(lang: str) -> None:
    """`<key>-also` without `<key>` is read by nobody."""
    for key in KEYS:
        if key.endswith("-also"):
            assert key.removesuffix("-also") in KEYS
            assert all(normalise(alias) for alias in TEXTS.plain(lang, key).split(", ")), key


LAWS = frozenset({"benefits", "eligibility", "explainers"})
"""What these texts count is a fact, in words already: "3 months", or a figure of law, 48 or 18."""
OF_A_LIMIT = {
    "campaigns-days-silent": "one of the days on offer",
    "campaigns-days-within": "one of the days on offer",
    "campaigns-text-now": "of a limit of thousands",
    "campaigns-why-button-label": "a limit of ours",
    "campaigns-why-buttons": "a limit of ours",
    "campaigns-why-name": "a limit of ours",
    "campaigns-why-too-long": "more than a limit",
    "contributions-days-choice": "working days of a month",
    "contributions-months": "one month has words of its own",
    "privacy-data-unread": "how long it is kept",
    "registration-lapse-abandoned": "how long it is kept",
    "registration-lapse-unconsented": "how long it is kept",
    "sentences-why-room": "a limit of ours",
    "sentences-why-sentences": "a limit of ours",
    "sentences-why-words": "a limit of ours",
}
"""Texts whose count is never one, and why."""
SAID_OF_ONE = frozenset(
    {"has", "is", "was", "does", "hands", "becomes", "sounds", "hides", "pays", "this", "waits"}
)
"""Words on -s that rightly follow a single thing, here a name."""
MANY = re.compile(
    r"(?<![0-9A-Za-z.,-])(?:1|One|one) (?:(?!of )[a-z]+ )?(people|children|have|are|were|[a-z]{2,}s)\b"
)


def plurals_of_one(key: str) -> list[str]:
    """What an English text calls many when everything it counts is one."""
    numbers = TEXTS.numbers("en", key)
    ones = {name: 1 if name in numbers else "1" for name in TEXTS.variables("en", key)}
    told = re.sub(r"<[^>]+>", "", TEXTS.render("en", key, **ones)) if ones else ""
    return [found[0] for found in MANY.finditer(told) if found[1] not in SAID_OF_ONE]


def test_one_is_not_told_as_many() -> None:
    """Never "1 people": wherever English counts, it chooses its words by the number."""
    counted = (key for key in TEXTS.keys("en") if key.partition("-")[0] not in LAWS)
    wrong = {key: found for key in counted if (found := plurals_of_one(key))}
    assert {key: found for key, found in wrong.items() if key not in OF_A_LIMIT} == {}
    assert OF_A_LIMIT.keys() - wrong.keys() == set()


@pytest.mark.parametrize(
    ("key", "one", "two"),
    [
        ("campaigns-audience-all", "1 of 1 person.", "1 of 2 people."),
        ("campaigns-wave", "1 person has it", "2 people have it"),
        ("facts-unit.jobs-at-most", "at most 1 job", "at most 2 jobs"),
        ("questions-card", "Asked once, 1.", "Asked 2 times, last 1."),
    ],
)
def test_it_counts_in_english(key: str, one: str, two: str) -> None:
    """One and two, side by side."""
    for count, expected in ((1, one), (2, two)):
        numbers = TEXTS.numbers("en", key)
        told = {name: count if name in numbers else "1" for name in TEXTS.variables("en", key)}
        assert expected in re.sub(r"<[^>]+>", "", TEXTS.render("en", key, **told))
