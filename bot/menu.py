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

    async def publish(self, commands: list[tuple[str, str]], language: str, chat_id: int | None) -> bool:
        """Set the menu of everybody, or of one chat; whether that worked."""
        ...

    async def withdraw(self, chat_id: int) -> bool:
        """Take a chat's own menu away, so that it shows everybody's; whether that worked."""
        ...

    async def introduce(self, description: str, short: str, language: str) -> None:
        """Set what people read before they start."""
        ...


class MenuBoard:
    """Publishes the menus, and staff's own again whenever role or language have changed."""

    def __init__(self, service: Service, menus: Menus, commands: Mapping[str, Permission]) -> None:
        self._service = service
        self._menus = menus
        self._commands = commands
        self._shown: dict[int, tuple[Role, str]] = {}

    async def publish_for_all(self) -> None:
        """Everybody's menu in each language, and what the bot says of itself before it is started."""
        texts, branch = self._service.texts, self._service.branch
        for language in texts.languages():
            description = texts.plain(
                language, "start-description", branch=branch.name, phone=branch.call_centre
            )
            short = texts.plain(language, "start-description-short", branch=branch.short_name)
            await self._menus.introduce(description, short, language)
            await self._menus.publish(self._menu(Role.WORKER, language), language, None)

    async def publish_for_staff(self, database: Database) -> None:
        """A menu of their own in the chats of staff, where it is not the one they have."""
        async with database.transaction(read_only=True) as tx:
            staff = await list_staff(tx, Role)
        wanted = {contact.telegram_id: (role, contact.language) for contact, role in staff}
        for chat_id, (role, language) in wanted.items():
            if self._shown.get(chat_id) == (role, language):
                continue
            if await self._menus.publish(self._menu(role, language), language, chat_id):
                self._shown[chat_id] = (role, language)
        await self._withdraw([chat_id for chat_id in self._shown if chat_id not in wanted])

    async def _withdraw(self, chat_ids: list[int]) -> None:
        """Whoever is staff no more has everybody's menu again."""
        for chat_id in chat_ids:
            if await self._menus.withdraw(chat_id):
                del self._shown[chat_id]

    def _menu(self, role: Role, language: str) -> list[tuple[str, str]]:
        """The commands a role may use, each with what it does in a few words."""
        return [
            (name, self._service.texts.plain(language, f"command-{name}"))
            for name, permission in self._commands.items()
            if is_allowed(role, permission)
        ]
