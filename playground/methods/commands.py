"""The bot's command menu, one list for each scope and language."""

from __future__ import annotations

import re

from playground.methods.call import Call, Method
from playground.profile import Scope
from playground.refusals import bad_request
from playground.shapes import Json

COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def _key(call: Call) -> tuple[Scope, str]:
    scope = call.params.get("scope", {"type": "default"})
    chat_id = call.world.known(scope["chat_id"]).id if "chat_id" in scope else None
    language = call.params.get("language_code", "")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return (scope["type"], chat_id), language


def set_commands(call: Call) -> bool:
    commands = call.params["commands"]
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = [{**one, "command": one["command"].removeprefix("/")} for one in commands]
    for one in kept:
        _check(one)
    call.world.profile.commands[_key(call)] = kept
    call.world.events.emit("bot")
    return True


def _check(command: Json) -> None:
    if not COMMAND.fullmatch(command["command"]):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command["description"]) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def get_commands(call: Call) -> list[Json]:
    return call.world.profile.commands.get(_key(call), [])


def delete_commands(call: Call) -> bool:
    call.world.profile.commands.pop(_key(call), None)
    call.world.events.emit("bot")
    return True


METHODS: dict[str, Method] = {
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
}
