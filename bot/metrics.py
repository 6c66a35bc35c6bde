"""What the service counts about itself; nothing personal, read at /metrics."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REGISTRY = CollectorRegistry()

UPDATES = Counter(
    "updates", "Updates by what came of them", ["outcome"], namespace="perisai", registry=REGISTRY
)
HANDLING = Histogram(
    "handling_seconds",
    "From an update's turn to its commit",
    namespace="perisai",
    registry=REGISTRY,
)
MESSAGES = Counter(
    "messages",
    "Outbox messages by lane and outcome",
    ["lane", "outcome"],
    namespace="perisai",
    registry=REGISTRY,
)
LEADER = Gauge("leader", "1 while this process runs the schedule", namespace="perisai", registry=REGISTRY)
CASES_WAITING = Gauge(
    "cases_waiting",
    "Open cases that are nobody's (unclaimed), or in which somebody waits for an answer (unanswered)",
    ["what"],
    namespace="perisai",
    registry=REGISTRY,
)
LONGEST_WAIT = Gauge(
    "longest_wait_seconds",
    "For how long whoever has waited longest for an answer has",
    namespace="perisai",
    registry=REGISTRY,
)
FLOODS = Counter("floods", "429 answers from Telegram", namespace="perisai", registry=REGISTRY)
