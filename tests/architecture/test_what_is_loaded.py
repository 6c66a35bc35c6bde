"""A process of the bot has not in memory what only few need now and then."""

import subprocess
import sys

import pytest

HEAVY = ("fpdf", "openpyxl")


@pytest.mark.parametrize("package", HEAVY)
def test_what_draws_papers_is_loaded_with_the_first_one(package: str) -> None:
    """Small machines run the service: PDF and spreadsheets take 25 MB, and most days nobody asks for one."""
    asked = f"import sys, commands.running; sys.exit({package!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
