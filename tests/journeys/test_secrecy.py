"""What is left behind by all journeys - the database, its files, the logs - tells nobody about anybody."""

import re

import pytest

from tests.cast import CAST
from tests.journeys.companies import JOURNEYS, Season

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(480)]

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


async def test_what_is_looked_for_would_be_found() -> None:
    """The search sees a name in any case, a number however it is written, and a token."""
    person = CAST[JOURNEYS[0].people[0]].in_journey(JOURNEYS[0].number)
    assert told_in(person.first_name.upper().encode()) == {person.first_name.lower().encode()}
    assert all(told_in(way.encode()) for way in (f"+62{person.phone[1:]}", person.phone, person.shown_phone))
    assert TOKEN.findall(b"/bot7000000001:AbcdefghijklmnopqrstuvwxyZ/getMe")


async def test_a_dump_of_the_database_tells_nothing(season: Season, engine: str) -> None:
    """No name, phone or free text stands in the clear in any table, nor in the files they lie in."""
    stage = await season.plays_all(engine)
    dump = await stage.archive.dump()
    assert len(dump["lead"]) > 0
    assert len(dump["support_case"]) > 0
    assert {where: found for where, content in dump.items() if (found := told_in(content))} == {}


async def test_the_logs_tell_nothing(season: Season, engine: str) -> None:
    """At LOG_LEVEL=DEBUG there is much to read, but no token, phone, name or free text."""
    stage = await season.plays_all(engine)
    log, environment = stage.service.log.read_bytes(), stage.service.environment
    keys = {name for name in ("BOT_TOKEN", "DATA_KEYS", "INDEX_KEY") if environment[name].encode() in log}
    assert log.count(b"Telegram answered sendMessage") > len(JOURNEYS)
    assert (told_in(log), keys, TOKEN.findall(log)) == (set(), set(), [])
