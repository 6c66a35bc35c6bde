"""Texts: what is asked for comes out whole and escaped, or it is an error."""

from pathlib import Path

import pytest

from bot.errors import TextError
from bot.texts import Markup, Texts

INDONESIAN = """\
-brand = BPJS Ketenagakerjaan
start-welcome =
    Selamat datang, <b>{ $name }</b>.

    Ini layanan { -brand }.
    Kami tidak pernah meminta OTP.
    .yes = Ya, { $name }
    .no = Tidak
start-count = { $count ->
    [0] Belum ada calon.
   *[other] Ada { $count } calon di { $place }.
}
start-job = { $job ->
    [ojek] Sopir
   *[other] Pekerja
}
start-consent = Saya setuju. { start-short }
start-short = Data saya dipakai { -brand }.
start-raw = { $html }
start-only-attribute =
    .label = Kembali
"""
ENGLISH = """\
start-welcome = Welcome, <b>{ $name }</b>.
start-count = { $count ->
    [one] One lead
   *[other] { $count } leads
} in { $place }
"""


def load(folder: Path, *, strict: bool = True, **languages: str) -> Texts:
    for language, content in languages.items():
        (folder / language).mkdir(exist_ok=True)
        (folder / language / "start.ftl").write_text(content, encoding="utf-8")
    return Texts.load(folder, strict=strict)


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    return load(tmp_path, id=INDONESIAN, en=ENGLISH)


def test_paragraphs_survive(texts: Texts) -> None:
    """A blank line in a text is a blank line in the message, and no isolation marks get in."""
    assert texts.render("id", "start-welcome", name="Sari") == (
        "Selamat datang, <b>Sari</b>.\n\nIni layanan BPJS Ketenagakerjaan.\nKami tidak pernah meminta OTP."
    )


def test_arguments_are_escaped(texts: Texts) -> None:
    """A person's name cannot become markup."""
    assert "&lt;i&gt;A &amp; B&quot;" in texts.render("en", "start-welcome", name='<i>A & B"')


def test_markup_is_not_escaped_again(texts: Texts) -> None:
    """A piece that is already safe, such as a rendered text, goes in as it is."""
    piece = texts.render("id", "start-welcome", name="Ma'mur & Co")
    assert texts.render("id", "start-raw", html=piece) == piece
    assert texts.render("id", "start-raw", html=Markup("<b>x</b>")) == "<b>x</b>"


def test_labels_are_plain(texts: Texts) -> None:
    """A button label is not HTML, so nothing in it is escaped and nothing marked up may get in."""
    assert texts.plain("id", "start-welcome.yes", name="Ma'mur & Co") == "Ya, Ma'mur & Co"
    with pytest.raises(TextError):
        texts.plain("id", "start-welcome.yes", name=Markup("<b>x</b>"))


def test_attributes_have_their_own_keys(texts: Texts) -> None:
    """The words beside a message are reached as key.attribute; a message without words has only those."""
    assert texts.plain("id", "start-only-attribute.label") == "Kembali"
    with pytest.raises(TextError):
        texts.plain("id", "start-only-attribute")


@pytest.mark.parametrize(
    ("key", "args"),
    [
        ("start-welcome", {}),
        ("start-welcome.maybe", {}),
        ("start-nothing", {}),
        ("start-welcome", {"name": "Sari", "age": "40"}),
        ("start-welcome", {"name": 16800}),
        ("start-welcome", {"name": None}),
        ("start-welcome", {"name": 1.5}),
        ("start-count", {"count": "3", "place": "Serang"}),
        ("start-count", {"count": True, "place": "Serang"}),
        ("start-job", {"job": 1}),
    ],
)
def test_what_does_not_fit_is_an_error(texts: Texts, key: str, args: dict[str, str]) -> None:
    """Missing, unused and wrongly typed arguments and unknown keys never reach a person."""
    with pytest.raises(TextError):
        texts.render("id", key, **args)


def test_an_error_tells_no_values(texts: Texts) -> None:
    """A text error names arguments but never repeats what a person wrote."""
    with pytest.raises(TextError) as caught:
        texts.render("id", "start-welcome", name="Sari", phone="081234567890")
    assert "phone" in str(caught.value)
    assert "081234567890" not in str(caught.value)


