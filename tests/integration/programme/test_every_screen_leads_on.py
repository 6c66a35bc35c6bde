"""From every command every button of every screen is pressed, by the real dispatch: all leads on, plainly.

Workers' screens one by one; those of a volunteer and of an approver once for each kind of them.

A press is a transaction of its own that is rolled back, so that each screen is left in every way it has; what
somebody had answered in a form so far goes along with the screen.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.access import is_allowed
from bot.errors import NotAllowed, NotFound
from bot.plain_words import faults
from bot.screens import Action, Button, Screen
from bot.visits import Visit
from handlers.dispatch import Dispatch
from handlers.start import MENU
from storage.contacts import find_by_telegram_id
from storage.conversations import Place, SavedDraft, find_place
from storage.database import Transaction
from storage.models.staff import Role
from storage.staff import sync_owners
from storage.types import JsonObject
from tests.integration.cases.counter import MINUTE, asks, passes, replied
from tests.integration.house_stage import BUDI, NOW, RINA, SARI, Stage
from tests.integration.leads.field import delivered, joins_field, lead_comes
from tests.integration.leads.test_joining import invited
from tests.integration.leads.test_on_behalf import budi_registers_sari, sari_claims
from tests.integration.outbox.sending import owner_arrives

HOME, PERSON = ("home", "show"), ("cases", "help")
FIVE = tuple((noun, verb) for key, noun, verb in MENU if key != "home-info")
"""What it is for, what it costs, registering, a misfortune, a person: never further away than two taps."""
TAPS = 2
PASSING = {"asked", "number", "back"}  # no part of what a screen is: a case asked for anew has a new number
FEWEST = 160  # screens; with less the walk has stopped somewhere
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
EARLY = 2  # steps from a command: so far nobody is spoken to of death
LATER = re.compile(r"kematian|meninggal|wafat|jenazah|almarhum|pemakaman", re.IGNORECASE)
LINKED = {"case-rating", "case-write", "claim", "claimed", "crisis", "held-words", "invitation", "profile"}
"""Screens that begin with words or a link: below a closed case, an answer, an invitation; a crisis."""
THEIR_TASKS = {"task", "task-day", "task-done", "task-number", "tasks", "gathering", "leave", "profile"}
THEIR_DESK = {
    "campaigns",
    "case",
    "case-hand-over",
    "duty",
    "fact-value",
    "lead",
    "sentence-new",
    "voice-wait",
}
"""What has to be among the screens of a volunteer's and an approver's walk: else it has stopped somewhere."""
ENDS = {"erased"}  # nobody is known any more: the words say what begins anew


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


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # nothing of it is kept, on no engine
@pytest.mark.parametrize("language", ["id", "en"])
async def test_every_screen_leads_on_in_plain_words(stage: Stage, language: str) -> None:
    """No dead end; home and a person are never more than two taps away; in Indonesian all of it is plain."""
    await stage.says(SARI, "/start")
    walk = Walk(stage, language)
    await walk.from_every_command()
    screens = [seen for seen in walk.seen.values() if seen.screen.name not in ENDS]
    assert len(screens) >= FEWEST
    assert await walk.open_to_workers() == LINKED
    assert [seen.way for seen in screens if not seen.screen.buttons()] == []
    assert [seen.way for seen in screens if not seen.reaches(HOME)] == []
    for thing in FIVE:
        assert [seen.way for seen in screens if not seen.reaches(thing)] == [], thing
    if language == "id":  # which the measure is made for
        assert hard(screens) == {}
        assert [seen.way for seen in early(screens) if LATER.search(seen.words())] == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_every_screen_of_a_volunteer_leads_on(stage: Stage) -> None:
    """Pak Budi with a lead that he took: whatever he presses leads on, home and to a person."""
    await joins_field(stage, BUDI, "Pak Budi")
    await lead_comes(stage)
    await delivered(stage)
    await stage.presses(BUDI, "✅ Terima")
    await delivered(stage)
    await leads_on(Walk(stage, "id", BUDI, Role.VOLUNTEER), THEIR_TASKS)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_every_screen_of_an_approver_leads_on(stage: Stage) -> None:
    """Bu Rina, with a lead and a case to look at: facts, campaigns, cases and people, and no dead end."""
    await joins_field(stage, BUDI, "Pak Budi")
    await lead_comes(stage)
    await stage.says(RINA, "/start")
    async with stage.house.database.transaction() as tx:
        await sync_owners(tx, [RINA], NOW)
    await stage.says(SARI, "/bantuan", "Iurannya berapa, Bu?")
    await delivered(stage)
    await leads_on(Walk(stage, "id", RINA, Role.ADMIN), THEIR_DESK)


async def in_despair(stage: Stage) -> None:
    await stage.says(SARI, "/start", "saya mau mati saja")


async def answered(stage: Stage) -> None:
    """Bu Rina has taken Sari's case, and asks her something."""
    await owner_arrives(stage)
    await asks(stage)
    await stage.presses(RINA, "🙋 Ambil")
    await delivered(stage)
    await replied(stage, RINA, "Minta bantuan", text="Boleh kami telepon, Bu?")


