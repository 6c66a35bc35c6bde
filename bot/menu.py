"""The command menus, from the table that registers the handlers: one a language and role."""

from collections.abc import Mapping
from typing import Protocol

from bot.access import Permission, is_allowed
from bot.service import Service
from storage.database import Database
from storage.models.staff import Role
from storage.staff import list_staff


class Menus(Protocol):
    """Where command menus are shown."""

    async def publish(self, commands: list[tuple[str, str]], language: str, chat_id: int | None) -> None:
        """Set the menu of everybody, or of one chat."""
        ...


async def publish_menus(
    database: Database, service: Service, menus: Menus, commands: Mapping[str, Permission]
) -> None:
    """Everybody's menu in each language, and staff's own in their chats."""
    for language in service.texts.languages():
        await menus.publish(_menu(service, commands, Role.WORKER, language), language, None)
    async with database.transaction(read_only=True) as tx:
        staff = await list_staff(tx, Role)
    for contact, role in staff:
        menu = _menu(service, commands, role, contact.language)
        await menus.publish(menu, contact.language, contact.telegram_id)


def _menu(
    service: Service, commands: Mapping[str, Permission], role: Role, language: str
) -> list[tuple[str, str]]:
    """The commands a role may use, each with what it does in a few words."""
    return [
        (name, service.texts.plain(language, f"command-{name}"))
        for name, permission in commands.items()
        if is_allowed(role, permission)
    ]
