"""What is left behind by all journeys - the database, its files, the logs - tells nobody about anybody."""

import re

import pytest

from tests.cast import CAST
from tests.journeys.companies import JOURNEYS, Company

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

WRITTEN = ("Pak Tarjo", "Bu Imas", "tukang cukur", "Kampung Baru", "assalamualaikum", "mau daftar tapi takut")
TOKEN = re.compile(rb"[0-9]{8,12}:[A-Za-z0-9_-]{20,}")


def secrets() -> set[bytes]:
    """Names, phones in every spelling, and free texts of everybody who played, in lower case."""
    people = [CAST[name].in_journey(journey.number) for journey in JOURNEYS for name in journey.people]
    told = {secret for person in people for secret in person.secrets}
    return {secret.lower().encode() for secret in told | set(WRITTEN)}


def told_in(content: bytes) -> set[bytes]:
    low = content.lower()
    return {secret for secret in secrets() if secret in low}


async def test_a_dump_of_the_database_tells_nothing(company: Company) -> None:
    """No name, phone or free text stands in the clear in any table, nor in the files they lie in."""
    await company.plays_all()
    dump = await company.stage.archive.dump()
    assert len(dump["lead"]) > 0
    assert len(dump["support_case"]) > 0
    assert {where: found for where, content in dump.items() if (found := told_in(content))} == {}


async def test_the_logs_tell_nothing(company: Company) -> None:
    """At LOG_LEVEL=DEBUG there is much to read, but no token, phone, name or free text."""
    await company.plays_all()
    log = company.stage.service.log.read_bytes()
    environment = company.stage.service.environment
    keys = {name for name in ("BOT_TOKEN", "DATA_KEYS", "INDEX_KEY") if environment[name].encode() in log}
    assert log.count(b"HTTP Request") > len(JOURNEYS)
    assert (told_in(log), keys, TOKEN.findall(log)) == (set(), set(), [])
