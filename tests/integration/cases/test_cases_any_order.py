"""Whatever the order of taps, words, races and restarts: one owner at most, and every word arrives once."""

import asyncio
import itertools
import random
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import pytest

from bot.cases.asking import ask_again
from bot.cases.claiming import (
    claim_case,
    hand_over_case,
    put_case_back,
    release_orphans,
    take_over_case,
)
from bot.cases.closing import close_case
from bot.cases.relay import say_to_person, say_to_staff
from bot.desk import Desk
from bot.errors import NotFound, Stale
from bot.visits import Visit
from storage.case_words import NewWords, list_words
from storage.cases import CaseCard, list_cases_of
from storage.contacts import find_by_telegram_id, find_contact
from storage.conversations import Place
from storage.database import Transaction
from storage.errors import StorageUnavailable
from storage.models.cases import CaseState, WordsForm
from storage.models.staff import Role
from storage.outbox import recover_lost
from storage.staff import grant_role, list_staff
from tests.integration.cases.counter import TATI, UJANG, asks, delivered, passes
from tests.integration.house_stage import RINA, SARI, Stage

IMAS = 1040
WORKERS, OFFICERS = (SARI, UJANG), (RINA, TATI, IMAS)
STEPS = 60


@dataclass
class Scene:
    """The stage, the dice, and whose id is whose."""

    stage: Stage
    dice: random.Random
    ids: dict[int, UUID] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def desk(self, tx: Transaction, who: int) -> Desk:
        return Desk(tx, self.stage.house.service, self.stage.house.service.clock.now(), self.ids[who])

    def words(self) -> NewWords:
        """Words that no others are."""
        return NewWords(WordsForm.TEXT, f"«{next(self.numbers)}»")


Act = Callable[[Scene, Transaction, CaseCard, int, int], Awaitable[object]]


async def claims(scene: Scene, tx: Transaction, card: CaseCard, officer: int, _worker: int) -> object:
    return await claim_case(scene.desk(tx, officer), card.case.id)


async def takes_over(scene: Scene, tx: Transaction, card: CaseCard, officer: int, _worker: int) -> object:
    return await take_over_case(scene.desk(tx, officer), card.case.id, str(card.case.version))


async def hands_over(scene: Scene, tx: Transaction, card: CaseCard, officer: int, _worker: int) -> object:
    to = scene.ids[scene.dice.choice(OFFICERS)]
    return await hand_over_case(scene.desk(tx, officer), card.case.id, str(card.case.version), to)


async def puts_back(scene: Scene, tx: Transaction, card: CaseCard, officer: int, _worker: int) -> object:
    return await put_case_back(scene.desk(tx, officer), card.case.id, str(card.case.version))


async def closes(scene: Scene, tx: Transaction, card: CaseCard, officer: int, _worker: int) -> object:
    return await close_case(scene.desk(tx, officer), card.case.id, str(card.case.version))


async def answers(scene: Scene, tx: Transaction, card: CaseCard, officer: int, _worker: int) -> object:
    return await say_to_person(scene.desk(tx, officer), card.case.id, scene.words())


async def says(scene: Scene, tx: Transaction, card: CaseCard, _officer: int, worker: int) -> object:
    return await say_to_staff(scene.desk(tx, worker), card.case.id, scene.words())


async def asks_again(scene: Scene, tx: Transaction, _card: CaseCard, _officer: int, worker: int) -> object:
    house = scene.stage.house
    contact = await find_contact(tx, scene.ids[worker])
    assert contact is not None
    book = house.intake._book
    now = house.service.clock.now()
    visit = Visit(tx, house.service, book, contact, Role.WORKER, Place("home"), now, "Warga")
    return await ask_again(visit)


async def starts_anew(scene: Scene, tx: Transaction, _card: CaseCard, _officer: int, _worker: int) -> object:
    """What every start does with messages that were on their way, and with cases of former staff."""
    now = scene.stage.house.service.clock.now()
    await recover_lost(tx, [], now, now)
    return await release_orphans(Desk(tx, scene.stage.house.service, now))


