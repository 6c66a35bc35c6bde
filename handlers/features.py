"""The features in the order they register; only application.py imports this."""

from collections.abc import Callable

from handlers import (
    benefits,
    cases,
    contributions,
    eligibility,
    explainers,
    exports,
    facilities,
    facts,
    followups,
    funnel,
    invitations,
    language,
    leads,
    lookup,
    own_leads,
    privacy,
    profile,
    questions,
    ready_answers,
    registration,
    replies,
    safety,
    sources,
    start,
    team,
    voices,
)
from handlers.routes import Routes

# The order is that of the command menu: what workers need first, then their data, then staff's own.
FEATURES: tuple[Callable[[Routes], None], ...] = (
    start.register,
    registration.register,
    benefits.register,
    contributions.register,
    explainers.register,
    eligibility.register,
    facilities.register,
    cases.register,
    replies.register,
    ready_answers.register,
    safety.register,
    privacy.register,
    language.register,
    own_leads.register,
    followups.register,
    profile.register,
    invitations.register,
    team.register,
    exports.register,
    leads.register,
    funnel.register,
    lookup.register,
    questions.register,
    facts.register,
    sources.register,
    voices.register,
)


def collect_routes() -> Routes:
    """Everything the features register."""
    routes = Routes()
    for register in FEATURES:
        register(routes)
    return routes
