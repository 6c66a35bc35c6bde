"""A walk over screens: every button is pressed, and what is worth typing is typed, by the real dispatch.

A press is a transaction of its own that is rolled back, so that each screen is left in every way it has; what
somebody had answered in a form so far goes along with the screen.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any, cast

from bot.access import is_allowed
from bot.errors import NotAllowed, NotFound
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.dispatch import Dispatch
from storage.contacts import find_by_telegram_id
from storage.conversations import Place, SavedDraft, find_place
from storage.database import Transaction
from storage.models.staff import Role
from storage.types import JsonObject
from tests.integration.house_stage import SARI, Stage

TAPS = 2
PASSING = {"asked", "number", "back"}  # no part of what a screen is: a case asked for anew has a new number
SAID: dict[str, tuple[str, ...]] = {
    "home": ("iurane pira", "zzzz qqqq", "kalau telat bayar kena denda gak", "berapa lama klaim"),
    "contributions": ("1,5 jt", "50 ribu sehari", "5 juta sekali panen", "1jt-2jt", "-3", "gak tentu"),
    "report": ("Ada yang minta transfer, katanya dari sini",),
    "work": ("tukang cukur",),
    "name": ("Bu Sari",),
    "phone": ("0812 3456 7890",),
    "village": ("pontang", "desa pontang"),
    "neighbourhood": ("rt 3 rw 5",),
}
"""What is typed where typing leads on: by the screen, or by the form's question."""


@dataclass(slots=True, eq=False)
class Seen:
    """A screen as it was reached, what was answered on the way, and the screens it leads to."""

    place: Place
    screen: Screen
    way: tuple[str, ...]
    drafts: dict[str, SavedDraft | None]
    by_shape: bool = False
    onward: list["Seen"] = field(default_factory=list, repr=False)  # in circles: never to be printed

    @property
    def question(self) -> str:
        """What the form asks here, if a form is what stands here."""
        return str(self._form().get("question", ""))

    def _form(self) -> JsonObject:
        draft = self.drafts.get(self.place.screen)
        return draft.state if draft else {}

    @property
    def key(self) -> tuple[object, ...]:
        """Screens alike but for their figures are one: the table of contributions has hundreds.

        By shape those are one that have the same kinds of buttons: staff's cards of every fact, say.
        """
        if self.by_shape:
            return (self.screen.name, *sorted({_way(button) for button in self.screen.buttons()}))
        labels = tuple(re.sub(r"[0-9.,]+", "#", button.label) for button in self.screen.buttons())
        if self.question == "village":  # as many districts as there are, all alike
            labels = tuple(sorted({str(_way(button)) for button in self.screen.buttons()}))
        params = {name: value for name, value in self.place.params.items() if name not in PASSING}
        form = (self.question, bool(self._form().get("editing")))
        return (self.screen.name, str(sorted(params.items())), form, labels)

    def acts(self) -> Iterator[tuple[str, Action | str]]:
        """Every button, and what is worth typing here."""
        yield from ((button.label, button.action) for button in self.screen.buttons() if button.action)
        yield from ((said, said) for said in SAID.get(self.question or self.place.screen, ()))

    def offers(self, way: tuple[str, str]) -> bool:
        actions = (button.action for button in self.screen.buttons() if button.action)
        return any((action.noun, action.verb) == way for action in actions)

    def reaches(self, way: tuple[str, str], taps: int = TAPS) -> bool:
        return self.offers(way) or (taps > 1 and any(next_.reaches(way, taps - 1) for next_ in self.onward))

    def words(self) -> str:
        """Its text; the number of a case is no word."""
        return self.screen.text.replace(str(self.place.params.get("number", "\0")), "")


