"""What the documents say of the code is so: generated parts are fresh, links, commands and metrics exist."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary

from bot.clock import Months
from bot.metrics import REGISTRY
from bot.settings import LIFETIMES
from docs.build import BLOCKS, build
from storage.models import metadata
from storage.rekeying import SEALED
from tests.architecture.source_code import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
EVERYTHING = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
MADE_BY_TESTS = {".png"}  # pictures come from the browser tests
BY_OTHERS = {"performance.md"}  # written by the benchmark


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _anchors(path: Path) -> set[str]:
    """Headings as GitHub names them."""
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", [ROOT / "docs" / name for name in sorted(BLOCKS)], ids=_name)
def test_generated_parts_are_fresh(path: Path) -> None:
    """`python -m docs.build` writes them: a picture that can lie is worse than none."""
    assert path.read_text(encoding="utf-8") == build()[path]


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_links_lead_somewhere(path: Path) -> None:
    """Every relative link, and the heading it names."""
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        file, _, anchor = target.partition("#")
        found = (path.parent / file).resolve() if file else path
        if target.startswith("http") or found.suffix in MADE_BY_TESTS or found.name in BY_OTHERS:
            continue
        assert found.exists(), target
        assert not anchor or anchor in _anchors(found), target


def test_the_two_commands_come_first() -> None:
    """A newcomer sees make demo and make test before any other command."""
    commands = re.findall(
        r"^(?:make|cp|\.venv)\S* \S+", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert commands[:2] == ["make demo", "make test"]


def test_make_targets_exist() -> None:
    """Every `make x` in the documents is one of the Makefile's."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`?\bmake ([a-z-]+)\b(?=`|  |\s+#)", EVERYTHING)) <= targets


def test_commands_exist() -> None:
    """Every `main.py x` in the documents is registered, and every one registered is documented."""
    app = (ROOT / "commands" / "app.py").read_text(encoding="utf-8")
    known = set(re.findall(r"app\.command\(\)\(\w+\.(\w+)\)", app)) | set(re.findall(r'name="(\w+)"', app))
    assert set(re.findall(r"main\.py ([a-z]+)", EVERYTHING)) == known


def test_metrics_are_documented() -> None:
    """docs/operations.md names every metric, and none that is gone."""
    told = set(re.findall(r"`(perisai_\w+)", (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")))
    exposed = {
        f"{metric.name}_total" if metric.type == "counter" else metric.name for metric in REGISTRY.collect()
    }
    assert told == exposed


def test_sealed_columns_are_rekeyed() -> None:
    """What docs/privacy.md calls sealed is what `rekey` moves."""
    tables = metadata.tables.values()
    binary = {
        (table.name, c.name) for table in tables for c in table.columns if isinstance(c.type, LargeBinary)
    }
    assert binary == {(sealed.table, column) for sealed in SEALED for column in sealed.columns}


PERIODS = {
    "unconsented_answers": "Answers without consent",
    "unfinished_forms": "Forms not finished",
    "screen_params": "What old screens were shown with",
    "seen_updates": "Update numbers (to recognise repeats)",
    "quarantine": "Quarantined updates",
    "unanswered_questions": "Questions nothing written answers, without who asked",
    "expired_invitations": "Invitations, used or not, after they expired",
    "uploads": "That staff sent a spreadsheet (its content is never kept)",
    "messages": "What became of messages",
    "silent_accounts": "Accounts without a registration, from their last sign of life",
}


def _period(period: timedelta | Months) -> str:
    if isinstance(period, Months):
        return f"{period.count} months"
    hours = int(period.total_seconds()) // 3600
    return f"{hours} hours" if hours <= 48 else f"{hours // 24} days"


def test_periods_are_told_as_they_are() -> None:
    """The table of periods in docs/privacy.md has every lifetime, as it is."""
    told = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    periods = {name: getattr(LIFETIMES, name) for name in LIFETIMES.__slots__}
    assert set(periods) == set(PERIODS)
    for name, period in periods.items():
        assert f"| {PERIODS[name]} | {_period(period)} | `bot/settings.py` |" in told


def test_decisions_are_numbered() -> None:
    """0001, 0002 ... each number once, and in its title; work done side by side may leave some out."""
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [int(path.name.partition("-")[0]) for path in decisions]
    assert len(set(numbers)) == len(numbers)
    for number, path in zip(numbers, decisions, strict=True):
        assert path.name.startswith(f"{number:04d}-")
        assert path.read_text(encoding="utf-8").startswith(f"# {number}. ")


def test_documents_speak_of_the_product_only() -> None:
    """No path of anybody's machine."""
    assert not re.search(r"(?<![\w.])/(?:home|root|work|Users)/", EVERYTHING)
