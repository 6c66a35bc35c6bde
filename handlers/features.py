"""The features in the order they register; only application.py imports this."""

from collections.abc import Callable

from handlers import (
    benefits,
    campaigns,
    cases,
    contributions,
    deputies,
    eligibility,
    explainers,
    exports,
    facilities,
    facts,
    followups,
    funnel,
    gatherings,
    groups,
    invitations,
    language,
    leads,
    lookup,
    moves,
    newcomers,
    own_leads,
    papers,
    privacy,
    profile,
    questions,
    ready_answers,
    registration,
    replies,
    reviews,
    rosters,
    safety,
    sayings,
    sentences,
    sources,
    start,
    team,
    territories,
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
    gatherings.register,
    profile.register,
    invitations.register,
    newcomers.register,
    territories.register,
    groups.register,
    deputies.register,
    rosters.register,
    team.register,
    moves.register,
    papers.register,
    exports.register,
    leads.register,
    funnel.register,
    lookup.register,
    questions.register,
    sayings.register,
    facts.register,
    sentences.register,
    reviews.register,
    sources.register,
    voices.register,
    campaigns.register,
)


def collect_routes() -> Routes:
    """Everything the features register."""
    routes = Routes()
    for register in FEATURES:
        register(routes)
    return routes
