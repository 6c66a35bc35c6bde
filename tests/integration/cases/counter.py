"""What tests of cases do and look at: who asks, what went out to whom, and time that passes."""

from datetime import timedelta
from typing import Any

from bot.timer_kinds import TIMER_KINDS
from bot.timers import TimerRunner
from playground.views import view_chat
from storage.cases import CaseCard, list_cases_of
from storage.contacts import find_by_telegram_id
from tests.integration.house_stage import SARI, Stage

TATI, UJANG = 1030, 1011
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


async def delivered(stage: Stage) -> None:
    """Everything that is due has been sent."""
    while await stage.house.outbox.drain():
        pass


async def passes(stage: Stage, by: timedelta) -> None:
    """Time passes, what is due happens, and what that led to is sent."""
    stage.house.service.clock.move(by)
    await TimerRunner(stage.house.database, stage.house.service, TIMER_KINDS).run_due()
    await delivered(stage)


async def asks(stage: Stage, *words: str, who: int = SARI, command: str = "/bantuan") -> None:
    """Somebody asks for a person, and says what about."""
    await stage.says(who, "/start", command, *words)
    await delivered(stage)


async def newest_case(stage: Stage, who: int = SARI) -> CaseCard:
    """Somebody's newest case."""
    async with stage.house.database.transaction(read_only=True) as tx:
        contact = await find_by_telegram_id(tx, who)
        assert contact is not None
        return (await list_cases_of(tx, contact.id))[-1]


async def tapped(stage: Stage, who: int, data: str) -> str:
    """Somebody presses a button that may or may not be there; what the small notice says."""
    assert (await stage.receives(stage.tapped(who, data))).status == 200
    await delivered(stage)
    return toast(stage, who)


def toast(stage: Stage, who: int) -> str:
    """The short notice that somebody saw last."""
    shown: dict[str, Any] | None = view_chat(stage.world, stage.person(who))["toast"]
    return str(shown["text"]) if shown else ""


def seen(stage: Stage, who: int) -> str:
    """Everything the bot wrote to somebody, as it stands now."""
    return "\n===\n".join(stage.shown(who))


def heard(stage: Stage, who: int, words: str) -> int:
    """In how many messages somebody was told these words by the other side."""
    signs = ("💬", "👤")
    return sum(text.startswith(signs) and words in text for text in stage.shown(who))


async def replied(stage: Stage, who: int, to: str, **content: object) -> None:
    """Somebody replies to the newest message that has these words."""
    message = next(m for m in reversed(stage.messages(who)) if m["from"] == "bot" and to in m["text"])
    update = stage.sent(who, **content)
    update["message"]["reply_to_message"] = {
        "message_id": message["message_id"],
        "date": update["message"]["date"],
        "chat": update["message"]["chat"],
        "from": {"id": 7000000001, "is_bot": True, "first_name": "Layanan"},
        "text": message["text"],
    }
    assert (await stage.receives(update)).status == 200
    await delivered(stage)
