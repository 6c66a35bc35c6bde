"""Somebody at a shell, before an offline Telegram."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground.server import running
from playground.settings import Settings as PlaygroundSettings
from tests.integration.commands.operators import TOKEN, Operator
from tests.shipped import read_once
from tests.stage import environment


@pytest.fixture
async def operator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Operator]:
    read_once(monkeypatch)
    url = f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"
    async with running(PlaygroundSettings(token=TOKEN)) as (server, _):
        yield Operator(
            tmp_path, environment(tmp_path, token=TOKEN, api_url=server.url, database_url=url, owners=[3, 4])
        )
