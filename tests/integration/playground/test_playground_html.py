"""Telegram's HTML: what it means and what is broken."""

from __future__ import annotations

import pytest

from playground.html import parse_html
from playground.refusals import Refused
from playground.rendering import render


def _entity(type: str, offset: int, length: int, **more: str) -> dict[str, object]:
    return {"offset": offset, "length": length, "type": type, **more}


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("a &lt;b&gt; &amp; &quot;c&quot;", 'a <b> & "c"', []),
        ("&#65;&#x42;&copy;&", "AB&copy;&", []),
        ("<b>a</b><strong>b</strong>", "ab", [_entity("bold", 0, 1), _entity("bold", 1, 1)]),
        ("<i>a</i><em>b</em>", "ab", [_entity("italic", 0, 1), _entity("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [_entity("underline", 0, 1), _entity("underline", 1, 1)]),
        ("<s>a</s><del>b</del>", "ab", [_entity("strikethrough", 0, 1), _entity("strikethrough", 1, 1)]),
        ("<code>x</code>", "x", [_entity("code", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [_entity("pre", 0, 1, language="py")]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [_entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [_entity("spoiler", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [_entity("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [_entity("expandable_blockquote", 0, 1)]),
        (
            "<a href='https://a.id/?x=1&amp;y=2'>x</a>",
            "x",
            [_entity("text_link", 0, 1, url="https://a.id/?x=1&y=2")],
        ),
        ('<a href="nonsense">x</a>', "x", []),
        ("😀<b>😀x</b>", "😀😀x", [_entity("bold", 2, 3)]),
        ("<B>x</B >", "x", [_entity("bold", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [_entity("bold", 0, 2), _entity("italic", 1, 1)]),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [_entity("bold", 0, 1)]),
    ],
)
def test_meaning(html: str, text: str, entities: list[dict[str, object]]) -> None:
    """Tags become entities with offsets in UTF-16 units; references become characters."""
    assert parse_html(html) == (text, entities)


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a "x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
    ],
)
def test_broken(html: str, problem: str) -> None:
    """Broken HTML is refused with TDLib's words and byte offsets."""
    with pytest.raises(Refused) as refusal:
        parse_html(html)
    assert refusal.value.description == f"Bad Request: can't parse entities: {problem}"


def test_rendering_is_safe() -> None:
    """What the page draws has nothing in it but escaped text, known tags and checked links."""
    text, entities = parse_html('<b>&lt;script&gt;<i>x</i></b> <a href="https://a.id/&quot;&gt;">y</a>')
    assert render(text, entities) == (
        '<b>&lt;script&gt;<i>x</i></b> <a href="https://a.id/&quot;&gt;" target="_blank"'
        ' rel="noopener noreferrer">y</a>'
    )


def test_rendering_overlaps() -> None:
    """Entities that overlap are drawn as proper HTML all the same."""
    entities = [_entity("bold", 0, 2), _entity("italic", 1, 2)]
    assert render("abc", entities) == "<b>a<i>b</i></b><i>c</i>"


def test_rendering_refuses_other_schemes() -> None:
    """A link that could run something is drawn as text."""
    assert render("x", [_entity("text_link", 0, 1, url="javascript:alert(1)")]) == "x"
