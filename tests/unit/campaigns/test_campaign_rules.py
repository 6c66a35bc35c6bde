"""What a campaign may not say, and what it may though it looks alike."""

from dataclasses import replace

import pytest

from bot.campaigns.content import Attachment, ButtonKind, Content, ContentButton
from bot.campaigns.fields import Measure
from bot.campaigns.refusals import CODES
from bot.campaigns.rules import check_content
from bot.facts_board import FactsBoard
from bot.programme.entries import Entries
from bot.programme.facts import Facts
from bot.screens import MediaKind
from tests.unit.campaigns.composing import TODAY, codes, measure, policy, refusals, service, words

LIMIT = measure().limit(is_caption=False)

GOOD = (
    "Halo {nama}, perlindungan kerja {iuran}. Daftar di kantor, jam 08.00-16.00.",
    "Batas potongan 31-12-2026. Tanya 175 atau buka bpjsketenagakerjaan.go.id/bpu.",
    "Santunan {santunan}. Di Kab. Serang ada 400.385 peserta, Rp650.459.000.000 sudah dibayarkan.",
    "<b>Nelayan {desa}</b>: lihat <a href='https://www.bpjsketenagakerjaan.go.id/bpu'>caranya</a>.",
    "Tulis ke https://t.me/perisai_serang_bot atau @perisai_serang_bot, bukan ke akun lain.",
    "Warung dibuka dengan Rp 8.400.Daftar sekarang, partisipasi Bapak/Ibu kami tunggu.",
    "Kirim KTP ke kantor. Sebar benih sudah selesai? Ajak teman ke balai desa.",
    "Rapat 1/12/2026 pukul 19.30 di RT 003 RW 005, kumpul 45 orang.",
)
BAD = (
    ("Unduh aplikasi di sini: cek-bpjs.apk", "program"),
    ("Silakan instal apk terlampir", "program"),
    ("Lihat https://bpjsketenagakerjaan.go.id/bantuan.apk", "program"),
    ("Daftar di bit.ly/bpjs-serang", "shortener"),
    ("Daftar di https://s.id/bpjs", "shortener"),
    ("Daftar di bit\u200b.ly/x", "shortener"),
    ("Daftar di ｂｉｔ.ly/x", "shortener"),
    ("Buka bpjs-ketenagakerjaan.com sekarang", "host"),
    ("Buka https://bpjsketenagakerjaan.go.id.evil.com", "host"),
    ("Buka https://t.me/bpjs_palsu_bot", "host"),
    ("Buka http://bpjsketenagakerjaan.go.id", "link-https"),
    ("Buka https://bpjsketenagakerjaan.go.id@evil.com/x", "link-https"),
    ("<a href='https://evil.com\\@bpjsketenagakerjaan.go.id'>x</a>", "link-https"),
    ("<a href='tg://resolve?domain=x'>x</a>", "link-https"),
    ("<a href='javascript:alert(1)'>x</a>", "link-https"),
    ("<a href='https://bpjsketenagakerjaan.go.id/{nama}'>x</a>", "link-https"),
    ("<a>x</a>", "link-empty"),
    ("Hubungi @bpjs_serang_resmi", "mention"),
    ("Transfer ke BRI 0123-01-012345-53-1", "account"),
    ("Hubungi 0812 3456 7801", "account"),
    ("Norek 123456", "account"),
    ("Rek BCA \u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660", "account"),
    ("Bagikan pesan ini ke 10 grup!", "forward"),
    ("Tolong sebarkan ke semua kontak", "forward"),
    ("BAGIKAN KE SEMUA GRUP", "forward"),
    ("Ayo viralkan", "forward"),
    ("Sebarkan info ini", "forward"),
    ("Coblos nomor 2", "politics"),
    ("Jangan lupa PILKADA", "politics"),
    ("Dukung partai kami", "politics"),
    ("Halo {nma}", "field"),
    ("Halo {<b>nama</b>}", "field"),
    ("Halo {nama", "field"),
    ("Halo nama}", "field"),
    ("<h1>Halo</h1>", "tag"),
    ("<script>x</script>", "tag"),
    ("<b>Halo", "unclosed"),
    ("<b><i>Halo</b></i>", "unclosed"),
    ("   ", "empty"),
    ("\u200b", "empty"),
)


