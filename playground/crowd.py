"""Many more people than the page has room for phones: each with a chat, all of them seen as one picture."""

from __future__ import annotations

from dataclasses import replace

from playground.people import Person
from playground.shapes import Json
from playground.world import World

FIRST_ID = 200_001
MOST = 2_000
FIRST_NAMES = (
    *(
        "Asep",
        "Imas",
        "Ujang",
        "Neneng",
        "Tarjo",
        "Siti",
        "Jajang",
        "Eni",
        "Dadang",
        "Rohmah",
        "Mamat",
        "Yati",
    ),
    *(
        "Kosim",
        "Nurul",
        "Sarip",
        "Aminah",
        "Encep",
        "Wati",
        "Juhri",
        "Titin",
        "Marno",
        "Iis",
        "Sanusi",
        "Hasan",
    ),
)
LAST_NAMES = ("Hidayat", "Suryani", "Permana", "Lestari", "Saputra", "Maryam", "Mulyana", "Fatimah", "Ali")
BLOCKS_EVERY = 29  # one in so many has blocked the bot


APPROVER = Person(1004, "Dewi", phone="081234567804", role="penyetuju")
"""A campaign needs a second pair of eyes, and they a phone."""


def gather(world: World, count: int) -> list[Person]:
    """Let so many people in who have all started the bot; some of them have blocked it since."""
    if not 0 < count <= MOST:
        raise ValueError(f"a crowd is 1 to {MOST} people")
    if world.people.find(APPROVER.id) is None:
        world.people.add(replace(APPROVER))
    people = [world.people.add(_person(number)) for number in range(count)]
    world.events.emit("people")
    return people


def _person(number: int) -> Person:
    last = LAST_NAMES[number // len(FIRST_NAMES) % len(LAST_NAMES)]
    return Person(
        FIRST_ID + number,
        FIRST_NAMES[number % len(FIRST_NAMES)],
        last,
        phone=f"0857{number:08}",
        role="warga",
        started=True,
        blocked=number % BLOCKS_EVERY == BLOCKS_EVERY - 1,
        has_phone=False,
    )


def view_crowd(world: World) -> Json:
    """Everybody without a phone on the page: how many messages came to each, and who cannot be reached."""
    crowd = [person for person in world.people.all() if not person.has_phone]
    return {
        "people": [
            {
                "id": person.id,
                "name": " ".join(filter(None, (person.first_name, person.last_name))),
                "messages": world.chats.of(person.id).sent,
                "blocked": person.blocked,
            }
            for person in crowd
        ]
    }
