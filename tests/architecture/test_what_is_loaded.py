"""A process of the bot has not in memory what only few need now and then."""

import subprocess
import sys

import pytest

HEAVY = ("alembic", "fpdf", "openpyxl", "PIL")


@pytest.mark.parametrize("package", HEAVY)
def test_what_is_seldom_needed_is_loaded_when_it_is(package: str) -> None:
    """Small machines run the service: migrations, PDF, spreadsheets and pictures take 40 MB, seldom."""
    asked = f"import sys, commands.running; sys.exit({package!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
