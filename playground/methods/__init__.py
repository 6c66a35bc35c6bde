"""The Bot API methods that are played here, by name."""

from __future__ import annotations

from playground.methods import (
    chats,
    commands,
    copying,
    deleting,
    editing,
    files,
    intake,
    media,
    profile,
    queries,
    sending,
)
from playground.methods.call import Method

ROOMS = (intake, profile, commands, sending, media, copying, editing, deleting, queries, files, chats)
METHODS: dict[str, Method] = {name: method for room in ROOMS for name, method in room.METHODS.items()}
