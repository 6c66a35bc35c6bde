"""Who may do what: role to permissions, one table."""

from enum import StrEnum

from storage.models.staff import Role


class Permission(StrEnum):
    """One thing a person may be allowed to do."""

    USE_SERVICE = "use the service"
    FOLLOW_UP = "follow leads up"
    SEE_TEAM = "see the team"
    COMPLETE_REGISTRATION = "complete official registrations"
    SEE_LEADS = "see leads"
    INVITE = "invite"
    TAKE_CASES = "take cases"
    MAKE_POSTERS = "make posters"
    CHANGE_FACTS = "change facts"
    RECORD_VOICES = "record voices"
    APPROVE = "approve"
    RUN_CAMPAIGNS = "compose and run campaigns"


_WORKER = frozenset({Permission.USE_SERVICE})
_VOLUNTEER = _WORKER | {Permission.FOLLOW_UP}
_COORDINATOR = _VOLUNTEER | {Permission.SEE_TEAM}
_CLOSER = _VOLUNTEER | {Permission.COMPLETE_REGISTRATION}
_OFFICER = (
    _COORDINATOR
    | _CLOSER
    | {Permission.SEE_LEADS, Permission.TAKE_CASES, Permission.MAKE_POSTERS, Permission.INVITE}
    | {Permission.CHANGE_FACTS, Permission.RECORD_VOICES, Permission.RUN_CAMPAIGNS}
)
_APPROVER = _OFFICER | {Permission.APPROVE}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.WORKER: _WORKER,
    Role.VOLUNTEER: _VOLUNTEER,
    Role.COORDINATOR: _COORDINATOR,
    Role.CLOSER: _CLOSER,
    Role.OFFICER: _OFFICER,
    Role.APPROVER: _APPROVER,
    Role.ADMIN: _APPROVER,
}


def is_allowed(role: Role, permission: Permission) -> bool:
    """Whether a role carries a permission."""
    return permission in PERMISSIONS[role]


def roles_with(permission: Permission) -> tuple[Role, ...]:
    """The roles that carry a permission."""
    return tuple(role for role, permissions in PERMISSIONS.items() if permission in permissions)
