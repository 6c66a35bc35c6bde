"""Who the bot is: getMe, its names and descriptions, its menu button."""

from __future__ import annotations

from playground.methods.call import Call, Method
from playground.refusals import bad_request
from playground.shapes import Json

LONGEST = {"name": 64, "description": 512, "short_description": 120}


def get_me(call: Call) -> Json:
    return {
        **call.world.profile.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _setter(kind: str) -> Method:
    def set_text(call: Call) -> bool:
        text = call.params.get(kind, "")
        if len(text) > LONGEST[kind]:
            raise bad_request(f"BOT_{kind.upper()}_INVALID")
        call.world.profile.set_text(kind, call.params.get("language_code", ""), text)
        call.world.events.emit("bot")
        return True

    return set_text


def _getter(kind: str) -> Method:
    def get_text(call: Call) -> Json:
        text = call.world.profile.text(kind, call.params.get("language_code", ""))
        return {kind: text or (call.world.profile.first_name if kind == "name" else "")}

    return get_text


def set_menu_button(call: Call) -> bool:
    button = call.params.get("menu_button", {"type": "default"})
    call.world.profile.menu_buttons[call.params.get("chat_id")] = button
    return True


def get_menu_button(call: Call) -> Json:
    buttons = call.world.profile.menu_buttons
    return buttons.get(call.params.get("chat_id")) or buttons.get(None) or {"type": "commands"}


def agree(_call: Call) -> bool:
    return True


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "logOut": agree,
    "close": agree,
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": set_menu_button,
    "getChatMenuButton": get_menu_button,
}