def _way(button: Button) -> tuple[str, str]:
    return (button.action.noun, button.action.verb) if button.action else ("", "")


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button below a message that was sent before."""

    data: str


Act = Action | Tapped | str
NOWHERE = Seen(Place("home", {}), Screen("", ""), (), {})


class Walk:
    """Breadth-first over the screens, by pressing and by typing."""

    def __init__(
        self,
        stage: Stage,
        language: str,
        who: int = SARI,
        role: Role = Role.WORKER,
        *,
        by_shape: bool | None = None,
    ) -> None:
        self._house = stage.house
        self._stage = stage
        self._who, self._role = who, role
        self._by_shape = role is not Role.WORKER if by_shape is None else by_shape
        self._dispatch = Dispatch(stage.house.routes)
        self.language = language
        self.seen: dict[tuple[object, ...], Seen] = {}
        self._waiting: deque[Seen] = deque()

    async def from_every_command(self) -> None:
        menu = self._house.routes.menu()
        for name in (name for name, permission in menu.items() if is_allowed(self._role, permission)):
            await self._go(NOWHERE, f"/{name}", f"/{name}")
        await self._on()

    async def from_here(self) -> None:
        """Where the person is, by all that they have done."""
        async with self._house.database.transaction(read_only=True) as tx:
            contact = await find_by_telegram_id(tx, self._who)
            place = await find_place(tx, contact.id) if contact else None
            assert place is not None
            screen = await (visit := await self._visit(tx, replace(NOWHERE, place=place))).current()
        here = Seen(place, screen, (place.screen,), visit.drafts, self._by_shape)
        self.seen[here.key] = here
        self._waiting.append(here)
        await self._on()

    async def from_every_message(self) -> None:
        """Every button of what was sent to the person before."""
        for message in self._stage.messages(self._who):
            for row in message["inline_keyboard"] or []:
                for button in (one for one in row if "callback_data" in one):
                    await self._go(NOWHERE, button["text"], Tapped(button["callback_data"]))
        await self._on()

    async def _on(self) -> None:
        while self._waiting:
            here = self._waiting.popleft()
            if self._by_shape and here.screen.name == "home":
                continue  # from there on it is what workers walk
            for label, act in here.acts():
                await self._go(here, label, act)

    async def open_to_workers(self) -> set[str]:
        """The screens that were not reached, though nothing but the way to them is missing."""
        names = self._house.routes.screens.names() - {seen.screen.name for seen in self.seen.values()}
        return {name for name in names if not await self._is_refused(name)}

    async def _is_refused(self, name: str) -> bool:
        async with self._house.database.transaction(read_only=True) as tx:
            visit = await self._visit(tx, Seen(Place(name, {}), Screen("", ""), (), {}))
            try:
                await visit.book.builder(name)(visit, {})
            except NotAllowed:
                return True
            except NotFound:
                return False
        return False

    async def _go(self, here: Seen, label: str, act: Act) -> None:
        found = await self._arrive(here, act, (*here.way, label))
        if found is None:
            return
        known = self.seen.setdefault(found.key, found)
        here.onward.append(known)
        if known is found:
            self._waiting.append(found)

    async def _arrive(self, here: Seen, act: Act, way: tuple[str, ...]) -> Seen | None:
        """What is shown after a tap or a word; None where a notice says that more is to come."""
        async with self._house.database.transaction() as tx:
            visit = await self._visit(tx, here)
            await self._does(visit, act)
            await tx.session.rollback()
        refusals = {visit.words.label(key) for key in ("nav-stale", "nav-not-allowed")}
        if visit.toast in refusals and self._by_shape:
            return None  # it goes on from what an earlier press had made, which was rolled back
        assert visit.toast not in refusals, way
        assert visit.replies or visit.toast, way
        if not visit.replies:
            return None
        return Seen(visit.place, visit.replies[-1], way, visit.drafts, self._by_shape)

    async def _visit(self, tx: Transaction, here: Seen) -> Visit:
        contact = await find_by_telegram_id(tx, self._who)
        assert contact is not None
        contact = contact.model_copy(update={"language": self.language})
        house, drafts = self._house, dict(here.drafts)
        now = house.service.clock.now()
        screens = house.routes.screens
        return Visit(tx, house.service, screens, contact, self._role, here.place, now, "Sari", drafts=drafts)

    async def _does(self, visit: Visit, act: Act) -> None:
        context = cast("Any", SimpleNamespace(visit=visit))
        if not isinstance(act, str):
            data = act.encode() if isinstance(act, Action) else act.data
            tap: Any = SimpleNamespace(callback_query=SimpleNamespace(data=data))
            await self._dispatch.button(tap, context)
            return
        said: Any = SimpleNamespace(effective_message=SimpleNamespace(text=act, reply_to_message=None))
        handler = self._dispatch.command(act[1:]) if act.startswith("/") else self._dispatch.text
        await handler(said, context)
