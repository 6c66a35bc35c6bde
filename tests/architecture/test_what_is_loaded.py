"""A process of the bot has not in memory what only few need now and then."""

import subprocess
import sys

HEAVY = {"alembic", "fpdf", "openpyxl", "PIL"}


def test_what_is_seldom_needed_is_loaded_when_it_is() -> None:
    """Small machines run the service: migrations, PDF, spreadsheets and pictures take 40 MB, seldom."""
    asked = "import sys, commands.running; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert "commands.running" in loaded.split()
    assert not HEAVY & set(loaded.split())
