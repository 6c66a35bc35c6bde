"""Tasks: the follow-ups of whoever asks, the worst first, all or only some of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from bot.leads.rights import as_seen
from bot.service import Service
from bot.visits import Visit
from storage.leads import open_lead
from storage.models.followups import FollowUp
from storage.models.leads import LeadState
from storage.tasks import WORST_FIRST, Band, Wanted
from storage.tasks import list_tasks as list_wanted
from storage.volunteers import find_volunteer_of

ALL = "all"
Only = tuple[tuple[Band, ...], tuple[LeadState, ...]]

FILTERS: Mapping[str, Only] = {
    ALL: (WORST_FIRST, ()),
    "overdue": ((Band.OVERDUE,), ()),
    "today": ((Band.TODAY,), ()),
    "new": ((Band.NEW,), ()),
    "appointed": (WORST_FIRST, (LeadState.APPOINTED,)),
    "ready": (WORST_FIRST, (LeadState.READY,)),
    "paying": (WORST_FIRST, (LeadState.REGISTERED, LeadState.PAID)),
    "sponsor": (WORST_FIRST, (LeadState.UNAFFORDABLE,)),
}
"""What a list may be narrowed down to: how pressing it is, or how far the lead has come."""
OF_BRANCH = frozenset({"sponsor"})
"""What only the branch has: whoever wants to and cannot pay waits for somebody who helps."""


@dataclass(frozen=True, slots=True)
class Task:
    """One follow-up with the name it is about, how pressing it is, and its lead as a button names it."""

    follow_up: FollowUp
    number: str
    seen: str
    name: str
    band: Band


async def list_tasks(visit: Visit, only: str = ALL, *, limit: int, offset: int = 0) -> list[Task]:
    """What the person has to do, the worst first; staff see what is the branch's. KeyError for no filter."""
    wanted = Wanted(await owner_of(visit), *FILTERS[only])
    night = tonight(visit.service)
    found = await list_wanted(visit.tx, wanted, visit.now, night, limit=limit, offset=offset)
    return [
        Task(follow_up, lead.number, as_seen(lead), open_lead(visit.tx, lead).name, band)
        for follow_up, lead, band in found
    ]


async def owner_of(visit: Visit) -> UUID | None:
    """Whose tasks these are: the person's own in the field, else the branch's (None)."""
    volunteer = await find_volunteer_of(visit.tx, visit.contact.id)
    return volunteer.volunteer.id if volunteer else None


def tonight(service: Service) -> datetime:
    """When the branch's day ends."""
    return datetime.combine(service.today() + timedelta(days=1), time(), service.zone)
