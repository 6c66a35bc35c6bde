"""`.env.example` documents every setting, and no setting that is gone."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.architecture.source_code import ROOT

EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
LINES = re.findall(r"^#?([A-Z][A-Z_]*)=(.*)$", EXAMPLE, re.MULTILINE)
DOCUMENTED = dict(LINES)
FIELDS = Settings.model_fields


def test_every_setting_is_documented_once() -> None:
    """The same names on both sides."""
    assert sorted(name for name, _ in LINES) == sorted(name.upper() for name in FIELDS)


@pytest.mark.parametrize("name", sorted(DOCUMENTED))
def test_defaults_are_told_as_they_are(name: str) -> None:
    """What stands behind # is the default; what is empty has none."""
    default = FIELDS[name.lower()].default
    told = DOCUMENTED[name]
    if isinstance(default, Path):
        assert (ROOT / told) == default
    elif told:
        assert str(default) == told
    else:
        assert not (default.get_secret_value() if hasattr(default, "get_secret_value") else default)


def test_every_setting_is_explained() -> None:
    """A comment stands above each, or above the one it goes with."""
    blocks = re.split(r"\n\s*\n", EXAMPLE)
    for block in blocks:
        if re.search(r"^#?[A-Z][A-Z_]*=", block, re.MULTILINE):
            assert block.startswith("# "), block


def test_the_example_can_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of it, unchanged, is a valid .env."""
    for name in DOCUMENTED:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)
    assert Settings(_env_file=ROOT / ".env.example") == Settings(_env_file=None)
