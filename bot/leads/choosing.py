"""Choosing who gets leads: present, with room, the fewest open ones first; for many leads at once."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from uuid import UUID

from bot.leads.routing import BRANCH, Choice, PassedOver, Rung
from bot.working_hours import is_on_leave
from storage.database import Transaction
from storage.models.leads import Lead
from storage.models.staff import Role
from storage.models.volunteers import Volunteer
from storage.slots import Post, list_posted, refusals_of, take_slots


@dataclass(frozen=True, slots=True)
class Wanted:
    """A lead that is to be somebody's: who is asked, rung by rung, and who is not."""

    lead: Lead
    rungs: tuple[Rung, ...]
    but: frozenset[UUID | None] = frozenset()


@dataclass(slots=True)
class Candidate:
    """Somebody who may be asked, and how many open leads they have, counting those given to them here."""

    volunteer: Volunteer
    id: UUID
    open_leads: int
    capacity: int
    is_away: bool

    @property
    def has_room(self) -> bool:
        """Whether they are present and may have one more."""
        return self.hindrance is None

    @property
    def hindrance(self) -> PassedOver | None:
        """Why they cannot have one more, whichever it is."""
        if self.is_away:
            return PassedOver.AWAY
        return None if self.open_leads < self.capacity else PassedOver.FULL


@dataclass(frozen=True, slots=True)
class Field:
    """Who is asked where."""

    people: Mapping[tuple[Post, Role], list[Candidate]]

    def on_rung(self, rung: Rung) -> list[Candidate]:
        """Who is asked at a rung, the fewest open leads first."""
        return sorted(self.people.get((rung.post, rung.role), ()), key=attrgetter("open_leads", "id"))

    def choose(
        self, rungs: Sequence[Rung], but: Collection[UUID | None], full: Collection[UUID | None]
    ) -> Choice:
        """Whoever has room, at the lowest rung, with the fewest open leads there; else the branch.

        Not those in `but`, who were asked before, nor those in `full`, whom others filled up meanwhile.
        """
        passed: dict[UUID, PassedOver] = {}  # by person: who stands on several rungs is one
        for rung in rungs:
            for candidate in self.on_rung(rung):
                why = _hindrance(candidate, but, full)
                if why is None:
                    candidate.open_leads += 1
                    return Choice(candidate.id, rung.name, Counter(passed.values()))
                passed[candidate.id] = why
        return Choice(None, BRANCH, Counter(passed.values()), is_unmanned=bool(rungs) and not passed)


def _hindrance(
    candidate: Candidate, but: Collection[UUID | None], full: Collection[UUID | None]
) -> PassedOver | None:
    if candidate.id in but:
        return PassedOver.ASKED
    return PassedOver.FULL if candidate.id in full else candidate.hindrance


async def field_on(tx: Transaction, rungs: Iterable[Rung], today: date) -> Field:
    """Everybody on these rungs, in one query."""
    posts = {rung.post for rung in rungs}
    known: dict[UUID, Candidate] = {}
    people: dict[tuple[Post, Role], list[Candidate]] = {}
    for post, volunteers in (await list_posted(tx, posts) if posts else {}).items():
        for one in volunteers:
            candidate = known.setdefault(one.id, _candidate(one, today))
            people.setdefault((post, one.role), []).append(candidate)
    return Field(people)


def _candidate(one: Volunteer, today: date) -> Candidate:
    return Candidate(one, one.id, one.open_leads, one.capacity, is_on_leave(one, today))


async def choose_owner(
    tx: Transaction,
    lead: Lead,
    rungs: tuple[Rung, ...],
    today: date,
    *,
    but: frozenset[UUID | None] = frozenset(),
) -> Choice:
    """Find whoever is present and has room, at the lowest rung, with the fewest open leads there.

    Who refused the lead before, or is in `but`, is passed over. The choice takes the slot: the lead is
    counted among their open ones already, so whoever asks holds the lead, and gives it to them in this
    transaction.
    """
    (choice,) = await choose_owners(tx, [Wanted(lead, rungs, but)], today)
    return choice


async def choose_owners(tx: Transaction, wanted: Sequence[Wanted], today: date) -> list[Choice]:
    """The same for many leads, in their order; who was filled up meanwhile is passed over, too."""
    field_ = await field_on(tx, (rung for one in wanted for rung in one.rungs), today)
    refused = await refusals_of(tx, [one.lead.id for one in wanted if one.rungs])
    chosen: dict[UUID, Choice] = {}
    full: set[UUID | None] = set()
    givers = {one.lead.owner_id for one in wanted if one.lead.owner_id is not None}
    while waiting := [one for one in wanted if one.lead.id not in chosen]:
        picked = dict(_pick(field_, waiting, refused, full))
        wants = Counter(choice.owner_id for choice in picked.values() if choice.owner_id is not None)
        taken = await take_slots(tx, wants, today, besides=givers)
        full |= wants.keys() - taken
        chosen |= {
            lead_id: choice
            for lead_id, choice in picked.items()
            if choice.owner_id is None or choice.owner_id in taken
        }
    return [chosen[one.lead.id] for one in wanted]


def _pick(
    field_: Field, waiting: Iterable[Wanted], refused: Mapping[UUID, set[UUID]], full: set[UUID | None]
) -> Iterator[tuple[UUID, Choice]]:
    for one in waiting:
        but = {*one.but, *refused.get(one.lead.id, ())}
        yield one.lead.id, field_.choose(one.rungs, but, full)
