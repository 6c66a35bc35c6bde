"""The numbers people know their registration and their case by."""

import pytest

from storage import numbers
from storage.cases import add_case, find_case_by_number
from storage.database import Database
from storage.leads import add_lead, find_lead_by_number
from storage.models.cases import CaseKind
from storage.numbers import unused_number
from storage.submissions import add_submission, list_submissions
from storage.types import new_number
from tests.integration.storage.rows import NOW, SARIS_LEAD, UJANG, meet


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The numbers that chance will give, the next one last."""
    lots: list[str] = []
    monkeypatch.setattr(numbers, "new_number", lots.pop)
    return lots


async def test_a_taken_number_is_drawn_again(database: Database, drawn: list[str]) -> None:
    """A number that a lead or a submission has is not given to another one."""
    sari = await meet(database)
    first, second, third = new_number(), new_number(), new_number()
    async with database.transaction() as tx:
        lead = await add_lead(tx, SARIS_LEAD, first, NOW)
        assert lead is not None
        drawn.extend([third, second, first])
        assert await unused_number(tx) == second
        await add_submission(tx, lead, sari, second, {}, NOW, is_first=True)
        drawn.extend([second, first])
        assert await unused_number(tx) == third
        assert len(await list_submissions(tx, sari)) == 1


async def test_two_cases_never_share_a_number(database: Database, drawn: list[str]) -> None:
    """The second case of a drawn number gets another one, and both are kept."""
    sari, ujang = await meet(database), await meet(database, UJANG)
    first, second = new_number(), new_number()
    drawn.extend([second, first, first])
    async with database.transaction() as tx:
        await add_case(tx, sari, CaseKind.HELP, "Sari", NOW)
        case = await add_case(tx, ujang, CaseKind.VOICE, "Ujang", NOW)
        assert case.number == second
        assert await find_case_by_number(tx, first) is not None
        assert await find_case_by_number(tx, second) is not None
        assert await find_lead_by_number(tx, first) is None