def test_a_surplus_argument_does_not_hurt_in_production(tmp_path: Path) -> None:
    """Outside strict mode an unused argument is ignored: it would only harm the person."""
    texts = load(tmp_path, strict=False, id="a = A")
    assert texts.render("id", "a", b="x") == "A"


def test_plurals_take_numbers(texts: Texts) -> None:
    """An int chooses the plural and is printed the way its language groups digits."""
    assert texts.render("id", "start-count", count=0, place="Serang") == "Belum ada calon."
    assert texts.render("id", "start-count", count=1234, place="Serang") == "Ada 1.234 calon di Serang."
    assert texts.render("en", "start-count", count=1, place="Serang") == "One lead in Serang"
    assert texts.render("en", "start-count", count=1234, place="Serang") == "1,234 leads in Serang"


def test_words_choose_too(texts: Texts) -> None:
    """A word chooses among words and falls to the text's own default."""
    assert texts.render("id", "start-job", job="ojek") == "Sopir"
    assert texts.render("id", "start-job", job="nelayan") == "Pekerja"


def test_an_unknown_language_reads_as_indonesian(texts: Texts) -> None:
    """Only the language falls back; a key missing from a known language is an error."""
    assert texts.render("jv", "start-short") == "Data saya dipakai BPJS Ketenagakerjaan."
    with pytest.raises(TextError):
        texts.render("en", "start-short")


def test_texts_can_be_compared(texts: Texts) -> None:
    """Keys, variables and numbers of a text can be listed, also through the texts it takes in."""
    assert texts.languages() == {"id", "en"}
    assert texts.keys("en") == {"start-welcome", "start-count"}
    assert texts.keys("jv") == set()
    assert texts.variables("id", "start-welcome") == {"name"}
    assert texts.variables("id", "start-count") == {"count", "place"}
    assert texts.numbers("id", "start-count") == {"count"}
    assert texts.variables("id", "start-consent") == set()


def test_the_fingerprint_follows_the_words(tmp_path: Path) -> None:
    """A consent's hash changes with its words, also those it takes in, and not with indentation."""
    first = load(tmp_path, id=INDONESIAN).hash("id", "start-consent")
    reindented = INDONESIAN.replace("start-short = Data", "start-short =\n        Data")
    assert load(tmp_path, id=reindented).hash("id", "start-consent") == first
    reworded = INDONESIAN.replace("BPJS Ketenagakerjaan", "BPJS")
    assert load(tmp_path, id=reworded).hash("id", "start-consent") != first
    assert len(first) == 64


@pytest.mark.parametrize(
    "broken",
    [
        "a = { $x",
        "a = A\na = B",
        "a = { b }",
        "a = { -b }",
        "a = { b.c }\nb = B",
        "a = { b }\nb = { a }",
        "a = { NUMBER($x) }",
        "a = { -b }\n-b = B { $x }",
    ],
)
def test_broken_files_stop_the_start(tmp_path: Path, broken: str) -> None:
    """What is broken, double, refers to nothing or to itself, or calls a function, never loads."""
    with pytest.raises(TextError):
        load(tmp_path, id=broken)


def test_what_is_broken_is_found_quickly(tmp_path: Path) -> None:
    """The error names file and line: an attribute, like every name, begins with a letter."""
    with pytest.raises(TextError, match=r"id/start\.ftl:3: Expected"):
        load(tmp_path, id="a = A\nb = B\n    .18to39 = 18 - 39\n")


def test_two_files_may_not_define_the_same_text(tmp_path: Path) -> None:
    """Fluent keeps the first of two silently; we refuse."""
    load(tmp_path, id="a = A")
    (tmp_path / "id" / "other.ftl").write_text("a = B")
    with pytest.raises(TextError):
        Texts.load(tmp_path)


def test_indonesian_must_be_there(tmp_path: Path) -> None:
    """Without the language that everything falls back to nothing starts."""
    with pytest.raises(TextError):
        load(tmp_path, en="a = A")


def test_an_argument_too_long_is_an_error(texts: Texts) -> None:
    """Fluent refuses pieces over 2,500 characters inside a text; that is an error, never a silent {???}."""
    with pytest.raises(TextError):
        texts.render("id", "start-welcome", name="a" * 2501)
