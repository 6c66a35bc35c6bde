"""Tasks: the follow-ups of whoever asks, as they are listed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.visits import Visit
from storage.followups import list_ready
from storage.leads import open_lead
from storage.models.followups import Duty, FollowUp
from storage.volunteers import find_volunteer_of


@dataclass(frozen=True, slots=True)
class Task:
    """One follow-up with the name it is about."""

    follow_up: FollowUp
    number: str
    name: str
    is_overdue: bool

    @property
    def is_new(self) -> bool:
        """Whether it waits to be taken."""
        return self.follow_up.duty is Duty.ACCEPT


async def list_tasks(visit: Visit, *, limit: int, offset: int = 0) -> list[Task]:
    """What the person has to do, the longest due first; staff see what is the branch's."""
    owner_id = await owner_of(visit)
    found = await list_ready(visit.tx, owner_id, limit=limit, offset=offset)
    return [
        Task(follow_up, lead.number, open_lead(visit.tx, lead).name, _is_overdue(follow_up, visit.now))
        for follow_up, lead in found
    ]


async def owner_of(visit: Visit) -> UUID | None:
    """Whose tasks these are: the person's own in the field, else the branch's (None)."""
    volunteer = await find_volunteer_of(visit.tx, visit.contact.id)
    return volunteer.volunteer.id if volunteer else None


def _is_overdue(follow_up: FollowUp, now: datetime) -> bool:
    return follow_up.due_at < now
