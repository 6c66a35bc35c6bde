"""What an answer costs the database: who the person is, where, and the draft are one reading."""

import pytest
from sqlalchemy import event

from tests.integration.house_stage import SARI, Stage
from tests.integration.intake.script import REGISTRATION


@pytest.mark.parametrize("answered", [REGISTRATION[:2], REGISTRATION[:5], REGISTRATION[:9], REGISTRATION])
async def test_an_answer_reads_the_draft_once(stage: Stage, answered: tuple[str, ...]) -> None:
    """The typed word, the button it means and the screen that follows all look at one reading."""
    await stage.says(SARI, "/start", *answered[:-1])
    statements: list[str] = []
    engine = stage.house.database.writer.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    await stage.says(SARI, answered[-1])
    reads = [statement for statement in statements if statement.startswith("SELECT")]
    asked = [
        read for read in reads if any(table in read for table in ("draft", "conversation", "staff_member"))
    ]
    assert len(asked) == 1
    assert "draft" in asked[0]
