"""From /start every button of every screen is pressed, through the real dispatch: nothing ends, all is plain.

A press is a transaction of its own that is rolled back, so that each screen is left in every way it has.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.dispatch import Dispatch
from storage.contacts import find_by_telegram_id
from storage.conversations import Place
from storage.database import Transaction
from storage.models.staff import Role
from tests.integration.house_stage import NOW, SARI, Stage
from tests.plain_words import faults

HOME, PERSON = ("home", "show"), ("cases", "help")
TAPS = 2
PASSING = {"asked", "number"}  # no part of what a screen is: a case asked for anew has a new number
NUMBERED = {"help", "misfortune"}  # with the number of a case, which is no word
FEWEST = 150  # screens; with less the walk has stopped somewhere


@dataclass(slots=True)
class Seen:
    """A screen as it was reached, and the screens its buttons lead to."""

    place: Place
    screen: Screen
    way: tuple[str, ...]
    onward: list["Seen"] = field(default_factory=list)

    @property
    def key(self) -> tuple[object, ...]:
        """Screens alike but for their figures are one: the table of contributions has hundreds."""
        labels = tuple(re.sub(r"[0-9.,]+", "#", button.label) for button in self.screen.buttons())
        params = {name: value for name, value in self.place.params.items() if name not in PASSING}
        return (self.screen.name, str(sorted(params.items())), labels)

    def actions(self) -> Iterator[tuple[Button, Action]]:
        return ((button, button.action) for button in self.screen.buttons() if button.action)

    def offers(self, way: tuple[str, str]) -> bool:
        return any((action.noun, action.verb) == way for _, action in self.actions())

    def reaches(self, way: tuple[str, str], taps: int = TAPS) -> bool:
        return self.offers(way) or (taps > 1 and any(next_.reaches(way, taps - 1) for next_ in self.onward))


class Walk:
    """Breadth-first over the screens, by pressing."""

    def __init__(self, stage: Stage, language: str) -> None:
        self._house = stage.house
        self._dispatch = Dispatch(stage.house.routes)
        self.language = language
        self.seen: dict[tuple[object, ...], Seen] = {}

    async def from_start(self) -> None:
        first = await self._arrive(Place("home", {}), None, ("/start",))
        assert first is not None
        waiting, self.seen = deque([first]), {first.key: first}
        while waiting:
            here = waiting.popleft()
            for button, action in here.actions():
                found = await self._arrive(here.place, action, (*here.way, button.label))
                if found is None:
                    continue
                known = self.seen.setdefault(found.key, found)
                here.onward.append(known)
                if known is found:
                    waiting.append(found)

    async def _arrive(self, place: Place, action: Action | None, way: tuple[str, ...]) -> Seen | None:
        """What is shown after a tap, or after /start; None where a notice says that more is to come."""
        async with self._house.database.transaction() as tx:
            visit = await self._visit(tx, place)
            await self._press(visit, action)
            await tx.session.rollback()
        refusals = {visit.words.label(key) for key in ("nav-stale", "nav-not-allowed")}
        assert visit.toast not in refusals, way
        assert visit.replies or visit.toast, way
        return Seen(visit.place, visit.replies[-1], way) if visit.replies else None

    async def _visit(self, tx: Transaction, place: Place) -> Visit:
        contact = await find_by_telegram_id(tx, SARI)
        assert contact is not None
        contact = contact.model_copy(update={"language": self.language})
        house = self._house
        return Visit(tx, house.service, house.routes.screens, contact, Role.WORKER, place, NOW, "Sari")

    async def _press(self, visit: Visit, action: Action | None) -> None:
        context = cast("Any", SimpleNamespace(visit=visit))
        if action is None:
            update: Any = SimpleNamespace(effective_message=SimpleNamespace(text="/start"))
            await self._dispatch.command("start")(update, context)
            return
        update = SimpleNamespace(callback_query=SimpleNamespace(data=action.encode()))
        await self._dispatch.button(update, context)


@pytest.mark.long  # some thousand presses
@pytest.mark.timeout(900)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # nothing of it is kept, on no engine
@pytest.mark.parametrize("language", ["id", "en"])
async def test_every_screen_leads_on_in_plain_words(stage: Stage, language: str) -> None:
    """No dead end; home and a person are never more than two taps away; in Indonesian all of it is plain."""
    await stage.says(SARI, "/start")
    walk = Walk(stage, language)
    await walk.from_start()
    screens = list(walk.seen.values())
    assert len(screens) >= FEWEST
    assert [seen.way for seen in screens if not seen.screen.buttons()] == []
    assert [seen.way for seen in screens if not seen.reaches(HOME)] == []
    assert [seen.way for seen in screens if not seen.reaches(PERSON)] == []
    if language == "id":  # which the measure is made for
        assert hard(screens) == {}


def hard(screens: list[Seen]) -> dict[tuple[str, ...], list[object]]:
    """What is not two sentences a paragraph, fifteen words a sentence."""
    told = (seen for seen in screens if seen.screen.name not in NUMBERED)
    found = {seen.way: list[object](faults(seen.screen.text)) for seen in told}
    return {way: wrong for way, wrong in found.items() if wrong}
