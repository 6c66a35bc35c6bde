"""The features in the order they register; only application.py imports this."""

from collections.abc import Callable

from handlers import (
    benefits,
    cases,
    contributions,
    eligibility,
    explainers,
    facilities,
    facts,
    language,
    leads,
    privacy,
    questions,
    registration,
    replies,
    safety,
    sources,
    start,
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
    safety.register,
    privacy.register,
    language.register,
    leads.register,
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
