"""When it is day for a recipient."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.branch import load_branch
from bot.campaigns.windows import branch_zones, open_zones, zone_of
from bot.settings import Settings
from storage.models.messages import Zone
from tests.unit.visiting import service

BRANCH = load_branch(Settings.model_fields["branch_file"].default)
SERVICE = service()


@pytest.mark.parametrize(
    ("hour", "zones"),
    [
        (22, ()),  # 05.00, 06.00, 07.00
        (23, (Zone.WIT,)),
        (0, (Zone.WITA, Zone.WIT)),
        (1, (Zone.WIB, Zone.WITA, Zone.WIT)),
        (11, (Zone.WIB, Zone.WITA)),
        (12, (Zone.WIB,)),
        (13, ()),  # 20.00 in WIB is over
    ],
)
def test_each_zone_has_its_own_day(hour: int, zones: tuple[Zone, ...]) -> None:
    """08.00 to 20.00 by the recipient's clock."""
    assert open_zones(SERVICE, datetime(2026, 11, 20, hour, 0, tzinfo=UTC)) == zones


@pytest.mark.parametrize(
    ("code", "zone"), [("36.04", Zone.WIB), ("51.71", Zone.WITA), ("61.01", Zone.WIB), ("94.01", Zone.WIT)]
)
def test_a_province_has_a_zone(code: str, zone: Zone) -> None:
    """Banten, Bali, West Kalimantan, Papua."""
    assert zone_of(code) is zone


def test_a_branch_in_one_zone_asks_nobody_where_they_are() -> None:
    """Serang's people are all in WIB; a branch over two zones goes by each person's province."""
    assert branch_zones(SERVICE).by_province == {}
    two = replace(SERVICE, branch=BRANCH.model_copy(update={"areas": ("36.04", "52.71")}))
    assert branch_zones(two).by_province == {"36": Zone.WIB, "52": Zone.WITA}
