"""The picture of a benefit: asked for in an update, drawn by the outbox, free to be forwarded."""

import pytest

from bot import cards
from bot.benefits import CARDS_AN_HOUR
from bot.card_texts import CardText
from bot.cards import draw_card
from storage.database import in_transaction
from tests.integration.house_stage import SARI, Stage


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether a transaction was open at each drawing."""
    seen: list[bool] = []

    def watched(text: CardText) -> bytes:
        seen.append(in_transaction.get())
        return draw_card(text)

    monkeypatch.setattr(cards, "draw_card", watched)
    return seen


async def test_a_picture_comes_with_its_words(stage: Stage, drawn: list[bool]) -> None:
    """Outside any transaction, as a photo that may be forwarded, its caption saying all that it shows."""
    await stage.says(SARI, "/start", "/manfaat")
    await stage.presses(SARI, "🏥 Dirawat di rumah sakit")
    screen = stage.last(SARI)
    await stage.presses(SARI, "🖼 Kirim gambarnya")
    assert drawn == []
    assert await stage.house.outbox.drain() == 1
    assert drawn == [False]
    picture = stage.messages(SARI)[-1]
    assert picture["photo"]
    assert picture["text"] == screen
    assert not picture["protect_content"]


async def test_nobody_is_sent_pictures_without_end(stage: Stage) -> None:
    """So many an hour, then a kind word."""
    await stage.says(SARI, "/start", "/manfaat")
    await stage.presses(SARI, "Tabungan hari tua")
    for _ in range(CARDS_AN_HOUR + 3):
        await stage.presses(SARI, "🖼 Kirim gambarnya")
    assert await stage.count("message") == CARDS_AN_HOUR
