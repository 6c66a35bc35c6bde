"""A thousand bodies that are no updates, or nearly, from one seed."""

import json
import random
from collections.abc import Callable
from copy import deepcopy
from typing import Any

Json = Any
HUGE = (2**31, 2**53, 2**63, 2**64, 10**30, -1, -(2**63), 1.5, 1e308)
ODD_TEXTS = ("", "\x00", "\ud800", "\u202e/start", "/start \x00", "{}", "0", "💥" * 500, "<b>", "a" * 5000)
ODD: tuple[Json, ...] = (None, True, False, [], {}, [[]], [{}], {"a": {}}, *HUGE, *ODD_TEXTS)

USER = {"id": 1001, "is_bot": False, "first_name": "Sari", "language_code": "id"}
CHAT = {"id": 1001, "first_name": "Sari", "type": "private"}
MESSAGE = {"message_id": 7, "from": USER, "chat": CHAT, "date": 1_795_000_000, "text": "/start pasar-rau"}
CONTACT = {"phone_number": "6281234567801", "first_name": "Sari", "user_id": 1001}
QUERY = {"id": "1", "from": USER, "message": MESSAGE, "chat_instance": "1", "data": "home:show::-"}
MEMBER = {"user": {**USER, "is_bot": True}, "status": "kicked", "until_date": 0}
MEMBERSHIP = {"chat": CHAT, "from": USER, "date": 1, "old_chat_member": MEMBER, "new_chat_member": MEMBER}
PHOTO = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
ENTITY = {"type": "bot_command", "offset": 0, "length": 6}
SEEDLINGS: tuple[Json, ...] = (
    {"update_id": 1, "message": {**MESSAGE, "entities": [ENTITY]}},
    {"update_id": 1, "message": {**MESSAGE, "contact": CONTACT}},
    {"update_id": 1, "message": {**MESSAGE, "photo": PHOTO, "caption": "lihat"}},
    {"update_id": 1, "edited_message": MESSAGE},
    {"update_id": 1, "callback_query": QUERY},
    {"update_id": 1, "my_chat_member": MEMBERSHIP},
)


def malformed_bodies(seed: int, count: int) -> list[bytes]:
    """Bodies of every kind, the same for the same seed."""
    chance = random.Random(seed)
    kinds: tuple[Callable[[random.Random], bytes], ...] = (
        _noise,
        _cut,
        _deep,
        _random_json,
        _twisted,
        _twisted,
        _twisted,
        _without,
    )
    return [chance.choice(kinds)(chance) for _ in range(count)]


def _noise(chance: random.Random) -> bytes:
    return chance.choice((b"", b"\xff\xfe", b"{", b"NaN", b"null", b"1", b'"', chance.randbytes(50)))


def _cut(chance: random.Random) -> bytes:
    """A good body that ends too early, or holds bytes that are no UTF-8."""
    body = _written(chance.choice(SEEDLINGS))
    place = chance.randrange(len(body))
    return body[:place] + chance.choice((b"", b"\xc3\x28" + body[place:], b"\x00" + body[place:]))


def _deep(chance: random.Random) -> bytes:
    depth = chance.choice((50, 900, 2_000, 100_000))
    hole = b"[" * depth + b"]" * depth if chance.random() < 0.5 else b'{"a":' * depth + b"1" + b"}" * depth
    return b'{"update_id":' + str(chance.randrange(2**31)).encode() + b',"message":' + hole + b"}"


def _random_json(chance: random.Random) -> bytes:
    return _written(_anything(chance, 4))


def _anything(chance: random.Random, depth: int) -> Json:
    if depth == 0 or chance.random() < 0.3:
        return chance.choice(ODD)
    names = ("update_id", "message", "from", "chat", "id", "text", "callback_query", "data", "x")
    if chance.random() < 0.5:
        return [_anything(chance, depth - 1) for _ in range(chance.randrange(4))]
    return {chance.choice(names): _anything(chance, depth - 1) for _ in range(chance.randrange(6))}


def _twisted(chance: random.Random) -> bytes:
    """A good update with one to three values replaced by odd ones."""
    update = _fresh(chance)
    for _ in range(chance.randint(1, 3)):
        holder, name = chance.choice(_places(update))
        holder[name] = deepcopy(chance.choice(ODD))
    return _written(update)


def _without(chance: random.Random) -> bytes:
    """A good update with a field missing."""
    update = _fresh(chance)
    holder, name = chance.choice(_places(update))
    del holder[name]
    return _written(update)


def _fresh(chance: random.Random) -> Json:
    return deepcopy(chance.choice(SEEDLINGS)) | {"update_id": chance.randrange(2**31)}


def _places(value: Json) -> list[tuple[Json, Any]]:
    """Every place in a body that holds a value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    here = [(value, name) for name, _ in inside]
    return here + [place for holder, name in here for place in _places(holder[name])]


def _written(value: Json) -> bytes:
    return json.dumps(value).encode()