ACTS: tuple[Act, ...] = (
    *(claims,) * 4,
    *(answers,) * 4,
    *(says,) * 6,
    hands_over,
    hands_over,
    puts_back,
    takes_over,
    closes,
    asks_again,
    asks_again,
    starts_anew,
)


async def acts(scene: Scene, act: Act, worker: int, officer: int) -> None:
    """One tap; one that comes too late, or is not theirs, changes nothing. A deadlock is tried again."""
    for _ in range(5):
        try:
            async with scene.stage.house.database.transaction() as tx:
                card = (await list_cases_of(tx, scene.ids[worker]))[-1]
                await act(scene, tx, card, officer, worker)
        except (Stale, NotFound):
            return
        except StorageUnavailable:
            continue
        else:
            return


async def step(scene: Scene) -> None:
    """One act, or two at the same moment about the same person."""
    worker = scene.dice.choice(WORKERS)
    pairs = [(scene.dice.choice(ACTS), scene.dice.choice(OFFICERS)) for _ in range(scene.dice.choice((1, 2)))]
    if starts_anew not in {act for act, _ in pairs}:
        await asyncio.gather(*(acts(scene, act, worker, officer) for act, officer in pairs))
    else:
        await acts(scene, starts_anew, worker, OFFICERS[0])
    if scene.dice.random() < 0.3:
        await delivered(scene.stage)
    if scene.dice.random() < 0.1:
        await passes(scene.stage, timedelta(minutes=scene.dice.randint(1, 200)))


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in (1, 2))])
async def test_one_owner_and_every_word_once(office: Stage, seed: int) -> None:
    """Sixty random taps of three officers on the cases of two people, some at the same moment."""
    scene = Scene(office, random.Random(seed))
    async with office.house.database.transaction() as tx:
        await grant_role(tx, IMAS, Role.OFFICER, office.house.service.clock.now())
    await office.says(IMAS, "/start", "/piket")
    for who in WORKERS:
        await asks(office, who=who)
    async with office.house.database.transaction(read_only=True) as tx:
        for who in (*WORKERS, *OFFICERS):
            contact = await find_by_telegram_id(tx, who)
            assert contact is not None
            scene.ids[who] = contact.id
    for _ in range(STEPS):
        await step(scene)
        await each_case_is_in_order(scene)
    await delivered(office)
    await every_word_arrived_once(scene)


async def each_case_is_in_order(scene: Scene) -> None:
    """One open case a person; whoever has it takes cases; nobody waits in a closed one."""
    async with scene.stage.house.database.transaction(read_only=True) as tx:
        takers = {contact.id for contact, _ in await list_staff(tx, (Role.OFFICER, Role.ADMIN))}
        for worker in WORKERS:
            cases = [card.case for card in await list_cases_of(tx, scene.ids[worker])]
            assert sum(case.state is CaseState.OPEN for case in cases) <= 1
            for case in cases:
                assert case.owner_id is None or case.owner_id in takers
                assert (case.closed_at is None) is (case.state is CaseState.OPEN)
                assert case.state is CaseState.OPEN or case.waiting_since is None


async def every_word_arrived_once(scene: Scene) -> None:
    """Staff's words with the person, once; the person's with whoever has the case, once; never twice."""
    async with scene.stage.house.database.transaction(read_only=True) as tx:
        for worker in WORKERS:
            for card in await list_cases_of(tx, scene.ids[worker]):
                for said in await list_words(tx, card.case.id):
                    if said.row.is_from_staff:
                        assert told(scene, worker, said.text) == 1
                        continue
                    for officer in OFFICERS:
                        is_owner = scene.ids[officer] == card.case.owner_id
                        assert told(scene, officer, said.text) in ({1} if is_owner else {0, 1}), said.text


def told(scene: Scene, who: int, words: str) -> int:
    """How many messages brought somebody these words from the other side."""
    shown = scene.stage.shown(who)
    return sum(text.startswith(("💬", "👤")) and words in text for text in shown)