@pytest.mark.parametrize("html", GOOD)
def test_what_a_branch_writes_is_let_through(html: str) -> None:
    """Dates, times, amounts, the branch's own sites, the bot's own name."""
    assert refusals(html) == ()


@pytest.mark.parametrize(("html", "code"), BAD)
def test_what_people_are_cheated_with_is_refused_with_its_reason(html: str, code: str) -> None:
    """Also where it is written so that a quick look misses it."""
    assert code in codes(html)


def test_everything_wrong_is_told_at_once() -> None:
    """Staff need not try five times."""
    assert set(codes("Bagikan ke 5 grup: bit.ly/x, pilkada, {apa}")) == {
        "forward",
        "shortener",
        "politics",
        "field",
    }


@pytest.mark.parametrize(("extra", "code"), [("", None), ("x", "too-long")])
def test_the_longest_values_must_fit(extra: str, code: str | None) -> None:
    """The longest name there can be counts; one letter more is refused, and the number is told."""
    text = "a" * (LIMIT - 60) + "{nama}" + extra
    assert codes(text) == ([code] if code else [])


def test_a_caption_is_shorter() -> None:
    """1024 below a photo, less the room for the mark of one that is sent again."""
    photo, limit = Attachment(MediaKind.PHOTO, "id"), measure().limit(is_caption=True)
    assert 900 < limit < 1024
    assert codes("a" * limit, photo) == []
    [refusal] = refusals("a" * (limit + 1), photo)
    assert (refusal.code, refusal.what, refusal.limit) == ("too-long", str(limit + 1), limit)


def test_an_emoji_counts_twice() -> None:
    """Telegram counts UTF-16 units."""
    assert codes("😀" * (LIMIT // 2)) == []
    assert codes("😀" * (LIMIT // 2) + "aa") == ["too-long"]


def test_tags_do_not_count() -> None:
    """Telegram counts after entities are parsed, not before."""
    assert codes("<b>" + "&amp;" * LIMIT + "</b>") == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("brosur.pdf", []),
        ("BROSUR.PDF", []),
        ("cek.apk", ["program"]),
        ("a.pdf.exe", ["program"]),
        ("a.docm", ["file-kind"]),
        ("", ["file-kind"]),
    ],
)
def test_only_papers_and_pictures_go_out_as_files(name: str, found: list[str]) -> None:
    """By the ending that a phone goes by."""
    assert codes("Halo", Attachment(MediaKind.DOCUMENT, "id", name)) == found


def test_buttons_are_held_to_the_same_rules() -> None:
    """Three at most; a link's label and address are read like the text."""
    link = ContentButton(ButtonKind.LINK, "Cara daftar", "https://bpjsketenagakerjaan.go.id/bpu")
    register = ContentButton(ButtonKind.REGISTER)
    assert codes("Halo", None, (link, register, register)) == []
    assert codes("Halo", None, (link,) * 4) == ["buttons"]
    assert codes("Halo", None, (ContentButton(ButtonKind.LINK, "x", "https://bit.ly/x"),)) == ["shortener"]
    assert codes("Halo", None, (ContentButton(ButtonKind.LINK, "x", "bpjsketenagakerjaan.go.id"),)) == [
        "link-https"
    ]
    assert codes("Halo", None, (ContentButton(ButtonKind.LINK, "x" * 41, link.url),)) == ["button-label"]
    assert codes("Halo", None, (ContentButton(ButtonKind.LINK, "pemilu", link.url),)) == ["politics"]


def test_every_rule_has_its_words() -> None:
    """A refusal without a reason helps nobody."""
    keys = service().texts.keys("id")
    assert {f"campaigns-why-{code}" for code in CODES} <= keys
    assert words().has("campaigns-why-account")


def test_no_refused_word_is_refused_by_chance() -> None:
    """Words are whole words: "partai" is refused, "partaian" is somebody's street."""
    pattern = policy().word_pattern()
    assert all(pattern.fullmatch(word) for word in policy().words)
    assert not pattern.search("partaian")


def test_a_figure_that_ends_soon_is_refused() -> None:
    """It might be sent on a day on which it is no longer true."""
    ended = replace(
        service(),
        board=FactsBoard(Facts(Entries(tuple(e for e in Facts.load().entries if e.id != "jkm.total")))),
    )
    found = check_content(Content("{santunan} {iuran}"), policy(), Measure(words(), ended, TODAY))
    assert [(refusal.code, refusal.what) for refusal in found] == [("fact", "{santunan}")]