async def answering(stage: Stage) -> None:
    await answered(stage)
    await stage.presses(SARI, "✍️ Balas")


async def answering_into_the_form(stage: Stage) -> None:
    await owner_arrives(stage)
    await asks(stage)
    await stage.presses(RINA, "🙋 Ambil")
    await delivered(stage)
    await stage.says(SARI, "/daftar")
    await passes(stage, MINUTE)
    await replied(stage, RINA, "Minta bantuan", text="Boleh kami telepon, Bu?")
    await stage.says(SARI, "Boleh, Bu")


async def rating(stage: Stage) -> None:
    await answered(stage)
    await stage.presses(RINA, "✅ Selesai")
    await delivered(stage)
    await stage.presses(SARI, "4 ⭐")
    await stage.presses(SARI, "✍️ Tambah pesan")


async def invited_herself(stage: Stage) -> None:
    await owner_arrives(stage)
    await stage.says(SARI, f"/start {await invited(stage)}")


async def claiming(stage: Stage) -> None:
    _words, code = await budi_registers_sari(stage)
    await stage.says(SARI, f"/start {code}")


BEGINNINGS = {
    "crisis": in_despair,
    "case-write": answering,
    "held-words": answering_into_the_form,
    "case-rating": rating,
    "invitation": invited_herself,
    "claim": claiming,
    "claimed": sari_claims,
}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", BEGINNINGS)
async def test_what_begins_with_words_or_a_link_leads_on(stage: Stage, name: str) -> None:
    """Wherever an answer, a link or despair has brought Sari: home and a person are two taps away."""
    await BEGINNINGS[name](stage)
    walk = Walk(stage, "id", by_shape=True)
    await walk.from_here()
    here = next(iter(walk.seen.values()))
    assert here.screen.name == name
    assert here.reaches(HOME)
    assert here.reaches(PERSON)
    assert [seen.way for seen in walk.seen.values() if not seen.screen.buttons()] == []


def test_all_that_no_command_leads_to_has_its_beginning() -> None:
    """A volunteer's own settings are walked with their commands."""
    assert {*BEGINNINGS, "profile"} == LINKED


async def leads_on(walk: Walk, theirs: set[str]) -> None:
    """No dead end from any command, nor from what was sent; home and a person are two taps away."""
    await walk.from_every_command()
    await walk.from_every_message()
    screens = [seen for seen in walk.seen.values() if seen.screen.name not in {*ENDS, "home"}]
    assert {seen.screen.name for seen in screens} >= theirs
    assert [seen.way for seen in screens if not seen.screen.buttons()] == []
    assert [seen.way for seen in screens if not seen.reaches(HOME)] == []
    assert [seen.way for seen in screens if not seen.reaches(PERSON)] == []


def early(screens: list[Seen]) -> Iterator[Seen]:
    """What is read within two taps, but for what a person who lost somebody has asked for."""
    return (seen for seen in screens if len(seen.way) <= EARLY and seen.screen.name != "first-steps")


def hard(screens: list[Seen]) -> dict[tuple[str, ...], list[object]]:
    """What is not two sentences a paragraph, fifteen words a sentence."""
    found = {seen.way: list[object](faults(seen.words())) for seen in screens}
    return {way: wrong for way, wrong in found.items() if wrong}
